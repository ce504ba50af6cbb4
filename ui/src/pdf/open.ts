import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from 'pdfjs-dist'
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url'
import workerUrl from './worker?worker&url'
import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api'
import type { Desk, Problem } from '../ipc/contract'
import { piece, readRange, transport } from './ranges'
import { A4, sizesOf, type PageSize } from './sizes'

export type { PageSize }

/** An open PDF with the size of each page as far as it is known, so that the frames stand before anything is drawn. */
export interface Opened {
  document: PDFDocumentProxy
  sizes: PageSize[]
  close: () => void
}

/** A file of evidence that was opened: a picture has all its bytes, a PDF is read as its pages are asked for. */
export type Evidence =
  { kind: 'image'; media: string; data: Uint8Array<ArrayBuffer> } | { kind: 'pdf'; opened: Opened }

/** Whether a file is opened to be seen, or for its text alone. */
export type Use = 'pages' | 'text'

export interface Watch {
  signal: AbortSignal
  bytes: (done: number, total: number) => void
  /** The file turned out later to be altered or not here: nothing of it may stay on the screen. */
  failed: (reason: unknown) => void
}

/** After so long a file that is being read is compared as a whole with its digest: the first page goes first. */
const later = 3000

/**
 * Opens a file of evidence. Of a PDF only what its first page needs is read: each range is authenticated piece by piece
 * when it is opened, so that nothing altered is ever drawn; the digest of the whole is compared behind the reader's back.
 */
export async function openEvidence(
  desk: Desk,
  dossier: string,
  file: string,
  watch: Watch,
): Promise<Evidence> {
  const at = { dossier, file }
  const { bytes, media } = await desk.evidence_open(at)
  watch.signal.throwIfAborted()
  if (media.startsWith('image/')) return { kind: 'image', media, data: await whole(desk, at, bytes, watch) }
  if (media !== 'application/pdf') throw { code: 'evidence-type', params: {} } satisfies Problem
  const opened = await openRanges(desk, at, bytes, watch, 'pages')
  const check = setTimeout(() => {
    desk.evidence_compare(at).catch((reason: unknown) => watch.signal.aborted || watch.failed(reason))
  }, later)
  watch.signal.addEventListener('abort', () => clearTimeout(check), { once: true })
  return { kind: 'pdf', opened }
}

/** Opens a PDF of evidence by ranges; a range that cannot be had ends it and is told. */
export async function openRanges(
  desk: Desk,
  at: { dossier: string; file: string },
  bytes: number,
  watch: Pick<Watch, 'signal' | 'failed'>,
  what: Use,
): Promise<Opened> {
  const gone = new AbortController()
  const signal = AbortSignal.any([watch.signal, gone.signal])
  let open = false
  const range = await transport(desk, at, bytes, signal, (reason) => {
    if (gone.signal.aborted) return
    gone.abort(reason)
    if (open) watch.failed(reason)
  })
  const source = { range, rangeChunkSize: piece, disableAutoFetch: true, disableStream: true }
  const opened = await load(source, signal, what)
  open = true
  const close = () => {
    gone.abort()
    opened.close()
  }
  return { ...opened, close }
}

/** All the bytes of a file, as far as the program goes on handing them over. */
async function whole(
  desk: Desk,
  at: { dossier: string; file: string },
  bytes: number,
  watch: Pick<Watch, 'signal' | 'bytes'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8Array(bytes)
  for (let begin = 0; begin < bytes; begin += stride) {
    const end = Math.min(begin + stride, bytes)
    data.set(await readRange(desk, at, begin, end, watch.signal), begin)
    watch.bytes(end, bytes)
  }
  watch.signal.throwIfAborted()
  return data
}

const stride = 1 << 20

/** The bytes of a whole file; what the program answered about its type comes with them. */
export async function fetchFile(
  desk: Desk,
  dossier: string,
  file: string,
  watch: Pick<Watch, 'signal' | 'bytes'>,
): Promise<{ media: string; data: Uint8Array<ArrayBuffer> }> {
  const { bytes, media } = await desk.evidence_open({ dossier, file })
  return { media, data: await whole(desk, { dossier, file }, bytes, watch) }
}

/** Loaded before the first file opens: it is larger than all the rest together. */
async function library() {
  const pdfjs = await import('pdfjs-dist')
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
  // Pages are drawn beside the window, which goes on answering.
  pdfjs.GlobalWorkerOptions.rendererSrc = rendererUrl
  return pdfjs
}

/** A worker that waits for the next file: to start one takes as long as to draw a page. */
let spare: PDFWorker | null = null

/** Makes ready what the next file needs. What fails is told when one is opened. */
export async function warm(): Promise<void> {
  try {
    const { PDFWorker, VerbosityLevel } = await library()
    spare ??= new PDFWorker({ verbosity: VerbosityLevel.ERRORS })
  } catch {
    spare = null
  }
}

/** Opens a PDF whose bytes are all here; `what` it is opened for. */
export function openPdf(
  data: Uint8Array<ArrayBuffer>,
  watch: Pick<Watch, 'signal'>,
  what: Use,
): Promise<Opened> {
  return load({ data }, watch.signal, what)
}

/** After so long a worker that does not answer is ended as it is. */
const patience = 1000

/**
 * Opens a PDF for reading only: no scripts, no forms, no links, nothing fetched but our own character maps, fonts and
 * decoders. Each file has a worker of its own, so that one that loops can be ended without the others. For its text
 * alone it needs nobody who draws.
 */
async function load(source: DocumentInitParameters, signal: AbortSignal, what: Use): Promise<Opened> {
  const pdfjs = await library()
  signal.throwIfAborted()
  const at = (folder: string) => new URL(`pdfjs/${folder}/`, document.baseURI).href
  const worker =
    (what === 'pages' && spare) || new pdfjs.PDFWorker({ verbosity: pdfjs.VerbosityLevel.ERRORS })
  if (worker === spare) spare = null
  const task = pdfjs.getDocument({
    ...source,
    worker,
    disableWorkerRendering: what === 'text',
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
  let ended = false
  const end = () => {
    if (ended) return
    ended = true
    const late = new Promise((resolve) => setTimeout(resolve, patience))
    void Promise.race([task.destroy().catch(() => undefined), late]).then(() => worker.destroy())
  }
  signal.addEventListener('abort', end, { once: true })
  try {
    const opened = await raceAbort(task.promise, signal)
    if (opened.numPages < 1) throw { code: 'pdf-empty', params: {} } satisfies Problem
    const first = await raceAbort(sizeOf(opened, 1), signal)
    return { document: opened, sizes: sizesOf(opened.numPages, new Map([[1, first]])), close: end }
  } catch (reason) {
    end()
    throw reason
  }
}

/** A page that cannot even be measured keeps a frame of A4, in which it says so. */
async function sizeOf(opened: PDFDocumentProxy, number: number): Promise<PageSize> {
  try {
    return measured(await opened.getPage(number)) ?? A4
  } catch {
    // Said when the page is drawn.
    return A4
  }
}

/** The size of a page that was loaded; null where it makes no sense. */
export function measured(page: PDFPageProxy): PageSize | null {
  const { width, height } = page.getViewport({ scale: 1 })
  return Number.isFinite(width) && Number.isFinite(height) && width > 0 && height > 0
    ? { width, height }
    : null
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
