/** OpenedSheets sheets beside each other. */
import type { Progress } from './session'
import type { Millis, Text } from './wire'

export interface ComparisonLine {
  dossier: string
  number: string
  solution: string
  publisher: string
  /** The announced opening. */
  opens_at: Millis
  opened_at: Millis | null
  /** Sheets that are in; null for those who may not know. */
  arrived: Progress | null
}

/** Columns under one title: a college, or several that are too small to stand alone. */
export interface ColumnBlock {
  titles: Text[]
  columns: number
}

export interface Column {
  block: number
  mine: boolean
  /** Null unless the bylaws show names. */
  name: string | null
}

export interface Cell {
  /** `absent`: nothing was said of this criterion on this sheet. */
  kind: 'mark' | 'na' | 'absent'
  points: string | null
  /** The word of the option, where it has one. */
  words: Text | null
  /** Place on the ramp, 0 to 1; null: the criterion has no scale. */
  ink: number | null
}

/** The marks of one block of columns. */
export interface Strip {
  n: number
  median: string | null
  low: string | null
  high: string | null
}

export interface Cited {
  file: string
  number: number
  title: string
  page: number
  quote: string
  region: boolean
}

export interface Voice {
  /** Place in `columns`. */
  column: number
  reason: string
  cited: Cited[]
}

/** Sheets cite overlapping passages and give marks at least half of the scale apart. */
export interface SamePassage {
  passage: Cited
  sheets: number
  low: string
  high: string
}

export interface CompareCriterion {
  code: string
  axis: string
  title: Text
  /** Place in the grid. */
  place: number
  /** `agreement.…` */
  band: string
  disagreement: boolean
  /** `di` or `thirds`; null with too few marks. */
  decider: string | null
  /** Two decimals. */
  index: string | null
  median: string | null
  /** From my mark to the median, on the scale 1–9. */
  distance: string | null
  /** The points that can be given, rising. */
  levels: string[]
  /** One for each column. */
  cells: Cell[]
  /** One for each block. */
  strips: Strip[]
  voices: Voice[]
  same: SamePassage | null
}

export interface OpenedSheets {
  at: Millis
  board_mark: string | null
  my_mark: string | null
  /** Marks are out of this. */
  scale: string
  /** Sheets read together. */
  sheets: number
  /** Why each of the others is left out: sentence `error-<code>`. */
  unreadable: string[]
  smallest_group: number
  blocks: ColumnBlock[]
  columns: Column[]
  /** Disagreement first, then by index, weight and grid order. */
  criteria: CompareCriterion[]
}

export interface ComparisonView {
  now: Millis
  dossier: string
  number: string
  solution: string
  solution_version: string
  publisher: string
  grid: Text
  grid_version: string
  illustrative: boolean
  opens_at: Millis
  arrived: Progress | null
  /** Null until the officers have opened the sheets. */
  opened: OpenedSheets | null
}

export interface ComparisonCommands {
  comparisons(): Promise<ComparisonLine[]>
  comparison(a: { dossier: string }): Promise<ComparisonView>
}
