import type { Anchor, EvidenceFile, Note, NoteColour, Passage } from '../ipc/contract'
import type { Reading } from '../state/reading.svelte'

/** Somebody reading the evidence of a dossier: what the pages ask, and tell, of whoever reads them. */
export interface Reader {
  readonly view: { dossier: string }
  readonly files: EvidenceFile[]
  readonly file: string | null
  readonly current: EvidenceFile | null
  /** Where the reading stands and how the pages are shown. */
  readonly reading: Reading
  /** The criterion for which passages are cited. */
  readonly at: string
  /** Nothing can be cited; what is noted for oneself goes on. */
  readonly readOnly: boolean
  /** The colours of highlights; none where this reader only cites. */
  readonly colours: { code: NoteColour; words: string }[]
  readonly colour: NoteColour | null
  /** Passages in a file, in reading order. */
  passages(file: string): { criterion: string | null; passage: Anchor | Note }[]
  go(criterion: string): void
  /** A passage was selected: what is needed to cite it is asked for. */
  prepare(passage: Passage): void
  /** A passage as a text cites it. */
  reference(passage: Passage): string
  /** Puts a bookmark on a page, or takes it away; null where this reader has none. */
  readonly bookmark: ((page: number) => void) | null
  bookmarked(page: number): boolean
}
