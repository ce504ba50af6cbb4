import { cleanup, render, screen } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, it } from 'vitest'
import InWindow from '../components/InWindow.svelte'
import PassageList from '../components/PassageList.svelte'
import { speak } from '../i18n/index.svelte'
import { FakeDesk } from '../ipc/fake'
import { announcer } from './announce.svelte'
import { pages } from './pages.svelte'
import { Review } from './review.svelte'

const roman = ['i', 'ii', 'iii', 'iv', '1', '2', '7']
const passage = (page: number) => ({
  file: 'f2',
  page,
  rects: [],
  quote: 'les mots',
  before: '',
  after: '',
  region: false,
})

beforeEach(() => {
  speak('fr')
  pages.forget()
})
afterEach(cleanup)

it('a page is called by its own number once the file was opened, with its place in the file', () => {
  expect(pages.named('f2', 4)).toBe(4)
  pages.learn('f2', roman)
  expect(pages.named('f2', 4)).toBe('iv (4 sur 7)')
  // Where both are the same, one is enough; and another file has its own numbers.
  expect(pages.named('f2', 7)).toBe(7)
  expect(pages.named('f3', 4)).toBe(4)
  pages.forget()
  expect(pages.named('f2', 4)).toBe(4)
})

it('lists, announcements and copied references say it', async () => {
  const desk = new FakeDesk({})
  const review = new Review(desk, await desk.review_open({ dossier: 'd1' }))
  pages.learn('f2', roman)
  const anchors = [{ id: 'a', ...passage(4) }]
  const given = { anchors, files: review.files, open: () => undefined, testid: 'list' }
  render(InWindow, { props: { desk, part: PassageList as never, given } })
  expect(screen.getByTestId('list').textContent).toContain('Essai randomisé, p.\u00a0iv (4 sur 7)')

  review.cite(passage(5))
  expect(announcer.polite).toContain('page\u00a01 (5 sur 7)')

  review.prepare(passage(4))
  await new Promise((done) => setTimeout(done))
  expect(review.reference(passage(4))).toContain('p. iv (4 sur 7)')
})
