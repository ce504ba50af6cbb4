import { render, screen, waitFor, within } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import App from '../../App.svelte'
import { FakeDesk } from '../../ipc/fake'
import { router } from '../../state/router.svelte'

it('one piece that came is not told as several', async () => {
  const { now } = await new FakeDesk().desk()
  const change = (count: string) => {
    const of = { dossier: 'oncosuivi', solution: 'OncoSuivi', motion: null }
    return { at: now, code: 'evidence', params: { count }, ...of }
  }
  const desk = new FakeDesk({ answers: { desk: { changes: [change('1'), change('2')] } } })
  router.home()
  render(App, { desk })
  await waitFor(() => expect(screen.getByTestId('change-0').textContent).toContain('une pièce est arrivée'))
  expect(screen.getByTestId('change-1').textContent).toContain('2 pièces sont arrivées')
})

it('what is asked of those who lead is no dossier to review', async () => {
  const { tasks } = await new FakeDesk().desk()
  const [task] = tasks
  if (!task) throw new Error('no task')
  const kinds = (['review', 'declare', 'judge', 'table', 'open-round'] as const).map((kind) => ({
    ...task,
    kind,
    dossier: kind,
  }))
  const desk = new FakeDesk({ answers: { desk: { tasks: kinds } } })
  router.home()
  render(App, { desk })
  await screen.findByRole('main')
  router.go({ screen: 'reviews' })
  const main = await screen.findByRole('main')
  await waitFor(() => expect(within(main).getByTestId('to-passages')).toBeTruthy())
  await waitFor(() => expect(screen.queryByTestId('task-review-review')).toBeTruthy())
  expect(screen.queryAllByTestId(/^task-/).map((one) => one.dataset.testid)).toEqual([
    'task-review-review',
    'task-declare-declare',
  ])
  expect(within(main).getByRole('heading', { level: 1 }).textContent).toContain('2 dossiers')
})
