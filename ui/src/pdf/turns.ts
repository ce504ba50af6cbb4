/** After so long a page that is still being drawn holds up no other. */
const patience = 1500

/** Pages are drawn one after the other, the one under the eye first: several at once make each of them late. */
export class Turns {
  #waiting: { page: number; begin: (leave: () => void) => void }[] = []
  #resting: (() => void)[] = []
  #drawing = false

  /** `eye`: the page that is read now. */
  constructor(private readonly eye: () => number) {}

  /** Resolves when it is this page's turn, with what ends the turn. Giving up leaves the line. */
  take(page: number, signal: AbortSignal): Promise<() => void> {
    return new Promise((begin, giveUp) => {
      const one = { page, begin }
      this.#waiting.push(one)
      signal.addEventListener(
        'abort',
        () => {
          this.#waiting = this.#waiting.filter((other) => other !== one)
          giveUp(signal.reason as Error)
        },
        { once: true },
      )
      // Pages that come into view together are compared before the first of them begins.
      queueMicrotask(() => this.#next())
    })
  }

  /** Resolves when the pages that came into view next are drawn. */
  rest(): Promise<void> {
    return new Promise((resolve) => this.#resting.push(resolve))
  }

  #next(): void {
    if (this.#drawing) return
    const eye = this.eye()
    const [first] = this.#waiting.toSorted((a, b) => Math.abs(a.page - eye) - Math.abs(b.page - eye))
    if (!first) return
    this.#waiting = this.#waiting.filter((one) => one !== first)
    this.#drawing = true
    let over = false
    const leave = () => {
      if (over) return
      over = true
      clearTimeout(timer)
      this.#drawing = false
      this.#next()
      if (!this.#drawing) for (const resolve of this.#resting.splice(0)) resolve()
    }
    const timer = setTimeout(leave, patience)
    first.begin(leave)
  }
}
