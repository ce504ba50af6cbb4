import { beforeEach, expect, test, vi } from 'vitest'
import { speak } from '../i18n/index.svelte'
import { FakeDesk } from '../ipc/fake'
import type { Passage } from '../ipc/contract'
import { Citing } from './citing'
import { Review } from './review.svelte'

const passage: Passage = {
  file: 'f2',
  page: 7,
  rects: [],
  quote: 'Les données manquantes',
  before: '',
  after: '',
  region: false,
}

beforeEach(() => speak('fr'))

test('a reference is asked once for a page, in the language on screen', async () => {
  const ask = vi.fn(({ tongue, page }: { tongue: string; page: number }) =>
    Promise.resolve(`${tongue} p. ${page}`),
  )
  const citing = new Citing({ reference_text: ask }, 'd')
  expect(citing.of(passage)).toBeNull()
  citing.prepare(passage)
  citing.prepare({ ...passage, quote: 'autre' })
  await vi.waitFor(() => expect(citing.of(passage)).toBe('fr p. 7'), { timeout: 20_000 })
  expect(ask).toHaveBeenCalledTimes(1)
  speak('en')
  expect(citing.of(passage)).toBeNull()
  citing.prepare(passage)
  await vi.waitFor(() => expect(citing.of(passage)).toBe('en p. 7'), { timeout: 20_000 })
  expect(ask).toHaveBeenCalledTimes(2)
})

test('a refusal is asked again at the next selection', async () => {
  const ask = vi.fn().mockRejectedValueOnce({ code: 'locked', params: {} }).mockResolvedValue('Essai, p. 7')
  const citing = new Citing({ reference_text: ask }, 'd')
  citing.prepare(passage)
  await new Promise((done) => setTimeout(done))
  citing.prepare(passage)
  await vi.waitFor(() => expect(citing.of(passage)).toBe('Essai, p. 7'), { timeout: 20_000 })
})

test('what is copied carries the publication once it is known, and the title until then', async () => {
  const desk = new FakeDesk()
  desk.reference_text = ({ page }) => Promise.resolve(`Valmont, É. (2025). Suivi à distance, p. ${page}`)
  const review = new Review(desk, await desk.review_open({ dossier: 'oncosuivi' }))
  expect(review.reference(passage)).toMatch(/Essai randomisé, p\.\s7/)
  review.prepare(passage)
  await vi.waitFor(() => expect(review.reference(passage)).toContain('Valmont, É. (2025)'), {
    timeout: 20_000,
  })
  expect(review.reference(passage)).toContain('Les données manquantes')
  expect(review.reference(passage)).toMatch(/OncoSuivi, version\s4\.2/)
})
