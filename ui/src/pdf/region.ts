import type { Rect } from '../ipc/contract'
import { toPage, type Plane } from './anchor'

/** A rectangle drawn on a page, as shares of its width and height. */
export interface Region {
  page: number
  left: number
  top: number
  width: number
  height: number
}

const within = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), Math.max(least, most))

/** A new one, a little below what is read. */
export function begun(page: number, share: number): Region {
  return { page, left: 0.2, top: within(share + 0.1, 0.05, 0.7), width: 0.6, height: 0.2 }
}

/** From one corner to the other, in shares of the page; it stays on the page, and is large enough to be seen. */
export function drawn(page: number, from: { x: number; y: number }, to: { x: number; y: number }): Region {
  const side = (a: number, b: number) => {
    const [least, most] = [within(Math.min(a, b), 0, 0.98), within(Math.max(a, b), 0, 1)]
    return [least, Math.max(most - least, 0.02)] as const
  }
  const [left, width] = side(from.x, to.x)
  const [top, height] = side(from.y, to.y)
  return { page, left, top, width, height }
}

/** Moved, or resized, by hundredths of the page; it stays on the page. */
export function moved(region: Region, x: number, y: number, resize: boolean): Region {
  const { left, top, width, height } = region
  if (resize) {
    return {
      ...region,
      width: within(width + x / 100, 0.02, 1 - left),
      height: within(height + y / 100, 0.02, 1 - top),
    }
  }
  return { ...region, left: within(left + x / 100, 0, 1 - width), top: within(top + y / 100, 0, 1 - height) }
}

/** Its place in the page's own space. */
export function rectOf(region: Region, space: Plane): Rect {
  const { width, height } = space
  const box = {
    left: region.left * width,
    top: region.top * height,
    right: (region.left + region.width) * width,
    bottom: (region.top + region.height) * height,
  }
  return toPage(box, space)
}
