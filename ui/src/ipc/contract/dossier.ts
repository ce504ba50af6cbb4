/** The page of a dossier, and the steps of its life that a person takes there. */
import type { Debt, Line } from './dossiers'
import type { LetterFacts, Point } from './motion'
import type { Millis, Problem, Text } from './wire'

/** Something that was done: sentence `passed-<code>` with `n`, `by` and `about`. */
export interface Passed {
  code: string
  at: Millis
  /** Null where many did it: declarations, files. */
  by: string | null
  /** Whom it concerns. */
  about: string | null
  n: number
  /** Why, for a step that was taken by hand. */
  reason: string | null
}

export type StepKind = 'preselect' | 'assign' | 'open-round' | 'close-intake' | 'rescore' | HandStep

/** Steps that are taken by hand, with words. */
export type HandStep =
  | 'waive-entry'
  | 'decline'
  | 'notify'
  | 'resume'
  | 'recall'
  | 're-table'
  | 'return-to-board'
  | 'withdraw'
  | 'appeal'
  | 'accept-appeal'
  | 'dismiss-appeal'
  | 're-examine'
  | 'admit'
  | 'lapse'
  | 'close'

/** On what an appeal rests. */
export type Ground = 'material-error' | 'new-element' | 'procedure'

/** The words of a step, as its form asks for them. */
export interface StepForm {
  reason: string
  improve: Point[]
  /** Of an appeal. */
  ground: Ground | null
  /** The day on which an appeal came, YYYY-MM-DD. */
  received_on: string | null
}

export interface DossierStep {
  kind: StepKind
  /** Why not now, or not by this person; null: it may be done. */
  problem: Problem | null
}

export interface DossierMember {
  member: string
  name: string
  college: Text
  /** `to-judge`: a link waits for the chair. `cleared`: judged without consequence. The last three: recused. */
  declared: 'awaited' | 'nothing' | 'to-judge' | 'cleared' | 'criterion' | 'discuss' | 'full'
  /** The year of the declaration is over, and the dossier still in hand. */
  renew: boolean
  assigned: boolean
  debt: Debt
}

export interface RoundView {
  deadline: Millis
  minimum_sheets: number
  received: number
  reviewers: number
  /** The intake of sheets has ended. */
  closed: boolean
  /** Officers who opened, of so many needed. */
  shares: number
  threshold: number
  /** Which one, from 1, of so many at most. */
  number: number
  most: number
  /** What the stop rule says between the opening and the motion; null at other times. */
  stop: StopView | null
}

/** A proposal, never an act: sentence `stop-<code>`. */
export interface StopView {
  code: 'nothing-to-discuss' | 'last-round' | 'stable' | 'unmeasured' | 'go-on'
  /** Criteria. */
  to_discuss: number
  /** Criteria whose agreement changed its band since the round before. */
  bands_changed: number
  marks_changed: number
  marks: number
}

/** A sheet or a ballot that came late and waits for the chair. */
export interface LateAct {
  device: string
  seq: number
  /** A ballot; else a sheet. */
  ballot: boolean
  name: string
  received: Millis
  /** Why it may not be accepted, or not by this person; null: it may. */
  problem: Problem | null
}

export interface RoundBylaws {
  digest: string
  id: string
  version: string
  /** They ask for secret votes. */
  secret: boolean
  suggested: boolean
}

export interface Frame {
  grid: string
  grid_version: string
  label: Text
  /** What the entry bar says: sentence `<gate>`. */
  gate: string
  /** Answers that nobody has examined. */
  unexamined: number
}

/** A mark under its bar, and what would change it. */
export interface Declined {
  letter: LetterFacts
  /** As the grid shows marks; null where there is none. */
  mark: string | null
  bar: string | null
  points: Point[]
}

