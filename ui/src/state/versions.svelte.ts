import { t } from '../i18n/index.svelte'
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
  /** Passages that followed while this desk was open, and where they stand now. */
  went = $state.raw<(Pending & { now: Passage })[]>([])
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

  /** How many followed, by the file that they left. */
  followed = $derived.by(() => {
    const count: Record<string, number> = {}
    for (const { file } of this.went) count[file.old] = (count[file.old] ?? 0) + 1
    return count
  })

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
    this.#take(await this.#desk.review_versions({ dossier: this.#review.view.dossier }))
    this.problem = null
    for (const file of this.files) {
      // A sealed sheet keeps what it cites; what I noted for myself goes on.
      const ready = file.passages.filter((one) => follows(one) && !this.closed(one))
      if (ready.length === 0) continue
      const places = await this.#places(
        file.new,
        ready.flatMap((one) => one.now ?? []),
      )
      for (const one of ready) {
        if (!one.now) continue
        const passage = passageOf(file.new, one.now, rectsAt(places, one.now))
        this.#review.renew(one.criterion, one.was.id, passage, true)
        this.went = [...this.went, { file, passage: one, now: passage }]
      }
      this.#forget(ready)
    }
    await this.#review.flush()
  }

  /** Cited by a sheet that is sealed: it stays where it is. */
  closed({ criterion }: Revisited): boolean {
    return this.#review.readOnly && criterion !== null
  }

  /** Why passages of a sheet cannot be confirmed, and what can be done. */
  get closedWhy(): string {
    return this.#review.sheet.may_take_back ? t('versions-locked') : this.#review.lockedWhy
  }

  /** Rests on the newer version with the words that stand there. */
  async confirm({ file, passage }: Pending): Promise<void> {
    if (!passage.now) return
    const now = regionOf(file, passage) ?? (await this.#passage(file.new, passage.now))
    this.#review.renew(passage.criterion, passage.was.id, now)
    this.#forget([passage])
  }

  async #passage(file: string, now: Standing): Promise<Passage> {
    return passageOf(file, now, rectsAt(await this.#places(file, [now]), now))
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
    this.#take(
      this.files
        .map((file) => ({ ...file, passages: file.passages.filter((one) => !ids.includes(one.was.id)) }))
        .filter((file) => file.passages.length > 0 || this.followed[file.old]),
    )
  }

  /** The sheet says beside each mark what waits under it. */
  #take(files: Replaced[]): void {
    this.files = files
    const open = this.pending.filter(({ passage }) => !this.closed(passage))
    this.#review.toConfirm = open.map(({ passage }) => ({ criterion: passage.criterion, id: passage.was.id }))
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

/** A region, or a page, keeps its place: there are no words to find it by. */
export function regionOf(file: Replaced, { fate, was, now }: Revisited): Passage | null {
  if (fate !== 'region' || !now) return null
  return { ...passageOf(file.new, now, was.rects), region: was.region }
}

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
