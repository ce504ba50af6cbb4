/** Papers that a person takes away: plain, tagged PDF that nobody signs. */

export interface Paper {
  title: string
  language: 'fr' | 'en'
  blocks: Block[]
}

export interface Block {
  /** `code`: to be copied from paper, in large letters and a box of its own. */
  kind: 'heading' | 'paragraph' | 'item' | 'code'
  text: string
}

export interface PapersCommands {
  /** Writes the paper where the person chooses; false: closed. `unprintable` {character} names what has no letter. */
  paper_save(a: { name: string; paper: Paper }): Promise<boolean>
}
