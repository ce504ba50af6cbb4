/** One line of the command palette. */
export interface Entry {
  id: string
  name: string
  /** Its key, when it has one. */
  twin?: string
  run: () => void
}

/** What the screen on top adds to the palette, such as its criteria. */
class PaletteEntries {
  entries = $state.raw<Entry[]>([])
}

export const palette = new PaletteEntries()
