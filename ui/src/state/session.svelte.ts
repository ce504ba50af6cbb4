import { explain, t } from '../i18n/index.svelte'
import { time } from '../i18n/dates'
import type { Desk, Notice, Opened, Problem, Session } from '../ipc/contract'
import { announcer } from './announce.svelte'
import { pages } from './pages.svelte'
import { choices } from './settings.svelte'

/** Who is here, and how the program stands with the registry. One per window. */
export class Window {
  session = $state<Session | null>(null)
  problem = $state<Problem | null>(null)
  /** A file brought by drop or command line that waits for its screen. */
  opened = $state<Opened | null>(null)
  // A plain set on purpose: it is called, not shown.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #hearers = new Set<(notice: Notice) => void>()

  constructor(readonly desk: Desk) {}

  async start(): Promise<void> {
    try {
      await choices.load(this.desk)
      await this.desk.listen((notice) => this.#hear(notice))
      this.take(await this.desk.session())
      this.opened = await this.desk.opened_at_start()
    } catch (reason) {
      this.problem = reason as Problem
    }
  }

  take(session: Session): void {
    this.session = session
    if (session.state === 'locked') pages.forget()
    choices.suggested = session.person?.density ?? 'dense'
    choices.apply()
  }

  /** Calls back at each notice until the returned function is called. */
  on(hear: (notice: Notice) => void): () => void {
    this.#hearers.add(hear)
    return () => this.#hearers.delete(hear)
  }

  #hear(notice: Notice): void {
    if (notice.kind === 'network' && this.session) {
      const before = this.session.network
      this.session.network = notice.network
      if (before.state !== 'offline' && notice.network.state === 'offline')
        announcer.say(t('sync-said-offline'))
      if (notice.network.identical_at && notice.network.identical_at !== before.identical_at) {
        announcer.say(t('sync-said-identical', { time: time(notice.network.identical_at) }))
      }
    }
    if (notice.kind === 'session') void this.refresh()
    if (notice.kind === 'opened') this.opened = notice.opened
    for (const hear of this.#hearers) hear(notice)
  }

  async refresh(): Promise<void> {
    try {
      this.take(await this.desk.session())
    } catch (reason) {
      this.problem = reason as Problem
      announcer.alarm(explain(reason as Problem))
    }
  }

  /** What the screen on top still writes: a desk is not locked over words that are not on the disk. */
  settle: (() => Promise<void>) | null = null

  async lock(idle = false): Promise<void> {
    if (!this.session?.passphrase) return
    try {
      await this.settle?.()
      this.take(await this.desk.lock({ idle }))
    } catch (reason) {
      announcer.alarm(explain(reason as Problem))
    }
  }
}
