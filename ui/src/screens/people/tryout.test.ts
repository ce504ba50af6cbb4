import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import type { Problem, Supposed, TryOut } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import { announcer } from '../../state/announce.svelte'
import Founding from './Founding.svelte'

/** jsdom knows the element and not what it does. */
beforeEach(() => {
  speak('fr')
})
afterEach(() => {
  cleanup()
  history.replaceState(null, '', '?')
})

const at = <T extends HTMLElement>(testid: string) => screen.getByTestId<T>(testid)
const press = async (testid: string) => fireEvent.click(await screen.findByTestId(testid))
const set = (testid: string, value: string) => fireEvent.change(at(testid), { target: { value } })
/** With every kind of space as one. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
const text = (testid: string) => plain(at(testid).textContent)

/** A file of our rules that was read without fault, on its example. */
async function tried(kind: string) {
  history.replaceState(null, '', `?people=founding&rules=${kind}`)
  const desk = new FakeDesk({})
  const ask = vi.spyOn(desk, 'rules_try_out')
  const publish = vi.spyOn(desk, 'rules_own')
  render(InWindow, { props: { desk, part: Founding as never, given: {} as never } })
  await press('rules-own')
  await press('try-example')
  await screen.findByTestId('tryout-out')
  const supposed = () => (ask.mock.calls.at(-1)?.[0] as { supposed: Supposed } | undefined)?.supposed
  return { desk, ask, publish, supposed }
}

it('shows the marks that a grid gives, axis by axis, and what the bars of the labels say of them', async () => {
  const { supposed, publish } = await tried('grid')
  expect(text('tryout-mark')).toBe('Note : 20,0 sur 20')
  expect(screen.getAllByTestId('tryout-axis-row')).toHaveLength(4)
  expect(text('tryout-label')).toContain('au moins 14, note déclarée. Seuil atteint.')
  await set('tryout-fill', 'middle')
  await waitFor(() => expect(text('tryout-label')).toContain('Seuil non atteint.'))
  await fireEvent.click(at('tryout-pass'))
  await waitFor(() => expect(text('tryout-failed')).toContain('P.1, P.2'))
  await set('tryout-class', 'C')
  expect(supposed()).toMatchObject({ fill: 'middle', pass: false, class: 'C' })
  expect(publish).not.toHaveBeenCalled()
})

it('draws other answers when asked to', async () => {
  const { supposed } = await tried('grid')
  expect(screen.queryByTestId('tryout-again')).toBeNull()
  await set('tryout-fill', 'drawn')
  const first = supposed()?.seed
  await press('tryout-again')
  expect(supposed()?.seed).not.toBe(first)
})

it('holds a vote under our bylaws, with no more people than the board has', async () => {
  await tried('bylaws')
  expect(text('tryout-outcome')).toBe('Label accordé')
  await waitFor(() => expect(at<HTMLInputElement>('tryout-voting').value).toBe('22'))
  await set('tryout-recused', '4')
  await waitFor(() => expect(at<HTMLInputElement>('tryout-voting').value).toBe('18'))
  expect(screen.getAllByTestId('tryout-asks').map((one) => plain(one.textContent))).toContain(
    'Si les 18 électeurs votent tous pour ou contre, il faut au moins 12 voix pour.',
  )
  await set('tryout-favour', '11')
  await waitFor(() => expect(text('tryout-outcome')).toBe('Label refusé'))
  expect(text('tryout-heads')).toContain('18 votants : 11 « Accorder le label », 7 « Refuser »')
  await set('tryout-voting', '500')
  await waitFor(() => expect(at<HTMLInputElement>('tryout-voting').value).toBe('18'))
  await set('tryout-voting', '9')
  await waitFor(() => expect(text('tryout-outcome')).toBe('Quorum non atteint'))
  expect(announcer.polite.trim()).toBe('Quorum non atteint')
  // A number that is none changes nothing.
  await set('tryout-voting', '')
  expect(at<HTMLInputElement>('tryout-voting').value).toBe('9')
})

it('says the days that follow from labels, and names those of which nothing can be said', async () => {
  const { supposed } = await tried('labels')
  expect(text('tryout-day-until')).toContain('23 novembre 2029')
  expect(text('tryout-homeless')).toContain('Label d’essai')
  await set('tryout-on', '2027-01-31')
  expect(supposed()?.on).toBe('2027-01-31')
})

it('shows which orientations a publisher would be offered', async () => {
  await tried('orientation')
  expect(screen.getAllByTestId('tryout-shown')).toHaveLength(1)
  await set('tryout-axis', 'A1')
  await set('tryout-class', 'D')
  await waitFor(() => expect(screen.getAllByTestId('tryout-shown')).toHaveLength(2))
})

it('keeps what the last question asked for when an earlier answer comes late, and says a fault', async () => {
  const { desk, ask } = await tried('grid')
  const real = await desk.rules_try_out({ supposed: { fill: 'lowest', pass: true } as Supposed })
  let late: (out: TryOut) => void = () => undefined
  ask.mockImplementationOnce(() => new Promise((done) => (late = done)))
  await set('tryout-fill', 'lowest')
  await set('tryout-fill', 'middle')
  await waitFor(() => expect(text('tryout-mark')).toContain('10,0'))
  late(real)
  await Promise.resolve()
  expect(text('tryout-mark')).toContain('10,0')
  ask.mockRejectedValueOnce({ code: 'stale-token', params: {} } satisfies Problem)
  await set('tryout-fill', 'lowest')
  await waitFor(() => expect(at('tryout').querySelector('.wrong')?.textContent).toBeTruthy())
  await press('tryout-end')
  await waitFor(() => expect(screen.queryByTestId('tryout')).toBeNull())
  expect(at('try-publish')).toBeTruthy()
})
