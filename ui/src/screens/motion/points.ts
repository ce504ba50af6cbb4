import type { Point } from '../../ipc/contract'

/** The points in which something was written, as they are recorded. */
export function filledOf(points: Point[]): Point[] {
  return points
    .filter((one) => one.observation.trim() || one.change.trim())
    .map((one) => ({ ...one, by: one.by === '' ? null : one.by }))
}

/** What is missing of the points to improve, as the sentence of that name says it; null when nothing is. */
export function pointsMissing(filled: Point[], needed: boolean): string | null {
  if (needed && filled.length === 0) return 'refusal-no-points'
  const whole = ({ criterion, observation, change }: Point) =>
    criterion.trim() && observation.trim() && change.trim()
  return filled.every(whole) ? null : 'motion-point-incomplete'
}
