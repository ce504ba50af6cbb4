/** What somebody pastes at intake. */
export type Pasted = { kind: 'files'; files: File[] } | { kind: 'table'; text: string } | { kind: 'other' }

/** A table as spreadsheets write it: lines whose cells are divided by tabs; a cell of several lines stands in quotes. */
export function isTable(text: string): boolean {
  const lines = text
    .replaceAll(/"(?:[^"]|"")*"/g, '"')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.every((line) => line.includes('\t'))
}

/**
 * What a paste brings; null where it belongs to the field in which somebody types. A spreadsheet hands over a picture of the
 * cells beside them: the cells are meant.
 */
export function pastedOf(event: ClipboardEvent): Pasted | null {
  const data = event.clipboardData
  if (!data) return null
  const typing =
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, [contenteditable], dialog')
  const text = data.getData('text/plain')
  const files = [...data.files]
  if (!typing && isTable(text)) return { kind: 'table', text }
  if (files.length > 0 && (!typing || text === '')) return { kind: 'files', files }
  return typing ? null : { kind: 'other' }
}

/** The bytes of a file as the program takes them. */
export function inBase64(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => failed({ code: 'unknown', params: { what: 'file' } })
    reader.readAsDataURL(file)
  })
}
