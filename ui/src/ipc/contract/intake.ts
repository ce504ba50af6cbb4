/** Intake of a publisher's package, and the examination of its declared answers. */
import type { Anchor, EvidenceFile, Known } from './review'
import type { Millis, Problem, Text } from './wire'

/** What stands in the secretariat's hand. One package at a time; locking the desk puts it away. */
export type IntakeState =
  | { kind: 'empty' }
  /** `total` is 0 while it is not known. */
  | { kind: 'reading'; name: string; file: string; done: number; total: number }
  | { kind: 'read'; report: IntakeView }

export interface Offer {
  /** SHA-256 of a grid; code of a label. */
  id: string
  title: Text
  version: string | null
}

export type IntakePart = 'description' | 'prerequisites' | 'questionnaire' | 'evidence'
export type IntakeSeverity = 'missing' | 'wrong' | 'notice' | 'fine'

export interface IntakeLine {
  part: IntakePart
  severity: IntakeSeverity
  /** Sentence `<code>` with hyphens, and `params`. */
  code: string
  /** File, key or criterion. */
  place: string
  /** Title of the criterion, when `place` is one. */
  title: Text | null
  params: Record<string, string>
}

export type AnswerColumn = 'code' | 'answer' | 'comment' | 'evidence'

export interface IntakeView {
  name: string
  at: Millis
  /** False: not even a package. */
  readable: boolean
  solution: string
  version: string
  publisher: string
  /** The publisher's address for letters. */
  contact: string | null
  grids: Offer[]
  grid: string | null
  labels: Offer[]
  label: string | null
  /** The next free number. */
  number: string
  questions: number
  answered: number
  prerequisites: number
  met: number
  files: number
  pages: number
  /** Warnings of possible data of patients. */
  patient: number
  axes: number
  lines: IntakeLine[]
  /** Points that keep the dossier from being accepted. */
  missing: number
  /** A prerequisite is answered with "no": the dossier is inadmissible. */
  knocked_out: boolean
  /** Headers of the table of answers as written; empty when there is none. */
  headers: string[]
  /** What this institute said headers mean, by the header without case and accents. */
  columns: Record<string, AnswerColumn>
  /** The evidence that would become the dossier's. */
  evidence: IncomingFile[]
  /** The kinds of study that the grid names; empty: it does not ask. */
  studies: StudyOffer[]
  /** The form that stands in for a description; null where the package brings its own. */
  form: FormAsked | null
}

export interface FormAsked {
  /** By what a form that was left in the middle is found again. */
  key: string
  /** What the files themselves tell. */
  guessed: IntakeForm
  /** Files that may be the answers. */
  tables: string[]
  /** The package was read with what was filled in. */
  filled: boolean
}

/** What the description would say. */
export interface IntakeForm {
  /** By the key of the description, with dots: `solution.name`. */
  fields: Record<string, string>
  evidence: FormEvidence[]
  entities: FormEntity[]
}

export interface FormEvidence {
  file: string
  title: string
  kind: string
  /** Codes, with commas. */
  criteria: string
}

export interface FormEntity {
  role: string
  name: string
}

export interface IncomingFile {
  /** SHA-256. */
  file: string
  name: string
  title: string
  /** A reference without a file. */
  reference: boolean
  /** Code of the kind of study; one that the grid does not know is a line of the report. */
  study: string | null
}

export interface StudyOffer {
  code: string
  title: Text
}

/** A library of references as it would be taken. */
export interface ReferencesView {
  name: string
  taken: TakenReference[]
  left: LeftReference[]
}

export interface TakenReference {
  key: string
  /** As it would be cited. */
  cited: string
  identifiers: Known[]
}

/** Sentence `references-left-<why>`. */
export interface LeftReference {
  /** Key, title or number in the file. */
  place: string
  why: 'title' | 'entry' | 'broken' | 'twice' | 'known'
}

/** Megabytes of a file, megabytes of a package, files of a package. */
export interface IntakeLimits {
  file: number
  package: number
  count: number
}

export interface LimitsView {
  now: IntakeLimits
  usual: IntakeLimits
  least: IntakeLimits
  most: IntakeLimits
}

