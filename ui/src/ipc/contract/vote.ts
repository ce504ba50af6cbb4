/** Votes, as electors take part in them. Nobody's choice is in any of these views, not even the reader's own. */
import type { Millis, Text } from './wire'

/**
 * `open`: ballots count. `due`: the deadline has passed, nobody has closed it yet. `closed`: closed, the officers have not
 * opened it. `counted`: the result can be computed. `decided`: the decision is on record.
 */
export type VoteState = 'open' | 'due' | 'closed' | 'counted' | 'decided'

/** My ballot: that it is in, never for what. */
export interface MyBallot {
  /** When the registry received it; when it was written, while `received` is false. */
  at: Millis
  /** The registry holds it; false: it waits on this computer. */
  received: boolean
  /** Twenty digits of the sealed envelope's hash, in groups of five. */
  tracking: string
  /** Earlier ballots of mine in this vote, which no longer count. */
  replaces: number
  /** After closing: it is among those that count. Null before. */
  counts: boolean | null
  /** It came after the deadline and waits for the chair. */
  late: boolean
}

export interface VoteLine {
  motion: string
  dossier: string
  solution: string
  question: Text
  deadline: Millis
  state: VoteState
  ballot: MyBallot | null
  /** The outcome on record; null before the decision. */
  outcome: string | null
}

/** Votes from which I am recused are absent. */
export interface VotesView {
  now: Millis
  /** By deadline. */
  open: VoteLine[]
  /** The newest first. */
  past: VoteLine[]
}

/** Who may vote, by name: an invented colleague is how a small college would be emptied of its secrecy. */
export interface VoteCollege {
  title: Text
  mine: boolean
  electors: string[]
}

/** How secret a vote is, computed from what was frozen with it. */
export interface Secrecy {
  mode: 'roll-call' | 'secret'
  /** Officers who must act together. */
  openers: number
  officers: number
  smallest_group: number
  /** A college that votes alike shows it. */
  unanimity_shows: boolean
}

export interface Headcount {
  /** Quorum and every college's minimum. */
  met: boolean
  /** Heads needed. */
  need: number
  /** Heads present as the bylaws count them. */
  have: number
  /** Ballots that count so far. */
  voters: number
  /** Electors who are not recused. */
  electors: number
}

/** What the bylaws ask of a vote, with today's numbers. It depends on who may vote, and on nothing that anybody voted. */
export interface MajorityView {
  method: 'motion' | 'ladder' | 'plurality'
  rule: 'simple' | 'absolute' | 'qualified' | 'qualified-strict' | 'for-against' | 'unanimity'
  /** A fraction as the bylaws write it; null where the rule has none. */
  share: string | null
  /** The votes against must stay below this share. */
  against_below: string | null
  /** Of what the majority is taken. */
  base: 'cast' | 'present' | 'unrecused' | 'members' | 'seats'
  /** Electors who are not recused. */
  electors: number
  /** Heads needed before any ballot is opened. */
  quorum: number
  /** How many the base is where every elector votes for or against. */
  of: number
  /** The votes for that it takes then; null: all of them would not do. */
  votes: number | null
  /** Fewer votes for or against make the base, and with it the number of votes, smaller. */
  moves: boolean
  /** So many colleges must be in favour besides. */
  colleges: number | null
  /** Codes of the colleges that may veto. */
  veto: string[]
  /** Whoever presides decides a tie. */
  casting: boolean
}

export interface VoteView {
  now: Millis
  motion: string
  dossier: string
  number: string
  solution: string
  solution_version: string
  publisher: string
  /** What the solution does, from its card. */
  summary: Text | null
  /** Name of the label in question. */
  label: Text | null
  /** For how long it would be granted. */
  months: number | null
  question: Text
  /** Codes in the order of the bylaws, abstention and blank included. */
  options: string[]
  deadline: Millis
  state: VoteState
  secrecy: Secrecy
  colleges: VoteCollege[]
  headcount: Headcount
  majority: MajorityView
  /** The sheets of this dossier were opened: they can be compared. */
  comparison: boolean
  /** So many objections on grounds of safety defer the decision; null: a ballot has no such box. */
  safety_block_at: number | null
  /** The deadline has passed, and a ballot may still be sent: it waits for the chair, who may accept it. */
  may_be_late: boolean
  ballot: MyBallot | null
  outcome: string | null
}

export interface VoteCommands {
  votes(): Promise<VotesView>
  vote(a: { motion: string }): Promise<VoteView>
  /** Seals and signs a ballot, offline too; a later one replaces it. */
  vote_cast(a: { motion: string; option: string; safety: boolean }): Promise<VoteView>
}
