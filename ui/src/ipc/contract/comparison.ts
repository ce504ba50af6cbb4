/** Opened sheets beside each other, the discussion of each criterion, changed marks. */
import type { Anchor, Criterion, Mark, Saved } from './review'
import type { Progress } from './session'
import type { Millis, Problem, Text } from './wire'

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
  /** Messages of others that were not read on this computer. */
  unread: number
  /** A later round that is being scored; null: none. */
  sealed: SealedRound | null
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
  /** The opened sheet said otherwise. */
  changed: boolean
}

/** The marks of one block of columns. */
export interface Strip {
  n: number
  median: string | null
  low: string | null
  high: string | null
}

export interface Cited extends Anchor {
  number: number
  title: string
}

/** A mark that took the place of another. */
export interface ChangedMark {
  cell: Cell
  at: Millis
  why: string
  /** The registry holds it. */
  received: boolean
}

/** This round's sheet changed the mark of the round before. */
export interface BeforeMark {
  from: Cell
  to: Cell
  why: string
}

export interface Voice {
  /** Place in `columns`. */
  column: number
  reason: string
  cited: Cited[]
  /** What the opened sheet said; null unless it was changed. */
  first: Cell | null
  /** The oldest first; the last one counts. */
  changes: ChangedMark[]
  /** Null in a first round, and where the mark is that of the round before. */
  before: BeforeMark | null
}

/** Who speaks. */
export interface Speaker {
  mine: boolean
  /** Place in `columns`; null: no sheet of theirs is counted. */
  column: number | null
  /** Of those without a column, in an order drawn once for each dossier, from 1. */
  place: number | null
  /** Null unless the bylaws show names. */
  name: string | null
}

export interface ThreadWord {
  what: 'message' | 'settled' | 'reopened'
  by: Speaker
  at: Millis
  /** The registry holds it. */
  received: boolean
  /** Of a message. */
  id: string | null
  /** As it was typed. */
  text: string
  /** The id of an earlier message. */
  reply_to: string | null
  /** The id of a passage that somebody cited for the criterion; null: about the criterion itself. */
  about: string | null
}

/** A message that is being typed; `version` grows by one with each edit. Empty once it was sent. */
export interface TypedMessage {
  version: number
  text: string
  reply_to: string | null
}

/** The discussion of one passage: which words are about it they say themselves. */
export interface TopicView {
  /** The id of the passage. */
  about: string
  settled: boolean
  /** Messages of others that were not read on this computer. */
  unread: number
  draft: TypedMessage | null
}

/** The discussion of a criterion, with those of the passages cited for it. */
export interface ThreadView {
  /** In the order of the log. */
  words: ThreadWord[]
  settled: boolean
  /** Messages of others that were not read on this computer, those about passages among them. */
  unread: number
  draft: TypedMessage | null
  /** Passages of which somebody spoke, or is about to. */
  topics: TopicView[]
}

/** The discussion that the window speaks of. */
export interface TopicAsked {
  criterion: string
  /** The id of a passage; null: the criterion itself. */
  about: string | null
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
  /** The widest apart first. */
  same: SamePassage[]
  /** What I can answer; null without a sheet of mine. */
  form: Criterion | null
  /** My mark as it counts now. */
  mine: Mark | null
  thread: ThreadView
}

export interface Figure {
  /** `alpha-ordinal`, `ac2-quadratic`, `icc2-1`. */
  measure: string
  /** Two decimals; null where it is undefined. */
  value: string | null
  /** `statistic.…`: why it is undefined. */
  why_not: string | null
  /** `reading.…`: what it lets one conclude; null where no words belong to it. */
  reading: string | null
}

/** Agreement over the criteria that have marks: an appendix, never a gate. */
export interface Statistics {
  marks: number
  reviewers: number
  criteria: number
  figures: Figure[]
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
  /** Changed marks that could not be read or do not follow the rules. */
  set_aside: number
  /** Marks that this round's sheets changed from the round before. */
  changed: number
  /** Why I may not change a mark now. */
  change_refusal: Problem | null
  /** Why I may not take part in the discussion now. */
  talk_refusal: Problem | null
  smallest_group: number
  blocks: ColumnBlock[]
  columns: Column[]
  /** Disagreement first, then by index, weight and grid order. */
  criteria: CompareCriterion[]
  /** Over all criteria at once. */
  statistics: Statistics
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
  /** Which round is shown, from 1. */
  round: number
  /** Rounds that can be looked at, the first one first. */
  rounds: OpenedRound[]
  /** A later round that is being scored; null: none. */
  sealed: SealedRound | null
}

export interface OpenedRound {
  number: number
  at: Millis
}

export interface SealedRound {
  number: number
  /** The announced opening. */
  opens_at: Millis
}

export interface ComparisonCommands {
  comparisons(): Promise<ComparisonLine[]>
  /** The last round that is open, or the one that is asked for, to be looked at. */
  comparison(a: { dossier: string; round: number | null }): Promise<ComparisonView>
  compare_revise(a: { dossier: string; criterion: string; mark: Mark; why: string }): Promise<ComparisonView>
  /** An answer is about what the message that it answers is about. */
  thread_post(a: {
    dossier: string
    topic: TopicAsked
    text: string
    reply: string | null
  }): Promise<ComparisonView>
  thread_settle(a: { dossier: string; topic: TopicAsked; settled: boolean }): Promise<ComparisonView>
  thread_draft(a: { dossier: string; topic: TopicAsked; typed: TypedMessage }): Promise<Saved>
  /** Who reads the discussion of a criterion reads those of its passages too. */
  thread_seen(a: { dossier: string; topic: TopicAsked; until: Millis }): Promise<null>
}
