/** Labels: those to issue, those in public, and their certificates. */
import type { ChoiceCount, LetterFacts } from './motion'
import type { Problem, Text } from './wire'

export interface LabelsView {
  /** Granted dossiers without a label; empty for whoever may not issue. */
  to_issue: ToIssue[]
  /** Everything public, the newest number first. */
  issued: IssuedLabel[]
}

export interface ToIssue {
  dossier: string
  /** The dossier's number. */
  number: string
  solution: string
  version: string
  publisher: string
  /** `YYYY-MM-DD`, in Paris. */
  decided_on: string
  /** Code of the decision: sentence `outcome-<code>`. */
  outcome: string
  label: Text
  /** Why it cannot be issued yet; null: it can, once the agreement is signed. */
  refusal: Problem | null
}

/** States of a label, as the public is told them. */
export type LabelState =
  | 'none'
  | 'not-yet-effective'
  | 'active'
  | 'active-provisional'
  | 'formal-notice'
  | 'suspended'
  | 'withdrawn'
  | 'renounced'
  | 'superseded'
  | 'lapsed'
  | 'expired'

export interface IssuedLabel {
  dossier: string
  /** Public number, `YYYY-NNN`. */
  number: string
  solution: string
  version: string
  publisher: string
  label: Text
  state: LabelState
  /** `YYYY-MM-DD`, both included. */
  effective_on: string
  valid_until: string
  /** Where everybody can check it. */
  url: string
  /** The signed file is on this computer. */
  here: boolean
  /** The dossier in which its renewal is asked for. */
  renewal: { dossier: string; number: string } | null
  /** What letters to the publisher rest on; null: not this member's to write, or not on this computer. */
  letter: LetterFacts | null
  /** First day of the state. */
  since: string
  /** Its last day is at most six months away. */
  expiring: boolean
  /** Sentences `label-flag-<code>`. */
  flags: string[]
  /** What happened, the newest first. */
  steps: LabelStep[]
  /** Days to come, the nearest first: sentences `label-coming-<what>`. */
  next: NextDay[]
  /** What this member may record now. */
  offers: LabelDeed[]
}

/** What can happen to a published label. */
export type LabelDeed =
  | 'suspended'
  | 'reinstated'
  | 'formal-notice'
  | 'notice-lifted'
  | 'change-notified'
  | 'change-cleared'
  | 'evidence-received'
  | 'extended'
  | 'confirmed'
  | 'withdrawn'
  | 'renounced'

export interface LabelStep {
  /** First day of its effect. */
  on: string
  /** Null for the grant, which its own decision records. */
  recorded_on: string | null
  what: LabelDeed | 'granted' | 'superseded'
  by: string | null
  /** The public is told of it. */
  public: boolean
  reason: Text | null
  /** For the board's file; null: this desk does not hold the dossier's key. */
  grounds: string | null
  until: string | null
  /** Number of the label that replaces this one. */
  successor: string | null
}

export interface NextDay {
  on: string
  what: 'expires' | 'renewable' | 'evidence-due' | 'notice-due' | 'withdrawn' | 'renounced' | 'superseded'
}

export interface LabelMoveForm {
  deed: LabelDeed
  /** An end that is put off: its first day. */
  from: string | null
  /** Last day of a notice, or for the evidence. */
  until: string | null
  /** Validity of a confirmed label. */
  months: number | null
  /** For everybody; only where the public is told. */
  reason_fr: string
  reason_en: string
  /** For the board's file; the public reason stands in where it is empty. */
  grounds: string
}

export interface Signatory {
  name: string
  role: string
}

export interface Improvement {
  criterion: string
  observation: string
  /** What would change the mark. */
  change: string
  /** `YYYY-MM-DD`; absent: no day was set. */
  by?: string
}

/** What a certificate would say, and what may still be chosen. */
export interface LabelDraft {
  form: LabelForm
  /** The label may not take effect before its decision. `YYYY-MM-DD` */
  earliest_on: string
  /** Months that the label lives. */
  months: number
  /** The terms of a provisional label, where the labels file has them. */
  provisional: { months: number; evidence_months: number } | null
  /** Reasons and improvements of the opinion, printed as they stand. */
  reasons: string[]
  improve: Improvement[]
  /** Become public with the label. */
  figures: PublishedFigures
}

/** What of a decision is published in numbers; nothing about fewer people than the smallest group. */
export interface PublishedFigures {
  smallest_group: number
  /** Null: so few voted that only the outcome is published. */
  heads: { electors: number; present: number; needed: number; voters: number } | null
  /** Ballots by choice; empty where only the outcome is published. */
  total: ChoiceCount[]
  /** Colleges that stand alone, then those that are counted together. */
  rows: { titles: Text[]; choices: ChoiceCount[] }[]
  /** `secrecy.…`: why it says no more. */
  codes: string[]
  recusals: number
  scale: string
  /** Quartiles of the marks that enough reviewers gave an axis. Decimals with a point. */
  axes: { title: Text; sheets: number; low: string; median: string; high: string }[]
}

export interface LabelForm {
  number: string
  /** `YYYY-MM-DD` */
  effective_on: string
  provisional: boolean
  signatories: Signatory[]
  /** The holder has signed the agreement. */
  agreement_signed: boolean
}

/** What I can do about the seal with which certificates are sealed. */
export interface SealView {
  /** Of this computer. `asked`: its key is made, the answer is awaited. */
  state: 'none' | 'asked' | 'here'
  /** Sealing is mine to do. */
  mine: boolean
  /** The authority that answers requests lies on this computer. */
  authority: boolean
}

export interface LabelsCommands {
  seal(): Promise<SealView>
  /** Writes the request for the officer who holds the authority; false when the dialog was closed. */
  seal_request(): Promise<boolean>
  /** Answers a request that was opened, and writes the answer; false when the dialog was closed. */
  seal_answer(a: { token: string }): Promise<boolean>
  seal_take(a: { token: string }): Promise<SealView>
  labels(): Promise<LabelsView>
  label_draft(a: { dossier: string }): Promise<LabelDraft>
  /** The PDF as it would be sealed, without the seal. */
  label_preview(a: { dossier: string; form: LabelForm }): Promise<ArrayBuffer>
  /** Draws, seals, checks, and publishes with the next exchange. */
  label_issue(a: { dossier: string; form: LabelForm }): Promise<LabelsView>
  /** Records a step of a published label's life, and shows the list as it then is. */
  label_move(a: { dossier: string; form: LabelMoveForm }): Promise<LabelsView>
  /** The signed certificate, if it is on this computer. */
  label_certificate(a: { dossier: string }): Promise<ArrayBuffer>
  /** Writes the signed certificate where the person chooses; false when the dialog was closed. */
  label_save(a: { dossier: string }): Promise<boolean>
}
