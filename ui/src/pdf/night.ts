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
  for (let at = 0; at + 5 < corners.length; at += 6) {
    const points = [0, 1, 2].map((corner) => ({
      x: (corners[at + 2 * corner] ?? 0) * canvas.width,
      y: (corners[at + 2 * corner + 1] ?? 0) * canvas.height,
    }))
    const [first, second, third] = points
    if (!first || !second || !third) continue
    // A picture behind the whole page is a scan: as paper it is reversed with its letters.
    const area = Math.abs(
      (second.x - first.x) * (third.y - first.y) - (third.x - first.x) * (second.y - first.y),
    )
    if (area > 0.8 * canvas.width * canvas.height) continue
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
