import { untrack } from 'svelte'

/**
 * The two live regions at the root. The polite one says what happened; the assertive one speaks only when something
 * would be lost or a deadline passes.
 */
class Announcer {
  polite = $state('')
  assertive = $state('')

  say(text: string): void {
    // Untracked: an effect that speaks must not run again because it spoke.
    // The same sentence twice must be said twice: a no-break space at the end makes it another text.
    untrack(() => (this.polite = text === this.polite ? text + '\u00a0' : text))
  }

  alarm(text: string): void {
    untrack(() => (this.assertive = text === this.assertive ? text + '\u00a0' : text))
  }
}

export const announcer = new Announcer()
