import { tick } from 'svelte'
import type { Viewer } from '../pdf/viewer.svelte'

/** A way to a place of a file that may still be opening. */
export class Way {
  #pending: { file: string; then: (viewer: Viewer) => unknown } | null = null

  /** What to do once the pages of a file stand. */
  to(file: string, viewer: Viewer | null, then: (viewer: Viewer) => unknown): void {
    this.#pending = { file, then }
    if (viewer) this.arrive(viewer)
  }

  /** The pages of a file stand. */
  arrive(viewer: Viewer): void {
    const wanted = this.#pending
    if (wanted?.file !== viewer.file) return
    this.#pending = null
    void tick().then(() => wanted.then(viewer))
  }

  /** Whoever went to another file meanwhile is not led away from there later. */
  keep(file: string | null): void {
    if (this.#pending?.file !== file) this.#pending = null
  }
}
