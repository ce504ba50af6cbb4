/** The review desk. */
import type { AppealView } from './dossier'
import type { Millis, Problem, Text } from './wire'

export interface ReviewView {
  dossier: string
  number: string
  solution: string
  solution_version: string
  publisher: string
  grid: Grid
  /** One row per criterion that was ever touched; the others are empty. */
  rows: Row[]
  /** My highlights and notes; removed ones are absent. */
  notes: Note[]
  files: EvidenceFile[]
  place: Place | null
  deadline: Millis | null
  /** Announced opening: until then the phase is blind. */
  opens_at: Millis | null
  /** My sheet is asked for; else I read and take notes. */
  assigned: boolean
  sheet: Sheet
  /** The last row or note that was written to the disk. */
  saved_at: Millis | null
  /** Criteria from which I am recused: not asked, not sealed, not counted. */
  not_mine: string[]
  /** Why, in the words of whoever decided; null where none are for me. */
  not_mine_why: string | null
  /** Which round, from 1; 0 before the first. */
  round: number
  /** My marks of the round before, as I changed them since; empty where I had none. */
  former: FormerMark[]
  /** The publisher's appeal, once it was accepted: why the dossier is looked at again. */
  appeal: AppealView | null
}

export interface FormerMark {
  criterion: string
  /** Null: not marked. */
  mark: Mark | null
}

export interface Sheet {
  /** `late`: submitted after the deadline, it waits for the chair. */
  state: 'draft' | 'sealed' | 'late' | 'opened'
  sealed_at: Millis | null
  /** The registry holds it. */
  received: boolean
  /** It can still be taken back: nothing is opened. */
  may_take_back: boolean
}

export interface Grid {
  id: string
  version: string
  title: Text
  illustrative: boolean
  axes: Axis[]
  /** Those that apply to this dossier, in file order. */
  criteria: Criterion[]
  /** All four colours, in order. */
  colours: NamedColour[]
}

/** A colour and what it says; without a title the window has its own word. */
export interface NamedColour {
  code: NoteColour
  title: Text | null
}

export interface Axis {
  code: string
  title: Text
}

export interface Criterion {
  code: string
  axis: string
  answer: 'yes-no' | 'choice' | 'scale' | 'number' | 'text' | 'date' | 'file'
  question: Text
  /** One line in plain language. */
  plain: Text | null
  help: Text | null
  /** In file order; empty for number, text, date and file. */
  options: Option[]
  na: 'forbidden' | 'exclude' | 'zero'
  evidence: 'required' | 'asked' | 'none'
  prerequisite: boolean
  /** Never counted. */
  informative: boolean
  declared: Declared | null
}

export interface Option {
  code: string
  /** The word on the button; null: the code is shown. */
  title: Text | null
  /** What this level means, for the help. */
  anchor: Text | null
}

export interface Declared {
  /** The publisher's answer in words. */
  answer: Text
  comment: string | null
  status: 'declared' | 'confirmed' | 'corrected' | 'refuted'
  /** The examiner's answer, when corrected. */
  corrected: Text | null
  /** The examiner's reason; empty when none was given. */
  why: string
  /** Passages on which the examiner's finding rests. */
  anchors: Anchor[]
}

/** What a reviewer says of one criterion. */
export type Mark = { kind: 'option'; option: string } | { kind: 'value'; value: string } | { kind: 'na' }

/**
 * A row is saved whole. `version` grows by one with each edit of this row on this device: saving the same version
 * again changes nothing, a lower one than the stored is ignored and answered with the stored version.
 */
export interface Row {
  criterion: string
  version: number
  mark: Mark | null
  reason: string
  anchors: Anchor[]
  /** Why the mark differs from that of the round before; one line. */
  why: string
}

/**
 * `[left, bottom, right, top]` in points of the page's own space, before rotation (PDF user space). A picture is one
 * page; a point of it is a pixel, from the lower left corner of the picture as viewers show it.
 */
export type Rect = [number, number, number, number]

/** A passage: enough to find it again in another version of the file. */
export interface Passage {
  file: string
  /** From 1. */
  page: number
  rects: Rect[]
  /** The words selected, or the description of a region; spaces folded. */
  quote: string
  /** Up to 32 characters before and after, spaces folded. */
  before: string
  after: string
  /** A rectangle drawn on a figure rather than words selected. */
  region: boolean
}

export interface Anchor extends Passage {
  id: string
}

export type NoteStyle = 'highlight' | 'underline' | 'bookmark'

/** What a reader says of a passage by its colour; the grid may name each. */
export type NoteColour = 'for' | 'against' | 'unclear' | 'method'

/**
 * A highlight (empty `text`), a note in Markdown, or a bookmark (which may have no rectangle). Saved whole, as rows
 * are; `removed` takes it away.
 */
export interface Note extends Passage {
  id: string
  version: number
  text: string
  removed: boolean
  style: NoteStyle
  colour: NoteColour | null
}

export interface EvidenceFile {
  file: string
  /** As people call it: "file 2". */
  number: number
  title: string
  /** `reference`: a publication that is cited and not enclosed. */
  media: 'pdf' | 'image' | 'reference' | 'other'
  /** Bytes of the file itself. */
  bytes: number
  /** From 1; a newer version has the number of the one that it replaces. */
  version: number
  /** The newest version, when this is an older one. */
  replaced_by: string | null
  /** The publication, as it is cited; null: not known. */
  reference: Text | null
  identifiers: Known[]
  /** The kind of study, in the grid's words; null: not said. */
  study: Text | null
  /** `here`: every chunk is on this computer and was checked. */
  state: 'here' | 'fetching' | 'absent' | 'altered'
}

/** An identifier of a publication or of a trial, in its one writing. */
export interface Known {
  text: string
  address: string
}

/** Where the person was: coming back lands on it. */
export interface Place {
  criterion: string
  file: string | null
  page: number
  /** Share of the page above the pane's upper edge, -1 to 1; negative when the page begins below that edge. */
  scroll: number
  zoom: number | null
  /** Each file keeps its own place and look. */
  files: Record<string, FilePlace>
  /** Light letters on dark paper; figures stay as they are. */
  night: boolean
}

export interface FilePlace {
  page: number
  scroll: number
  zoom: number | null
  /** Degrees, beside the file's own. */
  rotation: 0 | 90 | 180 | 270
  /** Two pages side by side. */
  spread: boolean
}

export interface Saved {
  at: Millis
  version: number
}

export interface Summary {
  /** Codes, in grid order. */
  unmarked: string[]
  without_evidence: string[]
  not_applicable: string[]
  /** Criteria with a passage that a newer version of its file changed or lost. */
  to_confirm: string[]
  /** The mark differs from that of the round before, and no line says why. */
  why_missing: string[]
  /** "Not applicable" without the reason that the grid asks for. */
  reason_missing: string[]
  marked: number
  total: number
  /** Null: it may be submitted. */
  refusal: Problem | null
}

export interface ReviewCommands {
  /** `refusal.recused`, `refusal.not-declared` and `refusal.declaration-pending` lead to the dossier's card. */
  review_open(a: { dossier: string }): Promise<ReviewView>
  review_save_row(a: { dossier: string; row: Row }): Promise<Saved>
  review_save_note(a: { dossier: string; note: Note }): Promise<Saved>
  review_place(a: { dossier: string; place: Place }): Promise<null>
  review_summary(a: { dossier: string }): Promise<Summary>
  /** Seals the rows as stored. Resolves once the act is signed and on this disk; the push follows by itself. */
  review_submit(a: { dossier: string }): Promise<Sheet>
  review_take_back(a: { dossier: string }): Promise<Sheet>
}
