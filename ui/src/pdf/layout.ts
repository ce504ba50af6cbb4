import type { PageSize } from './sizes'

export interface Look {
  /** CSS pixels per point. */
  scale: number
  /** Degrees, beside the pages' own. */
  rotation: 0 | 90 | 180 | 270
  /** Two pages side by side; the first stands alone, as a book's cover does. */
  spread: boolean
}

/** A page in the scroller's content; `x` is its left edge from the content's middle. CSS pixels. */
export interface Placed {
  x: number
  top: number
  width: number
  height: number
}

export interface Arranged {
  pages: Placed[]
  width: number
  height: number
}

/** Between pages. */
export const gap = 16
/** Above the first and below the last. */
export const pad = 14

/** Where each page lies. */
export function arrange(sizes: PageSize[], { scale, rotation, spread }: Look): Arranged {
  const turned = rotation % 180 !== 0
  const scaled = sizes.map(({ width, height }) => ({
    width: (turned ? height : width) * scale,
    height: (turned ? width : height) * scale,
  }))
  const pages: Placed[] = []
  let top = pad
  let widest = 0
  for (let at = 0; at < scaled.length;) {
    const row = scaled.slice(at, at + (spread && at > 0 ? 2 : 1))
    const width = row.reduce((sum, page) => sum + page.width, 0) + gap * (row.length - 1)
    const height = Math.max(...row.map((page) => page.height))
    let x = -width / 2
    for (const page of row) {
      pages.push({ x, top, ...page })
      x += page.width + gap
    }
    widest = Math.max(widest, width)
    top += height + gap
    at += row.length
  }
  return { pages, width: widest, height: top - gap + pad }
}

/** The scale at which the widest row fills a pane, with room for the margins. */
export function fitting(sizes: PageSize[], look: Look, pane: number): number {
  const { width } = arrange(sizes, { ...look, scale: 1 })
  const room = pane - (pane > 600 ? 54 : 20)
  // Between two pages the gap keeps its width at every scale.
  const fixed = look.spread && sizes.length > 2 ? gap : 0
  return Math.min(Math.max((room - fixed) / Math.max(1, width - fixed), 0.05), 4)
}
