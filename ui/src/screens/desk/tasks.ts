import type { Task } from '../../ipc/contract'
import type { Route } from '../../state/router.svelte'

/** Where a task is done. */
export function routeOf(task: Task): Route {
  const { kind, dossier, motion } = task
  if (kind === 'vote' && motion) return { screen: 'vote', motion }
  if (kind === 'review') return { screen: 'review', dossier }
  if (kind === 'declare' || kind === 'wait-key') return { screen: 'interests', dossier }
  if (kind === 'judge') return { screen: 'interests-board' }
  return { screen: 'dossier', dossier }
}
