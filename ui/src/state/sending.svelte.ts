import { explain } from '../i18n/index.svelte'
import type { Problem } from '../ipc/contract'
import { announcer } from './announce.svelte'

/** A form that is sent once at a time, and says what is wrong beside its button and aloud. */
export class Sending {
  busy = $state(false)
  wrong = $state('')

  /** True: it went through. */
  async run(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.wrong = ''
    try {
      await work()
      return true
    } catch (reason) {
      this.refuse(explain(reason as Problem))
      return false
    } finally {
      this.busy = false
    }
  }

  /** Says what is wrong before anything is sent. */
  refuse(why: string): void {
    this.wrong = why
    announcer.say(why)
  }
}
