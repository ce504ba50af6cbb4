import type { Millis } from '../ipc/contract'

const two = (n: number) => String(n).padStart(2, '0')

/** A moment as a field for day and hour holds it, in the zone of this computer. */
export function toLocal(at: Millis): string {
  const date = new Date(at)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The moment that such a field says; null while it says none. */
export function fromLocal(text: string): Millis | null {
  const at = new Date(text).getTime()
  return Number.isNaN(at) ? null : at
}

/** 18:00 in so many days. */
export function eveningIn(days: number, now: Millis): Millis {
  return new Date(now + days * 86_400_000).setHours(18, 0, 0, 0)
}
