/** The layer above the screen, one at a time. */
export type Layer = 'palette' | 'keys' | 'receipt' | 'menu'

class Layers {
  open = $state<Layer | null>(null)

  show(layer: Layer): void {
    this.open = layer
  }

  close(): void {
    this.open = null
  }
}

export const layers = new Layers()
