import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import App from '../../App.svelte'
import type { CalendarEntry, DossierPage, Problem } from '../../ipc/contract'
import { speak, t } from '../../i18n/index.svelte'
import { FakeDesk } from '../../ipc/fake'
import { announcer } from '../../state/announce.svelte'
import { Chosen } from '../../state/chosen.svelte'
import { layout } from '../../state/layout.svelte'
import { router } from '../../state/router.svelte'
import { sharedSteps, takeEach } from './grouped'

/** jsdom knows the element and not what it does. */
beforeEach(() => {})

const rows = ['a', 'b', 'c', 'd', 'e']
const among = (chosen: Chosen) => rows.filter((row) => chosen.has(row)).join('')

describe('rows that are chosen', () => {
  it('reach from the last choice in both directions, and leave the others as they were', () => {
    const chosen = new Chosen()
    chosen.toggle('e')
    chosen.toggle('b')
    chosen.reach('d', rows)
    expect(among(chosen)).toBe('bcde')
    chosen.reach('a', rows)
    expect(among(chosen)).toBe('abe')
  })

  it('begin a range at the row that the arrow left', () => {
    const chosen = new Chosen()
    chosen.reach('c', rows, 'b')
    expect(among(chosen)).toBe('bc')
  })

  it('stay chosen only while they are shown, a range among them', () => {
    const chosen = new Chosen()
    chosen.all(rows)
    chosen.keep(['b', 'd'])
    expect(among(chosen)).toBe('bd')
    chosen.toggle('a')
    chosen.keep(['b', 'c', 'd'])
    chosen.reach('d', ['b', 'c', 'd'], 'c')
    expect(among(chosen)).toBe('bcd')
  })
})

const page = (dossier: string, steps: DossierPage['steps']) => ({ dossier, steps }) as DossierPage
const refused: Problem = { code: 'refusal-sheets-missing', params: {} }

describe('steps for several dossiers', () => {
  it('are those that every one of them allows, and that ask for nothing else', async () => {
    const pages: Record<string, DossierPage> = {
      a: page('a', [
        { kind: 'preselect', problem: null },
        { kind: 'close', problem: null },
        { kind: 'assign', problem: null },
        { kind: 'withdraw', problem: null },
      ]),
      b: page('b', [
        { kind: 'preselect', problem: refused },
        { kind: 'close', problem: null },
        { kind: 'assign', problem: null },
        { kind: 'withdraw', problem: null },
      ]),
    }
    const desk = { dossier_page: async ({ dossier }: { dossier: string }) => pages[dossier] as DossierPage }
    expect((await sharedSteps(desk, ['a'])).kinds).toEqual(['preselect', 'close'])
    expect((await sharedSteps(desk, ['a', 'b'])).kinds).toEqual(['close'])
  })

  it('go on after a refusal, and stop before the next when asked', async () => {
    const told: string[] = []
    const act = async (dossier: string) => {
      if (dossier === 'b') throw refused
    }
    await takeEach(
      rows,
      act,
      () => told.length === 3,
      ({ dossier, problem }) => told.push(`${dossier}${problem ? '!' : ''}`),
    )
    expect(told).toEqual(['a', 'b!', 'c'])
  })
})

async function table(desk = new FakeDesk({ role: 'secretariat' })) {
  router.home()
  render(App, { desk })
  await screen.findByRole('main')
  layout.size = 'L'
  router.go({ screen: 'dossiers' })
  await screen.findByTestId('choose-allo')
  return desk
}
const tick = (dossier: string, more = {}) => fireEvent.click(screen.getByTestId(`choose-${dossier}`), more)
const count = () => screen.queryByTestId('chosen-count')?.textContent ?? ''

it('a sum of what was done says of dossiers, not of steps, that they were not begun', () => {
  speak('fr')
  expect(t('group-sum', { n: 1, m: 0, k: 1 })).toBe('Un dossier traité, un non commencé.')
  expect(t('group-sum', { n: 3, m: 2, k: 4 })).toBe('3 dossiers traités, 2 refusés, 4 non commencés.')
})

