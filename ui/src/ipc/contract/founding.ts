/** Founding an institute, its charters, its rules. */
import type { Session } from './session'
import type { Supposed, TryOut } from './tryout'
import type { Text } from './wire'

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

export type RulesKind = 'grid' | 'bylaws' | 'labels' | 'orientation'

/** A file of rules as it would stand, without having been published. */
export interface RulesTried {
  kind: RulesKind
  lines: TriedLine[]
}

/** An axis with `n` criteria, a choice of ballots, a label of `n` months, an orientation. */
export interface TriedLine {
  code: 'axis' | 'study' | 'choice' | 'label' | 'orientation'
  title: Text
  /** What an orientation is for. */
  detail: Text | null
  n: number
  /** Conditions of an orientation. */
  axis: string | null
  class: string | null
}

export interface BundledRules {
  name: string
  kind: RulesKind
  published: boolean
}

export interface RulesInForce {
  kind: RulesKind
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
  /** I showed the key that lies on this computer. */
  my_key: boolean
  /** I showed one that does not lie on this computer. */
  key_elsewhere: boolean
  /** Officers who can no longer sign with the key that the charter names. */
  to_replace: string[]
  /** For an officer: dossiers that nobody may lead as chair until a vice-chair is named. */
  without_chair: number
  /** For an officer: whose mandate ended, and who still hold roles. */
  roles_left: string[]
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
  /** What a file of rules would change; rejects as publishing it would. */
  rules_try(a: { token: string }): Promise<RulesTried>
  /** What a file of rules would do on an example; rejects as publishing it would. */
  rules_try_out(a: { token: string; supposed: Supposed }): Promise<TryOut>
  /** Rejects with `file-refused` and every `code@place` of the rules, `#line` where it is known. */
  rules_own(a: { token: string }): Promise<FoundingView>
}
