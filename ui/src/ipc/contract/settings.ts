/** Settings of the device. */

export type Language = 'system' | 'fr' | 'en'
export type Theme = 'system' | 'light' | 'dark'
export type Density = 'dense' | 'comfortable'

/** Where a guided tour was left. */
export interface TourPlace {
  who: 'reviewer' | 'patient' | 'secretariat' | 'chair' | 'officer'
  /** From 0. */
  step: number
}

/** Widths of the outer panes of the review desk, in CSS pixels. */
export interface Panes {
  list: number
  panel: number
}

/** Kept on the device, outside the encrypted database: the lock screen needs them too. */
export interface Settings {
  language: Language
  theme: Theme
  /** Null: as the person's college suggests. */
  density: Density | null
  /** Shortcuts of one letter. */
  letter_keys: boolean
  /** How much larger the program shows everything, in percent. */
  text_size: number
  /** Minutes without a key or a pointer before the desk locks; 0: never. Without a passphrase nothing locks. */
  idle_minutes: number
  /** Null: the tour was neither begun nor declined. */
  tour: TourPlace | null
  /** Null: as the screen wants them. */
  panes: Panes | null
}

export interface SettingsCommands {
  settings_get(): Promise<Settings>
  settings_set(a: { settings: Settings }): Promise<Settings>
}
