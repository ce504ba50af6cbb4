import type { PDFDocumentProxy } from 'pdfjs-dist'
import { textOf } from './text'

/** The text of a page, as its text layer has it: what cannot be read has none. */
export async function pageText(document: PDFDocumentProxy, number: number): Promise<string> {
  try {
    const page = await document.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: false })
    return textOf(content.items)
  } catch {
    return ''
  }
}
