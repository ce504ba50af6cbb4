/** Motions, as secretariat and chair put, close and conclude them. Headcounts and sums, never who chose what. */
import type { Headcount, VoteState } from './vote'
import type { Millis, Problem, Text } from './wire'

/** The bylaws that the round of a dossier froze. */
export interface FrozenBylaws {
  id: string
  version: string
  /** It asks for a secret vote, which does not exist yet: there can be none. */
  secret: boolean
  /** What a ballot may say under it. */
  choices: string[]
}

/** A dossier about which a motion can be put. */
export interface Tabling {
  dossier: string
  number: string
  solution: string
  /** Why not yet; null: it can. */
  obstacle: Problem | null
  /** The grant mark is reached: options that grant may be offered. */
  grant_reached: boolean
  /** Name of the label, for the question that is proposed. */
  proposed: Text
  /** Seated members. */
  electors: number
  /** Electors who have not declared their interests: they read nothing yet, and cannot vote. */
  undeclared: number
  /** The dossier was called back after a vote without its quorum; null: a first convocation. */
  again: Again | null
  /** Null before the first round. */
  bylaws: FrozenBylaws | null
}

/** What a second convocation asks for: otherwise the ordinary quorum applies. */
export interface Again {
  /** A vote that closes before this moment is too early. */
  closes_from: Millis
}

export interface MotionLine {
  motion: string
  dossier: string
  solution: string
  question: Text | null
  deadline: Millis
  state: VoteState
  headcount: Headcount
  outcome: string | null
}

export interface MotionsView {
  now: Millis
  /** The latest deadline first. */
  motions: MotionLine[]
  dossiers: Tabling[]
}

export interface CollegeHeads {
  title: Text
  electors: number
  present: number
}

/** Sentence of `code` in the files of the rules, with `params`; people are already named. */
export interface ReasonView {
  code: string
  params: Record<string, string>
}

/** Something sealed that is not in order: sentence `error-<code>`. */
export interface Fault {
  name: string
  code: string
}

export interface ChoiceCount {
  option: string
  n: number
}

export interface ResultView {
  outcome: string
  /** In the order of the bylaws, zeros included; empty without a quorum. */
  choices: ChoiceCount[]
  /** In the order of the rules. */
  reasons: ReasonView[]
  /** Ballots that cannot be read, by author. */
  unreadable: Fault[]
  /** Officers whose shares are not in order. */
  faults: Fault[]
}

export interface Point {
  criterion: string
  observation: string
  change: string
  /** `YYYY-MM-DD` */
  by: string | null
}

export interface DecisionView {
  outcome: string
  reasons: string[]
  improve: Point[]
  /** For those who lead, after a refusal or a deferral. */
  letter: LetterFacts | null
}

/** Somewhere a publisher can turn to. */
export interface OrientationLine {
  code: string
  title: Text
  line: Text
  url: string
}

/** What the letter to the publisher rests on. */
export interface LetterFacts {
  contact: string | null
  label: Text
  institute: string
  appeal_months: number
  /** The publisher has appealed: it may once. */
  appealed: boolean
  orientations: OrientationLine[]
}

export interface MotionView {
  now: Millis
  motion: string
  dossier: string
  number: string
  solution: string
  question: Text | null
  options: string[]
  deadline: Millis
  state: VoteState
  headcount: Headcount
  colleges: CollegeHeads[]
  /** Officers whose shares are in. */
  published: string[]
  awaited: string[]
  /** Officers that it takes. */
  needed: number
  may_close: boolean
  may_record: boolean
  /** For those who lead: the last vote of a dossier that waits for its decision, or for another vote. */
  again: boolean
  /** Null until it can be counted. */
  result: ResultView | null
  /** Why a closed vote cannot be counted on this computer. */
  obstacle: Problem | null
  /** About whom whoever sits here may ask what would have been; empty unless the vote was opened. */
  asked_about: Elector[]
  decision: DecisionView | null
}

export interface Elector {
  member: string
  name: string
}

/** How somebody is thought not to have voted: out of every base, or without a ballot only. */
export type Apart = 'recused' | 'absent'

/** What an opened vote would have decided. */
export interface OtherOutcome {
  outcome: string
  /** It is another one. */
  changes: boolean
}

/** How many could still vote, if everybody did who may: says nothing of who has. */
export interface VoteReach {
  possible: number
  electors: number
  need: number
  /** That is enough, for the quorum and for each college. */
  met: boolean
}

export interface MotionCommands {
  motions(): Promise<MotionsView>
  motion(a: { motion: string }): Promise<MotionView>
  /** Freezes electors, options and deadline, and opens the vote under the bylaws of the round. */
  // prettier-ignore
  motion_table(a: { dossier: string; fr: string; en: string; deadline: Millis }): Promise<MotionView>
  motion_close(a: { motion: string }): Promise<MotionView>
  /** Of an opened roll call, for those who lead. */
  motion_what_if(a: { motion: string; member: string; apart: Apart }): Promise<OtherOutcome>
  /** What a recusal would leave of the vote that is open about a dossier; null: none is, or it takes no vote away. */
  vote_reach(a: { dossier: string; member: string }): Promise<VoteReach | null>
  /** Only the outcome that the count gives is taken. */
  // prettier-ignore
  motion_record(a: { motion: string; outcome: string; reasons: string[]; improve: Point[] }): Promise<MotionView>
}
