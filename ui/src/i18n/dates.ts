import type { Millis } from '../ipc/contract'
import { locale, t } from './index.svelte'

const cache = new Map<string, Intl.DateTimeFormat>()

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // British English: the day before the month and 24 hours, as everywhere in Europe.
  const tag = locale() === 'fr' ? 'fr-FR' : 'en-GB'
  const key = tag + JSON.stringify(options)
  let made = cache.get(key)
  if (!made) cache.set(key, (made = new Intl.DateTimeFormat(tag, options)))
  return made
}

/** A moment in the reader's language. In French the first day of a month is "1er". */
export function write(options: Intl.DateTimeFormatOptions, at: Millis | Date): string {
  const parts = format(options).formatToParts(at)
  const first = locale() === 'fr' && options.month !== undefined
  return parts.map(({ type, value }) => (first && type === 'day' && value === '1' ? '1er' : value)).join('')
}

/** "14:02", and "9:05" in French. */
export function time(at: Millis): string {
  const text = write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at)
  return locale() === 'fr' ? text.replace(/^0(?=\d:)/, '') : text
}

/** So far from `now` that a day may be taken for one of another year. */
const far = (at: Millis, now: Millis) => Math.abs(daysUntil(at, now)) > 182

/** "mardi 24 nov.", and "24 nov. 2024" when it is long ago: nobody knows the weekday any more. */
export function day(at: Millis, now: Millis = at): string {
  if (far(at, now)) return shortDay(at, now)
  return write({ weekday: 'long', day: 'numeric', month: 'short' }, at)
}

function sparse(month: 'short' | 'long', at: Millis, now: Millis): string {
  return write({ day: 'numeric', month, ...(far(at, now) && { year: 'numeric' }) }, at)
}

/** "3 déc.", and "3 déc. 2024" when it is long ago. */
export function shortDay(at: Millis, now: Millis = at): string {
  return sparse('short', at, now)
}

/** "3 décembre": ends a sentence without two points. */
export function longDay(at: Millis, now: Millis = at): string {
  return sparse('long', at, now)
}

/** "lundi 23 novembre 2026" */
export function fullDay(at: Millis): string {
  return write({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, at)
}

/** "23 novembre 2026": a day without an hour, which belongs to no zone. */
export function civilDay(iso: string): string {
  const [y, m, d] = iso.split('-').map(Number)
  return write({ day: 'numeric', month: 'long', year: 'numeric' }, new Date(y ?? 0, (m ?? 1) - 1, d ?? 1))
}

/** A day, a month or a moment as files write them, in the reader's words and zone; any other text as it is. */
export function written(value: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(value) ?? []
  if (year && month) return write({ month: 'long', year: 'numeric' }, new Date(+year, +month - 1))
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return civilDay(value)
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return value
  const at = Date.parse(value)
  const day = write({ day: 'numeric', month: 'long', year: 'numeric' }, at)
  return t('date-day-at', { day, time: time(at) })
}

/** "vendredi": for moments of the last days. */
export function weekday(at: Millis): string {
  return write({ weekday: 'long' }, at)
}

function midnight(at: Millis): number {
  const date = new Date(at)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
}

/** Civil days from `now` to `at` in the reader's zone: 0 today, 1 tomorrow, negative when past. */
export function daysUntil(at: Millis, now: Millis): number {
  return Math.round((midnight(at) - midnight(now)) / 86_400_000)
}

/** Today the hour, within a week the weekday, else the date: for lists of what changed. */
export function moment(at: Millis, now: Millis): string {
  const days = daysUntil(at, now)
  if (days === 0) return time(at)
  if (days > -7 && days < 0) return write({ weekday: 'short' }, at)
  return shortDay(at, now)
}

/** "aujourd’hui à 9:11", "vendredi à 17:40", "3 déc. à 14:00". */
export function dayAndTime(at: Millis, now: Millis): string {
  const days = daysUntil(at, now)
  if (days === 0) return t('date-today-at', { time: time(at) })
  if (days === -1) return t('date-yesterday-at', { time: time(at) })
  if (days < 0 && days > -7) return t('date-day-at', { day: weekday(at), time: time(at) })
  return t('date-day-at', { day: shortDay(at, now), time: time(at) })
}

const paris = 'Europe/Paris'
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const date = { day: 'numeric', month: 'short' } as const

/** The reader's clock and the institute's show something else at this moment. */
function elsewhere(at: Millis): boolean {
  const both = { ...date, ...clock }
  return write(both, at) !== write({ ...both, timeZone: paris }, at)
}

/** A deadline as it was written for the reader, with Paris beside it where the clocks differ: "aujourd’hui à 12:00 (18:00 à Paris)". */
export function deadline(written: string, at: Millis): string {
  if (!elsewhere(at)) return written
  const there = write({ ...date, timeZone: paris }, at)
  const facts = { written, time: write({ ...clock, timeZone: paris }, at), day: there }
  return t(there === shortDay(at) ? 'deadline-paris' : 'deadline-paris-day', facts)
}

export interface Due {
  words: string
  date: string
  tone: 'calm' | 'soon' | 'late'
}

/** Words first, the date under them; under 24 hours it warns, past it is late. */
export function due(at: Millis, now: Millis): Due {
  const days = daysUntil(at, now)
  const timed = days <= 1 || elsewhere(at)
  const date = deadline(timed ? t('date-day-at', { day: day(at), time: time(at) }) : day(at), at)
  if (at < now) {
    const late = Math.max(0, -days)
    return { words: late === 0 ? t('due-late-today') : t('due-late', { days: late }), date, tone: 'late' }
  }
  const words = days === 0 ? t('due-today') : days === 1 ? t('due-tomorrow') : t('due-in', { days })
  return { words, date, tone: at - now < 86_400_000 ? 'soon' : 'calm' }
}

export function number(value: number): string {
  return new Intl.NumberFormat(locale() === 'fr' ? 'fr-FR' : 'en-GB').format(value)
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
