import type { PDFDocumentProxy } from 'pdfjs-dist'
import { blocksOfTags, type Marked, type Tag } from './tagged'
import { textOf, type Stretch } from './text'

/** A part of a page, with where its words stand in the page's text; where nothing can be cited, start and end are one. */
export type Block = Stretch & { text: string } & (
    | { kind: 'heading'; level: number }
    | { kind: 'paragraph' | 'item' | 'figure' }
    | { kind: 'table'; rows: Cell[][] }
  )

/** A cell of a table that is tagged as one. */
export interface Cell {
  text: string
  header: boolean
  rows: number
  columns: number
}

/** A run of words as PDF.js gives it. */
export interface Run {
  str: string
  hasEOL: boolean
  height: number
  /** Its line's height on the page, growing upwards. */
  y: number
}

interface Line extends Stretch {
  text: string
  size: number
  y: number
}

/** Lines of a page, with their largest letters. */
function linesOf(runs: Run[]): Line[] {
  const found: Line[] = []
  let start = 0
  let at = 0
  let text = ''
  let size = 0
  let y = 0
  const close = () => {
    if (text.trim() !== '') found.push({ start, end: at, text, size, y })
    text = ''
    size = 0
  }
  for (const run of runs) {
    if (text === '') start = at
    text += run.str
    at += run.str.length
    if (run.str.trim() !== '') {
      size = Math.max(size, run.height)
      y = run.y
    }
    if (run.hasEOL) {
      close()
      at += 1
    }
  }
  close()
  return found
}

/** The size in which most letters stand. */
function bodySize(lines: Line[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.trim().length)
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/**
 * Headings and paragraphs of a page without tags: larger short lines are headings, a paragraph ends with a wider gap, with
 * another size, or where a sentence ends and a capital begins a new line.
 */
export function blocksOf(runs: Run[]): Block[] {
  const lines = linesOf(runs)
  const body = bodySize(lines)
  const larger = [...new Set(lines.map((line) => Math.round(line.size)).filter((size) => size > body * 1.12))]
  const sizes = larger.toSorted((a, b) => b - a)
  const headingOf = (line: Line): number | null => {
    if (line.size <= body * 1.12 || line.text.trim().length > 160) return null
    return Math.min(4, 2 + Math.max(0, sizes.indexOf(Math.round(line.size))))
  }
  const blocks: (Stretch & { text: string; heading: number | null; last: Line })[] = []
  for (const line of lines) {
    const heading = headingOf(line)
    const block = blocks.at(-1)
    const gap = block ? block.last.y - line.y : 0
    const wide = gap < 0 || gap > 1.9 * Math.max(line.size, 1)
    const ended = /[.!?…:»”]\s*$/u.test(block?.last.text ?? '') && /^\s*[\p{Lu}\d«“•–—-]/u.test(line.text)
    if (block && block.heading === heading && (heading !== null ? !wide : !wide && !ended)) {
      block.text = joined(block.text, line.text)
      block.end = line.end
      block.last = line
    } else {
      const text = line.text.trim()
      blocks.push({ start: line.start, end: line.end, text, heading, last: line })
    }
  }
  return blocks.map(({ start, end, text, heading }) =>
    heading === null
      ? { kind: 'paragraph', start, end, text }
      : { kind: 'heading', level: heading, start, end, text },
  )
}

/** A word divided at the end of a line is whole again. */
export function joined(before: string, line: string): string {
  const next = line.trim()
  const divided = /\p{L}[-\u00AD]$/u.test(before) && /^\p{Ll}/u.test(next)
  return divided ? before.slice(0, -1) + next : `${before} ${next}`
}

/** The blocks of a page: as its tags say, or guessed where it has none that can be followed. */
export async function blocksOfPage(
  document: PDFDocumentProxy,
  number: number,
): Promise<{ blocks: Block[]; tagged: boolean }> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent({ includeMarkedContent: false })
  const tree = (await page.getStructTree().catch(() => null)) as Tag | null
  if (tree) {
    const marked = await page.getTextContent({ includeMarkedContent: true })
    const tagged = blocksOfTags(tree, marked.items as Marked[], textOf(items))
    if (tagged) return { blocks: tagged, tagged: true }
  }
  const runs = items.flatMap((item) =>
    'str' in item
      ? [{ str: item.str, hasEOL: item.hasEOL, height: item.height, y: Number(item.transform[5] ?? 0) }]
      : [],
  )
  return { blocks: blocksOf(runs), tagged: false }
}
