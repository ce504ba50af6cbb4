import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import App from '../../App.svelte'
import { FakeDesk } from '../../ipc/fake'
import { layout } from '../../state/layout.svelte'
import { router } from '../../state/router.svelte'
import { toasts } from '../../state/toast.svelte'

/** jsdom knows the element and not what it does. */
beforeEach(() => {})

/** The matrix, and its first cell of a kind, with the focus on it. */
async function matrix() {
  router.home()
  render(App, { desk: new FakeDesk({ role: 'secretariat' }) })
  await screen.findByRole('main')
  layout.size = 'L'
  router.go({ screen: 'dossiers' })
  const grid = await screen.findByTestId('owed')
  const on = async (debt: string) => {
    const cell = grid.querySelector<HTMLElement>(`td.${debt}`)
    if (!cell) throw new Error(`no cell is ${debt}`)
    cell.focus()
    await fireEvent.focus(cell)
    return cell
  }
  const press = (cell: Element, key: string) =>
    fireEvent.keyDown(cell, { key, code: `Key${key.toUpperCase()}` })
  return { grid, on, press }
}

describe('the matrix of who owes what, by keys', () => {
  it('opens the dossier of a cell with Enter', async () => {
    const { on, press } = await matrix()
    const cell = await on('late')
    await press(cell, 'Enter')
    await waitFor(() => expect(router.now.screen).toBe('dossier'))
  })

  it('drafts with R one letter, to the member and about the dossier of the cell', async () => {
    const { on, press } = await matrix()
    for (const debt of ['late', 'declare', 'expected']) {
      const cell = await on(debt)
      const [name] = cell.getAttribute('aria-label')?.split(',') ?? []
      await press(cell, 'r')
      const letters = await screen.findByTestId('letters')
      await waitFor(() => expect(letters.querySelectorAll('section')).toHaveLength(1))
      expect(letters.querySelector('section')?.getAttribute('aria-label')).toBe(name)
      await fireEvent.click(screen.getByTestId('letters-close'))
      await waitFor(() => expect(screen.queryByTestId('letters')).toBeNull())
    }
  })

  it('says when there is nothing to remind of', async () => {
    const { on, press } = await matrix()
    await press(await on('received'), 'r')
    expect(toasts.now?.text).toContain('Rien à rappeler')
    expect(screen.queryByTestId('letters')).toBeNull()
  })

  it('keeps one cell to tab to when a filter takes rows away', async () => {
    const { grid, on } = await matrix()
    const cells = [...grid.querySelectorAll<HTMLElement>('[data-cell]')]
    await fireEvent.focus(cells.at(-1) as HTMLElement)
    await on('late')
    await fireEvent.focus(cells.at(-1) as HTMLElement)
    await fireEvent.click(screen.getByTestId('owed-due-only'))
    expect(grid.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1)
  })

  it('goes on from the name whose box was ticked, and leaves the box its own Space', async () => {
    const { grid, on, press } = await matrix()
    await on('late')
    const boxes = [...grid.querySelectorAll<HTMLInputElement>('tbody input')]
    const box = boxes[3] as HTMLInputElement
    box.focus()
    await fireEvent.click(box)
    // The web view ticks the box on this key: nothing else may choose, and no dossier opens.
    expect(await press(box, ' ')).toBe(true)
    await press(box, 'Enter')
    expect(router.now.screen).toBe('dossiers')
    await fireEvent.keyDown(box, { key: 'ArrowDown', shiftKey: true })
    expect(boxes.map(({ checked }, i) => (checked ? i : -1)).filter((i) => i >= 0)).toEqual([3, 4])
    await press(document.activeElement as Element, 'r')
    const letters = await screen.findByTestId('letters')
    await waitFor(() => expect(letters.querySelectorAll('section')).not.toHaveLength(0))
  })

  it('leaves R to the dossiers that are chosen in the table', async () => {
    const { on } = await matrix()
    await on('late')
    const row = screen.getByTestId<HTMLInputElement>('choose-oncosuivi')
    row.focus()
    await fireEvent.click(row)
    await fireEvent.keyDown(row, { key: 'r', code: 'KeyR' })
    const letters = await screen.findByTestId('letters')
    await waitFor(() => expect(letters.querySelectorAll('section').length).toBeGreaterThan(1))
    const bodies = [...letters.querySelectorAll('textarea')].map(({ value }) => value)
    expect(bodies.every((body) => body.includes('OncoSuivi'))).toBe(true)
  })

  it('takes nothing upon itself while the focus is in the table', async () => {
    const { on } = await matrix()
    await on('late')
    const row = screen.getByTestId<HTMLInputElement>('choose-oncosuivi')
    row.focus()
    await fireEvent.keyDown(row, { key: 'r', code: 'KeyR' })
    expect(screen.queryByTestId('letters')).toBeNull()
  })

  it('names every sign it shows', async () => {
    await matrix()
    const legend = document.querySelector('.legend')?.textContent
    expect(legend).toContain('liens à déclarer')
    expect(legend).toContain('liens à confirmer')
  })

  it('shows only what blocks with B, over the table', async () => {
    await matrix()
    const table = document.querySelector('#dossiers-table')
    const only = () => screen.getByTestId<HTMLInputElement>('dossiers-blocked').checked
    expect(only()).toBe(false)
    await fireEvent.keyDown(table as Element, { key: 'b', code: 'KeyB' })
    expect(only()).toBe(true)
    await fireEvent.keyDown(table as Element, { key: 'b', code: 'KeyB' })
    expect(only()).toBe(false)
  })
})
