/** Evidence files. */

export interface EvidenceOpened {
  bytes: number
  /** The type that its first bytes show, not its name: `application/pdf`, `image/png`, `image/jpeg`. */
  media: string
}

export interface EvidenceCommands {
  /** Reads the head; ranges are checked one by one. `evidence-altered`, `evidence-absent`, `evidence-type`. */
  evidence_open(a: { dossier: string; file: string }): Promise<EvidenceOpened>
  /** Bytes `begin` (included) to `end` (excluded), raw; at most 1 MiB at once. */
  evidence_range(a: { dossier: string; file: string; begin: number; end: number }): Promise<ArrayBuffer>
  /** Compares the whole file with its digest, once; the window is answered meanwhile. `evidence-altered`. */
  evidence_compare(a: { dossier: string; file: string }): Promise<null>
  /** Asks for it again at the next contact. */
  evidence_refetch(a: { dossier: string; file: string }): Promise<null>
}
