import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import App from '../../App.svelte'
import type { Change, DossierPage, MotionView, Task } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import { router, type Route } from '../../state/router.svelte'
import { routeOf, routeOfChange } from '../desk/tasks'

let desk: FakeDesk

async function shown(route: Route, testid: string): Promise<void> {
  router.home()
  render(App, { desk })
  await waitFor(() => expect(screen.getByRole('main')).toBeTruthy())
  router.go(route)
  await waitFor(() => expect(screen.getByTestId(testid)).toBeTruthy())
}

beforeEach(() => {
  desk = new FakeDesk({ role: 'chair' })
})

describe('a vote without its quorum', () => {
  it('is held again by the chair from its own page, and leads to another motion', async () => {
    const whole = desk.motion
    desk.motion = async () => ({
      ...(await whole()),
      may_record: false,
      again: true,
      result: { outcome: 'no-quorum', choices: [], reasons: [], unreadable: [], faults: [] },
    })
    const page = desk.dossier_page
    const steps: DossierPage['steps'] = ['recall', 're-table', 'withdraw'].map((kind) => ({
      kind: kind as DossierPage['steps'][number]['kind'],
      problem: null,
    }))
    desk.dossier_page = async (asked) => ({ ...(await page(asked)), stage: 'tallied', steps })
    const taken: unknown[] = []
    desk.take_step = async ({ dossier, step, words }) => {
      taken.push([step, words.reason])
      return { ...(await page({ dossier })), stage: 'ready', steps: [] }
    }
    await shown({ screen: 'motion', motion: 'cardio' }, 'move-recall')
    expect(screen.queryByTestId('move-withdraw')).toBeNull()
    expect(screen.queryByTestId('record-form')).toBeNull()
    await fireEvent.click(screen.getByTestId('move-recall'))
    await waitFor(() => expect(screen.getByTestId('move-reason')).toBeTruthy())
    await fireEvent.input(screen.getByTestId('move-reason'), { target: { value: 'Trop peu de votants.' } })
    await fireEvent.click(screen.getByTestId('move-confirm-go'))
    await waitFor(() => expect(screen.getByTestId('motion-again')).toBeTruthy())
    expect(taken).toEqual([['recall', 'Trop peu de votants.']])
    await fireEvent.click(screen.getByTestId('motion-again-go'))
    await waitFor(() => expect(router.now.screen).toBe('motions'))
  })

  it('is put again under the bylaws of its round, not before its day, and says who cannot read yet', async () => {
    const whole = desk.motions
    let earliest = 0
    desk.motions = async () => {
      const view = await whole()
      earliest = view.now + 20 * 86_400_000
      const again = { closes_from: earliest }
      const dossiers = view.dossiers.map((row) => ({ ...row, again, undeclared: 2 }))
      return { ...view, dossiers }
    }
    const asked: { deadline: number }[] = []
    const table = desk.motion_table
    Object.assign(desk, {
      motion_table: (a: { deadline: number }): Promise<MotionView> => {
        asked.push(a)
        return table()
      },
    })
    await shown({ screen: 'motions' }, 'motion-table-diabete')
    await fireEvent.click(screen.getByTestId('motion-table-diabete'))
    await waitFor(() => expect(screen.getByTestId('motion-second')).toBeTruthy())
    expect(screen.getByTestId('motion-bylaws').textContent).toContain('roll-call')
    expect(screen.getByTestId('motion-undeclared').textContent).toContain('2')
    await fireEvent.click(screen.getByTestId('motion-go'))
    await fireEvent.click(screen.getByTestId('motion-go'))
    await waitFor(() => expect(asked).toHaveLength(1))
    expect(new Date(asked[0]?.deadline ?? 0).toDateString()).toBe(new Date(earliest).toDateString())
  })
})

describe('what is owed about votes, labels and answers', () => {
  const task = (kind: Task['kind'], motion: string | null = null): Task => ({
    ...{ kind, motion, dossier: 'd', solution: 'S', publisher: 'P', deadline: null, progress: null },
    ...{ resume: null, without_evidence: 0, count: 0, round: 1 },
  })

  it('leads to where it is done', () => {
    expect(routeOf(task('table'))).toEqual({ screen: 'motions' })
    for (const kind of ['close-vote', 'no-quorum', 'record'] as const)
      expect(routeOf(task(kind, 'm'))).toEqual({ screen: 'motion', motion: 'm' })
    expect(routeOf(task('vote', 'm'))).toEqual({ screen: 'vote', motion: 'm' })
    expect(routeOf(task('issue'))).toEqual({ screen: 'labels' })
    expect(routeOf(task('examine'))).toEqual({ screen: 'examination', dossier: 'd' })
  })

  it('stands on the desk of who may do it', async () => {
    await shown({ screen: 'desk' }, 'task-table-diabete')
    await fireEvent.click(screen.getByTestId('task-record-veille'))
    await waitFor(() => expect(router.now).toEqual({ screen: 'motion', motion: 'cardio' }))
  })
})

describe('what happened since', () => {
  const change = (code: string, motion: string | null = null): Change => ({
    ...{ at: 0, code, params: {}, dossier: 'd', solution: 'S', motion },
  })
  const elector = { readable: true, leads: false }

  it('leads to the vote, the sheets or the dossier that it is about', () => {
    expect(routeOfChange(change('motion', 'm'), elector)).toEqual({ screen: 'vote', motion: 'm' })
    expect(routeOfChange(change('motion', 'm'), { ...elector, leads: true })).toEqual({
      screen: 'motion',
      motion: 'm',
    })
    for (const code of ['vote-closed', 'decision'])
      expect(routeOfChange(change(code, 'm'), elector)).toEqual({ screen: 'motion', motion: 'm' })
    for (const code of ['opened', 'discussion'])
      expect(routeOfChange(change(code), elector)).toEqual({ screen: 'compare', dossier: 'd' })
    expect(routeOfChange(change('evidence'), elector)).toEqual({ screen: 'review', dossier: 'd' })
    expect(routeOfChange({ ...change('device'), dossier: null }, elector)).toBeNull()
  })
})
