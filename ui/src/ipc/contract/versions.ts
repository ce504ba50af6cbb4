/** Newer versions of evidence: what the secretariat files, and what became of my passages. */
import type { Anchor } from './review'
import type { Millis } from './wire'

/** A file with its newest version, and my passages in it. */
export interface Replaced {
  /** The version on which my passages rest. */
  old: string
  new: string
  number: number
  title: string
  /** What changed, in the words of whoever filed it. */
  change: string | null
  filed_at: Millis
  /** Citations, then highlights and notes. */
  passages: Revisited[]
}

export interface Revisited {
  /** Null: a highlight or a note. */
  criterion: string | null
  /**
   * `same`: words and surroundings are where they were; `moved`: the words stand elsewhere; both follow by themselves.
   * `changed`: something near stands there; `lost`: nothing does; `region`: it has no words; `unread`: the text of a
   * version is not read yet. These are to be confirmed.
   */
  fate: 'same' | 'moved' | 'changed' | 'lost' | 'region' | 'unread'
  /** Of a changed one: other words, other surroundings, or the same words in several places. */
  why: 'words' | 'surroundings' | 'repeated' | null
  was: Anchor
  /** Where it stands in the newer version; the window finds the rectangles. */
  now: Standing | null
  /** Of a changed one: what differs, word by word. */
  pieces: Piece[]
}

export interface Standing {
  page: number
  quote: string
  before: string
  after: string
}

export type Piece =
  { kind: 'kept'; text: string } | { kind: 'gone'; text: string } | { kind: 'come'; text: string }

export interface VersionsView {
  /** Another version may come in: no sheet is open. */
  open: boolean
  /** By number, the newest version first. */
  files: Version[]
}

export interface Version {
  file: string
  number: number
  /** From 1. */
  version: number
  title: string
  name: string
  bytes: number
  filed_at: Millis
  change: string | null
  newest: boolean
}

export interface VersionsCommands {
  /** Only files with a newer version on which passages of mine rest. */
  review_versions(a: { dossier: string }): Promise<Replaced[]>
  evidence_versions(a: { dossier: string }): Promise<VersionsView>
  /** `file` is replaced by the file of `token`; `cleared`: a person looked, there is no data of a patient in it. */
  evidence_replace(a: {
    dossier: string
    file: string
    token: string
    change: string
    cleared: boolean
  }): Promise<VersionsView>
}
