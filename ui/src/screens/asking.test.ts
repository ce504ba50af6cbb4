import { cleanup, render } from '@testing-library/svelte'
import type { Component } from 'svelte'
import { afterEach, beforeEach, expect, it } from 'vitest'
import InWindow from '../components/InWindow.svelte'
import { speak } from '../i18n/index.svelte'
import type { Desk } from '../ipc/contract'
import { FakeDesk } from '../ipc/fake'
import { Review } from '../state/review.svelte'
import CompareScreen from './compare/CompareScreen.svelte'
import ComparisonsScreen from './compare/ComparisonsScreen.svelte'
import DeskScreen from './desk/DeskScreen.svelte'
import DossierScreen from './dossier/DossierScreen.svelte'
import DossiersScreen from './dossiers/DossiersScreen.svelte'
import Intake from './intake/Intake.svelte'
import Interests from './interests/Interests.svelte'
import InterestsBoard from './judging/InterestsBoard.svelte'
import LabelsScreen from './labels/LabelsScreen.svelte'
import MotionScreen from './motion/MotionScreen.svelte'
import MotionsScreen from './motion/MotionsScreen.svelte'
import NewVersions from './review/NewVersions.svelte'
import VoteScreen from './vote/VoteScreen.svelte'
import VotesScreen from './vote/VotesScreen.svelte'

/** A desk that counts how often each of its commands is asked. */
function counting(): { desk: Desk; asked: Map<string, number> } {
  const asked = new Map<string, number>()
  const real = new FakeDesk({}) as unknown as Record<string, unknown>
  const desk = new Proxy(real, {
    get(_, name: string) {
      const value = real[name]
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        asked.set(name, (asked.get(name) ?? 0) + 1)
        return (value as (...given: unknown[]) => unknown).apply(real, given)
      }
    },
  })
  return { desk: desk as unknown as Desk, asked }
}

const rest = (ms: number) => new Promise((go) => setTimeout(go, ms))

beforeEach(() => speak('fr'))
afterEach(() => cleanup())

const screens: [string, Component<never>, object][] = [
  ['my desk', DeskScreen as never, {}],
  ['the dossiers', DossiersScreen as never, {}],
  ['a dossier', DossierScreen as never, { dossier: 'nephro' }],
  ['the votes', VotesScreen as never, {}],
  ['a vote', VoteScreen as never, { motion: 'cardio' }],
  ['the motions', MotionsScreen as never, {}],
  ['a motion', MotionScreen as never, { motion: 'cardio' }],
  ['the labels', LabelsScreen as never, {}],
  ['the interests to judge', InterestsBoard as never, {}],
  ['my interests', Interests as never, { dossier: 'd1' }],
  ['the comparisons', ComparisonsScreen as never, {}],
  ['a comparison', CompareScreen as never, { dossier: 'd1' }],
  ['intake', Intake as never, {}],
]

/** A screen that reads what it has just written asks again and again, and drains the battery of a laptop in a train. */
it.each(screens)('%s asks once for what it shows, and rests', async (_, part, given) => {
  const { desk, asked } = counting()
  render(InWindow, { props: { desk, part: part as never, given: given as never } })
  await rest(300)
  expect(asked.size).toBeGreaterThan(0)
  const often = [...asked].filter(([, times]) => times > 2)
  expect(often).toEqual([])
})

it('the bar of newer versions asks once, and rests', async () => {
  const { desk, asked } = counting()
  const review = new Review(desk, await desk.review_open({ dossier: 'd1' }))
  render(InWindow, {
    props: { desk, part: NewVersions as never, given: { review, open: () => Promise.resolve() } },
  })
  await rest(300)
  expect(asked.get('review_versions')).toBeLessThanOrEqual(2)
})
