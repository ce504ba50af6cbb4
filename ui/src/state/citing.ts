import { pages } from './pages.svelte'
import { locale, t, type Locale } from '../i18n/index.svelte'
import type { Desk, Passage } from '../ipc/contract'

/**
 * How passages are cited, asked for when they are selected: what is copied must be at hand at once, since a clipboard is
 * written while the key is pressed or not at all.
 */
export class Citing {
  #known = new Map<string, string>()
  #asked = new Set<string>()

  constructor(
    private readonly desk: Pick<Desk, 'reference_text'>,
    private readonly dossier: string,
  ) {}

  /** Asks once for each page of a file in the language on screen. */
  prepare({ file, page }: Passage): void {
    const tongue = locale()
    const key = this.#key(file, page, tongue)
    if (this.#asked.has(key)) return
    this.#asked.add(key)
    this.desk.reference_text({ dossier: this.dossier, file, page, tongue }).then(
      (text) => this.#known.set(key, text),
      // Without an answer the file's title stands in for the reference; the next selection asks again.
      () => this.#asked.delete(key),
    )
  }

  /** A passage as a text cites it: the words, and where they stand; of which dossier, where that is told. */
  text(
    passage: Passage,
    title: string,
    about?: { solution: string; version: string; number: string },
  ): string {
    const reference = this.of(passage)
    const place = { title, p: pages.named(passage.file, passage.page) }
    const where = !about
      ? (reference ?? t('review-passage-place', place))
      : reference
        ? t('review-reference-known', { reference, ...about })
        : t('review-reference', { ...place, ...about })
    return passage.region ? where : `${t('review-declared-quote', { answer: passage.quote })} (${where})`
  }

  /** The reference of a passage; null while it is not known. */
  of({ file, page }: Passage): string | null {
    const known = this.#known.get(this.#key(file, page, locale()))
    // It ends with the page as it is counted; the file's own number is known here alone.
    return known?.replace(/ p\. \d+$/, ` p. ${pages.named(file, page)}`) ?? null
  }

  #key(file: string, page: number, tongue: Locale): string {
    return `${file} ${page} ${tongue}`
  }
}
