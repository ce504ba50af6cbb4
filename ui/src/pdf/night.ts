/**
 * The pictures of a page, cut out of its canvas: laid over the page whose letters and paper are reversed, they stay true.
 * `corners` is what PDF.js recorded: three corners of each picture, as shares of the canvas.
 */
export function picturesOf(canvas: HTMLCanvasElement, corners: ArrayLike<number>): HTMLCanvasElement | null {
  if (corners.length < 6) return null
  const copy = document.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  const brush = copy.getContext('2d')
  if (!brush) return null
  brush.beginPath()
  let scan: boolean | undefined
  for (let at = 0; at + 5 < corners.length; at += 6) {
    const points = [0, 1, 2].map((corner) => ({
      x: (corners[at + 2 * corner] ?? 0) * canvas.width,
      y: (corners[at + 2 * corner + 1] ?? 0) * canvas.height,
    }))
    const [first, second, third] = points
    if (!first || !second || !third) continue
    // Behind the whole page a scan of paper is reversed with its letters; a photograph is not.
    const area = Math.abs(
      (second.x - first.x) * (third.y - first.y) - (third.x - first.x) * (second.y - first.y),
    )
    if (area > 0.8 * canvas.width * canvas.height && (scan ??= isPaper(sample(canvas)))) continue
    brush.moveTo(first.x, first.y)
    brush.lineTo(second.x, second.y)
    brush.lineTo(second.x + third.x - first.x, second.y + third.y - first.y)
    brush.lineTo(third.x, third.y)
    brush.closePath()
  }
  brush.clip()
  brush.drawImage(canvas, 0, 0)
  return copy
}

/** So many pixels a side are enough to know paper. */
const side = 96

/** A page made small; none where it cannot be read. */
function sample(canvas: HTMLCanvasElement): Uint8ClampedArray {
  const small = document.createElement('canvas')
  small.width = small.height = side
  const brush = small.getContext('2d', { willReadFrequently: true })
  if (!brush) return new Uint8ClampedArray()
  brush.drawImage(canvas, 0, 0, side, side)
  return brush.getImageData(0, 0, side, side).data
}

/** Whether a page is paper with letters: mostly light, and hardly coloured. Without pixels it is taken for paper. */
export function isPaper(rgba: ArrayLike<number>): boolean {
  let light = 0
  let coloured = 0
  const count = Math.floor(rgba.length / 4)
  for (let at = 0; at < count * 4; at += 4) {
    const [r = 0, g = 0, b = 0] = [rgba[at], rgba[at + 1], rgba[at + 2]]
    const most = Math.max(r, g, b)
    // Old paper is yellowish: a little colour is none.
    if (most - Math.min(r, g, b) > 72) coloured += 1
    if (most > 150) light += 1
  }
  return count === 0 || (light > 0.6 * count && coloured < 0.2 * count)
}
