/** Founding an institute, its charters, its rules. */
import type { Session } from './session'

export interface FoundingForm {
  /** The registry's card, as `sceau-registry init` prints it. */
  card: string
  /** Its one-time token. */
  token: string
  institute: string
  name: string
  title: string | null
  /** Code of the founder's college. */
  college: string
}

export interface BundledRules {
  name: string
  kind: 'grid' | 'bylaws' | 'labels'
  published: boolean
}

export interface RulesInForce {
  kind: 'grid' | 'bylaws' | 'labels'
  id: string
  version: string
}

export interface Candidate {
  member: string
  name: string
  /** Has a computer in force. */
  enrolled: boolean
  /** Showed a key for a coming charter. */
  key: boolean
  officer: boolean
}

export interface CharterProposal {
  version: number
  officers: string[]
  threshold: number
  signed: string[]
  awaited: string[]
  /** My signature is awaited. */
  mine: boolean
}

export interface FoundingView {
  institute: string
  charter: number
  officers: string[]
  threshold: number
  single_officer: boolean
  /** Members with a computer in force. */
  enrolled: number
  may_propose: boolean
  may_publish: boolean
  /** I showed my key. */
  my_key: boolean
  wanted_officers: number
  candidates: Candidate[]
  proposal: CharterProposal | null
  bundled: BundledRules[]
  rules: RulesInForce[]
  /** Computers that I may confirm as the second person. */
  unconfirmed: number
}

export interface FoundingCommands {
  /** A passphrase is required where there is no keyring. A refusal keeps nothing. */
  found_institute(a: { form: FoundingForm; passphrase: string | null }): Promise<Session>
  founding(): Promise<FoundingView>
  founding_key(): Promise<FoundingView>
  founding_propose(a: { officers: string[] }): Promise<FoundingView>
  founding_sign(): Promise<FoundingView>
  rules_bundled(a: { name: string }): Promise<FoundingView>
  /** Rejects with `file-refused` and every `code@place` of the rules. */
  rules_own(a: { token: string }): Promise<FoundingView>
}
