import type { Passage } from '../ipc/contract'
import type { Filter } from '../screens/passages/filter'

/** Where on the review desk to arrive. */
export type Spot =
  | { kind: 'words'; file: string; page: number; from: number; to: number }
  /** A passage of mine: cited, marked or noted. */
  | { kind: 'passage'; id: string }
  /** A passage of anybody's. */
  | { kind: 'place'; passage: Passage }

/** How the criteria of a comparison are sorted. */
export type Order = 'disagreement' | 'grid' | 'mine'

/** The screens of an open desk; with some, how they were left, so that the way back finds them so. */
export type Route =
  | { screen: 'desk' }
  | { screen: 'reviews' }
  | { screen: 'interests'; dossier: string }
  | { screen: 'review'; dossier: string; criterion?: string; spot?: Spot }
  | { screen: 'search' }
  | { screen: 'dossiers'; query?: string; blocked?: boolean }
  | { screen: 'dossier'; dossier: string }
  | { screen: 'interests-board' }
  | { screen: 'labels' }
  | { screen: 'guide' }
  | { screen: 'passages'; filter?: Filter }
  | { screen: 'comparisons' }
  /** `vote`: the vote from which it was opened. */
  | { screen: 'compare'; dossier: string; criterion?: string; order?: Order; round?: number; vote?: string }
  | { screen: 'votes' }
  | { screen: 'vote'; motion: string }
  | { screen: 'motions' }
  | { screen: 'motion'; motion: string }
  | { screen: 'intake' }
  /** `passage`: the one to open, by its id. */
  | { screen: 'examination'; dossier: string; passage?: string }
  | { screen: 'people' }
  | { screen: 'founding' }
  | { screen: 'year' }
  | { screen: 'verify' }
  | { screen: 'settings' }

/**
 * Where the window is, with its own way back (Alt+←): the address bar of a web view is nobody's, and the address would
 * name a dossier in a place that outlives the lock.
 */
class Router {
  now = $state<Route>({ screen: 'desk' })
  /** Grows with each arrival. */
  arrivals = $state(0)
  #past: Route[] = []
  #future: Route[] = []
  /** Something that must be written before another screen takes the place. */
  leave: (() => void) | null = null

  go(route: Route): void {
    if (JSON.stringify(route) === JSON.stringify(this.now)) return
    this.#past.push($state.snapshot(this.now) as Route)
    this.#future = []
    this.#show(route)
  }

  /** The screen stays and is shown otherwise: nothing arrives anew, and the way back finds it so. */
  replace(route: Route): void {
    this.now = route
  }

  back(): void {
    const route = this.#past.pop()
    if (!route) return
    this.#future.push($state.snapshot(this.now) as Route)
    this.#show(route)
  }

  forward(): void {
    const route = this.#future.pop()
    if (!route) return
    this.#past.push($state.snapshot(this.now) as Route)
    this.#show(route)
  }

  /** After a lock or a first start: nothing lies behind. */
  home(): void {
    this.#past = []
    this.#future = []
    this.#show({ screen: 'desk' })
  }

  #show(route: Route): void {
    this.leave?.()
    this.now = route
    this.arrivals += 1
  }
}

export const router = new Router()
