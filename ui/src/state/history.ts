/** One thing that can be taken back, with the words that say what it was. */
export interface Change {
  words: string
  undo: () => void
  redo: () => void
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

  push(change: Change, at: number): void {
    this.#future = []
    const last = this.#past.at(-1)
    if (last && change.merge && last.merge === change.merge && at - last.at < 1000) {
      last.redo = change.redo
      last.at = at
      return
    }
    this.#past.push({ ...change, at })
    if (this.#past.length > this.#limit) this.#past.shift()
  }

  undo(): Change | null {
    const change = this.#past.pop()
    if (!change) return null
    // A stretch that was undone is closed: what is typed next starts another.
    this.#future.push({ ...change, at: -Infinity })
    change.undo()
    return change
  }

  redo(): Change | null {
    const change = this.#future.pop()
    if (!change) return null
    this.#past.push(change)
    change.redo()
    return change
  }
}
