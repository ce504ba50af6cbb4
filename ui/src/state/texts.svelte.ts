import { untrack } from 'svelte'
import type { TextsView } from '../ipc/contract'
import type { Window } from './session.svelte'

/** Nothing was touched for so long: the window rests. */
const rest = 2000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll'] as const

/**
 * The text of evidence, read once for the search: one file after the other, while nobody uses the window, from where the
 * last time ended. Whoever wants the computer for themselves stops it.
 */
class Texts {
  view = $state.raw<TextsView | null>(null)
  /** A person said that it should wait. */
  stopped = $state(false)
  /** Something is being read. */
  busy = $state(false)
  #touched = 0
  #wake: () => void = () => undefined
  /** Something came in: asked again before the next rest. */
  #called = false

  /** Reads for as long as the desk is open; what is returned ends it. */
  begin(win: Window): () => void {
    const end = new AbortController()
    const touch = () => (this.#touched = performance.now())
    // Scrolling does not bubble.
    const how = { passive: true, capture: true, signal: end.signal }
    for (const sign of signs) addEventListener(sign, touch, how)
    const away = win.on((notice) => {
      // An exchange may have brought files, or taken a dossier away.
      if (notice.kind === 'receipt' || notice.kind === 'review' || notice.kind === 'desk') this.#call()
    })
    untrack(() => {
      this.stopped = false
      touch()
      void this.#run(win, end.signal)
    })
    return () => {
      away()
      end.abort()
      this.#wake()
    }
  }

  stop(): void {
    this.stopped = true
  }

  resume(): void {
    this.stopped = false
    this.#call()
  }

  #call(): void {
    this.#called = true
    this.#wake()
  }

  async #run(win: Window, signal: AbortSignal): Promise<void> {
    // Files that the desk refused: tried again when something came in.
    // eslint-disable-next-line svelte/prefer-svelte-reactivity
    const refused = new Set<string>()
    while (!signal.aborted) {
      try {
        await this.#rest(signal)
        this.view = await win.desk.texts()
        const next = this.view.waiting.find((one) => !refused.has(one.file))
        if (next) {
          this.busy = true
          const { extract } = await import('../pdf/extract')
          await extract(win.desk, next, { signal, rest: () => this.#rest(signal) }).catch(() =>
            refused.add(next.file),
          )
          continue
        }
      } catch {
        // The desk was locked, or cannot answer now: asked again at the next notice.
      } finally {
        this.busy = false
      }
      if (!signal.aborted && !this.#called) await new Promise<void>((go) => (this.#wake = go))
      this.#called = false
      refused.clear()
    }
  }

  /** Resolves when nobody touched the window for a while and nobody stopped the reading. */
  async #rest(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const since = performance.now() - this.#touched
      if (!this.stopped && since >= rest) return
      await new Promise((go) => setTimeout(go, this.stopped ? rest : rest - since))
    }
    signal.throwIfAborted()
  }
}

export const texts = new Texts()
