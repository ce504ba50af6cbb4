/**
 * What the window asks of the program behind it: plain views, one per screen, and the commands of `Desk`.
 *
 * Rules of the wire
 * - A command is called by its name with one object; each key of that object is one argument of the Rust function
 *   (`review_save_row({ dossier, row })` is `fn review_save_row(dossier: String, row: Row)`). Argument names are
 *   single words; fields inside views are snake_case, so that serde needs no renaming of fields.
 * - Enumerations are kebab-case strings; unions carry their variant in the field `kind`
 *   (`#[serde(tag = "kind", rename_all = "kebab-case")]`).
 * - Moments are `Millis`: milliseconds since 1970 UTC. Days without an hour are `YYYY-MM-DD`.
 * - Ids (`dossier`, `file`, `criterion`, `token`) are opaque strings.
 * - Marks, weights and points are decimal strings: the window never computes with them.
 * - A command that fails rejects with a `Problem`; `code` has a sentence `error-<code>` in the locale files,
 *   with every dot of the code written as a hyphen.
 * - No path of the disk ever crosses: files are named by a token that the program gave.
 * - Views already passed the visibility function: what is absent may not be shown, counted or hinted at.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Millis = number

/** A text of a grid, a bylaw or a dossier, in French and perhaps in English. */
export interface Text {
  fr: string
  en: string | null
}

/** Why a command was refused or failed. `params` fill the sentence `error-<code>`. */
export interface Problem {
  code: string
  params: Record<string, string>
}

// ---------------------------------------------------------------------------------------------- session

export type Role = 'reviewer' | 'chair' | 'vice-chair' | 'secretariat' | 'officer' | 'examiner'

export interface Person {
  name: string
  /** The college as the bylaws title it; absent for a member without a seat. */
  college: Text | null
  roles: Role[]
  /** What the roster suggests for this person; a setting of the device comes before it. */
  density: Density | null
}

export interface Network {
  /** `unknown`: nothing was tried since the program started. */
  state: 'online' | 'offline' | 'unknown'
  /** When the present state began. */
  since: Millis | null
  /** The registry last answered at. */
  last_contact: Millis | null
  /** Items of mine that the registry has not acknowledged. */
  waiting: number
  /** The last time that counts and digests were found equal on both sides. */
  identical_at: Millis | null
  /** A push that runs now. */
  running: Progress | null
}

export interface Progress {
  done: number
  total: number
}

export interface Session {
  state: 'first-start' | 'locked' | 'open'
  /** Why the desk is locked; null when it is not. */
  locked_by: 'start' | 'idle' | 'person' | null
  /** A passphrase protects this desk, so locking it locks something. */
  passphrase: boolean
  /** A keyring service of the system answers. */
  keyring: boolean
  /** Name of the institute; null before an invitation was read or while it cannot be known. */
  institute: string | null
  /** Null unless `open`. */
  person: Person | null
  /** Everything shown is of the demonstration. */
  demo: boolean
  /** Charter signed by one officer: one person alone could open everything. */
  single_officer: boolean
  network: Network
  /** Version of the program, for example `0.1.0`. */
  version: string
  /** `PRAGMA cipher_version` of the open database; null unless `open`. */
  cipher: string | null
}

// ---------------------------------------------------------------------------------------------- first start

export interface Enrolment {
  step: 'invitation' | 'keys' | 'digits' | 'confirmation' | 'done'
  institute: string | null
  registry: string | null
  /** The invitation's end. */
  expires_at: Millis | null
  /** Where the keys will rest: without a keyring a passphrase is asked for. */
  keyring: boolean
  /** Twenty digits in four groups of five, once the keys exist. */
  digits: string[] | null
  /** Telephone of the secretariat, when the charter or the invitation names one. */
  phone: string | null
  /** The secretariat typed the digits and signed. */
  typed_by: Confirmation | null
  /** An officer or the chair countersigned. */
  countersigned_by: Confirmation | null
  /** The request reached the registry; false: it waits here (or travels as a file). */
  request_sent: boolean
}

