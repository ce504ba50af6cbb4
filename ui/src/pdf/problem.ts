import type { Problem } from '../ipc/contract'

/** Why a file could not be opened or a page drawn, as a code with a sentence: a name of PDF.js tells no reader. */
export function problemOf(reason: unknown): Problem {
  if (typeof reason === 'object' && reason !== null) {
    if ('code' in reason && typeof reason.code === 'string') return reason as Problem
    const name = 'name' in reason ? reason.name : ''
    if (name === 'PasswordException') return { code: 'pdf-encrypted', params: {} }
  }
  return { code: 'pdf-broken', params: {} }
}

/** A drawing that was cancelled is no failure. */
export function cancelled(reason: unknown): boolean {
  const name = typeof reason === 'object' && reason !== null && 'name' in reason ? reason.name : ''
  return name === 'RenderingCancelledException' || name === 'AbortException' || name === 'AbortError'
}
