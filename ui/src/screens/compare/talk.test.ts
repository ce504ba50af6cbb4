import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import App from '../../App.svelte'
import type { CompareCriterion } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import { announcer } from '../../state/announce.svelte'
import { Margin } from '../../state/margin.svelte'
import { router } from '../../state/router.svelte'
import { citedOf, spokenOf, talkOf, wordsOf } from './topics'

let desk: FakeDesk

async function criterion(code = '2.3'): Promise<CompareCriterion> {
  const view = await desk.comparison({ dossier: 'diabete', round: null })
  const found = view.opened?.criteria.find((one) => one.code === code)
  if (!found) throw new Error(`no criterion ${code}`)
  return found
}

async function shown(): Promise<void> {
  router.home()
  render(App, { desk })
  await waitFor(() => expect(screen.getByRole('main')).toBeTruthy())
  router.go({ screen: 'compare', dossier: 'diabete', criterion: '2.3' })
  await waitFor(() => expect(screen.getByTestId('thread')).toBeTruthy())
}

const field = () => screen.getByTestId<HTMLTextAreaElement>('talk-text')
const click = (id: string) => fireEvent.click(screen.getByTestId(id))

beforeEach(() => {
  desk = new FakeDesk({ sheet: 'opened' })
})

describe('what is said of a passage', () => {
  it('is part of what is said of its criterion', async () => {
    const { thread } = await criterion()
    expect(wordsOf(thread, null)).toHaveLength(2)
    expect(wordsOf(thread, 'a-2.3').map((word) => word.id)).toEqual(['p1'])
    expect([spokenOf(thread, 'c-2.3'), spokenOf(thread, 'nowhere')]).toEqual([1, 0])
    expect([talkOf(thread, null).unread, talkOf(thread, 'a-2.3').unread]).toEqual([2, 1])
    expect(talkOf(thread, 'nowhere')).toEqual({ settled: false, unread: 0, draft: null })
  })

  it('leads to its passage for as long as a sheet cites it', async () => {
    expect(citedOf(await criterion(), 'c-2.3')?.page).toBe(7)
    expect(citedOf(await criterion('2.5'), 'c-2.3')).toBeNull()
  })
})

describe('the margin of the evidence', () => {
  it('shows what the others cited, and of my own what somebody spoke of', async () => {
    const margin = new Margin(desk, 'diabete')
    expect([margin.there, margin.on('f2'), margin.cited('2.3', 'a-2.3')]).toEqual([false, [], null])
    await margin.load()
    expect(margin.all.every((one) => !one.mine)).toBe(true)
    const mine = margin.on('f2').filter((one) => one.mine)
    expect(mine.map((one) => [one.passage.id, one.said, one.unread])).toEqual([['a-2.3', 1, 1]])
    const others = margin.cited('2.3', 'c-2.3')
    expect(others && margin.about(others).map((one) => one.mine)).toEqual([false])
  })

  it('holds nothing before the sheets are open', async () => {
    const whole = desk.comparison
    desk.comparison = async (asked) => ({ ...(await whole(asked)), opened: null })
    const margin = new Margin(desk, 'diabete')
    await margin.load()
    expect([margin.there, margin.on('f2'), margin.criterion('2.3')]).toEqual([false, [], null])
  })
})

describe('the discussion of a passage', () => {
  it('names its passage in that of the criterion, and leads there', async () => {
    await shown()
    expect(screen.getByTestId('thread-about-0').textContent).toContain('comité d’adjudication')
    expect(screen.getByTestId('thread-about-0').textContent).toMatch(/pièce\s2 \(Essai randomisé\), page\s7/)
    await click('thread-about-0')
    await waitFor(() =>
      expect(router.now).toMatchObject({ screen: 'review', spot: { kind: 'place', passage: { page: 7 } } }),
    )
  })

  it('is written to beside the passage alone, and keeps each word until then', async () => {
    await shown()
    expect(screen.getByTestId('talk-open-c-2.3').textContent).toMatch(/1 message · 1 nouveau/)
    await click('talk-open-c-2.3')
    await waitFor(() => expect(document.activeElement).toBe(field()))
    expect(screen.getByTestId('talk-quote').textContent).toContain('comité d’adjudication')
    expect(screen.getByTestId('talk-word-0').textContent).toContain('signé l’étude')
    expect(screen.queryByTestId('talk-word-1')).toBeNull()
    await fireEvent.input(field(), { target: { value: 'Vérifié, c’est exact.' } })
    const draft = async () => talkOf((await criterion()).thread, 'c-2.3').draft?.text
    await waitFor(async () => expect(await draft()).toBe('Vérifié, c’est exact.'))
    await fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true })
    await waitFor(() => expect(screen.getByTestId('talk-word-1').textContent).toContain('Vérifié'))
    expect(announcer.polite).toContain('à envoyer')
    expect([await draft(), field().value]).toEqual(['', ''])
    expect(wordsOf((await criterion()).thread, 'a-2.3')).toHaveLength(1)
  })

  it('is settled and opened again without the criterion, and says so', async () => {
    await shown()
    await click('talk-open-a-2.3')
    await waitFor(() => expect(screen.getByTestId('talk-settle')).toBeTruthy())
    await click('talk-settle')
    await waitFor(() => expect(announcer.polite).toContain('réglé'))
    expect((await criterion()).thread.settled).toBe(false)
    expect(talkOf((await criterion()).thread, 'a-2.3').settled).toBe(true)
    await waitFor(() => expect(screen.getByTestId('talk-settle').textContent).toContain('Rouvrir'))
    await click('talk-settle')
    await waitFor(() => expect(announcer.polite).toContain('rouvert'))
    expect(talkOf((await criterion()).thread, 'a-2.3').settled).toBe(false)
  })

  it('is answered from the criterion, about the passage that was spoken of', async () => {
    await shown()
    await click('thread-reply-1')
    await fireEvent.input(screen.getByTestId('thread-text'), { target: { value: 'Lesquels ?' } })
    await click('thread-send')
    await waitFor(async () => expect((await criterion()).thread.words.at(-1)?.text).toBe('Lesquels ?'))
    expect((await criterion()).thread.words.at(-1)?.about).toBe('c-2.3')
  })
})
