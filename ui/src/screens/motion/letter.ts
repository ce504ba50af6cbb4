import { civilDay } from '../../i18n/dates'
import { say, t } from '../../i18n/index.svelte'
import type { DecisionView } from '../../ipc/contract'

/** The letter to the publisher after a refusal or a deferral; null where none is owed. */
export function decisionLetter(
  decision: DecisionView,
  solution: string,
  sender: string,
): { subject: string; body: string } | null {
  const { letter, outcome, reasons, improve } = decision
  if (!letter) return null
  const points = improve.map(({ criterion, observation, change, by }) => {
    const until = by ? ` (${t('decision-letter-by', { date: civilDay(by) })})` : ''
    return `- ${criterion}${t('colon')} ${[observation, change].filter(Boolean).join(' ')}${until}`
  })
  const turn = letter.orientations.map(
    ({ title, line, url }) => `- ${say(title)}${t('colon')} ${say(line)} ${url}`,
  )
  const listed = (head: string, lines: string[]) =>
    lines.length > 0 ? `${t(head)}\n\n${lines.join('\n')}` : ''
  const body = [
    t('letter-hello'),
    t(`decision-letter-${outcome}`, { solution, label: say(letter.label) }),
    reasons.length > 0 ? [t('decision-letter-reasons'), ...reasons].join('\n\n') : '',
    listed(`decision-letter-points-${outcome}`, points),
    listed('decision-letter-orientation', turn),
    outcome === 'refuse'
      ? t('decision-letter-appeal', { n: letter.appeal_months })
      : t('decision-letter-after'),
    [t('letter-signed', { name: sender }), letter.institute].join('\n'),
  ]
  return {
    subject: t(`decision-letter-subject-${outcome}`, { solution }),
    body: body.filter(Boolean).join('\n\n'),
  }
}
