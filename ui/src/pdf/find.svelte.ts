import { pages } from '../state/pages.svelte'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { folded, stretches, type Folded } from '../i18n/fold'
import { t } from '../i18n/index.svelte'
import { announcer } from '../state/announce.svelte'
import { pageText } from './page-text'
import type { Viewer } from './viewer.svelte'

/** A place found: the nth of its page, from 0. */
export interface Found {
  page: number
  nth: number
}

/** Finding words in the file on screen: every place is known and marked, one of them is the one looked at. */
export class Find {
  open = $state(false)
  query = $state('')
  found = $state.raw<Found[]>([])
  /** Which one is looked at; -1 before the first. */
  at = $state(-1)
  /** Pages read so far; null when all are. */
  read = $state<number | null>(null)
  /** Grows to ask for the field. */
  asked = $state(0)
  #texts: Folded[] = []
  #turn = 0
  #stepped = false

  constructor(
    readonly document: PDFDocumentProxy,
    readonly viewer: Viewer,
  ) {}

  current = $derived(this.found[this.at] ?? null)

  show(): void {
    this.open = true
    this.asked += 1
  }

  /** Ends the search; the reading goes on from what was found, so that it can be cited from the keyboard. */
  leave(): void {
    const stretch = this.current && this.stretch(this.current)
    if (this.current && stretch) this.viewer.point(this.current.page, stretch.start)
    this.close()
  }

  close(): void {
    this.#turn += 1
    this.open = false
    this.query = ''
    this.found = []
    this.at = -1
    this.read = null
  }

  /** Looks for what stands in `query` from the page on screen on; a newer search ends an older one. */
  async search(): Promise<void> {
    const turn = ++this.#turn
    const query = this.query.trim()
    this.found = []
    this.at = -1
    this.#stepped = false
    if (query === '') {
      this.read = null
      return
    }
    this.read = 0
    const here = this.viewer.page
    let found: Found[] = []
    for (let page = 1; page <= this.document.numPages; page++) {
      const text = (this.#texts[page - 1] ??= folded(await pageText(this.document, page)))
      if (turn !== this.#turn) return
      found = [...found, ...stretches(text, query).map((_, nth) => ({ page, nth }))]
      if (page % 16 === 0) {
        this.found = found
        this.read = page
        // The window goes on while a long book is read.
        await new Promise((go) => setTimeout(go))
        if (turn !== this.#turn) return
      }
    }
    this.found = found
    this.read = null
    announcer.say(t('review-find-count', { n: found.length }))
    if (found.length > 0 && !this.#stepped) {
      const first = found.findIndex((one) => one.page >= here)
      await this.#look(first === -1 ? 0 : first)
    }
  }

  /** The next or the one before; round at the ends. */
  async step(by: 1 | -1): Promise<void> {
    const { length } = this.found
    if (length === 0) return
    this.#stepped = true
    await this.#look((this.at + by + length) % length)
    announcer.say(
      t('review-find-at', {
        a: this.at + 1,
        b: length,
        p: pages.named(this.viewer.file, this.current?.page ?? 1),
      }),
    )
  }

  async #look(at: number): Promise<void> {
    this.at = at
    const one = this.found[at]
    if (one) await this.viewer.reveal(one.page, () => this.stretch(one))
  }

  /** Where a place found stands in the text of its page. */
  stretch({ page, nth }: Found): { start: number; end: number } | null {
    return this.viewer.places(page, this.query)[nth] ?? null
  }

  /** The places of a page that is on screen. */
  on(page: number): { stretch: { start: number; end: number }; current: boolean }[] {
    if (!this.open || this.found.length === 0) return []
    return this.viewer.places(page, this.query).map((stretch, nth) => ({
      stretch,
      current: this.current?.page === page && this.current.nth === nth,
    }))
  }
}
