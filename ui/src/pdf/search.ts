import { fold } from '../i18n/fold'
import type { Desk, EvidenceFile } from '../ipc/contract'
import { foldSpaces } from './anchor'
import { fetchFile, openPdf } from './open'
import { pageText } from './page-text'

export interface Hit {
  file: string
  page: number
  /** Which of the page's places it is, from 0. */
  nth: number
  /** Where it begins in the text. */
  at: number
  before: string
  found: string
  after: string
}

/** The pages of each file that was read, in memory only: what lies open on the desk leaves no trace on the disk. */
export class Texts {
  #pages = new Map<string, string[]>()

  constructor(
    readonly desk: Desk,
    readonly dossier: string,
  ) {}

  /** The text of each page; empty for what is no PDF or cannot be read: its own pane says why. */
  async of(file: EvidenceFile, signal: AbortSignal): Promise<string[]> {
    const known = this.#pages.get(file.file)
    if (known) return known
    const pages = await this.#read(file, signal).catch((reason: unknown) => {
      if (signal.aborted) throw reason
      return []
    })
    this.#pages.set(file.file, pages)
    return pages
  }

  async #read(file: EvidenceFile, outer: AbortSignal): Promise<string[]> {
    // A file that does not come to an end must not hold up the others.
    const signal = AbortSignal.any([outer, AbortSignal.timeout(20_000)])
    const quiet = { signal, bytes: () => undefined, pages: () => undefined }
    const { media, data } = await fetchFile(this.desk, this.dossier, file.file, quiet)
    if (media !== 'application/pdf') return []
    const opened = await openPdf(data, quiet, 'text')
    try {
      const pages: string[] = []
      for (let number = 1; number <= opened.sizes.length; number++) {
        signal.throwIfAborted()
        pages.push(await pageText(opened.document, number))
      }
      return pages
    } finally {
      opened.close()
    }
  }
}

/** Every place of a text, accents and capitals aside, with what stands around it. */
export function places(file: string, page: number, text: string, query: string): Hit[] {
  const flat = text.replaceAll('\n', ' ')
  const folded = fold(flat)
  const wanted = fold(query.trim())
  // Where folding changes lengths, the places would be wrong: compared as it stands then.
  const [hay, needle] = folded.length === flat.length ? [folded, wanted] : [flat, query.trim()]
  const hits: Hit[] = []
  if (needle === '') return hits
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
    hits.push({
      file,
      page,
      nth: hits.length,
      at,
      before: foldSpaces(flat.slice(Math.max(0, at - 40), at)),
      found: flat.slice(at, at + needle.length),
      after: foldSpaces(flat.slice(at + needle.length, at + needle.length + 60)),
    })
  }
  return hits
}
