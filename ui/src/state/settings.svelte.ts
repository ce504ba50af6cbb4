import { speak } from '../i18n/index.svelte'
import type { Density, Desk, Settings } from '../ipc/contract'

export const defaults: Settings = {
  language: 'fr',
  theme: 'system',
  density: null,
  letter_keys: true,
  text_size: 100,
  idle_minutes: 10,
  tour: null,
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
    this.#dark.addEventListener('change', () => this.apply())
    this.apply()
  }

  /** Shows at once, then keeps; what the device keeps is what stays. */
  async change(part: Partial<Settings>): Promise<void> {
    this.now = { ...this.now, ...part }
    this.apply()
    if (this.#desk) this.now = await this.#desk.settings_set({ settings: $state.snapshot(this.now) })
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
