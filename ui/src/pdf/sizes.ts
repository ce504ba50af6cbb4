/** The size of a page in points, at scale 1. */
export interface PageSize {
  width: number
  height: number
}

/** Of a page that nobody could measure: A4. */
export const A4: PageSize = { width: 595, height: 842 }

/**
 * The sizes of all pages of a file of which some were measured: a page that was not yet is like the nearest one before
 * it, and the pages before the first measured one are like that one. Nothing is loaded to know them.
 */
export function sizesOf(count: number, measured: ReadonlyMap<number, PageSize>): PageSize[] {
  const first = measured.get(Math.min(...measured.keys()))
  let last = first ?? A4
  return Array.from({ length: count }, (_, i) => (last = measured.get(i + 1) ?? last))
}

/** Whether two sizes differ by more than a layout shows. */
export function differs(a: PageSize, b: PageSize | undefined): boolean {
  return !b || Math.abs(a.width - b.width) > 0.01 || Math.abs(a.height - b.height) > 0.01
}
