import type { SearchHit, SearchView } from '../ipc/contract'
import type { Route } from './router.svelte'

/** What was looked for last, so that coming back from a passage finds the list as it was. Gone with the lock. */
class Search {
  words = $state('')
  view = $state.raw<SearchView | null>(null)
  at = $state(0)

  forget(): void {
    this.words = ''
    this.view = null
    this.at = 0
  }
}

export const search = new Search()

/** Where a place that was found opens. */
export function routeTo(dossier: string, hit: SearchHit): Route {
  const route = { screen: 'review' as const, dossier }
  const { kind, file, page, from, to, criterion, id } = hit
  if (kind === 'page' && file && page) return { ...route, spot: { kind: 'words', file, page, from, to } }
  if (id) return { ...route, ...(criterion ? { criterion } : {}), spot: { kind: 'passage', id } }
  return criterion ? { ...route, criterion } : route
}
