import { folded, stretches } from '../i18n/fold'
import type { Desk, EvidenceFile } from '../ipc/contract'
import { foldSpaces } from './anchor'
import { openRanges, raceAbort } from './open'
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

  /** The text of each page; none of what is no PDF. What cannot be read throws, and is tried again the next time. */
  async of(file: EvidenceFile, signal: AbortSignal): Promise<string[]> {
    const known = this.#pages.get(file.file)
    if (known) return known
    const pages = await this.#read(file.file, signal)
    this.#pages.set(file.file, pages)
    return pages
  }

  async #read(file: string, outer: AbortSignal): Promise<string[]> {
    const at = { dossier: this.dossier, file }
    const { bytes, media } = await this.desk.evidence_open(at)
    if (media !== 'application/pdf') return []
    const gone = new AbortController()
    const signal = AbortSignal.any([outer, gone.signal])
    const failed = (reason: unknown) => gone.abort(reason)
    let timer: ReturnType<typeof setTimeout> | undefined
    /** A step that does not come to an end must not hold up the other files; a long file has many. */
    const step = <T>(work: Promise<T>) => {
      clearTimeout(timer)
      timer = setTimeout(() => failed(new Error('too long')), patience)
      return raceAbort(work, signal)
    }
    try {
      const opened = await step(openRanges(this.desk, at, bytes, { signal, failed }, 'text'))
      try {
        const pages: string[] = []
        for (let number = 1; number <= opened.sizes.length; number++)
          pages.push(await step(pageText(opened.document, number)))
        // What broke off left its last pages empty.
        signal.throwIfAborted()
        return pages
      } finally {
        opened.close()
      }
    } finally {
      clearTimeout(timer)
    }
  }
}

const patience = 20_000

/** Every place of a text, accents and capitals aside, with what stands around it. */
export function places(file: string, page: number, text: string, query: string): Hit[] {
  return stretches(folded(text), query).map(({ start, end }, nth) => ({
    file,
    page,
    nth,
    at: start,
    before: foldSpaces(text.slice(Math.max(0, start - 40), start)),
    found: foldSpaces(text.slice(start, end)),
    after: foldSpaces(text.slice(end, end + 60)),
  }))
}
