/**
 * A text that writes itself from facts, and what somebody made of it. Nothing that they wrote is lost when the facts
 * change, when they begin anew, or when they go back to what wrote itself: one text waits to be taken again.
 */
export interface Edited<T> {
  own: T | null
  /** What had written itself when they began. */
  of: string
  /** The text before this one. */
  before: T | null
}

export const untouched = <T>(): Edited<T> => ({ own: null, of: '', before: null })

/** Whether theirs is what is shown: it was made of what the facts still say. */
export const isTheirs = <T>({ own, of }: Edited<T>, written: string): boolean =>
  own !== null && of === written

/** The text that is not shown and can be taken again. */
export const spare = <T>({ own, before }: Edited<T>, theirs: boolean): T | null =>
  theirs ? before : (own ?? before)

export const edit = <T>(now: Edited<T>, theirs: boolean, own: T, of: string): Edited<T> => ({
  own,
  of,
  before: spare(now, theirs),
})

/** Takes the spare text; what was theirs until now becomes the spare one. */
export const takeAgain = <T>(now: Edited<T>, theirs: boolean, of: string): Edited<T> => ({
  own: spare(now, theirs),
  of,
  before: theirs ? now.own : null,
})

/** Back to what writes itself. */
export const writeAgain = <T>({ own }: Edited<T>): Edited<T> => ({ own: null, of: '', before: own })
