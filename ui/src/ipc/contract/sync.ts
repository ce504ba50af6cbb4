/** The sync receipt. */
import type { Millis, Problem } from './wire'

export interface Receipt {
  state: 'identical' | 'waiting' | 'refused' | 'differs' | 'never'
  /** When both sides were last compared. */
  compared_at: Millis | null
  rows: ReceiptRow[]
  log: LogComparison
  waiting: number
  /** The last time everything was equal, with its counts by row kind. */
  identical_at: Millis | null
  identical_rows: ReceiptCount[]
  /** Why the last attempt failed; null when it did not. */
  problem: Problem | null
}

export interface LogComparison {
  entries_here: number
  entries_there: number | null
  /** Hexadecimal, whole. */
  root_here: string
  root_there: string | null
}

export type ReceiptKind =
  'sheets' | 'marks' | 'anchors' | 'notes' | 'interests' | 'ballots' | 'evidence' | 'decisions'

export interface ReceiptCount {
  what: ReceiptKind
  count: number
}

export interface ReceiptRow {
  what: ReceiptKind
  here: number
  /** Rows of those batches for which the registry returned a proof of inclusion; null: never compared. */
  there: number | null
  /** Hexadecimal, whole; the screen shortens it. */
  digest_here: string
  digest_there: string | null
  verdict: 'identical' | 'to-send' | 'refused' | 'differs' | 'unknown'
}

export interface PastReceipt {
  at: Millis
  rows: ReceiptCount[]
  state: 'identical' | 'waiting' | 'refused' | 'differs'
}

export interface SyncCommands {
  /** One exchange with the registry; resolves with the receipt, also when the registry cannot be reached. */
  sync_now(): Promise<Receipt>
  sync_receipt(): Promise<Receipt>
  /** Newest first, at most fifty. */
  receipts(): Promise<PastReceipt[]>
}
