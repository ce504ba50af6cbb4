import type { Role } from '../ipc/contract'

/** Screens that not everybody has: an item that a role does not have is absent. */
export type Place =
  | 'reviews'
  | 'comparisons'
  | 'votes'
  | 'dossiers'
  | 'intake'
  | 'interests-board'
  | 'motions'
  | 'labels'
  | 'people'
  | 'year'

const all: { screen: Place; key: string; roles: Role[] }[] = [
  { screen: 'reviews', key: 'nav-reviews', roles: ['reviewer'] },
  { screen: 'comparisons', key: 'nav-comparisons', roles: ['reviewer', 'chair', 'vice-chair'] },
  { screen: 'votes', key: 'nav-votes', roles: ['reviewer', 'chair', 'vice-chair'] },
  { screen: 'dossiers', key: 'nav-dossiers', roles: ['secretariat', 'chair', 'acting-chair'] },
  { screen: 'intake', key: 'nav-intake', roles: ['secretariat', 'examiner'] },
  { screen: 'interests-board', key: 'nav-interests-board', roles: ['secretariat', 'chair', 'vice-chair'] },
  { screen: 'motions', key: 'nav-motions', roles: ['secretariat', 'chair', 'acting-chair'] },
  { screen: 'labels', key: 'nav-labels', roles: ['secretariat', 'chair', 'vice-chair'] },
  { screen: 'people', key: 'nav-people', roles: ['secretariat', 'chair', 'officer'] },
  { screen: 'year', key: 'nav-year', roles: ['secretariat', 'chair', 'acting-chair'] },
]

export function placesOf(roles: Role[]): { screen: Place; key: string }[] {
  return all.filter((place) => place.roles.some((role) => roles.includes(role)))
}

/** Everything in the sidebar, in its order: Ctrl+1, Ctrl+2 … lead there. */
export function sidebarOf(roles: Role[]): { screen: Place | 'desk' | 'verify'; key: string }[] {
  return [{ screen: 'desk', key: 'nav-desk' }, ...placesOf(roles), { screen: 'verify', key: 'nav-verify' }]
}
