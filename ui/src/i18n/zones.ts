import { locale } from './index.svelte'
import type { Millis } from '../ipc/contract'

const options = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const

function write(at: Millis, timeZone?: string): string {
  const tag = locale() === 'fr' ? 'fr-FR' : 'en-GB'
  return new Intl.DateTimeFormat(tag, timeZone ? { ...options, timeZone } : options).format(at)
}

/** "dimanche 6 décembre à 18:00", in the reader's zone. */
export function inZone(at: Millis): string {
  return write(at)
}

/** The same moment in Paris, where the institute's days are counted. */
export function parisTime(at: Millis): string {
  return write(at, 'Europe/Paris')
}

/** "6 décembre": the day of a moment in Paris, for letters, which are read anywhere. */
export function parisDay(at: Millis): string {
  const tag = locale() === 'fr' ? 'fr-FR' : 'en-GB'
  return new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', timeZone: 'Europe/Paris' }).format(at)
}

/** The reader's zone, as the system names it: "Europe/Lisbon". */
export function zoneName(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
