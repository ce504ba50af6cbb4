import { t, tx } from '../../i18n/index.svelte'
import { parisDay, parisTime } from '../../i18n/zones'
import type {
  CalendarEntry,
  Debt,
  Line,
  Owed,
  Reminder,
  ReminderItem,
  ReminderScope,
} from '../../ipc/contract'
import type { GroupedStep } from './grouped'

/** What blocks a dossier, else what comes next, in words. */
export function lineWords({ code, n, m, name }: Line): string {
  return tx('line', code, { n, m, name: name ?? '' })
}

export interface Letter {
  member: string
  name: string
  to: string | null
  subject: string
  body: string
  /** The deadlines that are still to come, for a calendar file beside the message. */
  entries: CalendarEntry[]
}

function itemWords({ debt, solution, deadline }: ReminderItem): string {
  if (deadline === null) {
    const open = debt === 'declare' ? 'remind-letter-item-declare' : 'remind-letter-item-open'
    return t(open, { solution })
  }
  const item = debt === 'declare' ? 'declare-by' : debt
  return t(`remind-letter-item-${item}`, {
    solution,
    date: parisDay(deadline),
    moment: parisTime(deadline),
  })
}

/** The draft of a letter, to be read before it leaves; wherever it is read, its hours are those of Paris. */
export function letterOf(reminder: Reminder, institute: string): Letter {
  const lines = reminder.items.map(itemWords)
  // Whoever is late already is not told "as a reminder".
  const over = (debt: Debt) => debt === 'late' || debt === 'renew'
  const open = reminder.items.some(({ debt, deadline }) => over(debt) || deadline === null)
  const [first] = reminder.items
  // One dossier may ask for two things.
  const n = new Set(reminder.items.map(({ dossier }) => dossier)).size
  const subject =
    n === 1 && first
      ? t('remind-letter-subject-one', { solution: first.solution })
      : t('remind-letter-subject', { n })
  const body = [
    t('remind-letter-hello', { name: reminder.name }),
    '',
    t(open ? 'remind-letter-open' : 'remind-letter-open-soon', { n }),
    '',
    ...lines.map((item, i) =>
      t(i === lines.length - 1 ? 'remind-letter-line-last' : 'remind-letter-line', { item }),
    ),
    '',
    t('remind-letter-how'),
    '',
    t('remind-letter-thanks'),
    institute,
  ].join('\n')
  const entries = reminder.items.flatMap((item) => {
    const { dossier, debt, solution, deadline } = item
    if (deadline === null || debt === 'late' || debt === 'renew') return []
    return [{ dossier, at: deadline, title: t('calendar-title', { solution }), text: itemWords(item) }]
  })
  return { member: reminder.member, name: reminder.name, to: reminder.email, subject, body, entries }
}

/** Whom reminders are drafted for, and about what; null: all of whom something is asked. */
export interface Debtor {
  scope: ReminderScope
  dossiers: string[] | null
  members: string[] | null
}

export const owes = (debt: Debt) => ['expected', 'late', 'declare', 'renew'].includes(debt)

/** How many members owe something to these dossiers. */
export function debtors({ columns, rows }: Owed, dossiers: Set<string>): number {
  const asked = columns.map(({ dossier }) => dossiers.has(dossier))
  return rows.filter(({ cells }) => cells.some((debt, i) => asked[i] && owes(debt))).length
}

/** What a step does, as its button says it. */
export function stepDo(step: GroupedStep): string {
  if (step === 'preselect') return t('preselect-do')
  return step === 'close-intake' ? t('close-do') : t(`move-do-${step}`)
}

/** What follows from a step for each of several dossiers. */
export function stepTells(step: GroupedStep): string {
  if (step === 'preselect') return t('preselect-consequence')
  return step === 'close-intake' ? t('group-consequence-close-intake') : t(`move-consequence-${step}`)
}

/** Initial of the given name, then the surname: "L. Haddad"; titles are left out. */
export function shortName(name: string): string {
  const words = name.replace(/^(Pr|Dr|Mme|M\.)\s+/, '').split(/\s+/)
  const [first, ...rest] = words
  return rest.length === 0 || !first ? name : `${first.charAt(0)}. ${rest.join(' ')}`
}
