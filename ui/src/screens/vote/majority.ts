import { sentence, t } from '../../i18n/index.svelte'
import type { MajorityView } from '../../ipc/contract'

/** What the bylaws ask of a vote, and what that is in votes today: one sentence each. */
export function majorityWords(asked: MajorityView): string[] {
  const { rule, electors, votes, of } = asked
  // Where the lead is enough, no number can be said before the votes are in.
  if (asked.method === 'plurality' && rule === 'simple') return [t('vote-asks-plurality'), ...besides(asked)]
  const base = t(`vote-base-${asked.base}`)
  const said = [
    t(`vote-asks-${rule}`, { base, share: asked.share ?? '', below: asked.against_below ?? '' }),
    votes === null
      ? t('vote-asks-never', { electors, of, base })
      : t('vote-asks-votes', { n: votes, electors }),
  ]
  if (votes !== null)
    said.push(asked.moves ? t('vote-asks-moves', { base }) : t('vote-asks-fixed', { of, base }))
  if (asked.method === 'ladder') said.push(t('vote-asks-ladder'))
  if (asked.method === 'plurality') said.unshift(t('vote-asks-plurality'), t('vote-asks-plurality-test'))
  return [...said, ...besides(asked)]
}

/** What the colleges and whoever presides may still change. */
function besides(asked: MajorityView): string[] {
  const said: string[] = []
  if (asked.colleges !== null) said.push(t('vote-asks-colleges', { n: asked.colleges }))
  for (const college of asked.veto)
    said.push(t('vote-asks-veto', { college: sentence(`college-${college}`) ?? college }))
  if (asked.casting) said.push(t('vote-asks-casting'))
  return said
}
