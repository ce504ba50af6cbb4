import type { Criterion, Mark, Row } from '../ipc/contract'

/** Characters of the line that says why a mark changed. */
export const shortestWhy = 10
export const longestWhy = 280

export const sameMark = (one: Mark | null, other: Mark | null) =>
  JSON.stringify(one) === JSON.stringify(other)

/** What the panel shows of a mark: the digit of its option, the value typed, or nothing. */
export function figure(criterion: Criterion, row: Pick<Row, 'mark'> | undefined): string | null {
  const mark = row?.mark
  if (!mark) return null
  if (mark.kind === 'na') return '–'
  if (mark.kind === 'value') return mark.value
  const at = criterion.options.findIndex((option) => option.code === mark.option)
  return at < 0 ? null : figureOf(criterion, at)
}

/** The figure of an option, on its button and on the keyboard: a level's own number, else its place from 0. */
export function figureOf(criterion: Criterion, place: number): string {
  return criterion.answer === 'scale' ? (criterion.options[place]?.code ?? '') : String(place)
}

/** Where the mark lies on the ramp, 0 to 4; null where there is no scale. */
export function ramp(criterion: Criterion, row: Row | undefined): number | null {
  const mark = row?.mark
  if (mark?.kind !== 'option' || criterion.options.length < 2) return null
  const at = criterion.options.findIndex((option) => option.code === mark.option)
  return at < 0 ? null : Math.round((4 * at) / (criterion.options.length - 1))
}

/** A mark was given, evidence is asked for, and none is cited. "Not applicable" asks for none. */
export function lacksEvidence(criterion: Criterion, row: Row | undefined): boolean {
  if (!row?.mark || row.mark.kind === 'na') return false
  return criterion.evidence !== 'none' && row.anchors.length === 0
}

/** The criteria in the order in which they are worked: axis by axis, inside an axis in file order. */
export function inOrder(criteria: Criterion[], axes: { code: string }[]): Criterion[] {
  const rank = new Map(axes.map((axis, i) => [axis.code, i]))
  return criteria.toSorted((a, b) => (rank.get(a.axis) ?? axes.length) - (rank.get(b.axis) ?? axes.length))
}
