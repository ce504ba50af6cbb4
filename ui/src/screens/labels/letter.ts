import { civilDay } from '../../i18n/dates'
import { say, t } from '../../i18n/index.svelte'
import type { IssuedLabel, LabelStep } from '../../ipc/contract'

/** Letters about a label that are written for the secretariat. */
export type LabelLetter =
  | 'granted'
  | 'renewal'
  | 'formal-notice'
  | 'notice-lifted'
  | 'suspended'
  | 'reinstated'
  | 'withdrawn'
  | 'lapsed'
  | 'expired'

const steps = ['granted', 'formal-notice', 'notice-lifted', 'suspended', 'reinstated', 'withdrawn'] as const

/** The letters that the label's last step and its coming days call for, the most pressing first. */
export function lettersOf(label: IssuedLabel): LabelLetter[] {
  if (!label.letter) return []
  if (label.state === 'lapsed' || label.state === 'expired') return [label.state]
  const last = steps.find((what) => what === newest(label)?.what)
  return [...(label.expiring && !label.renewal ? (['renewal'] as const) : []), ...(last ? [last] : [])]
}

const newest = (label: IssuedLabel): LabelStep | undefined =>
  label.steps.find((step) => steps.some((what) => what === step.what))

/** The letter to the publisher about a label. */
export function labelLetter(
  label: IssuedLabel,
  what: LabelLetter,
  sender: string,
): { subject: string; body: string } | null {
  const { letter, number, solution, version } = label
  if (!letter) return null
  const step = newest(label)
  const told = step?.what === what ? step : undefined
  const why = told?.reason ? say(told.reason) : (told?.grounds ?? '')
  const facts = {
    number,
    solution,
    version,
    label: say(letter.label),
    from: civilDay(told?.on ?? label.since),
    until: civilDay(told?.until ?? label.valid_until),
    n: letter.appeal_months,
  }
  const body = [
    t('letter-hello'),
    t(`label-letter-${what}`, facts),
    why && what !== 'granted' ? `${t('label-letter-why')}\n\n${why}` : '',
    t(`label-letter-${what}-then`, facts),
    t('label-letter-page', { url: label.url }),
    [t('letter-signed', { name: sender }), letter.institute].join('\n'),
  ]
  return { subject: t(`label-letter-subject-${what}`, facts), body: body.filter(Boolean).join('\n\n') }
}
