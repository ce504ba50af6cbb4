/** The year's figures: tables that the program has made, with what is withheld already out of them. */
import type { Text } from './wire'

export interface YearView {
  year: number
  /** Years in which something is on record, the latest first; never empty. */
  years: number[]
  /** The year is not over. */
  running: boolean
  /** Dossiers about which a first decision was made in the year. */
  decisions: number
  /** Fewest people of whom a figure about people speaks. */
  smallest_group: number
  /** Dossiers of the year whose answers and marks cannot be read on this computer. */
  unread: number
  reference: YearReference
  tables: YearTable[]
}

/** What is known of the population that was marked before: two points, no curve. */
export interface YearReference {
  n: number
  median: number
  best_quarter: number
  scale: number
  year: number
}

export interface YearTable {
  /** Caption: sentence `year-table-<code>`. */
  code: string
  /** The grid that it speaks of; null: none. */
  grid: YearGrid | null
  columns: YearHead[]
  rows: YearRow[]
}

export interface YearGrid {
  title: Text
  version: string
  illustrative: boolean
}

export interface YearRow {
  head: YearHead
  /** One for each column. */
  cells: YearCell[]
}

export type YearHead =
  | { kind: 'word'; code: string }
  /** Sentence `stage-<code>`. */
  | { kind: 'stage'; code: string }
  | { kind: 'quarter'; n: number }
  | { kind: 'named'; title: Text }
  | { kind: 'class'; code: string }
  | { kind: 'category'; code: string }
  | { kind: 'standing'; code: string }
  /** Marks from the first to under the second, at the end of the scale with it. */
  | { kind: 'band'; from: string; to: string }
  | { kind: 'number'; n: number }

export type YearCell =
  | { kind: 'count'; n: number }
  /** `percent`: null where there are too few to speak of percent. */
  | { kind: 'share'; n: number; of: number; percent: string | null }
  | { kind: 'value'; value: string }
  | { kind: 'percent'; value: string }
  /** Too few people to be shown. */
  | { kind: 'withheld' }
  | { kind: 'none' }

export interface YearCommands {
  /** The figures of a year; null: of the last in which something is on record. `not-by-you`. */
  year_figures(a: { year: number | null }): Promise<YearView>
  /** Writes rows as CSV where the person chooses; false: closed. */
  table_save(a: { name: string; rows: string[][] }): Promise<boolean>
}
