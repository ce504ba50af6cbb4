import { fireEvent, render, screen } from '@testing-library/svelte'
import { beforeEach, expect, it, vi } from 'vitest'
import { speak } from '../../i18n/index.svelte'
import type { Replaced } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import { Margin } from '../../state/margin.svelte'
import { Review } from '../../state/review.svelte'
import { Versions } from '../../state/versions.svelte'
import Confirmations from './Confirmations.svelte'
import Proofs from './Proofs.svelte'
import Steps from './Steps.svelte'

beforeEach(() => speak('fr'))

async function bench() {
  const desk = new FakeDesk()
  const review = new Review(desk, await desk.review_open({ dossier: 'oncosuivi' }))
  const row = Object.values(review.rows).find((one) => one.anchors.length > 0)
  const anchor = row?.anchors[0]
  if (!row || !anchor) throw new Error('the invented sheet cites nothing')
  review.go(row.criterion)
  return { desk, review, anchor, code: row.criterion }
}

it('a mark that rests on a changed passage says so among the steps and beside the passage', async () => {
  const { desk, review, anchor, code } = await bench()
  const selected = { selected: false, open: vi.fn(), cite: vi.fn(), talk: vi.fn() }
  render(Steps, { review })
  render(Proofs, { review, margin: new Margin(desk, review.view.dossier), ...selected })
  expect(screen.getByTestId(`step-${code}`).getAttribute('aria-label')).not.toContain('à confirmer')
  expect(screen.queryByTestId('criterion-confirm')).toBeNull()
  review.toConfirm = [{ criterion: code, id: anchor.id }]
  await vi.waitFor(() => expect(screen.getAllByTestId('proof-confirm')).toHaveLength(1))
  expect(screen.getByTestId(`step-${code}`).getAttribute('aria-label')).toContain('passage à confirmer')
  expect(screen.getByTestId('criterion-confirm').textContent).toContain('nouvelle version')
})

it('passages that followed by themselves are listed, each with the way to it', async () => {
  const { desk, review, anchor, code } = await bench()
  const versions = new Versions(desk, review)
  const file: Replaced = {
    old: anchor.file,
    new: 'f2-2',
    number: 2,
    title: 'Essai',
    change: null,
    filed_at: 0,
    passages: [],
  }
  const now = { ...anchor, file: 'f2-2', page: anchor.page + 2 }
  const passage = { criterion: code, fate: 'moved' as const, why: null, was: anchor, now, pieces: [] }
  versions.went = [{ file, passage, now }]
  const see = vi.fn()
  render(Confirmations, { versions, see, close: vi.fn() })
  const list = screen.getByTestId('versions-went')
  expect(list.textContent).toContain('Un passage identique a suivi')
  const way = list.querySelector('button') as HTMLButtonElement
  expect(way.textContent).toContain(code)
  await fireEvent.click(way)
  expect(see).toHaveBeenCalledWith(now)
})
