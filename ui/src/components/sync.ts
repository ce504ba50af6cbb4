import { t } from '../i18n/index.svelte'
import type { Network } from '../ipc/contract'

/** How far an exchange is that runs: what is sent, where anything is. */
export function exchanging(running: Network['running']): string {
  return running?.total ? t('sync-running', { a: running.done, b: running.total }) : t('sync-busy')
}