export interface Confirmation {
  name: string | null
  at: Millis
}

// ---------------------------------------------------------------------------------------------- my desk

export interface DeskView {
  /** The program's clock when the view was made: "in two days" counts from here. */
  now: Millis
  /** Ordered by deadline, then dossier number. */
  tasks: Task[]
  submitted: Submitted[]
  recused: DossierName[]
  /** Since when `changes` are listed. */
  since: Millis | null
  /** Newest first, at most twenty. */
  changes: Change[]
}

export interface DossierName {
  dossier: string
  solution: string
}

export interface Task {
  /** `declare`: interests first. `wait-key`: declared, the key has not come. `review`: score it. */
  kind: 'declare' | 'wait-key' | 'review'
  dossier: string
  solution: string
  publisher: string
  deadline: Millis | null
  /** Criteria with a mark, of all that apply; null before the dossier can be read. */
  progress: Progress | null
  /** Code of the criterion where the person left off. */
  resume: string | null
  /** Marks of mine that ask for evidence and have none. */
  without_evidence: number
}

export interface Submitted {
  dossier: string
  solution: string
  sealed_at: Millis
  /** The announced opening. */
  opens_at: Millis | null
  /** The sheets were opened. */
  opened: boolean
  /** The registry holds the sheet; false: it waits on this computer. */
  received: boolean
}

export interface Change {
  at: Millis
  /** Sentence `change-<code>`, with `params` and the variable `solution`. */
  code: string
  params: Record<string, string>
  dossier: string | null
  solution: string | null
}

// ---------------------------------------------------------------------------------------------- interests

export interface Entity {
  role: 'publisher' | 'group' | 'parent' | 'competitor' | 'funder' | 'author' | 'subcontractor'
  name: string
}

export interface DossierCard {
  dossier: string
  number: string
  solution: string
  version: string
  publisher: string
  summary: Text | null
  entities: Entity[]
  deadline: Millis | null
  /**
   * `to-declare`: nothing said yet. `under-review`: a link was declared, the chair decides. `waiting-key`: may be
   * read once the key arrives. `open`: may be read. `recused`: the door is closed.
   */
  state: 'to-declare' | 'under-review' | 'waiting-key' | 'open' | 'recused'
  declared_at: Millis | null
}

export type InterestCategory =
  | 'employment'
  | 'consultancy'
  | 'study'
  | 'speaking'
  | 'grant'
  | 'holdings'
  | 'patent'
  | 'design'
  | 'competitor'
  | 'family'
  | 'position'
  | 'other'

export interface Interest {
  category: InterestCategory
  /** With whom: one of the card's entities or any other name. */
  entity: string
  /** `YYYY` or `YYYY-MM`. */
  from: string | null
  /** Null: it still runs. */
  to: string | null
  paid: 'no' | 'me' | 'institution'
  text: string
}

// ---------------------------------------------------------------------------------------------- review desk

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
  sheet: Sheet
  /** The last row or note that was written to the disk. */
  saved_at: Millis | null
}

export interface Sheet {
  state: 'draft' | 'sealed' | 'opened'
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
  /** The grid asks why when "not applicable" is said. */
  na_needs_reason: boolean
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
}

/** `[left, bottom, right, top]` in points of the page's own space, before rotation (PDF user space). */
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

/** A highlight (empty `text`) or a note. Saved whole, as rows are; `removed` takes it away. */
export interface Note extends Passage {
  id: string
  version: number
  text: string
  removed: boolean
}

export interface EvidenceFile {
  file: string
  /** As people call it: "file 2". */
  number: number
  title: string
  media: 'pdf' | 'image' | 'other'
  /** Bytes of the file itself. */
  bytes: number
  /** `here`: every chunk is on this computer and was checked. */
  state: 'here' | 'fetching' | 'absent' | 'altered'
}