/** The publisher's right to appeal, and the appeal. Days are YYYY-MM-DD. */
export interface Recourse {
  /** When it was recorded that the publisher knows. */
  notified_on: string | null
  /** The last day to appeal; null where it cannot be known here. */
  until: string | null
  today: string
  /** An appeal that came today would be in time. */
  running: boolean
  /** The publisher has appealed: it may once. */
  used: boolean
  appeal: AppealView | null
  /** Who answers the appeal that the dossier is in; null where nobody is left, and at other stages. */
  judge: string | null
  /** Who may not take part in the second look that is to begin. */
  looked_first: string[]
  letter: RecourseLetter | null
}

/** An appeal and its answer; words are null without the dossier's key. */
export interface AppealView {
  /** The stage at which it found the dossier. */
  against: string
  ground: string | null
  received_on: string | null
  words: string | null
  /** Null: not answered yet. */
  accepted: boolean | null
  answered_by: string | null
  answer: string | null
}

/** A letter that the publisher is owed; for the secretariat. */
export interface RecourseLetter {
  kind: 'accepted' | 'dismissed' | 'closed' | 'lapsed'
  letter: LetterFacts
  reason: string | null
  /** The term that has run out. */
  day: string | null
}

/** Who acts for the chair of a dossier; without a name: nobody may. */
export interface StandIn {
  name: string | null
  /** It is whoever sits here. */
  me: boolean
}

export interface DossierPage {
  now: Millis
  dossier: string
  number: string
  solution: string
  version: string
  publisher: string
  demonstration: boolean
  /** Public number of the label that it renews. */
  renews: string | null
  stage: string
  line: Line
  /** Oldest first. */
  journey: Passed[]
  steps: DossierStep[]
  /** Null while this person may not read the dossier, or its key is not here. */
  frame: Frame | null
  /** Seated members by college. */
  members: DossierMember[]
  round: RoundView | null
  late: LateAct[]
  bylaws: RoundBylaws[]
  /** What a new round proposes. */
  minimum_sheets: number
  /** For the secretariat, once the dossier was not preselected: what the letter rests on. */
  declined: Declined | null
  /** Null while nothing was decided against the publisher. */
  recourse: Recourse | null
  /** Null where the chair acts, or nobody has to any more. */
  stand_in: StandIn | null
}

export interface ReviewerCandidate {
  member: string
  name: string
  college: string
  college_title: Text
  /** Dossiers in hand. */
  load: number
  /** As many at once, at most; whoever has them is not proposed, and can be chosen. */
  max_load: number | null
  /** Has declared within the year, was judged, is not recused. */
  free: boolean
  /** The year of the declaration is over. */
  expired: boolean
  /** The last day of an absence, YYYY-MM-DD. Whoever is away is not proposed, and can be chosen. */
  away_until: string | null
  proposed: boolean
  assigned: boolean
}

export interface Candidates {
  wanted: number
  candidates: ReviewerCandidate[]
  /** Colleges that lack people. */
  short: Text[]
  too_few: boolean
}

export interface DossierCommands {
  dossier_page(a: { dossier: string }): Promise<DossierPage>
  preselect(a: { dossier: string }): Promise<DossierPage>
  /** Takes a step by hand. */
  take_step(a: { dossier: string; step: HandStep; words: StepForm }): Promise<DossierPage>
  candidates(a: { dossier: string; wanted: number }): Promise<Candidates>
  /** Exactly these reviewers, from now on. */
  assign(a: { dossier: string; members: string[] }): Promise<DossierPage>
  open_round(a: { dossier: string; deadline: Millis; minimum: number; bylaws: string }): Promise<DossierPage>
  /** Begins another independent round: same reviewers, grid and bylaws. */
  rescore(a: { dossier: string; deadline: Millis }): Promise<DossierPage>
  /** Ends the intake of sheets: none counts that comes later. */
  close_intake(a: { dossier: string }): Promise<DossierPage>
  /** From here on it counts like one that came in time. */
  accept_late(a: { dossier: string; device: string; seq: number; reason: string }): Promise<DossierPage>
}
