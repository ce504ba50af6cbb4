import type { Role } from '../ipc/contract'

/** Screens that not everybody has: an item that a role does not have is absent. */
export type Place = 'reviews' | 'comparisons' | 'votes' | 'motions' | 'labels'

const all: { screen: Place; key: string; roles: Role[] }[] = [
  { screen: 'reviews', key: 'nav-reviews', roles: ['reviewer'] },
  { screen: 'comparisons', key: 'nav-comparisons', roles: ['reviewer', 'chair', 'vice-chair'] },
  { screen: 'votes', key: 'nav-votes', roles: ['reviewer', 'chair', 'vice-chair'] },
  { screen: 'motions', key: 'nav-motions', roles: ['secretariat', 'chair'] },
  { screen: 'labels', key: 'nav-labels', roles: ['secretariat'] },
]

export function placesOf(roles: Role[]): { screen: Place; key: string }[] {
  return all.filter((place) => place.roles.some((role) => roles.includes(role)))
}