export interface IntakeChoice {
  grid: string | null
  label: string | null
}

export interface Received {
  dossier: string
  number: string
  solution: string
  /** The entry mark is reached. */
  preselected: boolean
  /** Why not. */
  why: Problem | null
}

export interface ToExamine {
  dossier: string
  number: string
  solution: string
  left: number
}

export interface Possible {
  code: string
  title: Text
}

export type ExaminedStatus = 'confirmed' | 'corrected' | 'refuted'

export interface ToJudge {
  criterion: string
  title: Text
  prerequisite: boolean
  /** The declared answer in words. */
  declared: Text
  comment: string | null
  /** Files that the publisher points at. */
  evidence: string[]
  /** Those of them that the dossier holds, by their digest. */
  files: string[]
  /** The answers that the criterion may have; empty for numbers, texts and dates. */
  possible: Possible[]
  status: ExaminedStatus | null
  /** The corrected answer, as code. */
  value: string | null
  /** The corrected answer in words. */
  corrected: Text | null
  why: string
  /** Passages of the evidence on which the finding rests. */
  anchors: Anchor[]
}

export interface ExaminationView {
  dossier: string
  number: string
  solution: string
  publisher: string
  rows: ToJudge[]
  files: EvidenceFile[]
  left: number
  /** This person may examine. */
  may: boolean
}

export interface Judged {
  criterion: string
  status: ExaminedStatus
  value: string | null
  why: string
  anchors: Anchor[]
}

export interface IntakeCommands {
  intake(): Promise<IntakeState>
  /** Reads a package that was brought; the notice `intake` tells of its progress. */
  intake_read(a: { token: string }): Promise<IntakeState>
  /** Adds what was brought to the package in hand; where there is none, it is one. */
  intake_add(a: { token: string }): Promise<IntakeState>
  /** Adds a file that was pasted; `bytes` in base64. */
  intake_paste(a: { name: string; bytes: string }): Promise<IntakeState>
  /** Adds a table of answers that was pasted, in place of one that was there. */
  intake_paste_table(a: { text: string }): Promise<IntakeState>
  /** Reads the package with the description that was filled in. `no-package`. */
  intake_describe(a: { form: IntakeForm }): Promise<IntakeState>
  /** Saves what was filled in as `dossier.toml`; false when the dialog was closed. */
  intake_description_save(a: { form: IntakeForm }): Promise<boolean>
  intake_choose(a: { choice: IntakeChoice }): Promise<IntakeState>
  /** What headers mean: remembered for the institute's next packages. */
  intake_columns(a: { columns: Record<string, AnswerColumn> }): Promise<IntakeState>
  /** Another file in the place of one of the package. */
  intake_replace(a: { place: string; token: string }): Promise<IntakeState>
  /** Takes a file out of the package, or puts it back. */
  intake_take_out(a: { place: string; out: boolean }): Promise<IntakeState>
  /** A person looked and found no data of a patient. */
  intake_cleared(a: { place: string }): Promise<IntakeState>
  /** The kind of study of an item of evidence, by its digest; null: of none. */
  intake_study(a: { file: string; study: string | null }): Promise<IntakeState>
  /** Reads references beside the package in hand; nothing is taken yet. `no-package`, `references-…`. */
  intake_references(a: { token: string; tongue: 'fr' | 'en' }): Promise<ReferencesView>
  /** Takes the references that were shown last. */
  intake_references_take(): Promise<IntakeState>
  /** What this desk takes at most. */
  intake_limits(): Promise<LimitsView>
  /** `intake-limits` for what they may not be; a package in hand is read again. */
  intake_limits_set(a: { limits: IntakeLimits }): Promise<LimitsView>
  intake_cancel(): Promise<IntakeState>
  intake_accept(a: { grid: string; label: string; number: string; demonstration: boolean }): Promise<Received>
  to_examine(): Promise<ToExamine[]>
  examination(a: { dossier: string }): Promise<ExaminationView>
  examine(a: { dossier: string; rows: Judged[] }): Promise<ExaminationView>
}
