import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, it } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import { FakeDesk } from '../../ipc/fake'
import { announcer } from '../../state/announce.svelte'
import { Margin } from '../../state/margin.svelte'
import { Review } from '../../state/review.svelte'
import CriterionPanel from './CriterionPanel.svelte'

beforeEach(() => speak('fr'))
afterEach(cleanup)

const steps = () =>
  [...screen.getByTestId('steps').querySelectorAll('button')].map((one) => one.dataset.testid)

it('the marks without evidence are counted, and listed alone when asked for, whatever their axis', async () => {
  const desk = new FakeDesk({})
  const review = new Review(desk, await desk.review_open({ dossier: 'd1' }))
  const given = {
    review,
    margin: new Margin(desk, 'd1'),
    talk: () => undefined,
    selected: false,
    open: () => undefined,
    cite: () => undefined,
  }
  render(InWindow, { props: { desk, part: CriterionPanel as never, given } })
  const gaps = review.gaps.map((one) => `step-${one.code}`)
  expect(screen.getByTestId('gaps').textContent).toMatch(new RegExp(`${gaps.length} (notes )?sans preuve`))
  expect(steps()).not.toEqual(gaps)

  const filter = screen.getByTestId('gaps-only')
  expect(filter.getAttribute('aria-pressed')).toBe('false')
  await fireEvent.click(filter)
  expect(steps()).toEqual(gaps)
  expect(announcer.polite).toContain('sans preuve')

  // A passage for one of them: one fewer to look at, and the filter stays until it is taken off.
  review.go(review.gaps[0]?.code ?? '')
  review.cite({ file: 'f2', page: 1, rects: [], quote: 'mots', before: '', after: '', region: false })
  await Promise.resolve()
  expect(steps()).toEqual(gaps.slice(1))
  await fireEvent.click(screen.getByTestId('gaps-only'))
  expect(steps().length).toBeGreaterThan(gaps.length)
})
