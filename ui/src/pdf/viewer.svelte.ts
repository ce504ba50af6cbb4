import { folded, stretches } from '../i18n/fold'
import { locale, t } from '../i18n/index.svelte'
import type { Passage } from '../ipc/contract'
import { announcer } from '../state/announce.svelte'
import { pages } from '../state/pages.svelte'
import { toasts } from '../state/toast.svelte'
import { lines, quoteOf, toPage, toScreen, type Box, type Plane } from './anchor'
import { ownSize } from './picture'
import { begun, moved, rectOf, type Region } from './region'
import { differs, sizesOf, type PageSize } from './sizes'
import { arrange, fitting, pad, type Look } from './layout'
import {
  extend,
  offsetOf,
  rangeOf,
  read,
  selectedBy,
  sentences,
  units,
  type Cursor,
  type PageText,
  type Stretch,
  type Unit,
} from './text'
import { Turns } from './turns'

/** A page that stands on the screen, with its text; that of a picture is empty. */
export interface Mounted {
  frame: HTMLElement
  layer: HTMLElement
  viewport: Plane
}

export interface Selected {
  passage: Passage
  /** In the scroller's content, CSS pixels. */
  box: Box
}

/** The pages of one file in their scroller: where each lies, what is selected, where the reading stands. */
export class Viewer {
  readonly file: string
  sizes = $state.raw<PageSize[]>([])
  scale = $state(1)
  rotation = $state<Look['rotation']>(0)
  spread = $state(false)
  selected = $state.raw<Selected | null>(null)
  region = $state<Region | null>(null)
  /** The passage that was just opened, shown for a moment. */
  flash = $state<Passage | null>(null)
  page = $state(1)
  #scroller: HTMLElement | null = null
  #moved: () => void = () => undefined
  // Plain maps on purpose: they are asked, not shown.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #mounted = new Map<number, Mounted>()
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #texts = new Map<number, PageText>()
  #cursor: Cursor | null = null
  #flashTimer: ReturnType<typeof setTimeout> | undefined

  /** Whose turn it is to be drawn. */
  readonly turns = new Turns(() => this.page)

  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #measured = new Map<number, PageSize>()
  /** By how much the pane will be scrolled when the corrected frames stand. */
  #shift = 0

  /** `picture`: the file is one, so it has no words; it is not enlarged by itself. */
  constructor(
    file: string,
    sizes: PageSize[],
    readonly picture = false,
  ) {
    this.file = file
    this.sizes = sizes
    if (sizes[0]) this.#measured.set(1, sizes[0])
  }

  // ------------------------------------------------------------------------------------------ layout

