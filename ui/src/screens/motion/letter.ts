import { civilDay } from '../../i18n/dates'
import { say, t } from '../../i18n/index.svelte'
import type { Declined, DecisionView, LetterFacts, Point, RecourseLetter } from '../../ipc/contract'
import { decimal } from '../compare/words'

/** The letter to the publisher after a refusal or a deferral; null where none is owed. */
export function decisionLetter(
  decision: DecisionView,
  solution: string,
  sender: string,
): { subject: string; body: string } | null {
  const { letter, outcome, reasons, improve } = decision
  if (!letter) return null
  const body = [
    t('letter-hello'),
    t(`decision-letter-${outcome}`, { solution, label: say(letter.label) }),
    reasons.length > 0 ? [t('decision-letter-reasons'), ...reasons].join('\n\n') : '',
    listed(`decision-letter-points-${outcome}`, pointsOf(improve)),
    listed('decision-letter-orientation', turnsOf(letter)),
    outcome === 'refuse' ? appealOf(letter) : t('decision-letter-after'),
    [t('letter-signed', { name: sender }), letter.institute].join('\n'),
  ]
  return {
    subject: t(`decision-letter-subject-${outcome}`, { solution }),
    body: body.filter(Boolean).join('\n\n'),
  }
}

/** The letter to the publisher of a dossier that was not preselected. */
export function declinedLetter(
  { letter, mark, bar, points }: Declined,
  solution: string,
  sender: string,
): { subject: string; body: string } {
  const body = [
    t('letter-hello'),
    t('decline-letter', { solution, label: say(letter.label) }),
    mark && bar ? t('decline-letter-mark', { mark: decimal(mark), bar: decimal(bar) }) : '',
    listed('decision-letter-points-refuse', pointsOf(points)),
    listed('decision-letter-orientation', turnsOf(letter)),
    appealOf(letter),
    [t('letter-signed', { name: sender }), letter.institute].join('\n'),
  ]
  return { subject: t('decline-letter-subject', { solution }), body: body.filter(Boolean).join('\n\n') }
}

/** The letter to the publisher about its appeal, or about a term that has run out. */
export function recourseLetter(
  { kind, letter, reason, day }: RecourseLetter,
  solution: string,
  sender: string,
): { subject: string; body: string } {
  const facts = { solution, label: say(letter.label), date: day ? civilDay(day) : '' }
  const body = [
    t('letter-hello'),
    kind === 'closed' && !day
      ? t('recourse-letter-closed-undated', facts)
      : t(`recourse-letter-${kind}`, facts),
    reason ? [t('recourse-letter-reason'), reason].join('\n\n') : '',
    t(`recourse-letter-${kind}-then`),
    [t('letter-signed', { name: sender }), letter.institute].join('\n'),
  ]
  return {
    subject: t(`recourse-letter-subject-${kind}`, { solution }),
    body: body.filter(Boolean).join('\n\n'),
  }
}

/** A publisher may appeal once. */
const appealOf = ({ appealed, appeal_months }: LetterFacts) =>
  appealed ? t('decision-letter-appealed') : t('decision-letter-appeal', { n: appeal_months })

const listed = (head: string, lines: string[]) =>
  lines.length > 0 ? `${t(head)}\n\n${lines.join('\n')}` : ''

function pointsOf(points: Point[]): string[] {
  return points.map(({ criterion, observation, change, by }) => {
    const until = by ? ` (${t('decision-letter-by', { date: civilDay(by) })})` : ''
    return `- ${criterion}${t('colon')} ${[observation, change].filter(Boolean).join(' ')}${until}`
  })
}

function turnsOf({ orientations }: LetterFacts): string[] {
  return orientations.map(({ title, line, url }) => `- ${say(title)}${t('colon')} ${say(line)} ${url}`)
}
