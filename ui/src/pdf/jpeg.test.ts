import { afterEach, describe, expect, it, vi } from 'vitest'
import { JpegDecoder, unprofiled } from './jpeg'
import { prepare, type Scope } from './scope'

const start = [0xff, 0xd8]
const end = [0xff, 0xd9]
const bytes = (...parts: number[][]) => new Uint8Array(parts.flat())
const segment = (mark: number, body: number[]) => [0xff, mark, 0, body.length + 2, ...body]
const letters = (text: string) => [...new TextEncoder().encode(text)]
const profile = segment(0xe2, [...letters('ICC_PROFILE\0'), 1, 1, 7, 7, 7])
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 12, 34, 56]

/** A platform that decodes anything to a picture of this size, and draws it. */
function platform(width: number, height: number) {
  const close = vi.fn()
  const drawn: unknown[] = []
  const asked = vi.fn((_data: Blob, _how: ImageBitmapOptions) => Promise.resolve({ width, height, close }))
  vi.stubGlobal('createImageBitmap', asked)
  class Canvas {
    constructor(
      readonly width: number,
      readonly height: number,
    ) {}
    getContext(kind: string, how?: object) {
      drawn.push([kind, how])
      return { drawImage: vi.fn() }
    }
    transferToImageBitmap() {
      return { width: this.width, height: this.height }
    }
  }
  vi.stubGlobal('OffscreenCanvas', Canvas)
  return { asked, close, drawn, Canvas: Canvas as unknown as typeof OffscreenCanvas }
}

const decode = (data: Uint8Array<ArrayBuffer>, more: object = {}) =>
  new JpegDecoder({ data, type: 'image/jpeg', ...more }).decode()

describe('the decoder for JPEG that PDF.js is lent', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('gives back the picture in its own size, and lets go of what it was made of', async () => {
    const { asked, close, drawn } = platform(300, 200)
    const { image } = await decode(bytes(start, scan, end))
    expect(image).toMatchObject({ width: 300, height: 200, displayWidth: 300, displayHeight: 200 })
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ colorSpaceConversion: 'none' })
    expect(drawn).toEqual([['2d', { willReadFrequently: true }]])
    expect(close).toHaveBeenCalledOnce()
  })

  it('leaves to PDF.js a picture that was cut, one to be made smaller, and other types', async () => {
    const { asked } = platform(1, 1)
    await expect(decode(bytes(start, scan))).rejects.toThrow()
    await expect(decode(bytes(start, scan, end), { desiredWidth: 10 })).rejects.toThrow()
    await expect(decode(bytes(start, scan, end), { type: 'image/bmp' })).rejects.toThrow()
    expect(asked).not.toHaveBeenCalled()
    expect(await JpegDecoder.isTypeSupported('image/bmp')).toBe(false)
    expect(await JpegDecoder.isTypeSupported('image/jpeg')).toBe(true)
  })

  it('finds the end of a picture behind which its writer left something', async () => {
    platform(1, 1)
    await expect(decode(bytes(start, scan, end, [13, 10, 0, 0]))).resolves.toBeDefined()
  })

  it('fails with the platform, so that PDF.js decodes the picture itself', async () => {
    platform(1, 1)
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('broken')))
    await expect(decode(bytes(start, scan, end))).rejects.toThrow('broken')
  })
})

describe('a profile inside a picture', () => {
  it('is passed over: the PDF says what the numbers mean', () => {
    const other = segment(0xe1, letters('Exif\0\0'))
    const data = bytes(start, other, profile, scan, profile, end)
    const plain = unprofiled(data)
    const text = new TextDecoder('latin1').decode(plain)
    expect(text.indexOf('ICC_PROFILE')).toBeGreaterThan(text.indexOf('\xff\xda'))
    expect(plain).toHaveLength(data.length)
    expect(data).toEqual(bytes(start, other, profile, scan, profile, end))
  })

  it('is looked for in what is no picture without an end', () => {
    for (const odd of [[], start, bytes(start, [0xff]), bytes(start, [0xff, 0xe2, 0, 0])])
      expect(unprofiled(new Uint8Array(odd))).toHaveLength(odd.length)
  })
})

describe('the surroundings of the worker', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('paint by the processor and decode JPEG', () => {
    const { Canvas, drawn } = platform(1, 1)
    const scope: Scope = { OffscreenCanvas: Canvas, createImageBitmap: () => undefined }
    prepare(scope)
    expect(scope.ImageDecoder).toBe(JpegDecoder)
    const made = scope.OffscreenCanvas && new scope.OffscreenCanvas(4, 5)
    made?.getContext('2d', { alpha: false })
    expect(drawn).toEqual([['2d', { alpha: false, willReadFrequently: true }]])
    expect(made).toMatchObject({ width: 4, height: 5 })
  })

  it('keep a decoder of their own, and lend none that could not work', () => {
    const { Canvas } = platform(1, 1)
    const own = { ImageDecoder: 'own', OffscreenCanvas: Canvas, createImageBitmap: () => undefined }
    prepare(own)
    expect(own.ImageDecoder).toBe('own')
    for (const poor of [{ createImageBitmap: () => undefined }, { OffscreenCanvas: Canvas }] as Scope[]) {
      prepare(poor)
      expect(poor.ImageDecoder).toBeUndefined()
    }
  })
})
