import { announcer } from './announce.svelte'

/** One short notice at a time: what can be taken back, and what an act did where the screen does not show it. */
interface Note {
  text: string
  action?: { label: string; run: () => void }
}

class Toasts {
  now = $state<Note | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Seen for a while, and heard once. */
  show(text: string, action?: Note['action']): void {
    announcer.say(text)
    this.now = action ? { text, action } : { text }
    this.resume()
  }

  /** Stays as long as it is looked at. */
  hold(): void {
    clearTimeout(this.#timer)
  }

  resume(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => (this.now = null), 6000)
  }

  close(): void {
    this.now = null
  }
}

export const toasts = new Toasts()
