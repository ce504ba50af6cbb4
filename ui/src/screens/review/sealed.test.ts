import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { beforeEach, expect, it, vi } from 'vitest'
import { speak } from '../../i18n/index.svelte'
import { FakeDesk } from '../../ipc/fake'
import type { Passage } from '../../ipc/contract'
import SelectionMenu from '../../pdf/SelectionMenu.svelte'
import { Review } from '../../state/review.svelte'
import RegionDialog from './RegionDialog.svelte'

beforeEach(() => speak('fr'))

const passage: Passage = {
  file: 'f2',
  page: 7,
  rects: [[70, 600, 450, 612]],
  quote: 'un comité',
  before: '',
  after: '',
  region: false,
}

async function menu(sheet: 'draft' | 'sealed') {
  const desk = new FakeDesk({ sheet })
  const review = new Review(desk, await desk.review_open({ dossier: 'oncosuivi' }))
  const act = vi.fn()
  const selected = { passage, box: { left: 0, right: 10, top: 0, bottom: 10 } }
  render(SelectionMenu, { selected, review, scroller: document.createElement('div'), act })
  return act
}

it('what is selected is cited while the sheet is written, and marked for oneself also when it is sealed', async () => {
  await menu('draft')
  expect(screen.getByTestId('selection-cite').tabIndex).toBe(0)
  cleanup()
  const act = await menu('sealed')
  expect(screen.queryByTestId('selection-cite')).toBeNull()
  expect(screen.getByTestId('selection-highlight').tabIndex).toBe(0)
  await fireEvent.click(screen.getByTestId('selection-highlight'))
  expect(act).toHaveBeenCalledWith('highlight')
})

it('whoever is not among the reviewers reads, takes notes, and is told that no sheet is expected', async () => {
  const desk = new FakeDesk()
  const view = await desk.review_open({ dossier: 'oncosuivi' })
  const review = new Review(desk, { ...view, assigned: false })
  const act = vi.fn()
  const selected = { passage, box: { left: 0, right: 10, top: 0, bottom: 10 } }
  const element = document.createElement('div')
  render(SelectionMenu, { selected, review, scroller: element, act })
  expect(screen.queryByTestId('selection-cite')).toBeNull()
  expect(screen.getByTestId('selection-highlight').tabIndex).toBe(0)
  expect(review.lockedWhy).toContain('Aucune fiche ne vous est demandée')
  review.reason('Une raison pour rien')
  const after = { state: 'opened' as const, sealed_at: null, received: false, may_take_back: false }
  expect(new Review(desk, { ...view, assigned: false, sheet: after }).lockedWhy).toContain(
    'aucune n’est de vous',
  )
  const relieved = { ...after, state: 'sealed' as const, sealed_at: 1 }
  expect(new Review(desk, { ...view, assigned: false, sheet: relieved }).lockedWhy).toContain('Elle compte')
  expect(review.row?.reason).not.toBe('Une raison pour rien')
})

it('the description of a region is still there after Escape', async () => {
  const kept = { text: '' }
  const props = () => ({
    criterion: '2.3',
    cite: vi.fn(),
    note: vi.fn(),
    close: vi.fn(),
    get text() {
      return kept.text
    },
    set text(value: string) {
      kept.text = value
    },
  })
  render(RegionDialog, { props: props() })
  await fireEvent.input(screen.getByTestId('region-text'), { target: { value: 'Courbe de survie' } })
  await fireEvent.keyDown(screen.getByTestId('region-text'), { key: 'Escape' })
  cleanup()
  render(RegionDialog, { props: props() })
  expect(screen.getByTestId<HTMLInputElement>('region-text').value).toBe('Courbe de survie')
})

it('a region is noted, not cited, for a sheet that is sealed', async () => {
  const note = vi.fn()
  render(RegionDialog, { criterion: '2.3', cite: null, note, close: vi.fn() })
  expect(screen.queryByTestId('region-cite')).toBeNull()
  await fireEvent.input(screen.getByTestId('region-text'), { target: { value: 'Courbe' } })
  await fireEvent.click(screen.getByTestId('region-note'))
  expect(note).toHaveBeenCalledWith('Courbe')
})
