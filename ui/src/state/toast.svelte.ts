/** One short notice at a time, for what can be taken back. Nothing important is said by it alone. */
interface Note {
  text: string
  action?: { label: string; run: () => void }
}

class Toasts {
  now = $state<Note | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  show(text: string, action?: Note['action']): void {
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
