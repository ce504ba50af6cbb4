/** What the window is told. */
import type { Opened } from './files'
import type { Network } from './session'

/** Pushed as the Tauri event `notice`: what to read again, nothing of the content itself. */
export type Notice =
  | { kind: 'session' }
  | { kind: 'network'; network: Network }
  | { kind: 'enrolment' }
  | { kind: 'desk' }
  | { kind: 'review'; dossier: string }
  | { kind: 'receipt' }
  | { kind: 'intake' }
  | { kind: 'people' }
  | { kind: 'opened'; opened: Opened }

export interface NoticesCommands {
  /** Subscribes to notices; the promise gives the function that ends it. */
  listen(hear: (notice: Notice) => void): Promise<() => void>
}
