/** Words found in evidence, in what I wrote, in the criteria of my dossiers; and the text that the search lives on. */

export interface FoundPart {
  text: string
  found: boolean
}

export interface SearchHit {
  kind: 'page' | 'note' | 'reason' | 'passage' | 'criterion'
  /** The file and its title: null for a reason and a criterion. */
  file: string | null
  title: string | null
  page: number | null
  /** Of a reason, a criterion, a cited passage. */
  criterion: string | null
  /** Of a note or a cited passage. */
  id: string | null
  parts: FoundPart[]
  /** Where the first words found stand in the text of the page, as the window counts it. */
  from: number
  to: number
}

export interface SearchDossier {
  dossier: string
  number: string
  solution: string
  hits: SearchHit[]
}

export interface SearchView {
  /** The one with the best place first. */
  dossiers: SearchDossier[]
  count: number
  /** There are more places than are shown. */
  more: boolean
}

export interface TextsView {
  /** Files whose text is known, those without any among them; of so many that are here. */
  read: number
  total: number
  /** Read files in which there is no text: scans, or files that cannot be read. */
  silent: number
  /** Files to read on, with the pages that are kept. */
  waiting: { dossier: string; file: string; done: number }[]
}

/** Pages of a file whose text was read, in their order from `first` on (from 1), of so many. */
export interface ReadPages {
  file: string
  pages: number
  first: number
  texts: string[]
}

export interface SearchCommands {
  /** Whatever is typed is words; "…" is a phrase, the last word may be unfinished. Empty finds nothing. */
  search(a: { words: string; lang: 'fr' | 'en' }): Promise<SearchView>
  texts(): Promise<TextsView>
  /**
   * Keeps pages in their order; answers how many of the file are kept by now. A batch that does not go on where the last
   * one ended changes nothing. `pages` 0: the file cannot be read, and is not tried again.
   */
  texts_keep(a: { dossier: string; read: ReadPages }): Promise<number>
}
