/** The first start. */
import type { Millis } from './wire'

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
  /** Names are sealed: a laptop that is not in force yet cannot read whose they are. */
  name: string | null
  at: Millis
}

export interface EnrolmentCommands {
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
}
