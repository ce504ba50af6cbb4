import { speak } from '../i18n/index.svelte'
import type { Density, Desk, Settings } from '../ipc/contract'
import { layout } from './layout.svelte'

export const defaults: Settings = {
  language: 'fr',
  theme: 'system',
  density: null,
  letter_keys: true,
  text_size: 100,
  idle_minutes: 10,
  tour: null,
  panes: null,
}

/** What the person chose for this device, and what follows from it on the root element. */
class Choices {
  now = $state<Settings>(defaults)
  #desk: Desk | null = null
  #dark = matchMedia('(prefers-color-scheme: dark)')
  /** What the person's college suggests where nothing was chosen. */
  suggested: Density = 'dense'

  async load(desk: Desk): Promise<void> {
    this.#desk = desk
    this.now = await desk.settings_get()
    if (this.now.panes) layout.panes = { ...this.now.panes }
    this.#dark.addEventListener('change', () => this.apply())
    this.apply()
  }

  /** Shows at once, then keeps; what the device keeps is what stays. */
  async change(part: Partial<Settings>): Promise<void> {
    this.now = { ...this.now, ...part }
    this.apply()
    if (this.#desk) this.now = await this.#desk.settings_set({ settings: $state.snapshot(this.now) })
  }

  /** The widths of the panes, once they rest. They are a comfort: a failure to keep them is not worth a sentence. */
  keepPanes(): void {
    this.change({ panes: $state.snapshot(layout.panes) }).catch(() => undefined)
  }

  get density(): Density {
    return this.now.density ?? this.suggested
  }

  apply(): void {
    const { theme, language } = this.now
    const root = document.documentElement
    speak(language)
    root.dataset.theme = theme === 'system' ? (this.#dark.matches ? 'dark' : 'light') : theme
    root.dataset.density = this.density
  }
}

export const choices = new Choices()
