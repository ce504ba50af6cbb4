/** What PDF.js hands to an `ImageDecoder`. */
interface Wish {
  data: Uint8Array<ArrayBuffer>
  type: string
  desiredWidth?: number
}

const jpeg = 'image/jpeg'

/**
 * Decodes a JPEG with what decodes the pictures of any page, in the shape of WebCodecs' `ImageDecoder` that PDF.js asks for
 * and WebKitGTK lacks: PDF.js's own decoder is a script, and takes half of a scan's first second. Whatever cannot be had
 * this way is refused, and PDF.js then decodes it itself. PDF.js asks only for grey and colour whose numbers it would not
 * convert: CMYK, other colour transforms and other decode arrays never come here.
 */
export class JpegDecoder {
  static isTypeSupported(type: string): Promise<boolean> {
    return Promise.resolve(type === jpeg)
  }

  readonly #wish: Wish

  constructor(wish: Wish) {
    this.#wish = wish
  }

  async decode(): Promise<{ image: ImageBitmap }> {
    const { data, type, desiredWidth } = this.#wish
    if (type !== jpeg || desiredWidth !== undefined) throw new Error('not decoded here')
    if (!ends(data)) throw new Error('cut short')
    const decoded = await createImageBitmap(new Blob([unprofiled(data)], { type }), {
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    })
    const { width, height } = decoded
    try {
      // A decoded picture that goes to another worker as it is arrives there white, in part or as a whole.
      const canvas = new OffscreenCanvas(width, height)
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('no canvas')
      context.drawImage(decoded, 0, 0)
      const image = canvas.transferToImageBitmap()
      // A picture may be of another size than its PDF says.
      return { image: Object.assign(image, { displayWidth: width, displayHeight: height }) }
    } finally {
      decoded.close()
    }
  }

  /** The picture belongs to whoever asked for it; nothing else is held. */
  close(): void {
    return
  }
}

/** Whether a picture has its end: of one that was cut nothing is shown here, and PDF.js shows what there is. */
function ends(data: Uint8Array): boolean {
  let last = data.length - 1
  // Writers leave a line's end or zeros behind the picture.
  while (last > 0 && (data[last] === 0 || data[last] === 10 || data[last] === 13)) last -= 1
  return data[last - 1] === 0xff && data[last] === 0xd9
}

const signature = new TextEncoder().encode('ICC_PROFILE\0')

/**
 * The picture without a profile of its own: the PDF says what its numbers mean. WebKitGTK follows the profile even where it
 * is asked not to.
 */
export function unprofiled(data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  let plain = data
  // Segments follow each other up to the scan: a mark, then a length that counts itself.
  for (let at = 2; at + 4 <= data.length && data[at] === 0xff;) {
    const mark = data[at + 1] ?? 0
    if (mark === 0xff) {
      at += 1
      continue
    }
    if (mark === 0xda || mark === 0xd9) break
    const body = at + 4
    if (mark === 0xe2 && signature.every((byte, i) => data[body + i] === byte)) {
      if (plain === data) plain = data.slice()
      plain.fill(0, body, body + signature.length)
    }
    at += 2 + (((data[at + 2] ?? 0) << 8) | (data[at + 3] ?? 0))
  }
  return plain
}
