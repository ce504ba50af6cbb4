import type { Change, Task } from '../../ipc/contract'
import type { Route } from '../../state/router.svelte'

/** Where a task is done. */
export function routeOf(task: Task): Route {
  const { kind, dossier, motion } = task
  if (kind === 'table') return { screen: 'motions' }
  if (kind === 'issue') return { screen: 'labels' }
  if (kind === 'examine') return { screen: 'examination', dossier }
  if (kind === 'vote' && motion) return { screen: 'vote', motion }
  // What is left of tasks with a motion is for those who lead it.
  if (motion) return { screen: 'motion', motion }
  if (kind === 'review') return { screen: 'review', dossier }
  if (['declare', 'renew', 'wait-key'].includes(kind)) return { screen: 'interests', dossier }
  if (kind === 'judge') return { screen: 'interests-board' }
  return { screen: 'dossier', dossier }
}

/** Where one reads what happened: the vote, the sheets beside each other, or the dossier. */
export function routeOfChange(change: Change, view: { readable: boolean; leads: boolean }): Route | null {
  const { code, dossier, motion } = change
  if (!dossier) return null
  if (motion) {
    // Whoever leads sees the headcount; an elector their own vote; both, once it is closed, its result.
    const own = code === 'motion' && !view.leads
    return own ? { screen: 'vote', motion } : { screen: 'motion', motion }
  }
  if (code === 'presides') return { screen: 'dossier', dossier }
  if (code === 'opened' || code === 'discussion') return { screen: 'compare', dossier }
  return { screen: view.readable ? 'review' : 'interests', dossier }
}
