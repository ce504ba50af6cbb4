import type { Person, Role, TourPlace } from '../ipc/contract'
import { placesOf, type Place } from './places'
import type { Route } from './router.svelte'

/** For whom a guided tour is made. */
export type Who = TourPlace['who']

/** What of this desk a tour can go to; null: there is none. */
export interface Known {
  /** A dossier whose interests are to be declared. */
  declare: string | null
  /** A dossier to score. */
  review: string | null
  /** A dossier whose sheets are open. */
  compare: string | null
  /** A motion that waits for a ballot. */
  vote: string | null
}

/** One step: its sentences are `tour-step-<key>` and `tour-text-<key>`. */
export interface Step {
  key: string
  route: Route
  /** Identifier of the part of the screen that it speaks of, where that is not its top. */
  part?: string
}

interface Stop {
  key: string
  /** Without this place in the sidebar the step is left out. */
  place?: Place
  part?: string
  /** Null: nothing on this desk shows it, the step is left out. */
  at: (known: Known) => Route | null
}

const to = (screen: Place | 'desk' | 'guide' | 'verify') => (): Route => ({ screen })
const stop = (key: string, screen: Place): Stop => ({ key, place: screen, at: to(screen) })

const desk: Stop = { key: 'desk', at: to('desk') }
const end: Stop = { key: 'end', at: to('guide') }
const declare: Stop = {
  key: 'declare',
  at: ({ declare: dossier }) => (dossier ? { screen: 'interests', dossier } : null),
}
const sheet = (key: string): Stop => ({
  key,
  place: 'reviews',
  at: ({ review }) => (review ? { screen: 'review', dossier: review } : { screen: 'reviews' }),
})
const compare: Stop = {
  key: 'compare',
  place: 'comparisons',
  at: ({ compare: dossier }) => (dossier ? { screen: 'compare', dossier } : { screen: 'comparisons' }),
}
const vote: Stop = {
  key: 'vote',
  place: 'votes',
  at: ({ vote: motion }) => (motion ? { screen: 'vote', motion } : { screen: 'votes' }),
}

const ways: Record<Who, Stop[]> = {
  reviewer: [desk, declare, sheet('mark'), sheet('seal'), compare, vote, end],
  patient: [desk, declare, sheet('read'), sheet('seal'), compare, vote, end],
  secretariat: [
    desk,
    stop('intake', 'intake'),
    stop('dossiers', 'dossiers'),
    stop('interests', 'interests-board'),
    stop('motions', 'motions'),
    stop('labels', 'labels'),
    stop('people', 'people'),
  ],
  chair: [
    desk,
    stop('judge', 'interests-board'),
    stop('dossiers', 'dossiers'),
    compare,
    stop('motions', 'motions'),
    vote,
    end,
  ],
  officer: [
    desk,
    { key: 'key', at: to('desk'), part: 'officer-title' },
    { key: 'opening', at: to('desk'), part: 'officer-title' },
    stop('confirm', 'people'),
    { key: 'verify', at: to('verify') },
    end,
  ],
}

/** The tours that whoever is here may take; the first is the one that is offered. */
export function toursOf(person: Person | null | undefined): Who[] {
  if (!person) return []
  const has = (...roles: Role[]) => roles.some((role) => person.roles.includes(role))
  const found: Who[] = []
  if (has('secretariat')) found.push('secretariat')
  if (has('chair', 'vice-chair')) found.push('chair')
  if (has('officer')) found.push('officer')
  // Larger targets are what the program suggests to the members of patient associations, and to them alone.
  if (has('reviewer')) found.push(person.density === 'comfortable' ? 'patient' : 'reviewer')
  return found
}

/** The steps of a tour for these roles on this desk, in their order. */
export function stepsOf(who: Who, roles: Role[], known: Known): Step[] {
  const places = new Set(placesOf(roles).map(({ screen }) => screen))
  return ways[who].flatMap(({ key, place, part, at }) => {
    const route = place && !places.has(place) ? null : at(known)
    return route ? [{ key, route, ...(part ? { part } : {}) }] : []
  })
}

/** The step at which a tour begins: where it was left, if it was this one. */
export function resumeAt(who: Who, steps: number, kept: TourPlace | null): number {
  if (kept?.who !== who) return 0
  return Math.max(0, Math.min(kept.step, steps - 1))
}

/** What is kept: a tour that was seen to its end begins again at its first step. */
export function keptAt(who: Who, step: number, steps: number): TourPlace {
  return { who, step: step < steps ? step : 0 }
}
