import type { Cell, Cited, Desk, OpenedSheets } from '../ipc/contract'
import { columnName, markWords } from '../screens/compare/words'

/** A passage that somebody else cited, once the sheets are open. */
export interface Foreign {
  criterion: string
  /** As the column is called: by number, or by name where the bylaws show names. */
  who: string
  mark: string
  cell: Cell
  reason: string
  passage: Cited
}

/**
 * What the others cited, beside the page. It comes from the comparison alone, which holds nothing before the sheets are
 * open: until then there is nothing to show, nor to count.
 */
export class Margin {
  #opened = $state.raw<OpenedSheets | null>(null)
  shown = $state(true)

  constructor(
    readonly desk: Desk,
    readonly dossier: string,
  ) {}

  async load(): Promise<void> {
    this.#opened = (await this.desk.comparison({ dossier: this.dossier })).opened
  }

  get there(): boolean {
    return this.#opened !== null
  }

  all = $derived.by((): Foreign[] => {
    const opened = this.#opened
    if (!opened) return []
    return opened.criteria.flatMap((criterion) =>
      criterion.voices
        .filter((voice) => !opened.columns[voice.column]?.mine)
        .flatMap((voice) => {
          const cell = criterion.cells[voice.column]
          if (!cell) return []
          const who = columnName(opened, voice.column)
          return voice.cited.map((passage) => ({
            criterion: criterion.code,
            who,
            mark: markWords(cell),
            cell,
            reason: voice.reason,
            passage,
          }))
        }),
    )
  })

  on(file: string): Foreign[] {
    return this.shown ? this.all.filter((one) => one.passage.file === file) : []
  }

  /** Those who cited the same place for the same criterion, the one asked for first. */
  about(foreign: Foreign): Foreign[] {
    const rest = this.all.filter(
      (one) =>
        one !== foreign && one.criterion === foreign.criterion && overlap(one.passage, foreign.passage),
    )
    return [foreign, ...rest]
  }
}

/** Two passages that share a place of a page. */
export function overlap(a: Cited, b: Cited): boolean {
  if (a.file !== b.file || a.page !== b.page) return false
  return a.rects.some((one) =>
    b.rects.some((two) => one[0] < two[2] && two[0] < one[2] && one[1] < two[3] && two[1] < one[3]),
  )
}
