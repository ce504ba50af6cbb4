import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Desk, Notice, Problem } from './contract'

/** What comes back from a command that failed, as a problem with a sentence, whatever it was. */
export function asProblem(reason: unknown): Problem {
  if (typeof reason === 'object' && reason !== null && 'code' in reason && typeof reason.code === 'string') {
    const params = 'params' in reason && typeof reason.params === 'object' ? reason.params : null
    return { code: reason.code, params: (params ?? {}) as Record<string, string> }
  }
  return { code: 'program', params: { detail: String(reason) } }
}

async function call(command: string, args?: object): Promise<unknown> {
  try {
    return await invoke(command, { ...args })
  } catch (reason) {
    throw asProblem(reason)
  }
}

/** Every command has the same shape, so that one handler serves all; the contract's types are the list. */
export const desk: Desk = new Proxy({} as Desk, {
  get(_, name) {
    if (name === 'listen') {
      return (hear: (notice: Notice) => void) => listen<Notice>('notice', (event) => hear(event.payload))
    }
    // A proxy that answers to `then` would be taken for a promise.
    if (typeof name !== 'string' || name === 'then') return undefined
    return (args?: object) => call(name, args)
  },
})
