/** Declared links that ask for a decision, and the recusals that stand. */
import type { Interest } from './interests'
import type { Millis, Text } from './wire'

export type RecusalLevel = 'none' | 'criterion' | 'discuss' | 'full'

/** What a person said of a match. It holds until either text changes. */
export interface RuledMatch {
  /** The same, else two that are only called alike. */
  confirmed: boolean
  reason: string
  by: string
  at: Millis
}

/** An entity of the dossier that may be the declared one; the machine proposes, a person says. */
export interface MatchedName {
  role: string
  name: string
  identifier: string | null
  /** An identifier is the same, not only the name. */
  strong: boolean
  ruled: RuledMatch | null
}

export interface DeclaredLink {
  interest: Interest
  /** The rules call it major and propose a full recusal; the chair decides. */
  major: boolean
  matches: MatchedName[]
}

export interface Judgement {
  dossier: string
  solution: string
  publisher: string
  member: string
  name: string
  college: Text
  declared_at: Millis | null
  /** Null: not sealed to this computer. */
  links: DeclaredLink[] | null
  proposed: RecusalLevel
  /** What was decided about an earlier declaration, and holds meanwhile. */
  before: RecusalLevel | null
  /** This person decides it: the chair, a vice-chair about the chair. */
  may_decide: boolean
  /** This person may say whether two names are one: those who judge. */
  may_match: boolean
  /** Reviews the dossier already. */
  assigned: boolean
}

export interface NamedCriterion {
  code: string
  title: Text
}

export interface DecidedLink {
  dossier: string
  solution: string
  member: string
  name: string
  level: RecusalLevel
  /** At level `criterion`, which; empty where this computer has no key of the dossier. */
  criteria: NamedCriterion[]
  /** Null: none was given, or it is not sealed to this computer. */
  reason: string | null
  /** What was declared, as far as it is sealed to this computer. */
  links: DeclaredLink[]
  at: Millis
  by: string
  may_decide: boolean
  may_match: boolean
  assigned: boolean
}

export interface InterestsBoard {
  now: Millis
  /** Oldest first. */
  pending: Judgement[]
  /** Newest first. */
  recusals: DecidedLink[]
  /** Judged without consequence. */
  cleared: DecidedLink[]
}

/** A decision. The reason is needed; criteria at level `criterion` only. */
export interface LinkVerdict {
  level: RecusalLevel
  reason: string
  criteria: string[]
}

/** What is said of the declared entity and of the dossier's, both as they are written. */
export interface MatchWord {
  entity: string
  entity_identifier: string | null
  role: string
  name: string
  identifier: string | null
  confirmed: boolean
  reason: string
}

export interface RecusalReach {
  /** Criteria that a recusal may name, in grid order. */
  criteria: NamedCriterion[]
  /** Those named come to half of the scored weight: the rules propose that the person does not mark at all. */
  proposes_discuss: boolean
}

export interface JudgingCommands {
  interests_board(): Promise<InterestsBoard>
  /** `recusal.no-reason` and `recusal.no-criteria` are refused. */
  decide_interests(a: { dossier: string; member: string; said: LinkVerdict }): Promise<InterestsBoard>
  /** Which criteria there are, and how far the named ones reach. */
  recusal_reach(a: { dossier: string; criteria: string[] }): Promise<RecusalReach>
  /** `match.no-reason` is refused. */
  judge_match(a: { dossier: string; member: string; said: MatchWord }): Promise<InterestsBoard>
}
