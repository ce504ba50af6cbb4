/** Two weeks from now at six in the evening, as a field of the browser writes it. */
export function inTwoWeeks(now: number): string {
  const date = new Date(now + 14 * 86_400_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T18:00`
}
