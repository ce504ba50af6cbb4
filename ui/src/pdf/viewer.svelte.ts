import type { PageViewport } from 'pdfjs-dist'
import { locale, t } from '../i18n/index.svelte'
import type { Passage, Rect } from '../ipc/contract'
import { announcer } from '../state/announce.svelte'
import { lines, quoteOf, toPage, toScreen, type Box } from './anchor'
import { differs, sizesOf, type PageSize } from './sizes'
import { offsetOf, rangeOf, read, sentences, type PageText, type Stretch } from './text'
import { fold } from '../i18n/fold'

/** A page whose text stands on the screen. */
export interface Mounted {
  frame: HTMLElement
  layer: HTMLElement
  viewport: PageViewport
}

export interface Selected {
  passage: Passage
  /** In the scroller's content, CSS pixels. */
  box: Box
}

/** A rectangle drawn on a page, as shares of its width and height. */
export interface Region {
  page: number
  left: number
  top: number
  width: number
  height: number
}

const gap = 16
const pad = 14

/** The pages of one file in their scroller: where each lies, what is selected, where the reading stands. */
export class Viewer {
  readonly file: string
  sizes = $state.raw<PageSize[]>([])
  scale = $state(1)
  selected = $state.raw<Selected | null>(null)
  region = $state<Region | null>(null)
  /** The passage that was just opened, shown for a moment. */
  flash = $state<Passage | null>(null)
  page = $state(1)
  #scroller: HTMLElement | null = null
  // Plain maps on purpose: they are asked, not shown.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #mounted = new Map<number, Mounted>()
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #texts = new Map<number, PageText>()
  /** The sentence under the reader's cursor. */
  #cursor: { page: number; from: number; to: number } | null = null
  #flashTimer: ReturnType<typeof setTimeout> | undefined

  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #measured = new Map<number, PageSize>()
  /** By how much the pane will be scrolled when the corrected frames stand. */
  #shift = 0

  constructor(file: string, sizes: PageSize[]) {
    this.file = file
    this.sizes = sizes
    if (sizes[0]) this.#measured.set(1, sizes[0])
  }

  // ------------------------------------------------------------------------------------------ layout

  tops = $derived.by(() => {
    let at = pad
    return this.sizes.map((size) => {
      const top = at
      at += size.height * this.scale + gap
      return top
    })
  })

  height = $derived.by(() => {
    const last = this.sizes.length - 1
    return (this.tops[last] ?? 0) + (this.sizes[last]?.height ?? 0) * this.scale + pad
  })

  width = $derived.by(() => Math.max(...this.sizes.map((size) => size.width)) * this.scale)

  attach(scroller: HTMLElement): void {
    this.#scroller = scroller
  }

  /** Page width, with room for the margins: the default. */
  fit(width: number): number {
    const widest = Math.max(...this.sizes.map((size) => size.width))
    return clamp((width - (width > 600 ? 54 : 20)) / widest, 0.05, 4)
  }

  /** Changes the scale and keeps what is read where it is. */
  resize(scale: number): void {
    const place = this.place()
    this.scale = scale
    queueMicrotask(() => this.goTo(place.page, place.share))
  }

  /** The page under the eye: a third down the pane. */
  pageAt(y: number): number {
    const next = this.tops.findIndex((top) => top > y)
    return next === -1 ? this.sizes.length : Math.max(1, next)
  }

