import type { PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import type { Desk, Problem } from '../ipc/contract'

export interface PageSize {
  /** CSS pixels at scale 1: points. */
  width: number
  height: number
}

/** An open PDF with the size of each page, so that the frames stand before anything is drawn. */
export interface Opened {
  document: PDFDocumentProxy
  sizes: PageSize[]
  close: () => void
}

export interface Watch {
  signal: AbortSignal
  bytes: (done: number, total: number) => void
  pages: (done: number, total: number) => void
}

const chunk = 1 << 20

/** The bytes of a file, chunk by chunk; what the program answered about its type comes with them. */
export async function fetchFile(
  desk: Desk,
  dossier: string,
  file: string,
  watch: Pick<Watch, 'signal' | 'bytes'>,
): Promise<{ media: string; data: Uint8Array<ArrayBuffer> }> {
  const { bytes, media } = await desk.evidence_open({ dossier, file })
  const data = new Uint8Array(bytes)
  for (let begin = 0; begin < bytes; begin += chunk) {
    watch.signal.throwIfAborted()
    const end = Math.min(begin + chunk, bytes)
    const part = await desk.evidence_range({ dossier, file, begin, end })
    data.set(new Uint8Array(part), begin)
    watch.bytes(end, bytes)
  }
  watch.signal.throwIfAborted()
  return { media, data }
}

/** Loaded when the first file opens: it is larger than all the rest together. */
async function library() {
  const pdfjs = await import('pdfjs-dist')
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
  return pdfjs
}

/**
 * Opens a PDF for reading only: no scripts, no forms, no links, nothing fetched but our own character maps, fonts and
 * decoders. Each file has a worker of its own, so that one that loops can be ended without the others.
 */
export async function openPdf(
  data: Uint8Array<ArrayBuffer>,
  watch: Pick<Watch, 'signal' | 'pages'>,
): Promise<Opened> {
  const pdfjs = await library()
  watch.signal.throwIfAborted()
  const at = (folder: string) => new URL(`pdfjs/${folder}/`, document.baseURI).href
  const task = pdfjs.getDocument({
    data,
    cMapUrl: at('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: at('standard_fonts'),
    wasmUrl: at('wasm'),
    enableXfa: false,
    // Larger pictures are left out: a small file may ask for all the memory there is.
    maxImageSize: 100_000_000,
    canvasMaxAreaInBytes: 256_000_000,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  const end = () => void task.destroy()
  watch.signal.addEventListener('abort', end, { once: true })
  try {
    const opened = await raceAbort(task.promise, watch.signal)
    if (opened.numPages < 1) throw { code: 'pdf-empty', params: {} } satisfies Problem
    const sizes = await measure(opened, watch)
    return { document: opened, sizes, close: end }
  } catch (reason) {
    end()
    throw reason
  } finally {
    watch.signal.removeEventListener('abort', end)
  }
}

async function measure(
  opened: PDFDocumentProxy,
  watch: Pick<Watch, 'signal' | 'pages'>,
): Promise<PageSize[]> {
  const sizes: PageSize[] = []
  for (let number = 1; number <= opened.numPages; number++) {
    // Beyond three hundred pages the rest is taken to be like the last: measuring a register of thousands would be felt.
    const last = sizes.at(-1)
    if (number > 300 && last) {
      sizes.push(last)
      continue
    }
    sizes.push(await raceAbort(sizeOf(opened, number), watch.signal))
    if (number % 20 === 0) watch.pages(number, opened.numPages)
  }
  return sizes
}

/** A page that cannot even be measured keeps a frame of A4, in which it says so. */
async function sizeOf(opened: PDFDocumentProxy, number: number): Promise<PageSize> {
  try {
    const page = await opened.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    if (Number.isFinite(width) && Number.isFinite(height) && width > 0 && height > 0) return { width, height }
  } catch {
    // Said when the page is drawn.
  }
  return { width: 595, height: 842 }
}

/** What hangs in a worker does not hang the screen: giving up is answered at once. */
export function raceAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error)
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
