import { t, tx } from '../../i18n/index.svelte'
import { parisDay, parisTime } from '../../i18n/zones'
import type { Line, Reminder } from '../../ipc/contract'

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
}

/** The draft of a letter, to be read before it leaves; wherever it is read, its hours are those of Paris. */
export function letterOf(reminder: Reminder, institute: string): Letter {
  const lines = reminder.items.map(({ debt, solution, deadline }) => {
    if (debt === 'declare') return t('remind-letter-item-declare', { solution })
    if (deadline === null) return t('remind-letter-item-open', { solution })
    return t(`remind-letter-item-${debt}`, {
      solution,
      date: parisDay(deadline),
      moment: parisTime(deadline),
    })
  })
  const [only] = reminder.items
  const subject =
    reminder.items.length === 1 && only
      ? t('remind-letter-subject-one', { solution: only.solution })
      : t('remind-letter-subject', { n: reminder.items.length })
  const body = [
    t('remind-letter-hello', { name: reminder.name }),
    '',
    t('remind-letter-open', { n: reminder.items.length }),
    '',
    ...lines.map((line) => `– ${line}`),
    '',
    t('remind-letter-how'),
    '',
    t('remind-letter-thanks'),
    institute,
  ].join('\n')
  return { member: reminder.member, name: reminder.name, to: reminder.email, subject, body }
}

/** Initial of the given name, then the surname: "L. Haddad"; titles are left out. */
/** Whom a reminder is drafted for: everybody of whom something is asked, or one member for one dossier. */
export interface Debtor {
  scope: 'late' | 'declare' | 'all'
  dossier: string | null
  member: string | null
}

export function shortName(name: string): string {
  const words = name.replace(/^(Pr|Dr|Mme|M\.)\s+/, '').split(/\s+/)
  const [first, ...rest] = words
  return rest.length === 0 || !first ? name : `${first.charAt(0)}. ${rest.join(' ')}`
}
