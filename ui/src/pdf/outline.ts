import type { PDFDocumentProxy } from 'pdfjs-dist'

/** A heading of the file's own outline. */
export interface Heading {
  title: string
  /** From 1; null where it leads out of the file. */
  page: number | null
  /** From 0. */
  depth: number
}

const most = 2_000

/** The outline as a flat list; a broken or endless one stops where it cannot be followed. */
export async function outlineOf(document: PDFDocumentProxy): Promise<Heading[]> {
  const found: Heading[] = []
  type Items = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>
  async function walk(items: Items, depth: number): Promise<void> {
    for (const item of items ?? []) {
      if (found.length >= most || depth > 12) return
      found.push({ title: item.title.trim(), page: await pageOf(document, item.dest), depth })
      await walk(item.items as Items, depth + 1)
    }
  }
  await walk(await document.getOutline(), 0)
  return found.filter((one) => one.title !== '')
}

/** The page that a destination inside the file names. */
export async function pageOf(document: PDFDocumentProxy, dest: unknown): Promise<number | null> {
  try {
    const found: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest
    const target: unknown = Array.isArray(found) ? found[0] : null
    if (typeof target === 'number') return target + 1
    if (target === null || typeof target !== 'object') return null
    return (await document.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1
  } catch {
    return null
  }
}

/** Names of the files inside the file: listed, never opened. */
export async function attachmentsOf(document: PDFDocumentProxy): Promise<string[]> {
  const found = await document.getAttachments().catch(() => null)
  return [...(found ?? [])].map(([key, { filename }]) => filename || key)
}

/** How the file itself numbers its pages ("iv", "A-3"); null where it does not, or as everybody counts. */
export async function labelsOf(document: PDFDocumentProxy): Promise<string[] | null> {
  const labels = await document.getPageLabels().catch(() => null)
  return labels?.some((label, at) => label !== String(at + 1)) ? labels : null
}
