/** What this computer holds of mine, and what the registry can know of me. */
import type { Interest } from './interests'
import type { Anchor, Mark, Note, NoteColour, NoteStyle, Row, Sheet, NamedColour } from './review'
import type { Millis } from './wire'

export interface OwnData {
  /** Where everything of this desk lies: shown, never asked for. */
  folder: string
  /** Bytes of that folder. */
  bytes: number
  /** Files of evidence among it. */
  evidence_files: number
  known: KnownOfMe
}

/** What the log says of me in clear, by what the registry keeps. Names, texts, marks and choices are not among it. */
export interface KnownOfMe {
  /** The random identifier under which everything stands. */
  member: string
  computers: number
  roles: number
  /** Declarations, of which those that said "something", never what. */
  declarations: number
  links: number
  recusals: number
  assignments: number
  /** Sealed sheets and ballots: that they are in, and when. */
  sheets: number
  ballots: number
  /** The first and the last thing that it received from me. */
  first_at: Millis | null
  last_at: Millis | null
}

/** My own work: what `own_export` writes. */
export interface OwnWork {
  format: string
  institute: string
  member: string
  name: string
  exported_at: Millis
  dossiers: OwnDossier[]
}

export interface OwnDossier {
  number: string
  solution: string
  version: string
  sheet: Sheet | null
  rows: Row[]
  notes: Note[]
  /** Marks that I changed openly once the sheets were open; `rows` are as I handed them in. */
  changes: OwnChange[]
  declared: Interest[]
}

export interface OwnChange {
  criterion: string
  mark: Mark | null
  why: string
  at: Millis
}

/** A passage of mine. */
export interface MyPassage extends Anchor {
  /** Number and title of the file. */
  number: number
  title: string
  /** Cited for it; null for what is only marked. */
  criterion: string | null
  /** Of a note. */
  text: string
  /** Null for what is cited. */
  style: NoteStyle | null
  colour: NoteColour | null
}

/** My passages of one dossier, by file and page. */
export interface DossierPassages {
  dossier: string
  number: string
  solution: string
  passages: MyPassage[]
  /** As the grid of the dossier names them; empty where it is not at hand. */
  colours: NamedColour[]
}

export interface OwnCommands {
  /** Of all dossiers that I may read. */
  my_passages(): Promise<DossierPassages[]>
  own_data(): Promise<OwnData>
  /** Writes my marks, reasons, passages, notes and declarations as JSON where the person chooses; false: closed. */
  own_export(): Promise<boolean>
  /** The same, for a paper. */
  own_work(): Promise<OwnWork>
}
