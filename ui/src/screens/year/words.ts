import { say, t, tx } from '../../i18n/index.svelte'
import type { YearCell, YearHead, YearTable, YearView } from '../../ipc/contract'
import { decimal } from '../compare/words'

/** By what the tables of decisions are broken down. */
export const splits = ['quarter', 'label', 'class'] as const
export type Split = (typeof splits)[number]

/** The parts of the page, with the tables of each in their order. */
export const parts = [
  { code: 'outcomes', tables: ['first', 'happened', 'open', 'prerequisites', 'standing'] },
  { code: 'durations', tables: ['durations'] },
  { code: 'marks', tables: ['marks', 'bands'] },
  { code: 'votes', tables: ['votes'] },
  {
    code: 'people',
    tables: ['sheets', 'sheets-college', 'rounds', 'agreement', 'recusals-category', 'recusals-level'],
  },
] as const

/** The tables of a part, broken down as was chosen; rates of no decision are left out. */
export function tablesOf(view: YearView, part: (typeof parts)[number], split: Split): YearTable[] {
  const wanted = part.tables
    .filter((name) => name !== 'first' || view.decisions > 0)
    .map((name) => (name === 'first' || name === 'happened' ? `${name}-${split}` : name))
  return wanted.flatMap((name) => view.tables.filter((table) => table.code === name))
}

export function captionOf(table: YearTable): string {
  const caption = tx('year-table', table.code)
  if (!table.grid) return caption
  return t('year-table-of-grid', { caption, grid: say(table.grid.title), version: table.grid.version })
}

/** What a row or a column is about; `last`: it is the last of its kind. */
export function headName(head: YearHead, last = false): string {
  switch (head.kind) {
    case 'word':
      return tx('year-word', head.code)
    case 'stage':
      return tx('stage', head.code)
    case 'quarter':
      return t('year-quarter', { n: head.n })
    case 'named':
      return say(head.title)
    case 'class':
      return t('year-class', { code: head.code })
    case 'category':
      return tx('interest-category', head.code)
    case 'standing':
      return tx('year-standing', head.code)
    case 'band': {
      const args = { from: decimal(head.from), to: decimal(head.to) }
      return t(last ? 'year-band-last' : 'year-band', args)
    }
    case 'number':
      return t('year-rounds-number', { n: head.n })
  }
}

export function cellText(cell: YearCell): string {
  switch (cell.kind) {
    case 'count':
      return String(cell.n)
    case 'share':
      return cell.percent === null
        ? t('year-share', { n: cell.n, of: cell.of })
        : t('year-share-percent', { n: cell.n, of: cell.of, percent: decimal(cell.percent) })
    case 'value':
      return decimal(cell.value)
    case 'percent':
      return t('year-percent', { value: decimal(cell.value) })
    case 'withheld':
      return t('year-withheld')
    case 'none':
      return ''
  }
}

export function isWithheld(view: YearView): boolean {
  return view.tables.some((table) =>
    table.rows.some((row) =>
      row.head.kind === 'word' && row.head.code === 'together'
        ? true
        : row.cells.some((cell) => cell.kind === 'withheld'),
    ),
  )
}

/** Everything as rows of a spreadsheet: each table under its caption, whatever the page breaks down by. */
export function rowsOf(view: YearView): string[][] {
  const shown = splits.flatMap((split) =>
    parts.flatMap((part) =>
      split === 'quarter' || part.code === 'outcomes' ? tablesOf(view, part, split) : [],
    ),
  )
  const tables = shown.filter((table, at) => shown.indexOf(table) === at)
  return [
    [t('year-title', { year: String(view.year) })],
    [t('year-lede')],
    ...(view.running ? [[t('year-running')]] : []),
    ...(view.unread > 0 ? [[t('year-unread', { n: view.unread })]] : []),
    ...(isWithheld(view) ? [[t('year-few-note', { n: view.smallest_group })]] : []),
    ...tables.flatMap((table) => [
      [''],
      [captionOf(table), ...(table.grid?.illustrative ? [t('mark-illustrative')] : [])],
      ['', ...table.columns.map((head) => headName(head))],
      ...table.rows.map((row, at) => [
        headName(row.head, at === table.rows.length - 1),
        ...row.cells.map(cellText),
      ]),
      ...notesOf(view, table).map((note) => [note]),
    ]),
  ]
}

/** What has to be known to read a table. */
export function notesOf(view: YearView, { code }: YearTable): string[] {
  switch (code) {
    case 'marks':
      return [referenceText(view), t('year-marks-note', { n: view.smallest_group })]
    case 'votes':
      return [t('year-majority-note', { n: view.smallest_group })]
    case 'recusals-category':
      return [t('year-category-note')]
    default:
      return []
  }
}

/** The two known points of the reference population, in numbers. */
function referenceText({ reference: known }: YearView): string {
  return t('year-reference', {
    n: known.n,
    median: known.median,
    quarter: known.best_quarter,
    scale: known.scale,
    year: String(known.year),
  })
}
