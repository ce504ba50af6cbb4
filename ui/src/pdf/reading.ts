import type { Anchor, EvidenceFile, Note } from '../ipc/contract'

/** What the person may do with words that are selected. */
export type Grasp = 'highlight' | 'cite' | 'note'

/** Somebody reading the evidence of a dossier: what the pages ask, and tell, of where the reading stands. */
export interface Reading {
  readonly view: { dossier: string }
  readonly files: EvidenceFile[]
  readonly file: string | null
  readonly current: EvidenceFile | null
  page: number
  scroll: number
  readonly zoom: number | null
  /** The criterion for which passages are cited. */
  readonly at: string
  readonly readOnly: boolean
  /** Passages in a file, in reading order. */
  passages(file: string): { criterion: string | null; passage: Anchor | Note }[]
  go(criterion: string): void
  keepPlace(): void
}
