import type { Desk, Passage, Revisited, Problem, Rect, Replaced, Standing } from '../ipc/contract'
import { fetchFile, openPdf } from '../pdf/open'
import { rectsOf, type Run } from '../pdf/place'
import type { Review } from './review.svelte'

/** A passage that somebody has to look at, with the versions of its file. */
export interface Pending {
  file: Replaced
  passage: Revisited
}

/**
 * Newer versions of the files on which passages of mine rest. Passages whose words stand there unchanged follow by
 * themselves; the others wait for a person.
 */
export class Versions {
  files = $state.raw<Replaced[]>([])
  problem = $state.raw<Problem | null>(null)
  /** Passages that followed while this desk was open, by the file that they left. */
  followed = $state<Record<string, number>>({})
  #desk: Desk
  #review: Review
  #busy: Promise<void> = Promise.resolve()
  #gone = new AbortController()

  constructor(desk: Desk, review: Review) {
    this.#desk = desk
    this.#review = review
  }

  pending = $derived.by((): Pending[] =>
    this.files.flatMap((file) =>
      file.passages.filter((one) => !follows(one)).map((passage) => ({ file, passage })),
    ),
  )

  /** Asks again, and lets follow what follows by itself; one at a time. */
  refresh(): Promise<void> {
    this.#busy = this.#busy
      .then(() => this.#load())
      .catch((reason: unknown) => {
        if (!this.#gone.signal.aborted) this.problem = reason as Problem
      })
    return this.#busy
  }

  async #load(): Promise<void> {
    // What was compared is what is on the disk: the last key first.
    await this.#review.flush()
    this.files = await this.#desk.review_versions({ dossier: this.#review.view.dossier })
    this.problem = null
    if (this.#review.readOnly) return
    for (const file of this.files) {
      const ready = file.passages.filter(follows)
      if (ready.length === 0) continue
      const places = await this.#places(
        file.new,
        ready.flatMap((one) => one.now ?? []),
      )
      for (const one of ready) {
        if (!one.now) continue
        const passage = passageOf(file.new, one.now, rectsAt(places, one.now))
        this.#review.renew(one.criterion, one.was.id, passage, true)
        this.followed[file.old] = (this.followed[file.old] ?? 0) + 1
      }
      this.#forget(ready)
    }
    await this.#review.flush()
  }

  /** Rests on the newer version with the words that stand there. */
  async confirm({ file, passage }: Pending): Promise<void> {
    if (!passage.now) return
    const places = await this.#places(file.new, [passage.now])
    const now = passageOf(file.new, passage.now, rectsAt(places, passage.now))
    this.#review.renew(passage.criterion, passage.was.id, now)
    this.#forget([passage])
  }

  remove({ passage }: Pending): void {
    this.#review.renew(passage.criterion, passage.was.id, null)
    this.#forget([passage])
  }

  close(): void {
    this.#gone.abort()
  }

  #forget(done: Revisited[]): void {
    const ids = done.map((one) => one.was.id)
    this.files = this.files
      .map((file) => ({ ...file, passages: file.passages.filter((one) => !ids.includes(one.was.id)) }))
      .filter((file) => file.passages.length > 0 || this.followed[file.old])
  }

  /** Rectangles of the words on their pages. A page that cannot be read gives none: the passage keeps its words. */
  async #places(file: string, spots: Standing[]): Promise<{ spot: Standing; rects: Rect[] }[]> {
    const found: { spot: Standing; rects: Rect[] }[] = []
    const watch = { signal: this.#gone.signal, bytes: () => undefined, pages: () => undefined }
    const { data, media } = await fetchFile(this.#desk, this.#review.view.dossier, file, watch)
    if (media !== 'application/pdf') return found
    const opened = await openPdf(data, watch, 'text')
    try {
      for (const spot of spots) {
        if (spot.page > opened.document.numPages) continue
        const page = await opened.document.getPage(spot.page)
        const { items } = await page.getTextContent()
        found.push({ spot, rects: rectsOf(items.filter((one) => 'str' in one) as Run[], spot) })
      }
    } finally {
      opened.close()
    }
    return found
  }
}

const rectsAt = (places: { spot: Standing; rects: Rect[] }[], spot: Standing) =>
  places.find((one) => one.spot === spot)?.rects ?? []

export const follows = (one: Revisited) => one.fate === 'same' || one.fate === 'moved'

function passageOf(file: string, now: Standing, rects: Rect[]): Passage {
  return {
    file,
    page: now.page,
    rects,
    quote: now.quote,
    before: now.before,
    after: now.after,
    region: false,
  }
}
