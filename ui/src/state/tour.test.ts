import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import App from '../App.svelte'
import { sentence, speak } from '../i18n/index.svelte'
import type { Person, Role } from '../ipc/contract'
import { FakeDesk } from '../ipc/fake'
import { announcer } from './announce.svelte'
import { placesOf } from './places'
import { router } from './router.svelte'
import { keptAt, resumeAt, stepsOf, toursOf, type Known, type Who } from './tour'
import { tour } from './tour.svelte'

const full: Known = { declare: 'a', review: 'b', compare: 'c', vote: 'd' }
const empty: Known = { declare: null, review: null, compare: null, vote: null }
const person = (roles: Role[], density: Person['density'] = 'dense'): Person => ({
  name: 'Claire Aubert',
  college: null,
  roles,
  density,
})
const whole: [Who, Role[]][] = [
  ['reviewer', ['reviewer']],
  ['patient', ['reviewer']],
  ['secretariat', ['secretariat', 'examiner']],
  ['chair', ['reviewer', 'chair']],
  ['chair', ['reviewer', 'vice-chair']],
  ['officer', ['reviewer', 'officer']],
]

describe('the steps of a tour', () => {
  it('are five to seven for everybody, and each has its two languages', () => {
    for (const [who, roles] of whole) {
      const steps = stepsOf(who, roles, full)
      expect(steps.length, who).toBeGreaterThanOrEqual(5)
      expect(steps.length, who).toBeLessThanOrEqual(7)
      for (const language of ['fr', 'en'] as const) {
        speak(language)
        expect(sentence(`tour-go-${who}`), who).not.toBeNull()
        for (const { key } of steps) {
          expect(sentence(`tour-step-${key}`), key).not.toBeNull()
          expect(sentence(`tour-text-${key}`)?.split(/[.;] /).length, key).toBeGreaterThanOrEqual(2)
        }
      }
    }
  })

  it('lead to no screen that the person does not have', () => {
    for (const [who, roles] of whole) {
      const places = new Set<string>(placesOf(roles).map(({ screen }) => screen))
      for (const known of [full, empty])
        for (const { route } of stepsOf(who, roles, known)) {
          const above = { interests: 'reviews', review: 'reviews', compare: 'comparisons', vote: 'votes' }
          const place = above[route.screen as keyof typeof above] ?? route.screen
          expect(places.has(place) || ['desk', 'guide', 'verify'].includes(place), place).toBe(true)
        }
    }
  })

  it('go to a dossier of this desk where there is one, and to its list where there is none', () => {
    const of = (known: Known) => stepsOf('reviewer', ['reviewer'], known)
    expect(of(full).find(({ key }) => key === 'mark')?.route).toEqual({ screen: 'review', dossier: 'b' })
    expect(of(empty).find(({ key }) => key === 'mark')?.route).toEqual({ screen: 'reviews' })
    expect(of(full).find(({ key }) => key === 'vote')?.route).toEqual({ screen: 'vote', motion: 'd' })
    // Nothing to declare: no screen could show it.
    expect(of(empty).map(({ key }) => key)).not.toContain('declare')
  })
})

describe('which tour', () => {
  it('follows from the roles, the one that asks most of the person first', () => {
    expect(toursOf(person(['reviewer']))).toEqual(['reviewer'])
    expect(toursOf(person(['reviewer'], 'comfortable'))).toEqual(['patient'])
    expect(toursOf(person(['reviewer', 'chair', 'officer']))).toEqual(['chair', 'officer', 'reviewer'])
    expect(toursOf(person(['secretariat', 'examiner']))).toEqual(['secretariat'])
    expect(toursOf(null)).toEqual([])
  })
})

describe('where a tour was left', () => {
  it('is where it goes on, unless it was another or went to its end', () => {
    expect(resumeAt('reviewer', 7, { who: 'reviewer', step: 3 })).toBe(3)
    expect(resumeAt('reviewer', 7, { who: 'chair', step: 3 })).toBe(0)
    expect(resumeAt('reviewer', 7, null)).toBe(0)
    // Fewer steps than at that time: the last one there is.
    expect(resumeAt('reviewer', 6, { who: 'reviewer', step: 6 })).toBe(5)
    expect(keptAt('reviewer', 6, 7)).toEqual({ who: 'reviewer', step: 6 })
    expect(keptAt('reviewer', 7, 7)).toEqual({ who: 'reviewer', step: 0 })
  })
})

describe('the tour in the window', () => {
  let desk: FakeDesk
  beforeEach(() => {
    desk = new FakeDesk({ settings: { tour: null } })
    tour.close()
    announcer.polite = ''
  })
  afterEach(() => tour.close())

  async function shown() {
    render(App, { desk })
    await waitFor(() => expect(screen.getByTestId('tour-offer')).toBeTruthy())
  }
  const begin = async () => {
    await fireEvent.click(screen.getByTestId('tour-begin'))
    await waitFor(() => expect(screen.getByTestId('tour')).toBeTruthy())
  }

  it('is offered once on a demonstration, and taken away for good by a no', async () => {
    await shown()
    await fireEvent.click(screen.getByTestId('tour-decline'))
    await waitFor(() => expect(screen.queryByTestId('tour-offer')).toBeNull())
    expect((await desk.settings_get()).tour).toEqual({ who: 'reviewer', step: 0 })
    expect(announcer.polite).toContain('Ctrl+K')
  })

  it('goes to the real screens, says each step, and goes back', async () => {
    await shown()
    await begin()
    expect(screen.getByTestId('tour-progress').textContent).toBe('1 sur 7')
    expect(document.activeElement).toBe(screen.getByTestId('tour-next'))
    await fireEvent.click(screen.getByTestId('tour-next'))
    expect(router.now).toEqual({ screen: 'interests', dossier: 'pneumo' })
    expect(announcer.polite).toContain('étape\u00a02 sur 7')
    expect(announcer.polite).toContain('Déclarer ses liens')
    await fireEvent.click(screen.getByTestId('tour-next'))
    expect(router.now).toEqual({ screen: 'review', dossier: 'oncosuivi' })
    await fireEvent.click(screen.getByTestId('tour-back'))
    expect(router.now.screen).toBe('interests')
  })

  it('is left with Escape from inside, and goes on there later', async () => {
    await shown()
    await begin()
    await fireEvent.click(screen.getByTestId('tour-next'))
    // From the screen itself the key is the screen's.
    await fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(screen.getByTestId('tour')).toBeTruthy()
    await fireEvent.keyDown(screen.getByTestId('tour-next'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByTestId('tour')).toBeNull())
    expect((await desk.settings_get()).tour).toEqual({ who: 'reviewer', step: 1 })
    router.go({ screen: 'guide' })
    await waitFor(() => expect(screen.getByTestId('guide')).toBeTruthy())
    await begin()
    expect(screen.getByTestId('tour-progress').textContent).toBe('2 sur 7')
  })

  it('leads back to the screen it speaks of, and ends at its last step', async () => {
    await shown()
    await begin()
    router.go({ screen: 'settings' })
    await fireEvent.click(await screen.findByTestId('tour-there'))
    expect(router.now.screen).toBe('desk')
    for (let step = 1; step < 7; step++) await fireEvent.click(screen.getByTestId('tour-next'))
    expect(screen.getByTestId('tour-next').textContent).toBe('Terminer')
    await fireEvent.click(screen.getByTestId('tour-next'))
    await waitFor(() => expect(screen.queryByTestId('tour')).toBeNull())
    expect((await desk.settings_get()).tour).toEqual({ who: 'reviewer', step: 0 })
  })
})
