import type { Passage } from '../ipc/contract'

/** Where on the review desk to arrive. */
export type Spot =
  | { kind: 'words'; file: string; page: number; from: number; to: number }
  /** A passage of mine: cited, marked or noted. */
  | { kind: 'passage'; id: string }
  /** A passage of anybody's. */
  | { kind: 'place'; passage: Passage }

/** The screens of an open desk. */
export type Route =
  | { screen: 'desk' }
  | { screen: 'reviews' }
  | { screen: 'interests'; dossier: string }
  | { screen: 'review'; dossier: string; criterion?: string; spot?: Spot }
  | { screen: 'search' }
  | { screen: 'dossiers' }
  | { screen: 'dossier'; dossier: string }
  | { screen: 'interests-board' }
  | { screen: 'labels' }
  | { screen: 'guide' }
  | { screen: 'passages' }
  | { screen: 'comparisons' }
  | { screen: 'compare'; dossier: string; criterion?: string }
  | { screen: 'votes' }
  | { screen: 'vote'; motion: string }
  | { screen: 'motions' }
  | { screen: 'motion'; motion: string }
  | { screen: 'intake' }
  /** `passage`: the one to open, by its id. */
  | { screen: 'examination'; dossier: string; passage?: string }
  | { screen: 'people' }
  | { screen: 'founding' }
  | { screen: 'verify' }
  | { screen: 'settings' }

/**
 * Where the window is, with its own way back (Alt+←): the address bar of a web view is nobody's, and the address would
 * name a dossier in a place that outlives the lock.
 */
class Router {
  now = $state<Route>({ screen: 'desk' })
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
  }
}

export const router = new Router()
