import type { PDFDataRangeTransport } from 'pdfjs-dist'
import type { Desk } from '../ipc/contract'

/** A piece of evidence as it is sealed: to read one byte is to open all of it, so that PDF.js asks for no less. */
export const piece = 256 << 10
/** The program hands over no more at once. */
const most = 1 << 20

/** Reads `[begin, end)` of a file. */
export async function readRange(
  desk: Desk,
  at: { dossier: string; file: string },
  begin: number,
  end: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8Array(end - begin)
  for (let from = begin; from < end; from += most) {
    signal.throwIfAborted()
    const part = await desk.evidence_range({ ...at, begin: from, end: Math.min(from + most, end) })
    data.set(new Uint8Array(part), from - begin)
  }
  return data
}

/**
 * Gives PDF.js the ranges that it asks for and nothing else. A range that cannot be had (altered, not here, the desk was
 * locked) ends the reading: `failed` is told once, and no page waits for ever.
 */
export async function transport(
  desk: Desk,
  at: { dossier: string; file: string },
  bytes: number,
  signal: AbortSignal,
  failed: (reason: unknown) => void,
): Promise<PDFDataRangeTransport> {
  const { PDFDataRangeTransport } = await import('pdfjs-dist')
  class Ranges extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      readRange(desk, at, begin, end, signal).then(
        (data) => signal.aborted || this.onDataRange(begin, data),
        (reason: unknown) => signal.aborted || failed(reason),
      )
    }
  }
  return new Ranges(bytes, null)
}
