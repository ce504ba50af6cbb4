/** What officers owe: their part of the common key, their shares of what is opened. */
import type { Fault } from './motion'

export interface KeyView {
  /** The run that counts; null: none was begun. */
  committee: string | null
  /** `my-turn`: I can do my part now. `waiting`: others come first. */
  state: 'to-begin' | 'my-turn' | 'waiting' | 'in-force'
  /** Steps that I have done, of `steps`. */
  step: number
  steps: number
  officers: string[]
  /** Who is behind me. */
  awaited: string[]
  /** Officers that it takes to open. */
  needed: number
  /** Whose share of the key in force went with a computer. */
  lost: string[]
}

/** Sheets of a dossier, or ballots of a vote, that wait for officers. */
export interface OpeningView {
  kind: 'sheets' | 'ballots'
  /** The dossier or the motion. */
  object: string
  solution: string
  boxes: number
  /** Officers that it takes. */
  needed: number
  /** My shares are in. */
  mine: boolean
  /** Others whose shares are in. */
  published: string[]
  awaited: string[]
  /** False: a vote without its quorum, whose ballots stay sealed for good. */
  quorum: boolean
}

export interface OfficerView {
  officer: boolean
  key: KeyView | null
  openings: OpeningView[]
}

export interface PublishedView {
  /** Boxes that are not in order and got no share, by author. */
  faults: Fault[]
  officer: OfficerView
}

export interface OfficerCommands {
  officer(): Promise<OfficerView>
  /** Begins the key, or does every part of it that this officer can do now. Safe to repeat after a restart. */
  committee_step(a: { committee: string | null }): Promise<OfficerView>
  sheets_publish(a: { dossier: string }): Promise<PublishedView>
  ballots_publish(a: { motion: string }): Promise<PublishedView>
}
