/** Files that a person brings, and the verdict on a certificate. */
import type { Millis, Text } from './wire'

/** `package`: a ZIP; `folder`: the same in a folder; `files`: several files, parts of one package; `references`: BibTeX, RIS or CSL-JSON. */
export type FileKind =
  | 'invitation'
  | 'certificate'
  | 'package'
  | 'folder'
  | 'files'
  | 'evidence'
  | 'references'
  | 'roster'
  | 'rules'

/** A file that the person chose, dropped, or gave on the command line. The token lives until the program ends. */
export interface Opened {
  token: string
  kind: FileKind | 'other'
  name: string
  bytes: number
}

export interface Verdict {
  verdict: 'valid' | 'invalid' | 'indeterminate' | 'unreadable'
  file: string
  label: VerdictLabel | null
  /** In the order in which they were checked. */
  checks: Check[]
  /** When the list of states was read, for "indeterminate". */
  list_read_at: Millis | null
}

export interface VerdictLabel {
  number: string
  product: string
  version: string
  institute: string
  label: Text
  /** `YYYY-MM-DD`, included. */
  valid_until: string | null
}

export interface Check {
  /** `note`: worth knowing, neither for nor against. */
  result: 'passed' | 'failed' | 'unknown' | 'note'
  /** Sentence `verify-<code>`. */
  code: string
  params: Record<string, string>
}

export interface FilesCommands {
  /** The system's dialog; null when it was closed. */
  open_with_dialog(a: { kind: FileKind }): Promise<Opened | null>
  /** The file that came with the command line, once; null if there was none. */
  opened_at_start(): Promise<Opened | null>
  verify_certificate(a: { token: string }): Promise<Verdict>
  /** Opens an address of the web (`http`, `https`) in the system's browser. `link-kind`, `link-browser`. */
  link_open(a: { address: string }): Promise<void>
  /** Opens a draft in the system's mail program; nothing is sent from here. */
  open_mail(a: { to: string; subject: string; body: string }): Promise<void>
}
