import type { Cell, Cited, CompareCriterion, ComparisonView, Desk, OpenedSheets } from '../ipc/contract'
import { spokenOf, talkOf } from '../screens/compare/topics'
import { columnName, markWords } from '../screens/compare/words'

/** A passage that a sheet cites, once the sheets are open. */
export interface Foreign {
  criterion: string
  /** As the column is called: by number, or by name where the bylaws show names. */
  who: string
  /** It is cited on my own sheet. */
  mine: boolean
  mark: string
  cell: Cell
  reason: string
  passage: Cited
  /** Messages about the passage, and how many of them were not read here. */
  said: number
  unread: number
}

/**
 * What the others cited, beside the page, and what is said about it. It comes from the comparison alone, which holds
 * nothing before the sheets are open: until then there is nothing to show, nor to count.
 */
export class Margin {
  opened = $state.raw<OpenedSheets | null>(null)
  shown = $state(true)

  constructor(
    readonly desk: Desk,
    readonly dossier: string,
  ) {}

  async load(): Promise<void> {
    this.take(await this.desk.comparison({ dossier: this.dossier, round: null }))
  }

  take(view: ComparisonView): void {
    this.opened = view.opened
  }

  get there(): boolean {
    return this.opened !== null
  }

  #every = $derived.by((): Foreign[] => {
    const opened = this.opened
    if (!opened) return []
    return opened.criteria.flatMap((criterion) =>
      criterion.voices.flatMap((voice) => {
        const cell = criterion.cells[voice.column]
        if (!cell) return []
        return voice.cited.map((passage) => ({
          criterion: criterion.code,
          who: columnName(opened, voice.column),
          mine: opened.columns[voice.column]?.mine ?? false,
          mark: markWords(cell),
          cell,
          reason: voice.reason,
          passage,
          said: spokenOf(criterion.thread, passage.id),
          unread: talkOf(criterion.thread, passage.id).unread,
        }))
      }),
    )
  })
  all = $derived(this.#every.filter((one) => !one.mine))

  /** What stands beside the pages of a file: what the others cited, and of my own what somebody spoke of. */
  on(file: string): Foreign[] {
    if (!this.shown) return []
    return this.#every.filter((one) => one.passage.file === file && (!one.mine || one.said > 0))
  }

  /** Those who cited the same place for the same criterion, the one asked for first. */
  about(foreign: Foreign): Foreign[] {
    const rest = this.all.filter(
      (one) =>
        one.passage.id !== foreign.passage.id &&
        one.criterion === foreign.criterion &&
        overlap(one.passage, foreign.passage),
    )
    return [foreign, ...rest]
  }

  /** A passage by its id, on the sheet of whoever cited it for a criterion. */
  cited(criterion: string, id: string): Foreign | null {
    return this.#every.find((one) => one.criterion === criterion && one.passage.id === id) ?? null
  }

  criterion(code: string): CompareCriterion | null {
    return this.opened?.criteria.find((one) => one.code === code) ?? null
  }
}

/** Two passages that share a place of a page. */
export function overlap(a: Cited, b: Cited): boolean {
  if (a.file !== b.file || a.page !== b.page) return false
  return a.rects.some((one) =>
    b.rects.some((two) => one[0] < two[2] && two[0] < one[2] && one[1] < two[3] && two[1] < one[3]),
  )
}
