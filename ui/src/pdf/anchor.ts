import type { Rect } from '../ipc/contract'

/** A box in CSS pixels, from the page's left upper corner. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** What of a PDF.js viewport is needed to go from the screen to the page's own space and back. */
export interface Space {
  convertToPdfPoint(x: number, y: number): number[]
  convertToViewportPoint(x: number, y: number): number[]
}

/** A page as it is shown: its size on the screen, and its own space. */
export interface Plane extends Space {
  width: number
  height: number
}

/**
 * One box for each line: the boxes of a selection come one for each run of text, overlapping and with gaps. Two belong
 * to one line when they share more than half of the lower one's height.
 */
export function lines(boxes: Box[]): Box[] {
  const merged: Box[] = []
  const ordered = boxes
    .filter((box) => box.right - box.left > 0.5 && box.bottom - box.top > 0.5)
    .toSorted((a, b) => a.top - b.top || a.left - b.left)
  for (const box of ordered) {
    const line = merged.find((one) => {
      const shared = Math.min(one.bottom, box.bottom) - Math.max(one.top, box.top)
      const near =
        box.left - one.right < 3 * (box.bottom - box.top) && one.left - box.right < 3 * (box.bottom - box.top)
      return near && shared > 0.5 * Math.min(one.bottom - one.top, box.bottom - box.top)
    })
    if (line) {
      line.left = Math.min(line.left, box.left)
      line.right = Math.max(line.right, box.right)
      line.top = Math.min(line.top, box.top)
      line.bottom = Math.max(line.bottom, box.bottom)
    } else merged.push({ ...box })
  }
  return merged
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** From the screen to the page's own space: left, bottom, right, top, whatever the rotation. */
export function toPage(box: Box, space: Space): Rect {
  const [x1 = 0, y1 = 0] = space.convertToPdfPoint(box.left, box.bottom)
  const [x2 = 0, y2 = 0] = space.convertToPdfPoint(box.right, box.top)
  return [tenth(Math.min(x1, x2)), tenth(Math.min(y1, y2)), tenth(Math.max(x1, x2)), tenth(Math.max(y1, y2))]
}

export function toScreen([left, bottom, right, top]: Rect, space: Space): Box {
  const [x1 = 0, y1 = 0] = space.convertToViewportPoint(left, bottom)
  const [x2 = 0, y2 = 0] = space.convertToViewportPoint(right, top)
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) }
}

/** Runs of white space, of whatever kind, as one plain space. */
export function foldSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

/** The words selected with what stands around them: enough to find them again in another version of the file. */
export function quoteOf(
  text: string,
  start: number,
  end: number,
): { quote: string; before: string; after: string } {
  const reach = 32
  return {
    quote: foldSpaces(text.slice(start, end)).trim(),
    before: foldSpaces(text.slice(0, start)).slice(-reach),
    after: foldSpaces(text.slice(end)).slice(0, reach),
  }
}
