import type { Desk } from './contract'

/** The program behind the window. In a browser without it, invented data: only in builds made for looking. */
export async function connect(): Promise<Desk> {
  if (import.meta.env.DEV || import.meta.env.MODE === 'fake') {
    if (!('__TAURI_INTERNALS__' in window))
      return (await import('./fake/address')).fromAddress(location.search)
  }
  return (await import('./tauri')).desk
}
