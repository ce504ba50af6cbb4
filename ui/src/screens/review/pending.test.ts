import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { tick } from 'svelte'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import { FakeDesk } from '../../ipc/fake'
import { layout } from '../../state/layout.svelte'
import { Review } from '../../state/review.svelte'
import Examination from '../intake/Examination.svelte'
import Desk from './Desk.svelte'

/** What the pages of the evidence are given; they stand when a test says so. */
const pane = vi.hoisted(() => ({ now: null as { viewer: unknown } | null }))
vi.mock('./EvidencePane.svelte', () => ({
  default: (_: unknown, given: { viewer: unknown }) => {
    pane.now = given
  },
}))

beforeEach(() => {
  speak('fr')
  layout.size = 'L'
})
afterEach(cleanup)

const passage = { file: 'f1', page: 3, rects: [], quote: 'x', before: '', after: '', region: false }

/** The desk, on its way to a passage of a file that is still opening. */
async function onTheWay() {
  const desk = new FakeDesk()
  const review = new Review(desk, await desk.review_open({ dossier: 'oncosuivi' }))
  const given = { review, spot: { kind: 'place', passage } }
  render(InWindow, { props: { desk, part: Desk as never, given: given as never } })
  await waitFor(() => expect(review.file).toBe('f1'))
  const show = vi.fn()
  const stands = async (file: string) => {
    if (pane.now) pane.now.viewer = { file, show, sizes: [], selected: null, region: null, page: 1 }
    await tick()
    await tick()
  }
  return { review, show, stands }
}

it('shows the passage that was asked for, once the pages of its file stand', async () => {
  const { show, stands } = await onTheWay()
  await stands('f1')
  expect(show).toHaveBeenCalledWith(passage)
})

it('forgets the passage when another file is chosen meanwhile, and leads nobody there later', async () => {
  const { review, show, stands } = await onTheWay()
  await fireEvent.click(screen.getByTestId('file-f2'))
  expect(review.file).toBe('f2')
  await stands('f2')
  await fireEvent.click(screen.getByTestId('file-f1'))
  await stands('f1')
  expect(show).not.toHaveBeenCalled()
})

it('forgets it in the examination too', async () => {
  const desk = new FakeDesk()
  const view = await desk.examination()
  const [row] = view.rows
  if (row) row.anchors = [{ ...passage, id: 'p1' }]
  desk.examination = async () => view
  const given = { dossier: 'oncosuivi', passage: 'p1' }
  render(InWindow, { props: { desk, part: Examination as never, given: given as never } })
  const file = await screen.findByTestId<HTMLSelectElement>('evidence-file')
  await waitFor(() => expect(file.value).toBe('f1'))
  const show = vi.fn()
  const stands = async (id: string) => {
    if (pane.now) pane.now.viewer = { file: id, show }
    await tick()
    await tick()
  }
  await fireEvent.change(file, { target: { value: 'f2' } })
  await stands('f2')
  await fireEvent.change(file, { target: { value: 'f1' } })
  await stands('f1')
  expect(show).not.toHaveBeenCalled()
})