  #look = $derived<Look>({ scale: this.scale, rotation: this.rotation, spread: this.spread })
  arranged = $derived(arrange(this.sizes, this.#look))

  /** `moved` is told of each place gone to, before the browser comes to say that it scrolled. */
  attach(scroller: HTMLElement, moved: () => void): void {
    this.#scroller = scroller
    this.#moved = moved
  }

  /** Page width, with room for the margins: the default. */
  fit(width: number, look: Partial<Look> = {}): number {
    const scale = fitting(this.sizes, { ...this.#look, ...look }, width)
    return this.picture ? Math.min(scale, ownSize) : scale
  }

  /** Changes how the pages are shown and keeps what is read where it is. */
  reshape(look: Partial<Look>): void {
    const place = this.place()
    if (look.rotation !== undefined) this.rotation = look.rotation
    if (look.spread !== undefined) this.spread = look.spread
    if (look.scale !== undefined) this.scale = look.scale
    queueMicrotask(() => this.goTo(place.page, place.share))
  }

  /** The page at a height of the content; of two side by side the first. */
  pageAt(y: number): number {
    const { pages } = this.arranged
    const next = pages.findIndex((page) => page.top > y)
    const last = (next === -1 ? pages.length : Math.max(1, next)) - 1
    return 1 + pages.findIndex((page) => page.top === pages[last]?.top)
  }

  /** Pages of which something lies between two heights. */
  between(from: number, to: number): number[] {
    const first = this.pageAt(from)
    const { pages } = this.arranged
    const after = pages.findIndex((page) => page.top > to)
    const last = after === -1 ? pages.length : Math.max(after, first)
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }

  place(): { page: number; share: number } {
    const top = this.#scroller?.scrollTop ?? 0
    const page = this.pageAt(top + (this.#scroller?.clientHeight ?? 0) / 3)
    const box = this.arranged.pages[page - 1]
    return { page, share: clamp((top - (box?.top ?? 0)) / (box?.height ?? 1), -1, 1) }
  }

  /** The size of a page that came near, where another was taken for it: what is read stays where it is. */
  correct(number: number, size: PageSize): void {
    this.#measured.set(number, size)
    const next = sizesOf(this.sizes.length, this.#measured)
    if (!next.some((one, i) => differs(one, this.sizes[i]))) return
    const scroller = this.#scroller
    const eye = (scroller?.scrollTop ?? 0) + this.#shift + (scroller?.clientHeight ?? 0) / 3
    const page = this.pageAt(eye)
    const before = this.arranged.pages[page - 1]?.top ?? 0
    this.sizes = next
    if (this.#shift === 0) {
      queueMicrotask(() => {
        scroller?.scrollBy({ top: this.#shift })
        this.#shift = 0
      })
    }
    this.#shift += (this.arranged.pages[page - 1]?.top ?? 0) - before
  }

  goTo(page: number, share = 0): void {
    const number = clamp(Math.round(page), 1, this.sizes.length)
    const box = this.arranged.pages[number - 1]
    const top = (box?.top ?? 0) + share * (box?.height ?? 0)
    this.page = number
    this.#scroller?.scrollTo({ top: share === 0 ? top - pad : top })
    this.#moved()
  }

  /** The page after or before; side by side, the pair. */
  turn(step: 1 | -1): void {
    const tops = this.arranged.pages.map((page) => page.top)
    const here = tops[this.page - 1] ?? 0
    const top = step > 0 ? tops.find((one) => one > here) : tops.findLast((one) => one < here)
    if (top !== undefined) this.goTo(1 + tops.indexOf(top))
  }

  /** Brings a passage under the eye and shows it for a moment; with reduced motion until the next key. */
  async show(passage: Passage): Promise<void> {
    this.goTo(passage.page)
    this.flash = passage
    clearTimeout(this.#flashTimer)
    await this.ready(passage.page)
    const viewport = this.#mounted.get(passage.page)?.viewport
    const page = this.arranged.pages[passage.page - 1]
    if (viewport && page && passage.rects.length > 0) {
      const top = Math.min(...boxesOf(passage, viewport).map((box) => box.top))
      const above = (this.#scroller?.clientHeight ?? 0) * 0.25
      this.#scroller?.scrollTo({ top: page.top + top - above })
    }
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      window.addEventListener('keydown', () => (this.flash = null), { once: true })
    } else this.#flashTimer = setTimeout(() => (this.flash = null), 600)
  }

  // ------------------------------------------------------------------------------------------ pages on screen

  mount(page: number, mounted: Mounted): void {
    this.#mounted.set(page, mounted)
    this.#texts.delete(page)
    for (const { number, done } of this.#awaited.splice(0)) {
      if (number === page) done()
      else this.#awaited.push({ number, done })
    }
  }

  unmount(page: number): void {
    this.#mounted.delete(page)
    this.#texts.delete(page)
  }

  #awaited: { number: number; done: () => void }[] = []

  /** Resolves when the text of a page stands; at once when it does. */
  ready(number: number): Promise<void> {
    if (this.#mounted.has(number)) return Promise.resolve()
    return new Promise((done) => this.#awaited.push({ number, done }))
  }

  #text(page: number): PageText | null {
    const mounted = this.#mounted.get(page)
    if (!mounted) return null
    let text = this.#texts.get(page)
    if (!text) this.#texts.set(page, (text = read(mounted.layer)))
    return text
  }

  /** What of a page's text stands where, from the page's corner; empty while the page is not on screen. */
  boxes(page: number, stretches: Stretch[]): Box[][] {
    const text = this.#text(page)
    const frame = this.#mounted.get(page)?.frame
    if (!text || !frame) return []
    return stretches.map(({ start, end }) => this.#boxes(text, start, end, frame))
  }

  /** The words of a page that is on screen. */
  words(page: number): string {
    return this.#text(page)?.text ?? ''
  }

  /** Where words stand on a page that is on screen, accents and capitals aside. */
  places(page: number, query: string): Stretch[] {
    return stretches(folded(this.words(page)), query)
  }

  // ------------------------------------------------------------------------------------------ selection

  /** Reads what the person selected; one passage lies on one page, the one where the selection begins. */
  readSelection(): void {
    const selection = document.getSelection()
    this.selected = null
    if (!selection || selection.rangeCount === 0) return
    const range = selection.getRangeAt(0)
    const found = [...this.#mounted]
      .toSorted(([a], [b]) => a - b)
      .find(([, one]) => range.intersectsNode(one.layer))
    if (!found) return
    const [page, { layer }] = found
    const text = this.#text(page)
    if (!text) return
    const inside = (node: Node) => layer.contains(node)
    const start = inside(range.startContainer) ? offsetOf(text, range.startContainer, range.startOffset) : 0
    const end = inside(range.endContainer)
      ? offsetOf(text, range.endContainer, range.endOffset)
      : text.text.length
    if (start === null || end === null) return
    if (range.collapsed) {
      // A click: the reading goes on from there.
      this.point(page, start)
      return
    }
    this.selected = this.#select(page, text, start, end)
    // What goes on to the next page is left out, and said: two passages cite both.
    const cut = this.selected !== null && this.#onNext(range, page)
    if (cut && this.#cut !== this.selected?.passage.quote)
      toasts.show(t('review-selection-cut', { p: pages.named(this.file, page) }))
    this.#cut = cut ? (this.selected?.passage.quote ?? '') : ''
    const kept = this.#cursor && selectedBy(this.#cursor)
    // What the pointer selected can be extended by the keyboard.
    if (this.#cursor?.page !== page || kept?.start !== start || kept.end !== end)
      this.#cursor = { page, first: { start, end }, focus: end }
  }

  /** What was said to be cut off: once for each selection. */
  #cut = ''

  /** Words of another page are selected too. */
  #onNext(range: Range, page: number): boolean {
    return [...this.#mounted].some(([number, { layer }]) => {
      if (number <= page || !range.intersectsNode(layer)) return false
      const text = this.#text(number)
      const end = layer.contains(range.endContainer)
        ? text && offsetOf(text, range.endContainer, range.endOffset)
        : text?.text.length
      return (text?.text.slice(0, end ?? 0).trim() ?? '') !== ''
    })
  }

  #select(page: number, text: PageText, start: number, end: number): Selected | null {
    const mounted = this.#mounted.get(page)
    const words = text.text.slice(start, end)
    const from = start + (words.length - words.trimStart().length)
    const to = end - (words.length - words.trimEnd().length)
    if (!mounted || to <= from) return null
    const boxes = this.#boxes(text, from, to, mounted.frame)
    if (boxes.length === 0) return null
    const rects = boxes.map((box) => toPage(box, mounted.viewport))
    const passage = { file: this.file, page, rects, ...quoteOf(text.text, from, to), region: false }
    const { offsetLeft, offsetTop } = mounted.frame
    const box = {
      left: offsetLeft + Math.min(...boxes.map((one) => one.left)),
      right: offsetLeft + Math.max(...boxes.map((one) => one.right)),
      top: offsetTop + Math.min(...boxes.map((one) => one.top)),
      bottom: offsetTop + Math.max(...boxes.map((one) => one.bottom)),
    }
    return { passage, box }
  }

  /** From the page's corner; node by node, since a box of the whole range takes in what lies between columns. */
  #boxes(text: PageText, start: number, end: number, frame: HTMLElement): Box[] {
    const origin = frame.getBoundingClientRect()
    const boxes: Box[] = []
    for (const { node, start: at } of text.nodes) {
      const from = Math.max(start, at)
      const to = Math.min(end, at + node.data.length)
      if (from >= to) continue
      const range = document.createRange()
      range.setStart(node, from - at)
      range.setEnd(node, to - at)
      for (const rect of range.getClientRects()) {
        boxes.push({
          left: rect.left - origin.left,
          top: rect.top - origin.top,
          right: rect.right - origin.left,
          bottom: rect.bottom - origin.top,
        })
      }
    }
    return lines(boxes)
  }

  /** Nothing is selected any more; the cursor stays, so that the next sentence is the one after. */
  clear(): void {
    this.selected = null
    document.getSelection()?.removeAllRanges()
  }

  // ------------------------------------------------------------------------------------------ sentence cursor

  /** The reading goes on from a place of a page, as after a click: the next sentence is the one that holds it. */
  point(page: number, at: number): void {
    this.#cursor = { page, first: { start: at, end: at }, focus: at }
  }

  /** Moves the cursor by a sentence, on to the next page at the end; `quiet` when another voice reads it. */
  async sentence(step: 1 | -1, quiet = false): Promise<Stretch | null> {
    let page = this.#cursor?.page ?? this.page
    if (!this.#mounted.has(page)) {
      page = this.page
      this.#cursor = null
    }
    let list = this.#units(page, 'sentence')
    const now = this.#cursor && selectedBy(this.#cursor)
    let target =
      step > 0
        ? list.find((one) => !now || (now.start === now.end ? one.end > now.end : one.start >= now.end))
        : list.findLast((one) => !now || one.end <= now.start)
    while (!target) {
      page += step
      if (page < 1 || page > this.sizes.length) return null
      this.goTo(page)
      await this.ready(page)
      list = this.#units(page, 'sentence')
      target = step > 0 ? list[0] : list.at(-1)
    }
    this.#take({ page, first: target, focus: target.end })
    if (!quiet) announcer.say(t('review-sentence', { text: this.#said(page, target) }))
    return target
  }

  /** Grows or shrinks what is selected. */
  extend(unit: Unit, step: 1 | -1): void {
    const cursor = this.#cursor
    if (!cursor || !this.#mounted.has(cursor.page)) return void this.sentence(step)
    const next = extend(cursor, this.#units(cursor.page, unit), step)
    if (next === cursor) return
    this.#take(next)
    announcer.say(t('review-selected', { text: this.#said(next.page, selectedBy(next)) }))
  }

  /** The words under the cursor, on one line. */
  said(): string {
    return this.#cursor ? this.#said(this.#cursor.page, selectedBy(this.#cursor)) : ''
  }

  #said(page: number, { start, end }: Stretch): string {
    return this.words(page).slice(start, end).replaceAll('\n', ' ')
  }

  #units(page: number, unit: Unit): Stretch[] {
    const text = this.words(page)
    return unit === 'sentence' ? sentences(text, locale()) : units(text, unit, locale())
  }

  #take(cursor: Cursor): void {
    this.#cursor = cursor
    const text = this.#text(cursor.page)
    const { start, end } = selectedBy(cursor)
    const range = text && rangeOf(text, start, end)
    if (!text || !range) return
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
    this.selected = this.#select(cursor.page, text, start, end)
    this.#reveal()
  }

  #reveal(): void {
    const box = this.selected?.box
    const scroller = this.#scroller
    if (!box || !scroller) return
    const { scrollTop, clientHeight } = scroller
    if (box.top < scrollTop + 20 || box.bottom > scrollTop + clientHeight - 80) {
      scroller.scrollTo({ top: box.top - clientHeight / 3 })
    }
  }

  /** Brings a stretch of a page under the eye without selecting it. */
  async reveal(page: number, stretch: () => Stretch | null): Promise<void> {
    if (!this.#mounted.has(page)) this.goTo(page)
    await this.ready(page)
    const wanted = stretch()
    const box = wanted && this.boxes(page, [wanted])[0]?.[0]
    const top = (this.arranged.pages[page - 1]?.top ?? 0) + (box?.top ?? 0)
    const scroller = this.#scroller
    if (!box || !scroller) return
    const { scrollTop, clientHeight } = scroller
    if (top < scrollTop + 20 || top > scrollTop + clientHeight - 80)
      scroller.scrollTo({ top: top - clientHeight / 3 })
  }

  /** Selects a stretch of a page. */
  async select(page: number, stretch: Stretch): Promise<void> {
    if (!this.#mounted.has(page)) this.goTo(page)
    await this.ready(page)
    this.#take({ page, first: stretch, focus: stretch.end })
  }

  /** Selects the nth place of a page where a text stands, accents and capitals aside. */
  async find(page: number, query: string, nth: number): Promise<void> {
    this.goTo(page)
    await this.ready(page)
    const stretch = this.places(page, query)[nth]
    if (stretch) await this.select(page, stretch)
  }

  // ------------------------------------------------------------------------------------------ regions

  beginRegion(): void {
    this.clear()
    const { page, share } = this.place()
    this.region = begun(page, share)
  }

  /** Steps of one share in a hundred. */
  moveRegion(x: number, y: number, resize: boolean): void {
    if (this.region) this.region = moved(this.region, x, y, resize)
  }

  /** The region as a passage; its description stands where the words of a quote stand. */
  regionPassage(description: string): Passage | null {
    const viewport = this.region && this.#mounted.get(this.region.page)?.viewport
    if (!this.region || !viewport) return null
    const { file } = this
    const { page } = this.region
    const rects = [rectOf(this.region, viewport)]
    return { file, page, rects, quote: description, before: '', after: '', region: true }
  }
}

export function boxesOf(passage: Passage, viewport: Plane): Box[] {
  return passage.rects.map((rect) => toScreen(rect, viewport))
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}