describe('the table of dossiers', () => {
  it('drafts one message for each person who owes, about the chosen dossiers only', async () => {
    await table()
    await tick('oncosuivi')
    await tick('allo')
    expect(count()).toContain('2')
    const asked = (await screen.findByTestId('chosen-remind')).textContent
    await fireEvent.click(screen.getByTestId('chosen-remind'))
    const letters = await screen.findByTestId('letters')
    await waitFor(() => expect(letters.querySelectorAll('section').length).toBeGreaterThan(1))
    expect(asked).toContain(String(letters.querySelectorAll('section').length))
    const bodies = [...letters.querySelectorAll('textarea')].map(({ value }) => value)
    expect(bodies.some((body) => body.includes('OncoSuivi'))).toBe(true)
    expect(bodies.some((body) => body.includes('Pneumo Relais'))).toBe(false)
  })

  it('chooses by keys: all with Ctrl+A, none with Escape, a range with Shift and the arrows', async () => {
    await table()
    const first = screen.getByTestId('choose-gesta')
    first.focus()
    await fireEvent.keyDown(first, { key: 'a', code: 'KeyA', ctrlKey: true })
    expect(count()).toContain('16')
    await fireEvent.keyDown(first, { key: 'Escape' })
    expect(screen.queryByTestId('chosen')).toBeNull()
    await fireEvent.keyDown(first, { key: 'ArrowDown', shiftKey: true })
    const second = document.activeElement as HTMLElement
    expect(second).not.toBe(first)
    await fireEvent.keyDown(second, { key: 'ArrowDown', shiftKey: true })
    expect(count()).toContain('3')
    expect(announcer.polite).toContain('3 dossiers choisis')
    await fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'Enter' })
    await waitFor(() => expect(router.now.screen).toBe('dossier'))
  })

  it('shows a row as chosen that a range leaves chosen', async () => {
    await table()
    await tick('allo')
    await tick('allo', { shiftKey: true })
    expect(count()).toBe('Un dossier choisi')
    await waitFor(() => expect(screen.getByTestId<HTMLInputElement>('choose-allo').checked).toBe(true))
  })

  it('leaves Ctrl+A to the text while somebody filters', async () => {
    await table()
    const field = screen.getByTestId('dossiers-filter')
    field.focus()
    await fireEvent.keyDown(field, { key: 'a', code: 'KeyA', ctrlKey: true })
    expect(screen.queryByTestId('chosen')).toBeNull()
  })

  it('keeps no row chosen that a filter took away', async () => {
    await table()
    await tick('gesta')
    await tick('renal', { shiftKey: true })
    expect(count()).toContain('13')
    await fireEvent.input(screen.getByTestId('dossiers-filter'), { target: { value: 'allotension' } })
    await waitFor(() => expect(count()).toBe('Un dossier choisi'))
    await fireEvent.input(screen.getByTestId('dossiers-filter'), { target: { value: '' } })
    expect(count()).toBe('Un dossier choisi')
  })

  it('writes one calendar of the chosen deadlines', async () => {
    const desk = await table()
    let saved: CalendarEntry[] = []
    desk.save_calendar = async ({ entries }) => {
      saved = entries
      return true
    }
    for (const dossier of ['gesta', 'oncosuivi', 'cardio']) await tick(dossier)
    await fireEvent.click(await screen.findByTestId('chosen-calendar'))
    expect(saved.map(({ dossier }) => dossier)).toEqual(['oncosuivi', 'cardio'])
  })

  it('takes a step for each, tells which were refused and why, and keeps those chosen', async () => {
    const desk = new FakeDesk({ role: 'secretariat' })
    const read = desk.dossier_page
    desk.dossier_page = async (asked) => ({
      ...(await read(asked)),
      steps: [{ kind: 'close-intake', problem: null }],
    })
    desk.close_intake = async ({ dossier }) => {
      if (dossier === 'kine') throw refused
      return read({ dossier })
    }
    await table(desk)
    for (const dossier of ['allo', 'kine', 'oncosuivi']) await tick(dossier)
    await fireEvent.click(await screen.findByTestId('chosen-close-intake'))
    await fireEvent.click(screen.getByTestId('group-go'))
    const sum = await screen.findByTestId('group-sum')
    expect(sum.textContent).toBe('2 dossiers traités, un refusé.')
    expect(within(screen.getByTestId('group-kine')).queryByText('fait')).toBeNull()
    expect(screen.getByTestId('group-kine').textContent).toMatch(/fiche/)
    await fireEvent.click(screen.getByTestId('group-end'))
    expect(count()).toBe('Un dossier choisi')
    expect(screen.getByTestId<HTMLInputElement>('choose-kine').checked).toBe(true)
  })

  it('offers no step of rows that are no longer chosen, while those of the others are looked up', async () => {
    const desk = new FakeDesk({ role: 'secretariat' })
    const read = desk.dossier_page
    const asked: string[] = []
    let answer: () => void = () => undefined
    desk.dossier_page = async ({ dossier }) => {
      asked.push(dossier)
      if (dossier === 'kine') await new Promise<void>((done) => (answer = done))
      return { ...(await read({ dossier })), steps: [{ kind: 'close-intake', problem: null }] }
    }
    await table(desk)
    await tick('allo')
    expect(await screen.findByTestId('chosen-close-intake')).toBeTruthy()
    await tick('kine')
    await tick('allo')
    expect(count()).toBe('Un dossier choisi')
    expect(screen.queryByTestId('chosen-close-intake')).toBeNull()
    await waitFor(() => expect(asked.at(-1)).toBe('kine'))
    answer()
    await fireEvent.click(await screen.findByTestId('chosen-close-intake'))
    expect(screen.getByTestId('group-kine')).toBeTruthy()
    expect(screen.queryByTestId('group-allo')).toBeNull()
  })
})

describe('the matrix of who owes what', () => {
  it('drafts messages for the members that Space chose', async () => {
    await table()
    const grid = screen.getByTestId('owed')
    const cell = grid.querySelector<HTMLElement>('[data-cell="0-0"]')
    cell?.focus()
    await fireEvent.keyDown(cell as HTMLElement, { key: ' ' })
    await fireEvent.keyDown(cell as HTMLElement, { key: 'ArrowDown', shiftKey: true })
    expect(grid.querySelectorAll('[aria-selected="true"]')).toHaveLength(2)
    await fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'r', code: 'KeyR' })
    const letters = await screen.findByTestId('letters')
    await waitFor(() => expect(letters.querySelectorAll('section')).toHaveLength(2))
  })
})

describe('the keys dialog', () => {
  it('tells how rows are chosen', async () => {
    await table()
    await fireEvent.keyDown(screen.getByTestId('choose-allo'), { key: '?' })
    const told = await screen.findByTestId('keys-rows')
    expect(told.textContent).toContain('Espace')
    expect(screen.getByTestId('keys').textContent).toContain('Choisir toutes les lignes affichées')
  })
})
