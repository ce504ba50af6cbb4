/** Declared links that ask for a decision, and the recusals that stand. */
import type { Interest } from './interests'
import type { Millis, Text } from './wire'

export type RecusalLevel = 'none' | 'criterion' | 'discuss' | 'full'

export interface DeclaredLink {
  interest: Interest
  /** The rules call it major and propose a full recusal; the chair decides. */
  major: boolean
  /** Role of the dossier's entity that has the same name; a person confirms it. */
  same_as: string | null
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
  /** This person decides it: the chair, a vice-chair about the chair. */
  may_decide: boolean
  /** Reviews the dossier already. */
  assigned: boolean
}

export interface DecidedLink {
  dossier: string
  solution: string
  member: string
  name: string
  level: RecusalLevel
  at: Millis
  by: string
  may_decide: boolean
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

export interface JudgingCommands {
  interests_board(): Promise<InterestsBoard>
  decide_interests(a: { dossier: string; member: string; level: RecusalLevel }): Promise<InterestsBoard>
}
