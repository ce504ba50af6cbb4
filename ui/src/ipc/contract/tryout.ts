/** What a file of rules would do, on an example that nobody submitted. Nothing of it is kept. */
import type { ReasonView } from './motion'
import type { MajorityView } from './vote'
import type { Text } from './wire'

/** What is supposed; each kind of rules looks at what it knows. */
export interface Supposed {
  /** The answer given everywhere. */
  fill: 'lowest' | 'middle' | 'highest' | 'drawn'
  /** From which the answers are drawn: the same number draws the same answers. */
  seed: number
  /** Prerequisites are answered so that they pass. */
  pass: boolean
  /** HAS class of the solution. */
  class: string | null
  /** Code of an axis with a point to improve. */
  axis: string | null
  /** Members who are recused. */
  recused: number
  /** Members who vote; null: all who are not recused. */
  voting: number | null
  /** Of them, those in favour; null: all of them. */
  favour: number | null
  /** Of the others, those who abstain; the rest is against. */
  abstain: number
  /** Day of the decision. */
  on: string | null
}

export interface TryOut {
  /** A grid alone, or every grid that labels go by. */
  grids: GridTried[]
  /** Labels whose grid is not in force: nothing can be said of them. */
  homeless: Text[]
  vote: VoteTried | null
  days: DayTried[]
  /** Titles of the orientations that a publisher would be shown. */
  shown: Text[]
}

export interface GridTried {
  title: Text
  /** Null: there is none. */
  mark: string | null
  /** Why there is none. */
  why: string | null
  of: string
  axes: AxisTried[]
  /** Codes of the prerequisites that are not met. */
  failed: string[]
  rows: RowTried[]
  labels: LabelTried[]
}

/** An axis's own mark: shown, never used. */
export interface AxisTried {
  title: Text
  mark: string | null
}

export interface RowTried {
  criterion: string
  title: Text
  answer: Text
  /** Null: the answer counts nothing. */
  points: string | null
}

export interface LabelTried {
  name: Text
  entry: BarTried
  grant: BarTried
}

export interface BarTried {
  /** Null: no bar, only prerequisites stand in the way. */
  at_least: string | null
  of: 'declared' | 'verified' | 'board' | null
  reached: boolean
  /** A `gate.` code. */
  code: string
}

export interface VoteTried {
  /** The supposed numbers, as far as a full board has people for them. */
  recused: number
  voting: number
  favour: number
  abstain: number
  against: number
  outcome: string
  /** The quorum is met. */
  met: boolean
  /** Heads that count for it. */
  have: number
  majority: MajorityView
  reasons: ReasonView[]
}

export interface DayTried {
  /** `second`: a second convocation from that day on; the others are terms of a label. */
  code: 'second' | 'until' | 'appeal' | 'evidence' | 'provisional'
  /** The label. */
  title: Text | null
  day: string
}
