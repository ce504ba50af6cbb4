/** My own work on the evidence, taken away. */

export interface TakingCommands {
  /**
   * Writes it where the person chooses; false: closed. `annotated` and `xfdf` are of one file, the lists of the whole
   * dossier. `annotate-locked`, `annotate-unreadable`, `annotate-slow`, `annotate-page` {page}.
   */
  take_out(a: {
    dossier: string
    what: 'annotated' | 'xfdf' | 'markdown' | 'csv'
    file: string | null
    tongue: 'fr' | 'en'
  }): Promise<boolean>
  /**
   * The reference of a place, as it is copied beside a quotation: publication or title, version, and last the page as it is
   * counted (`p. 4`).
   */
  reference_text(a: { dossier: string; file: string; page: number; tongue: 'fr' | 'en' }): Promise<string>
}
