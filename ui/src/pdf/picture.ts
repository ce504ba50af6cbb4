import type { Problem } from '../ipc/contract'
import type { Plane } from './anchor'
import type { Look } from './layout'
import type { PageSize } from './sizes'

/**
 * A picture of the evidence: one page. Its own space is its pixels as a viewer shows them (the camera's turn applied),
 * from the lower left corner, y upwards: anchors count in them as they count in points on a page of a PDF.
 */
export interface Picture {
  url: string
  /** Pixels. */
  width: number
  height: number
  close: () => void
}

/** Points of a pixel: at 100 % a picture is shown pixel by pixel. */
const point = 72 / 96

/** The scale at which a picture has its own size; it is never enlarged to fill the pane. */
export const ownSize = 96 / 72

/** Its page. */
export function sizeOf({ width, height }: Pick<Picture, 'width' | 'height'>): PageSize {
  return { width: width * point, height: height * point }
}

/** A picture as it is shown: turned to the right by the rotation, as the pages of a PDF are. */
export function planeOf(
  { width, height }: Pick<Picture, 'width' | 'height'>,
  { scale, rotation }: Pick<Look, 'scale' | 'rotation'>,
): Plane {
  const unit = scale * point
  const turned = rotation % 180 !== 0
  return {
    width: (turned ? height : width) * unit,
    height: (turned ? width : height) * unit,
    convertToViewportPoint(x, y) {
      const down = height - y
      const [right, below] = {
        0: [x, down],
        90: [height - down, x],
        180: [width - x, height - down],
        270: [down, width - x],
      }[rotation] as [number, number]
      return [right * unit, below * unit]
    },
    convertToPdfPoint(right, below) {
      const [a, b] = [right / unit, below / unit]
      const [x, down] = {
        0: [a, b],
        90: [b, height - a],
        180: [width - a, height - b],
        270: [width - b, a],
      }[rotation] as [number, number]
      return [x, height - down]
    },
  }
}

/** Measures a picture before it is shown; one that nothing can show is told. */
export async function openPicture(data: Uint8Array<ArrayBuffer>, media: string): Promise<Picture> {
  const url = URL.createObjectURL(new Blob([data], { type: media }))
  const close = () => URL.revokeObjectURL(url)
  const image = new Image()
  const measured = await new Promise<boolean>((done) => {
    image.onload = () => done(image.naturalWidth > 0 && image.naturalHeight > 0)
    image.onerror = () => done(false)
    image.src = url
  })
  if (!measured) {
    close()
    throw { code: 'image-broken', params: {} } satisfies Problem
  }
  return { url, width: image.naturalWidth, height: image.naturalHeight, close }
}
