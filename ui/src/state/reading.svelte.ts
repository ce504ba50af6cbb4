import type { EvidenceFile, FilePlace, Place, ReviewView } from '../ipc/contract'

/** A spot of the evidence to come back to. */
export interface Spot {
  file: string
  page: number
  /** Share of the page above the pane's upper edge. */
  scroll: number
}

const fresh = (): FilePlace => ({ page: 1, scroll: 0, zoom: null, rotation: 0, spread: false })

/** Where somebody reads: the file, the place in it, how it is shown, and the way back after a jump. */
export class Reading {
  file = $state<string | null>(null)
  page = $state(1)
  scroll = $state(0)
  zoom = $state<number | null>(null)
  rotation = $state<FilePlace['rotation']>(0)
  spread = $state(false)
  night = $state(false)
  /** The page as text with headings, in place of its picture. */
  asText = $state(false)
  /** Grows when the place was set from outside: the pages on screen go there. */
  moved = $state(0)
  #places: Record<string, FilePlace>
  #past = $state.raw<Spot[]>([])
  #future = $state.raw<Spot[]>([])
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `kept` writes the place down; null: this reading is not taken up again. */
  constructor(
    place: ReviewView['place'],
    files: EvidenceFile[],
    readonly kept: ((place: Omit<Place, 'criterion'>) => void) | null,
  ) {
    this.#places = place?.files ?? {}
    this.night = place?.night ?? false
    const file = place?.file ?? files.find((one) => one.state === 'here')?.file ?? files[0]?.file ?? null
    this.#take(file)
    if (place && file === place.file) {
      this.page = place.page
      this.scroll = place.scroll
      this.zoom = place.zoom
    }
  }

  behind = $derived(this.#past.at(-1) ?? null)
  ahead = $derived(this.#future.at(-1) ?? null)

  #take(file: string | null): void {
    const known = { ...fresh(), ...(file === null ? {} : this.#places[file]) }
    this.file = file
    this.page = known.page
    this.scroll = known.scroll
    this.zoom = known.zoom
    this.rotation = known.rotation
    this.spread = known.spread
  }

  #put(): void {
    const { file, page, scroll, zoom, rotation, spread } = this
    if (file !== null) this.#places = { ...this.#places, [file]: { page, scroll, zoom, rotation, spread } }
  }

  /** Shows a file where it was left, or at a page of it. */
  choose(file: string, page?: number): void {
    if (this.file !== file) {
      this.#put()
      this.#take(file)
    }
    if (page !== undefined) {
      this.page = page
      this.scroll = 0
    }
    this.moved += 1
    this.keep()
  }

  // ------------------------------------------------------------------------------------------ the way back

  #here(): Spot | null {
    return this.file === null ? null : { file: this.file, page: this.page, scroll: this.scroll }
  }

  /** Before a jump: this is where the way back leads. */
  leap(): void {
    const here = this.#here()
    if (!here) return
    const last = this.#past.at(-1)
    const same =
      last?.file === here.file && last.page === here.page && Math.abs(last.scroll - here.scroll) < 0.05
    if (!same) this.#past = [...this.#past.slice(-99), here]
    this.#future = []
  }

  back(): boolean {
    const spot = this.#past.at(-1)
    const here = this.#here()
    if (!spot || !here) return false
    this.#past = this.#past.slice(0, -1)
    this.#future = [...this.#future, here]
    this.#go(spot)
    return true
  }

  forward(): boolean {
    const spot = this.#future.at(-1)
    const here = this.#here()
    if (!spot || !here) return false
    this.#future = this.#future.slice(0, -1)
    this.#past = [...this.#past, here]
    this.#go(spot)
    return true
  }

  #go({ file, page, scroll }: Spot): void {
    if (this.file !== file) {
      this.#put()
      this.#take(file)
    }
    this.page = page
    this.scroll = scroll
    this.moved += 1
    this.keep()
  }

  // ------------------------------------------------------------------------------------------ kept on this device

  keep(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.send(), 300)
  }

  /** At once: the screen goes. */
  send(): void {
    clearTimeout(this.#timer)
    this.#put()
    const { file, page, scroll, zoom, night } = this
    this.kept?.({ file, page, scroll, zoom, files: this.#places, night })
  }
}
