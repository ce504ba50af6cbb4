import { t } from '../i18n/index.svelte'
import { toasts } from './toast.svelte'

/**
 * Puts a text on the clipboard and says so. Where the web view does not let a page write there, `mark` selects the text
 * so that Ctrl+C does it; without one it is said that nothing was copied.
 */
export async function copy(text: string, done: string, mark?: () => void): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    toasts.show(done)
    return true
  } catch {
    mark?.()
    toasts.show(t(mark ? 'copy-marked' : 'copy-refused'))
    return false
  }
}
