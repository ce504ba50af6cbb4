import { write } from './dates'
import type { Millis } from '../ipc/contract'

const options = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const

/** "dimanche 6 décembre à 18:00", in the reader's zone. */
export function inZone(at: Millis): string {
  return write(options, at)
}

/** The same moment in Paris, where the institute's days are counted. */
export function parisTime(at: Millis): string {
  return write({ ...options, timeZone: 'Europe/Paris' }, at)
}

/** "6 décembre": the day of a moment in Paris, for letters, which are read anywhere. */
export function parisDay(at: Millis): string {
  return write({ day: 'numeric', month: 'long', timeZone: 'Europe/Paris' }, at)
}

/** The reader's zone, as the system names it: "Europe/Lisbon". */
export function zoneName(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