/** Where the person was: coming back lands on it. */
export interface Place {
  criterion: string
  file: string | null
  page: number
  /** Share of the page above the pane's upper edge, -1 to 1; negative when the page begins below that edge. */
  scroll: number
  zoom: number | null
}

export interface Saved {
  at: Millis
  version: number
}

export interface EvidenceOpened {
  bytes: number
  /** The type that its first bytes show, not its name: `application/pdf`, `image/png`, `image/jpeg`. */
  media: string
}

export interface Summary {
  /** Codes, in grid order. */
  unmarked: string[]
  without_evidence: string[]
  not_applicable: string[]
  /** "Not applicable" without the reason that the grid asks for. */
  reason_missing: string[]
  marked: number
  total: number
  /** Null: it may be submitted. */
  refusal: Problem | null
}

// ---------------------------------------------------------------------------------------------- sync receipt

export interface Receipt {
  state: 'identical' | 'waiting' | 'refused' | 'differs' | 'never'
  /** When both sides were last compared. */
  compared_at: Millis | null
  rows: ReceiptRow[]
  log: LogComparison
  waiting: number
  /** The last time everything was equal, with its counts by row kind. */
  identical_at: Millis | null
  identical_rows: ReceiptCount[]
  /** Why the last attempt failed; null when it did not. */
  problem: Problem | null
}

export interface LogComparison {
  entries_here: number
  entries_there: number | null
  /** Hexadecimal, whole. */
  root_here: string
  root_there: string | null
}

export type ReceiptKind =
  'sheets' | 'marks' | 'anchors' | 'notes' | 'interests' | 'ballots' | 'evidence' | 'decisions'

export interface ReceiptCount {
  what: ReceiptKind
  count: number
}

export interface ReceiptRow {
  what: ReceiptKind
  here: number
  /** Rows of those batches for which the registry returned a proof of inclusion; null: never compared. */
  there: number | null
  /** Hexadecimal, whole; the screen shortens it. */
  digest_here: string
  digest_there: string | null
  verdict: 'identical' | 'to-send' | 'refused' | 'differs' | 'unknown'
}

export interface PastReceipt {
  at: Millis
  rows: ReceiptCount[]
  state: 'identical' | 'waiting' | 'refused' | 'differs'
}

// ---------------------------------------------------------------------------------------------- settings

export type Language = 'system' | 'fr' | 'en'
export type Theme = 'system' | 'light' | 'dark'
export type Density = 'dense' | 'comfortable'

/** Kept on the device, outside the encrypted database: the lock screen needs them too. */
export interface Settings {
  language: Language
  theme: Theme
  /** Null: as the person's college suggests. */
  density: Density | null
  /** Shortcuts of one letter. */
  letter_keys: boolean
  /** Percent: 90, 100, 115, 130, 150. */
  text_size: number
  /** Minutes without a key or a pointer before the desk locks; 0: never. Without a passphrase nothing locks. */
  idle_minutes: number
}

// ---------------------------------------------------------------------------------------------- files, verdict

export type FileKind = 'invitation' | 'certificate'

/** A file that the person chose, dropped, or gave on the command line. The token lives until the program ends. */
export interface Opened {
  token: string
  kind: FileKind | 'other'
  name: string
  bytes: number
}

export interface Verdict {
  verdict: 'valid' | 'invalid' | 'indeterminate' | 'unreadable'
  file: string
  label: VerdictLabel | null
  /** In the order in which they were checked. */
  checks: Check[]
  /** When the list of states was read, for "indeterminate". */
  list_read_at: Millis | null
}

export interface VerdictLabel {
  number: string
  product: string
  version: string
  institute: string
  label: Text
  /** `YYYY-MM-DD`, included. */
  valid_until: string | null
}

export interface Check {
  result: 'passed' | 'failed' | 'unknown'
  /** Sentence `verify-<code>`. */
  code: string
  params: Record<string, string>
}

