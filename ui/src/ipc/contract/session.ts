/** Who is here, the lock, the network. */
import type { Density } from './settings'
import type { Millis, Text } from './wire'

/** `acting-chair` is never granted: a vice-chair acts as chair of a dossier. */
export type Role =
  'reviewer' | 'chair' | 'vice-chair' | 'secretariat' | 'officer' | 'examiner' | 'acting-chair'

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
  /** A recovery sheet opens this desk. */
  recovery: boolean
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

export interface SessionCommands {
  session(): Promise<Session>
  /** Opens the desk with the passphrase. `passphrase-wrong`, `passphrase-wait` {seconds}, `database-newer` … */
  unlock(a: { passphrase: string }): Promise<Session>
  /** Changes the passphrase. `passphrase-wrong`, `passphrase-wait` {seconds}. */
  passphrase_change(a: { present: string; next: string }): Promise<null>
  /** A fresh code for a recovery sheet: seven groups of six digits. It opens nothing before it is kept. */
  recovery_draw(): Promise<string>
  /** Lets the sheet open this desk; an earlier one is void. `passphrase` is empty where the keyring keeps the key. */
  recovery_keep(a: { passphrase: string; code: string }): Promise<Session>
  /** Opens the desk with its sheet, under a new passphrase. `recovery-unreadable`, `recovery-wrong`, `recovery-none`. */
  recovery_open(a: { code: string; next: string }): Promise<Session>
  /** `idle`: the window saw nobody for the set time; false: the person asked. */
  lock(a: { idle: boolean }): Promise<Session>
}
