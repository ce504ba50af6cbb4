/** My desk. */
import type { Progress } from './session'
import type { Millis } from './wire'

export interface DeskView {
  /** The program's clock when the view was made: "in two days" counts from here. */
  now: Millis
  /** Ordered by deadline, then dossier number. */
  tasks: Task[]
  submitted: Submitted[]
  recused: DossierName[]
  /** My reviews in the order that serves the board best: what fewest have marked first. Empty unless there are several. */
  next: DossierName[]
  /** Since when `changes` are listed. */
  since: Millis | null
  /** Newest first, at most twenty. */
  changes: Change[]
}

export interface DossierName {
  dossier: string
  solution: string
}

export interface Task {
  /**
   * `declare`: interests first. `renew`: what was declared ends, or its year is over. `wait-key`: declared, the key has not come. `review`: score it. `vote`: my ballot is
   * missing. For those who lead: `judge`: links of others to judge. `preselect`, `assign`, `open-round`,
   * `close-intake`: the dossier's next step. `late`: what came late waits for the chair. `decline`, `notify`, `resume`: the entry mark is not
   * reached, a refusal is to be told, what was awaited has come. `appeal`: an appeal waits for its answer. `re-examine`,
   * `admit`: a second examination is to begin, or has ended. `lapse`, `close`: a term has run out. `table`: a motion can
   * be put. `close-vote`, `no-quorum`, `record`: a vote is to be closed, held again, put on record. `issue`: a label is to
   * be issued. For who examines: `examine`: answers are to be verified.
   */
  kind:
    | 'declare'
    | 'renew'
    | 'wait-key'
    | 'review'
    | 'vote'
    | 'judge'
    | 'preselect'
    | 'assign'
    | 'open-round'
    | 'close-intake'
    | 'late'
    | 'decline'
    | 'notify'
    | 'resume'
    | 'appeal'
    | 're-examine'
    | 'admit'
    | 'lapse'
    | 'close'
    | 'table'
    | 'close-vote'
    | 'no-quorum'
    | 'record'
    | 'issue'
    | 'examine'
  dossier: string
  solution: string
  publisher: string
  deadline: Millis | null
  /** Criteria with a mark, of all that apply; null before the dossier can be read. */
  progress: Progress | null
  /** Code of the criterion where the person left off. */
  resume: string | null
  /** Marks of mine that ask for evidence and have none. */
  without_evidence: number
  /** The motion that it is about: to vote on, to close, to hold again or to put on record; else null. */
  motion: string | null
  /** How many links, reviewers, sheets or answers it is about. */
  count: number
  /** The scoring round, from 1; 0: none yet. */
  round: number
}

export interface Submitted {
  dossier: string
  solution: string
  sealed_at: Millis
  /** The announced opening. */
  opens_at: Millis | null
  /** The sheets were opened. */
  opened: boolean
  /** It came after the deadline and waits for the chair. */
  late: boolean
  /** The registry holds the sheet; false: it waits on this computer. */
  received: boolean
  /** Of which round. */
  round: number
}

export interface Change {
  at: Millis
  /** Sentence `change-<code>`, with `params` and the variable `solution`. */
  code: string
  params: Record<string, string>
  dossier: string | null
  solution: string | null
  /** The vote that it is about, where this person may open it. */
  motion: string | null
}

export interface DeskCommands {
  desk(): Promise<DeskView>
}
