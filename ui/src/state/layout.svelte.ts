import type { Panes } from '../ipc/contract'

/** Three widths of the window: L three panes, M two, S one. And low windows, where bars merge. */
export type Size = 'L' | 'M' | 'S'

class Layout {
  size = $state<Size>('L')
  low = $state(false)
  /** The sidebar as the person set it with Ctrl+B; null: as the screen wants it. */
  wide = $state<boolean | null>(null)
  /** Widths of the panes of the review desk, as the person set them; the settings keep them. */
  panes = $state<Panes>({ list: 222, panel: 384 })

  constructor() {
    const narrow = matchMedia('(max-width: 759.9px)')
    const middle = matchMedia('(max-width: 1100.9px)')
    const short = matchMedia('(max-height: 559.9px)')
    const read = () => {
      this.size = narrow.matches ? 'S' : middle.matches ? 'M' : 'L'
      this.low = short.matches
    }
    for (const query of [narrow, middle, short]) query.addEventListener('change', read)
    read()
  }
}

export const layout = new Layout()
