import { joined, type Block, type Cell } from './blocks'
import type { Stretch } from './text'

/** A node of the tags of a page, as PDF.js gives it: an element, or a mark on the page's content. */
export type Tag = {
  role?: string
  children?: Tag[]
  alt?: string
  rowSpan?: number
  colSpan?: number
  type?: string
  id?: string
}

/** What PDF.js reads on a page when it is asked for marks as well: words, and where marks begin and end. */
export type Marked = { str: string; hasEOL: boolean } | { type: string; id?: string | null; tag?: string }

/** Words under one mark. */
interface Piece extends Stretch {
  lines: string[]
  letters: number
}

/** Tags that cover less than this share of a page's letters are not worth following: what they leave out would be lost. */
const enough = 0.95

const blockRoles = new Set(
  'Document DocumentFragment Part Art Sect Div Aside BlockQuote TOC TOCI Index P Note FENote Caption Title Code'
    .concat(' H H1 H2 H3 H4 H5 H6 L LI Table Figure Formula')
    .split(' '),
)

/**
 * Headings, paragraphs, lists, tables and described figures of a page in the order of its tags. Null where the page has no
 * tags, or tags that leave out words or do not fit them; `plain` is the page's text, whose places the blocks name.
 */
export function blocksOfTags(tree: Tag | null, marked: readonly Marked[], plain: string): Block[] | null {
  if (!tree) return null
  const read = pieces(marked, plain)
  if (!read) return null
  const tagged = under(tree, read.of).reduce((sum, one) => sum + one.letters, 0)
  if (tagged < enough * read.letters) return null
  const found = new Flow(read.of).all(tree)
  return found.length > 0 ? found : null
}

const bare = (text: string) => text.replaceAll(/\s/gu, '')

/**
 * The words of each mark with their place in the plain text, and how many letters are no artifacts (page numbers, running
 * heads); spaces may differ between the two ways of reading.
 */
function pieces(
  marked: readonly Marked[],
  plain: string,
): { of: Map<string, Piece>; letters: number } | null {
  const places = [...plain.matchAll(/\S/g)].map((one) => one.index)
  const words = marked.filter((one): one is { str: string; hasEOL: boolean } => 'str' in one)
  if (bare(words.map((one) => one.str).join('')) !== bare(plain)) return null
  const of = new Map<string, Piece>()
  const marks: { id: string | null; artifact: boolean }[] = []
  let [at, all] = [0, 0]
  for (const one of marked) {
    if (!('str' in one)) {
      if (one.type === 'endMarkedContent') marks.pop()
      else marks.push({ id: one.id ?? null, artifact: one.tag === 'Artifact' })
      continue
    }
    const letters = bare(one.str).length
    const id = marks.findLast((mark) => mark.id !== null)?.id
    if (id) {
      const [start, end] = [places[at] ?? plain.length, (places[at + letters - 1] ?? 0) + 1]
      const piece = of.get(id) ?? { start, end, lines: [''], letters: 0 }
      if (letters > 0) piece.end = end
      piece.letters += letters
      piece.lines[piece.lines.length - 1] += one.str
      if (one.hasEOL) piece.lines.push('')
      of.set(id, piece)
    }
    if (!marks.some((mark) => mark.artifact)) all += letters
    at += letters
  }
  return { of, letters: all }
}

/** Goes through the tags: what is inline is gathered until a block begins or ends. */
class Flow {
  #blocks: Block[] = []
  #open: Piece[] = []
  readonly #pieces: Map<string, Piece>

  constructor(pieces: Map<string, Piece>) {
    this.#pieces = pieces
  }

  all(tree: Tag): Block[] {
    this.#visit(tree)
    return this.#blocks
  }

  #visit(tag: Tag): void {
    const role = tag.role ?? ''
    if (role === 'Table') return this.#push(table(tag, this.#pieces))
    if ((role === 'Figure' || role === 'Formula') && tag.alt)
      return this.#push({ kind: 'figure', text: tag.alt, ...around(under(tag, this.#pieces)) })
    for (const child of tag.children ?? []) {
      const inline = !blockRoles.has(child.role ?? '')
      if (inline) {
        // A link or an emphasis may hold a figure that is described.
        this.#inline(child)
      } else {
        this.#close(role)
        this.#visit(child)
      }
    }
    this.#close(role)
  }

  #inline(tag: Tag): void {
    const piece = tag.type === 'content' && tag.id ? this.#pieces.get(tag.id) : undefined
    if (piece) this.#open.push(piece)
    for (const child of tag.children ?? []) {
      if (blockRoles.has(child.role ?? '')) this.#visit(child)
      else this.#inline(child)
    }
  }

  #close(role: string): void {
    const text = textOf(this.#open)
    const place = around(this.#open)
    this.#open = []
    if (text === '') return
    const level = role === 'Title' || role === 'H' ? 1 : Number(/^H([1-6])$/.exec(role)?.[1] ?? 0)
    if (level > 0) this.#push({ kind: 'heading', level: level < 5 ? level + 1 : 6, text, ...place })
    // The window puts its own bullet before an item.
    else if (role === 'LI') this.#push({ kind: 'item', text: text.replace(/^[•◦▪‣●○■–-]\s*/u, ''), ...place })
    else this.#push({ kind: 'paragraph', text, ...place })
  }

  #push(block: Block): void {
    if (block.kind !== 'table' || block.rows.length > 0) this.#blocks.push(block)
  }
}

function table(tag: Tag, pieces: Map<string, Piece>): Block {
  const rows = within(tag, 'TR').map((row) =>
    (row.children ?? [])
      .filter((cell) => cell.role === 'TH' || cell.role === 'TD')
      .map((cell): Cell => ({
        text: textOf(under(cell, pieces)),
        header: cell.role === 'TH',
        rows: span(cell.rowSpan),
        columns: span(cell.colSpan),
      })),
  )
  const text = rows.map((row) => row.map((cell) => cell.text).join(' · ')).join('\n')
  return { kind: 'table', text, rows, ...around(under(tag, pieces)) }
}

const span = (asked: number | undefined) => Math.min(100, Math.max(1, Math.round(asked ?? 1)))

function within(tag: Tag, role: string): Tag[] {
  return (tag.children ?? []).flatMap((child) => (child.role === role ? [child] : within(child, role)))
}

function under(tag: Tag, pieces: Map<string, Piece>): Piece[] {
  const own = tag.type === 'content' && tag.id ? pieces.get(tag.id) : undefined
  return [...(own ? [own] : []), ...(tag.children ?? []).flatMap((child) => under(child, pieces))]
}

function textOf(pieces: Piece[]): string {
  let text = ''
  for (const { lines } of pieces) {
    const [first, ...rest] = lines
    // Marks part words of a line as they like: only ends of lines are spaces.
    text += first ?? ''
    for (const line of rest) text = joined(text, line)
  }
  return text.replaceAll(/\s+/gu, ' ').trim()
}

function around(pieces: Piece[]): Stretch {
  const worded = pieces.filter((one) => bare(one.lines.join('')) !== '')
  if (worded.length === 0) return { start: 0, end: 0 }
  return {
    start: Math.min(...worded.map((one) => one.start)),
    end: Math.max(...worded.map((one) => one.end)),
  }
}
