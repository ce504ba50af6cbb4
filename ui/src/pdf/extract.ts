import type { Desk } from '../ipc/contract'
import { openRanges, raceAbort, type Opened } from './open'
import { textOf } from './text'

/** Limits of what one file may take. */
const openingTime = 30_000
const pageTime = 10_000
/** After so many pages the worker is ended with all that it holds, and another one goes on. */
const perWorker = 60
/** Pages handed over at once, and letters after which they are. */
const batchPages = 8
const batchLetters = 200_000

export interface Reading {
  signal: AbortSignal
  /** Resolves when the window rests: asked before each page. */
  rest: () => Promise<void>
}

/**
 * Reads the text of a file of evidence from the page after `done`, and hands it over as it goes, so that what was read is
 * never read again. A page that takes too long counts as empty. Throws what the desk refuses (altered, not here, locked);
 * a file that PDF.js cannot read is recorded as such.
 */
export async function extract(
  desk: Desk,
  at: { dossier: string; file: string; done: number },
  reading: Reading,
): Promise<void> {
  const { dossier, file } = at
  const keep = (pages: number, first: number, texts: string[]) =>
    desk.texts_keep({ dossier, read: { file, pages, first, texts } })
  const { bytes, media } = await desk.evidence_open({ dossier, file })
  if (media !== 'application/pdf') return void (await keep(0, 1, []))
  let open: Source | null = null
  let used = 0
  let first = at.done + 1
  let texts: string[] = []
  try {
    for (let page = at.done + 1; ; page++) {
      await reading.rest()
      reading.signal.throwIfAborted()
      if (!open) {
        open = await opening(desk, { dossier, file }, bytes, reading.signal)
        used = 0
      }
      const pages = open.document.numPages
      if (page > pages) {
        // Also when there is nothing new: the file is known to end here.
        if (texts.length > 0) await keep(pages, first, texts)
        return
      }
      const text = await pageText(open, page, reading.signal)
      texts.push(text ?? '')
      used += 1
      if (text === null || used >= perWorker) {
        open.close()
        open = null
      }
      const letters = texts.reduce((sum, one) => sum + one.length, 0)
      if (texts.length >= batchPages || letters > batchLetters || page === pages) {
        const kept = await keep(pages, first, texts)
        first = kept + 1
        texts = []
        if (kept < page) return
      }
    }
  } catch (reason) {
    if (reading.signal.aborted || refused(reason) || brokeOff(open)) throw reason
    await keep(0, 1, [])
  } finally {
    open?.close()
  }
}

/** A file as it is read, with what the desk said when it broke off. */
type Source = Opened & { gone: { reason?: unknown } }

/** What the desk says has a code of its own; what PDF.js cannot read is no refusal. */
function refused(reason: unknown): boolean {
  if (typeof reason !== 'object' || reason === null || !('code' in reason)) return false
  return !String(reason.code).startsWith('pdf-')
}

const brokeOff = (open: Source | null) => open?.gone.reason !== undefined

async function opening(
  desk: Desk,
  at: { dossier: string; file: string },
  bytes: number,
  outer: AbortSignal,
): Promise<Source> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new Error('too long')), openingTime)
  try {
    const signal = AbortSignal.any([outer, late.signal])
    const gone: { reason?: unknown } = {}
    const failed = (reason: unknown) => (gone.reason = reason)
    const opened = await openRanges(desk, at, bytes, { signal, failed }, 'text')
    return { ...opened, gone }
  } finally {
    clearTimeout(timer)
  }
}

/** Null when the page took too long: its worker hangs. A page that cannot be read is empty. */
async function pageText(open: Source, number: number, outer: AbortSignal): Promise<string | null> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new Error('too long')), pageTime)
  try {
    const signal = AbortSignal.any([outer, late.signal])
    const page = await raceAbort(open.document.getPage(number), signal)
    const { items } = await raceAbort(page.getTextContent({ includeMarkedContent: false }), signal)
    page.cleanup()
    // A half of a pair of code units is no character, and no JSON for the program; lengths stay.
    return textOf(items).replace(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
  } catch (reason) {
    // The bytes stayed away, and the page is not to blame: it is read again another time.
    if (brokeOff(open)) throw open.gone.reason
    if (outer.aborted || refused(reason)) throw reason
    return late.signal.aborted ? null : ''
  } finally {
    clearTimeout(timer)
  }
}
