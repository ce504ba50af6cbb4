import type { Problem, Saved } from '../ipc/contract'

interface Versioned {
  version: number
}

interface Ears {
  /** Something reached the disk. */
  saved: (at: number) => void
  /** A write failed; it is tried again. Said once until it recovers. */
  failed: (problem: Problem) => void
  /** The first success after a failure. */
  recovered: () => void
  /** Nothing waits any more. */
  settled: () => void
}

const pauses = [250, 500, 1000, 2000, 5000]

/**
 * Writes each change at once, one write at a time, in the order in which things were first touched. While a write runs,
 * later versions of the same thing replace each other: only the last counts. A write that fails is tried again until it
 * succeeds, and never in place of a newer one. So the last key typed always ends on the disk, and nothing older ever
 * overwrites it.
 */
export class Autosave<T extends Versioned> {
  #save: (item: T) => Promise<Saved>
  #ears: Ears
  #pause: (ms: number) => Promise<void>
  /** Not yet sent, the oldest first; a later version takes the place of its elder. */
  #waiting = new Map<string, T>()
  #running = false
  #failures = 0
  #flushes: { done: () => void; failed: (problem: Problem) => void }[] = []

  constructor(save: (item: T) => Promise<Saved>, ears: Ears, pause?: (ms: number) => Promise<void>) {
    this.#save = save
    this.#ears = ears
    this.#pause = pause ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)))
  }

  /** Everything that was put is on the disk. */
  get clean(): boolean {
    return !this.#running && this.#waiting.size === 0
  }

  put(key: string, item: T): void {
    this.#waiting.set(key, item)
    void this.#run()
  }

  /** Resolves when all is written; rejects with the problem when a write fails meanwhile. */
  flush(): Promise<void> {
    if (this.clean) return Promise.resolve()
    return new Promise((done, failed) => this.#flushes.push({ done, failed }))
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    for (let next = this.#take(); next; next = this.#take()) {
      const [key, item] = next
      try {
        this.#stored(key, item, await this.#save(item))
      } catch (reason) {
        // Back to the front, unless something newer waits already.
        if (!this.#waiting.has(key)) this.#waiting = new Map([[key, item], ...this.#waiting])
        this.#fail(reason as Problem)
        await this.#pause(pauses[Math.min(this.#failures, pauses.length) - 1] ?? 5000)
      }
    }
    this.#running = false
    this.#ears.settled()
    for (const { done } of this.#flushes.splice(0)) done()
  }

  #take(): [string, T] | undefined {
    const [next] = this.#waiting
    if (next) this.#waiting.delete(next[0])
    return next
  }

  #stored(key: string, item: T, saved: Saved): void {
    // The disk holds a higher version: ours was set aside, so it goes again above it.
    if (saved.version > item.version && !this.#waiting.has(key)) {
      this.#waiting.set(key, { ...item, version: saved.version + 1 })
    }
    if (this.#failures > 0) this.#ears.recovered()
    this.#failures = 0
    this.#ears.saved(saved.at)
  }

  #fail(problem: Problem): void {
    this.#failures += 1
    if (this.#failures === 1) this.#ears.failed(problem)
    for (const { failed } of this.#flushes.splice(0)) failed(problem)
  }
}
