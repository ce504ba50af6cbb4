/** The table of dossiers and who owes what, for those who lead them: secretariat and chair. */
import type { Millis, Text } from './wire'

/** Parts of a dossier's life, in the order of the table. */
export type Part = 'intake' | 'screening' | 'scoring' | 'debate' | 'decided' | 'over'

/** What blocks a dossier, else what comes next: sentence `line-<code>` with `n`, `m` and `name`. */
export interface Line {
  code: string
  /** `blocked` and `late`: somebody must act before it goes on. `stopped`: it ended. */
  tone: 'blocked' | 'late' | 'waiting' | 'stopped'
  n: number
  m: number
  name: string | null
}

export interface DossierRow {
  dossier: string
  number: string
  solution: string
  publisher: string
  /** Sentence `stage-<stage>`. */
  stage: string
  part: Part
  line: Line
  /** The deadline that matters now. */
  date: Millis | null
}

/**
 * `received`, `expected`, `late`: a sheet; never what it says. `declare`: interests are to be declared. `renew`: the year
 * of the declaration is over; a sheet that is owed, or that is in, goes before it. `recused`: kept out. `none`: nothing is
 * owed.
 */
export type Debt = 'received' | 'expected' | 'late' | 'declare' | 'renew' | 'recused' | 'none'

export interface OwedColumn {
  dossier: string
  solution: string
  deadline: Millis | null
}

export interface OwedRow {
  member: string
  name: string
  college: string
  college_title: Text
  /** One for each column. */
  cells: Debt[]
}

export interface Owed {
  columns: OwedColumn[]
  rows: OwedRow[]
  /** Sheets that are awaited, the late ones among them. */
  expected: number
  late: number
  /** Sheets and declarations whose day comes within a week. */
  soon: number
  declare: number
}

export interface DossiersView {
  now: Millis
  /** By part, then number. */
  rows: DossierRow[]
  owed: Owed
}

export interface ReminderItem {
  dossier: string
  debt: Debt
  solution: string
  /** By when this member is to have done it, where a day is set. */
  deadline: Millis | null
}

/** What one member is to be reminded of; the window writes the letter. */
export interface Reminder {
  member: string
  name: string
  email: string | null
  items: ReminderItem[]
}

/** A date for the calendar file, with its words in the reader's language. */
export interface CalendarEntry {
  dossier: string
  at: Millis
  title: string
  text: string
}

/** `soon`: within a week; `due`: late or soon; `owed`: anything, whenever it is due. */
export type ReminderScope = 'late' | 'soon' | 'declare' | 'due' | 'owed'

export interface DossiersCommands {
  dossiers(): Promise<DossiersView>
  /** `dossier` null: all of them. */
  reminders(a: { scope: ReminderScope; dossier: string | null }): Promise<Reminder[]>
  /** Writes a calendar file where the person chooses; false when the dialog was closed. */
  save_calendar(a: { entries: CalendarEntry[] }): Promise<boolean>
  /** How much waits behind each item of the sidebar, by the name of its screen. */
  counters(): Promise<Record<string, number>>
}
