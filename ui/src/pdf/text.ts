/** The text of a drawn page, with the way from a place in it to a place in the document. */
export interface PageText {
  text: string
  /** Each text node with where it begins in `text`. */
  nodes: { node: Text; start: number }[]
}

/** More runs than PDF.js puts on a page; what follows them is not on it. */
const most = 100_001

/** A run of text as PDF.js reads it; what has no `str` only marks content. */
type Run = { str: string; hasEOL: boolean } | object

/**
 * The text of a page out of PDF.js' runs, without a layer: the very string that `read` gives of the layer made of the same
 * runs, so that a place found in the one is a place in the other.
 */
export function textOf(runs: readonly Run[]): string {
  const words = runs.filter((run): run is { str: string; hasEOL: boolean } => 'str' in run)
  return words
    .slice(0, most)
    .map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str))
    .join('')
}

/** Reads a text layer: its runs in order, a line break where the layer has one. */
export function read(layer: Element): PageText {
  const nodes: PageText['nodes'] = []
  let text = ''
  const walker = layer.ownerDocument.createTreeWalker(layer, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      nodes.push({ node: node as Text, start: text.length })
      text += (node as Text).data
    } else if (node.nodeName === 'BR') text += '\n'
  }
  return { text, nodes }
}

/** Where a point of the document lies in the page's text; null outside it. */
export function offsetOf(page: PageText, container: Node, offset: number): number | null {
  if (container.nodeType === Node.TEXT_NODE) {
    const found = page.nodes.find((one) => one.node === container)
    return found ? found.start + offset : null
  }
  // Between children: the first text at or after the point, else the end of what comes before.
  const after = container.childNodes[offset]
  for (const { node, start } of page.nodes) {
    if (after ? after === node || after.contains(node) || isAfter(after, node) : isAfter(container, node))
      return start
  }
  return page.text.length
}

function isAfter(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !a.contains(b)
}

/** The stretch of the document that shows `text[start, end)`. */
export function rangeOf(page: PageText, start: number, end: number): Range | null {
  const first = page.nodes.find(({ node, start: at }) => at + node.data.length > start)
  const last = page.nodes.findLast(({ start: at }) => at < end)
  if (!first || !last) return null
  const range = first.node.ownerDocument.createRange()
  range.setStart(first.node, Math.max(0, start - first.start))
  range.setEnd(last.node, Math.min(last.node.data.length, end - last.start))
  return range
}

export interface Stretch {
  start: number
  end: number
}

/** The sentences of a page, without the white space around them. */
export function sentences(text: string, language: string): Stretch[] {
  // A line break inside a sentence is a space: the segmenter would end the sentence there.
  const flat = text.replaceAll('\n', ' ')
  const found: Stretch[] = []
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(flat)) {
    const start = index + (segment.length - segment.trimStart().length)
    const end = index + segment.trimEnd().length
    if (end > start) found.push({ start, end })
  }
  return found
}

export type Unit = 'word' | 'sentence' | 'paragraph'

/** The words, sentences or paragraphs of a page, in order. */
export function units(text: string, unit: Unit, language: string): Stretch[] {
  if (unit === 'sentence') return sentences(text, language)
  if (unit === 'paragraph') return paragraphs(text)
  const found: Stretch[] = []
  for (const { segment, index, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(
    text,
  ))
    if (isWordLike) found.push({ start: index, end: index + segment.length })
  return found
}

/** A PDF has lines, no paragraphs: one ends with a sentence at the end of a line, or before an empty line. */
function paragraphs(text: string): Stretch[] {
  const found: Stretch[] = []
  let start = 0
  for (const ending of text.matchAll(/[.!?…:»)”]\s*\n(?=\s*[\p{Lu}\d«“•–—-])|\n\s*\n|$/gu)) {
    const end = ending.index + ending[0].length
    const words = text.slice(start, end)
    const from = start + (words.length - words.trimStart().length)
    const to = start + words.trimEnd().length
    if (to > from) found.push({ start: from, end: to })
    start = end
  }
  return found
}

/** What is selected by the keyboard: a first unit that stays, and an end that moves. */
export interface Cursor {
  page: number
  first: Stretch
  /** Behind the first unit, or before it: then the selection grew backwards. */
  focus: number
}

export function selectedBy({ first, focus }: Cursor): Stretch {
  return focus <= first.start ? { start: focus, end: first.end } : { start: first.start, end: focus }
}

/** The end of the selection moves by a unit; across its first unit it turns round. */
export function extend(cursor: Cursor, list: Stretch[], step: 1 | -1): Cursor {
  const { first, focus } = cursor
  const backwards = focus <= first.start
  let to: number | undefined
  if (step > 0 && backwards) {
    to = list.map((one) => one.start).find((start) => start > focus && start < first.start) ?? first.end
  } else if (step > 0) to = list.map((one) => one.end).find((end) => end > focus)
  else if (!backwards && focus > first.end) {
    to = Math.max(list.map((one) => one.end).findLast((end) => end < focus) ?? first.end, first.end)
  } else {
    const from = backwards ? focus : first.start
    to = list.map((one) => one.start).findLast((start) => start < from)
  }
  return to === undefined ? cursor : { ...cursor, focus: to }
}
