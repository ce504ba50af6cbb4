import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import type { LinkVerdict } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import { Review } from '../../state/review.svelte'
import CriterionPanel from '../review/CriterionPanel.svelte'
import InterestsBoard from './InterestsBoard.svelte'

/** jsdom knows the element and not what it does. */
beforeEach(() => {
  speak('fr')
})
afterEach(() => cleanup())

async function board(answers: Record<string, unknown> = {}) {
  const desk = new FakeDesk({ answers })
  const decide = vi.spyOn(desk, 'decide_interests')
  render(InWindow, { props: { desk, part: InterestsBoard as never, given: {} as never } })
  await screen.findByTestId('judge-pkerboul')
  const said = () => (decide.mock.calls.at(-1)?.[0] as { said: LinkVerdict } | undefined)?.said
  return { said }
}

const at = (testid: string) => screen.getByTestId(testid)
const press = (testid: string) => fireEvent.click(at(testid))
const type = (testid: string, value: string) => fireEvent.input(at(testid), { target: { value } })

it('takes no decision without a reason, and keeps the words of a dialog that was closed', async () => {
  const { said } = await board()
  await press('decide-full-pkerboul')
  await press('judge-confirm-go')
  await waitFor(() => expect(at('judge-confirm-error').textContent).toContain('motif'))
  expect(said()).toBeUndefined()
  await type('judge-reason', 'Salarié de l’éditeur.')
  await press('judge-confirm-cancel')
  await press('decide-full-pkerboul')
  await waitFor(() => expect((at('judge-reason') as HTMLTextAreaElement).value).toBe('Salarié de l’éditeur.'))
  await press('judge-confirm-go')
  await waitFor(() => expect(screen.queryByTestId('judge-confirm')).toBeNull())
  expect(said()).toEqual({ level: 'full', reason: 'Salarié de l’éditeur.', criteria: [] })
  expect(at('why-pkerboul').textContent).toContain('Salarié de l’éditeur.')
  expect(screen.queryByTestId('judge-pkerboul')).toBeNull()
})

it('says what a recusal leaves of an open vote, for the levels that take the vote away', async () => {
  await board({ vote_reach: { possible: 10, electors: 21, need: 11, met: false } })
  await press('decide-full-pkerboul')
  await waitFor(() =>
    expect(at('judge-vote').textContent).toContain('10 présents possibles sur 21, quorum 11'),
  )
  expect(at('judge-vote').textContent).toContain('hors d’atteinte')
  await press('judge-level-criterion')
  expect(screen.queryByTestId('judge-vote')).toBeNull()
  await press('judge-level-discuss')
  expect(at('judge-vote')).toBeTruthy()
})

it('says of a college alone that a recusal would empty it, and not that the number is out of reach', async () => {
  await board({ vote_reach: { possible: 19, electors: 22, need: 14, met: false } })
  await press('decide-full-pkerboul')
  await waitFor(() => expect(at('judge-vote').textContent).toContain('ne serait plus représenté'))
  expect(at('judge-vote').textContent).not.toContain('hors d’atteinte')
})

it('says nothing of a vote where none is open', async () => {
  await board()
  await press('decide-full-pkerboul')
  await screen.findByTestId('judge-reason')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(screen.queryByTestId('judge-vote')).toBeNull()
})

it('names criteria, and proposes the debate from half of the weight', async () => {
  const { said } = await board()
  await press('decide-criterion-pkerboul')
  await type('judge-reason', 'A conçu le recueil.')
  await screen.findByTestId('judge-criteria')
  await press('judge-confirm-go')
  await waitFor(() => expect(at('judge-confirm-error').textContent).toContain('critères'))
  await press('judge-criterion-1.2')
  await waitFor(() => expect(at('judge-criteria').textContent).toContain('1 choisi'))
  expect(screen.queryByTestId('judge-half')).toBeNull()
  await press('judge-criterion-1.1')
  await screen.findByTestId('judge-half')
  await press('judge-criterion-1.1')
  await waitFor(() => expect(screen.queryByTestId('judge-half')).toBeNull())
  await press('judge-confirm-go')
  await waitFor(() => expect(screen.queryByTestId('judge-confirm')).toBeNull())
  expect(said()).toEqual({ level: 'criterion', reason: 'A conçu le recueil.', criteria: ['1.2'] })
  expect(at('decided-pkerboul').textContent).toContain('ne note pas 1.2')

  // Another decision takes its place.
  await press('again-pkerboul')
  expect((at('judge-level-criterion') as HTMLInputElement).checked).toBe(true)
  await press('judge-level-none')
  await type('judge-reason', 'Décision revue.')
  await press('judge-confirm-go')
  await waitFor(() => expect(at('list-cleared').textContent).toContain('Décision revue.'))
})

it('clears a match of names with a reason, and may take that back', async () => {
  await board()
  const match = () => at('match-0-0-pkerboul')
  expect(match().dataset.state).toBe('open')
  await press('match-clear-0-0-pkerboul')
  await press('match-confirm-go')
  await waitFor(() => expect(at('match-confirm-error').textContent).toContain('pourquoi'))
  await type('match-reason', 'Deux sociétés, vu au registre du commerce.')
  await press('match-confirm-go')
  await waitFor(() => expect(match().dataset.state).toBe('cleared'))
  expect(match().textContent).toContain('registre du commerce')
  expect(screen.queryByTestId('match-clear-0-0-pkerboul')).toBeNull()
  await press('match-confirm-0-0-pkerboul')
  await type('match-reason', 'Même SIREN.')
  await press('match-confirm-go')
  await waitFor(() => expect(match().dataset.state).toBe('confirmed'))
})

it('does not ask a reviewer for a criterion from which they are recused', async () => {
  const desk = new FakeDesk({})
  const view = await desk.review_open({ dossier: 'd1' })
  const all = view.grid.criteria.length
  const review = new Review(desk, { ...view, not_mine: ['2.3'], not_mine_why: 'A conçu le recueil.' })
  review.go('2.3')
  const before = JSON.stringify(review.row)
  review.mark({ kind: 'na' })
  review.reason('Quand même.')
  expect(JSON.stringify(review.row)).toBe(before)
  expect(review.asked.length).toBe(all - 1)
  const given = { review, margin: null, talk: () => undefined, selected: false, open: () => undefined }
  render(InWindow, { props: { desk, part: CriterionPanel as never, given: given as never } })
  expect(at('not-mine').textContent).toContain('A conçu le recueil.')
  expect(screen.queryByTestId('mark-0')).toBeNull()
  expect(screen.queryByTestId('reason')).toBeNull()
})