  place(): { page: number; share: number } {
    const top = this.#scroller?.scrollTop ?? 0
    const page = this.pageAt(top + (this.#scroller?.clientHeight ?? 0) / 3)
    const height = (this.sizes[page - 1]?.height ?? 1) * this.scale
    return { page, share: clamp((top - (this.tops[page - 1] ?? 0)) / height, -1, 1) }
  }

  /** The size of a page that came near, where another was taken for it: what is read stays where it is. */
  correct(number: number, size: PageSize): void {
    this.#measured.set(number, size)
    const next = sizesOf(this.sizes.length, this.#measured)
    if (!next.some((one, i) => differs(one, this.sizes[i]))) return
    const scroller = this.#scroller
    const eye = (scroller?.scrollTop ?? 0) + this.#shift + (scroller?.clientHeight ?? 0) / 3
    const page = this.pageAt(eye)
    const before = this.tops[page - 1] ?? 0
    this.sizes = next
    if (this.#shift === 0) {
      queueMicrotask(() => {
        scroller?.scrollBy({ top: this.#shift })
        this.#shift = 0
      })
    }
    this.#shift += (this.tops[page - 1] ?? 0) - before
  }

  goTo(page: number, share = 0): void {
    const number = clamp(Math.round(page), 1, this.sizes.length)
    const height = (this.sizes[number - 1]?.height ?? 0) * this.scale
    const top = (this.tops[number - 1] ?? 0) + share * height
    this.#scroller?.scrollTo({ top: share === 0 ? top - pad : top })
    this.page = number
  }

  /** Brings a passage under the eye and shows it for a moment; with reduced motion until the next key. */
  show(passage: Passage): void {
    const { page } = passage
    const taken = this.sizes[page - 1]
    this.#bring(passage)
    // Where the page turns out to have another size, the passage lies elsewhere on it.
    void this.ready(page).then(() => taken && differs(taken, this.sizes[page - 1]) && this.#bring(passage))
    this.flash = passage
    clearTimeout(this.#flashTimer)
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      window.addEventListener('keydown', () => (this.flash = null), { once: true })
    } else this.#flashTimer = setTimeout(() => (this.flash = null), 600)
  }

  #bring(passage: Passage): void {
    const size = this.sizes[passage.page - 1]
    const top = Math.max(...passage.rects.map((rect) => rect[3]))
    const share = size && Number.isFinite(top) ? clamp(1 - top / size.height, 0, 1) : 0
    const above = ((this.#scroller?.clientHeight ?? 0) * 0.25) / Math.max(1, (size?.height ?? 1) * this.scale)
    this.goTo(passage.page, share - above || 0.0001)
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

  // ------------------------------------------------------------------------------------------ selection

  /** Reads what the person selected; one passage lies on one page, the one where the selection begins. */
  readSelection(): void {
    const selection = document.getSelection()
    this.selected = null
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
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
    if (start !== null && end !== null) this.selected = this.#select(page, text, start, end)
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

  clear(): void {
    this.selected = null
    this.#cursor = null
    document.getSelection()?.removeAllRanges()
  }

  // ------------------------------------------------------------------------------------------ sentence cursor

  /** Moves the cursor by a sentence, on to the next page at the end; with `extend` the selection grows. */
  async sentence(step: 1 | -1, extend: boolean): Promise<void> {
    let page = this.#cursor?.page ?? this.page
    if (!this.#mounted.has(page)) {
      page = this.page
      this.#cursor = null
    }
    let list = this.#sentences(page)
    let to =
      this.#cursor && this.#cursor.page === page ? this.#cursor.to + step : step > 0 ? 0 : list.length - 1
    if (!list[to] && !extend) {
      const other = page + step
      if (other < 1 || other > this.sizes.length) return
      this.goTo(other)
      await this.ready(other)
      page = other
      list = this.#sentences(page)
      to = step > 0 ? 0 : list.length - 1
    }
    const target = list[to]
    if (!target) return
    const from = extend && this.#cursor ? this.#cursor.from : to
    this.#cursor = { page, from, to }
    this.#put(page, list[Math.min(from, to)] ?? target, list[Math.max(from, to)] ?? target)
    const text = this.#text(page)?.text.slice(target.start, target.end) ?? ''
    announcer.say(t('review-sentence', { text: text.replaceAll('\n', ' ') }))
  }

  #sentences(page: number): Stretch[] {
    return sentences(this.#text(page)?.text ?? '', locale())
  }

  #put(page: number, first: Stretch, last: Stretch): void {
    const text = this.#text(page)
    const range = text && rangeOf(text, first.start, last.end)
    if (!text || !range) return
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
    this.selected = this.#select(page, text, first.start, last.end)
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

  /** Selects the nth place of a page where a text stands, accents and capitals aside. */
  async find(page: number, query: string, nth: number): Promise<void> {
    this.goTo(page)
    await this.ready(page)
    const text = this.#text(page)
    if (!text) return
    const whole = fold(text.text.replaceAll('\n', ' '))
    // Folding keeps lengths for the letters of European languages; where it does not, the page is enough.
    if (whole.length !== text.text.length) return
    let at = -1
    for (let i = 0; i <= nth; i++) at = whole.indexOf(fold(query), at + 1)
    if (at >= 0) this.#put(page, { start: at, end: at }, { start: at, end: at + query.length })
  }

  /** Selects a stretch of a page's text and brings it under the eye. */
  async select(page: number, start: number, end: number): Promise<void> {
    this.goTo(page)
    await this.ready(page)
    this.#put(page, { start, end }, { start, end })
  }

  // ------------------------------------------------------------------------------------------ regions

  beginRegion(): void {
    this.clear()
    const { page, share } = this.place()
    const top = clamp(share + 0.1, 0.05, 0.7)
    this.region = { page, left: 0.2, top, width: 0.6, height: 0.2 }
  }

  /** Steps of one share in a hundred. */
  moveRegion(x: number, y: number, resize: boolean): void {
    const region = this.region
    if (!region) return
    if (resize) {
      region.width = clamp(region.width + x / 100, 0.02, 1 - region.left)
      region.height = clamp(region.height + y / 100, 0.02, 1 - region.top)
    } else {
      region.left = clamp(region.left + x / 100, 0, 1 - region.width)
      region.top = clamp(region.top + y / 100, 0, 1 - region.height)
    }
  }

  /** The region as a passage; its description stands where the words of a quote stand. */
  regionPassage(description: string): Passage | null {
    const region = this.region
    const viewport = region && this.#mounted.get(region.page)?.viewport
    if (!region || !viewport) return null
    const { width, height } = viewport
    const box = {
      left: region.left * width,
      top: region.top * height,
      right: (region.left + region.width) * width,
      bottom: (region.top + region.height) * height,
    }
    const rects: Rect[] = [toPage(box, viewport)]
    return {
      file: this.file,
      page: region.page,
      rects,
      quote: description,
      before: '',
      after: '',
      region: true,
    }
  }
}

export function boxesOf(passage: Passage, viewport: PageViewport): Box[] {
  return passage.rects.map((rect) => toScreen(rect, viewport))
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}
