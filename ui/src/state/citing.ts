import { locale, type Locale } from '../i18n/index.svelte'
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

  /** The reference of a passage; null while it is not known. */
  of({ file, page }: Passage): string | null {
    return this.#known.get(this.#key(file, page, locale())) ?? null
  }

  #key(file: string, page: number, tongue: Locale): string {
    return `${file} ${page} ${tongue}`
  }
}
