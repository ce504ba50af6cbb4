import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, it } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import { FakeDesk } from '../../ipc/fake'
import MotionScreen from './MotionScreen.svelte'

beforeEach(() => speak('fr'))
afterEach(() => cleanup())

async function motion(answers: Record<string, unknown> = {}) {
  const desk = new FakeDesk({ role: 'chair', answers })
  render(InWindow, { props: { desk, part: MotionScreen as never, given: { motion: 'cardio' } as never } })
  await screen.findByTestId('motion-result')
  return desk
}
const choose = (value: string) =>
  fireEvent.change(screen.getByTestId('what-if-member'), { target: { value } })
const answer = () => screen.findByTestId('what-if-answer').then((found) => found.textContent)

it('says whether an opened vote would have decided otherwise without somebody', async () => {
  await motion()
  expect(screen.queryByTestId('what-if-answer')).toBeNull()
  await choose('ahaddad')
  expect(await answer()).toContain('serait le même')
  await fireEvent.click(screen.getByTestId('what-if-absent'))
  await waitFor(async () => expect(await answer()).toMatch(/Décision reportée.*différent/))
  await choose('caubert')
  await waitFor(async () => expect(await answer()).toContain('serait le même'))
})

it('is not offered to whom the program names nobody', async () => {
  await motion({ motion: { asked_about: [] } })
  expect(screen.queryByTestId('what-if')).toBeNull()
})

it('tells whoever asks that the answers betray ballots', async () => {
  await motion()
  expect(screen.getByTestId('what-if').textContent).toMatch(
    /Le vote est nominatif.*quand il est serré, ces réponses disent qui a voté quoi\./,
  )
})

it('lets no refusal about one overtake the answer about another', async () => {
  const desk = await motion()
  const ask = desk.motion_what_if
  let refuse: () => void = () => undefined
  desk.motion_what_if = (asked) =>
    asked.member === 'ahaddad'
      ? new Promise((_, no) => (refuse = () => no({ code: 'disk-full', params: {} })))
      : ask(asked)
  await choose('ahaddad')
  await choose('caubert')
  expect(await answer()).toContain('serait le même')
  refuse()
  await new Promise((done) => setTimeout(done))
  expect(screen.getByTestId('what-if').querySelector('.wrong')).toBeNull()
})
