import type { PDFPageProxy } from 'pdfjs-dist'
import type { Rect } from '../ipc/contract'

/** A link of the file. It leads to a page of it, or shows an address. */
export interface Link {
  id: string
  rect: Rect
  /** As the file has it, to be shown whole before anything opens. */
  address: string | null
  dest: unknown
}

/** What the publisher, or whoever made the file, noted in it. */
export interface Remark {
  id: string
  page: number
  rect: Rect
  author: string
  text: string
  /** The name of a file that is pinned there: told, never opened. */
  attached: string | null
}

interface Raw {
  id?: string
  subtype?: string
  rect?: number[]
  url?: string
  unsafeUrl?: string
  dest?: unknown
  contentsObj?: { str?: string }
  titleObj?: { str?: string }
  file?: { filename?: string }
}

const marking = new Set([
  'Text',
  'FreeText',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Square',
  'Circle',
  'Ink',
  'Stamp',
  'Caret',
  'Line',
  'Polygon',
  'PolyLine',
  'FileAttachment',
])

/** The links and remarks that a page carries; forms, sounds and scripts are not taken up. */
export async function carriedBy(page: PDFPageProxy): Promise<{ links: Link[]; remarks: Remark[] }> {
  const raw = (await page.getAnnotations({ intent: 'display' }).catch(() => [])) as Raw[]
  const links: Link[] = []
  const remarks: Remark[] = []
  for (const [at, one] of raw.entries()) {
    const [a = 0, b = 0, c = 0, d = 0] = one.rect ?? []
    const rect: Rect = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
    const id = `${page.pageNumber}-${one.id ?? at}`
    const address = one.url ?? one.unsafeUrl ?? null
    if (one.subtype === 'Link' && (address !== null || one.dest))
      links.push({ id, rect, address, dest: one.dest })
    const text = one.contentsObj?.str?.trim() ?? ''
    const attached = one.subtype === 'FileAttachment' ? (one.file?.filename?.trim() ?? '') : null
    const author = one.titleObj?.str?.trim() ?? ''
    if (marking.has(one.subtype ?? '') && (text !== '' || attached !== null))
      remarks.push({ id, page: page.pageNumber, rect, author, text, attached })
  }
  return { links, remarks }
}

/** Only these open in a browser; anything else is shown, never followed. */
export function opensInBrowser(address: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol)
  } catch {
    return false
  }
}