// ---------------------------------------------------------------------------------------------- notices

/** Pushed as the Tauri event `notice`: what to read again, nothing of the content itself. */
export type Notice =
  | { kind: 'session' }
  | { kind: 'network'; network: Network }
  | { kind: 'enrolment' }
  | { kind: 'desk' }
  | { kind: 'review'; dossier: string }
  | { kind: 'receipt' }
  | { kind: 'opened'; opened: Opened }

// ---------------------------------------------------------------------------------------------- commands

export interface Desk {
  session(): Promise<Session>
  /** Opens the desk with the passphrase. `passphrase-wrong`, `passphrase-wait` {seconds}, `database-newer` … */
  unlock(a: { passphrase: string }): Promise<Session>
  /** `idle`: the window saw nobody for the set time; false: the person asked. */
  lock(a: { idle: boolean }): Promise<Session>

  /** Where the first start stands: survives a restart. */
  enrol_status(): Promise<Enrolment>
  /** A pasted code or the token of a file; exactly one of the two. */
  enrol_begin(a: { code: string | null; token: string | null }): Promise<Enrolment>
  /** Makes the keys. A passphrase is required when `keyring` is false and allowed otherwise. */
  enrol_keys(a: { passphrase: string | null }): Promise<Enrolment>
  /** Asks the registry whether the two persons have confirmed. Once `done`, `session` is `open`. */
  enrol_check(): Promise<Enrolment>
  /** Gives up: keeps nothing. */
  enrol_cancel(): Promise<Enrolment>
  /** Writes the request to a file that the person chooses; false when the dialog was closed. */
  enrol_save_request(): Promise<boolean>

  desk(): Promise<DeskView>
  dossier_card(a: { dossier: string }): Promise<DossierCard>
  /** An empty list says "no link", which is an act too. */
  declare_interests(a: { dossier: string; interests: Interest[] }): Promise<DossierCard>

  /** `refusal.recused`, `refusal.not-declared` and `refusal.declaration-pending` lead to the dossier's card. */
  review_open(a: { dossier: string }): Promise<ReviewView>
  review_save_row(a: { dossier: string; row: Row }): Promise<Saved>
  review_save_note(a: { dossier: string; note: Note }): Promise<Saved>
  review_place(a: { dossier: string; place: Place }): Promise<null>
  review_summary(a: { dossier: string }): Promise<Summary>
  /** Seals the rows as stored. Resolves once the act is signed and on this disk; the push follows by itself. */
  review_submit(a: { dossier: string }): Promise<Sheet>
  review_take_back(a: { dossier: string }): Promise<Sheet>

  /** Checks the whole file against its digest. `evidence-altered`, `evidence-absent`, `evidence-type`. */
  evidence_open(a: { dossier: string; file: string }): Promise<EvidenceOpened>
  /** Bytes `begin` (included) to `end` (excluded), raw; at most 1 MiB at once. */
  evidence_range(a: { dossier: string; file: string; begin: number; end: number }): Promise<ArrayBuffer>
  /** Asks for it again at the next contact. */
  evidence_refetch(a: { dossier: string; file: string }): Promise<null>

  /** One exchange with the registry; resolves with the receipt, also when the registry cannot be reached. */
  sync_now(): Promise<Receipt>
  sync_receipt(): Promise<Receipt>
  /** Newest first, at most fifty. */
  receipts(): Promise<PastReceipt[]>

  settings_get(): Promise<Settings>
  settings_set(a: { settings: Settings }): Promise<Settings>

  /** The system's dialog; null when it was closed. */
  open_with_dialog(a: { kind: FileKind }): Promise<Opened | null>
  /** The file that came with the command line, once; null if there was none. */
  opened_at_start(): Promise<Opened | null>
  verify_certificate(a: { token: string }): Promise<Verdict>

  /** Subscribes to notices; the promise gives the function that ends it. */
  listen(hear: (notice: Notice) => void): Promise<() => void>
}
