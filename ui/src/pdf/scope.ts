import { JpegDecoder } from './jpeg'

/** What PDF.js finds where its worker runs. */
export interface Scope {
  ImageDecoder?: unknown
  createImageBitmap?: unknown
  OffscreenCanvas?: typeof OffscreenCanvas
}

/**
 * Makes a worker's surroundings fit for PDF.js, before it is loaded. Its pictures go to the worker that draws: from canvases
 * that the graphics card paints they arrive white in WebKitGTK (WebKit's bug 315499), so that the processor paints them. A
 * decoder for JPEG stands where the web view has none.
 */
export function prepare(scope: Scope): void {
  const { OffscreenCanvas: Canvas } = scope
  if (!Canvas) return
  scope.OffscreenCanvas = class extends Canvas {
    // What PDF.js asks of a canvas is a 2D context, in every case.
    override getContext(kind: never, how?: object): never {
      return super.getContext(kind, { ...how, willReadFrequently: true }) as never
    }
  }
  if (!scope.ImageDecoder && scope.createImageBitmap) scope.ImageDecoder = JpegDecoder
}
