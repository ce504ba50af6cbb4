/** One thing that can be taken back, with the words that say what it was. */
export interface Change {
  words: string
  undo: () => void
  redo: () => void
  /** Of my own notes, which no seal closes. */
  own?: true
  /** Changes with the same mark within a second are one: typing is undone by stretches, not by letters. */
  merge?: string
}

/** Undo and redo, bounded. Doing something new forgets what was undone. */
export class History {
  #past: (Change & { at: number })[] = []
  #future: (Change & { at: number })[] = []
  readonly #limit: number

  constructor(limit = 500) {
    this.#limit = limit
  }

  /** What stands in history for it: itself, or the stretch that it goes on. */
  push(change: Change, at: number): Change {
    this.#future = []
    const last = this.#past.at(-1)
    if (last && change.merge && last.merge === change.merge && at - last.at < 1000) {
      last.redo = change.redo
      last.at = at
      return last
    }
    const kept = { ...change, at }
    this.#past.push(kept)
    if (this.#past.length > this.#limit) this.#past.shift()
    return kept
  }

  /** It is what undo would take back next. */
  isLast(change: Change): boolean {
    return this.#past.at(-1) === change
  }

  /** Takes back the last change that may be; the others stay for when they may. */
  undo(may: (change: Change) => boolean = () => true): Change | null {
    const at = this.#past.findLastIndex(may)
    const [change] = at < 0 ? [] : this.#past.splice(at, 1)
    if (!change) return null
    // A stretch that was undone is closed: what is typed next starts another.
    this.#future.push({ ...change, at: -Infinity })
    change.undo()
    return change
  }

  redo(may: (change: Change) => boolean = () => true): Change | null {
    const at = this.#future.findLastIndex(may)
    const [change] = at < 0 ? [] : this.#future.splice(at, 1)
    if (!change) return null
    this.#past.push(change)
    change.redo()
    return change
  }
}
