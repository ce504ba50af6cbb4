import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import App from '../../App.svelte'
import { FakeDesk } from '../../ipc/fake'
import { layout } from '../../state/layout.svelte'
import { router } from '../../state/router.svelte'

async function table(size: 'L' | 'M' = 'L') {
  router.home()
  render(App, { desk: new FakeDesk({ role: 'secretariat' }) })
  await screen.findByRole('main')
  layout.size = size
  router.go({ screen: 'dossiers' })
  await screen.findByTestId('open-dossier-allo')
}

const title = () => screen.findByTestId('dossier-title')

describe('a dossier beside the table', () => {
  it('opens with Shift+Enter, leaves with Escape, and gives the row its focus back', async () => {
    await table()
    const row = screen.getByTestId('choose-allo')
    row.focus()
    await fireEvent.keyDown(row, { key: 'Enter', shiftKey: true })
    expect((await title()).textContent).toContain('AlloTension')
    expect(router.now.screen).toBe('dossiers')
    expect(screen.getByTestId('beside').contains(document.activeElement)).toBe(true)
    expect(screen.queryByTestId('owed')).toBeNull()
    await fireEvent.keyDown(await title(), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByTestId('beside')).toBeNull())
    expect(document.activeElement).toBe(row)
    expect(await screen.findByTestId('owed')).toBeTruthy()
  })

  it('stays while its row is filtered away, and makes room for another one', async () => {
    await table()
    await fireEvent.click(screen.getByTestId('beside-allo'))
    await title()
    await fireEvent.input(screen.getByTestId('dossiers-filter'), { target: { value: 'oncosuivi' } })
    expect((await title()).textContent).toContain('AlloTension')
    await fireEvent.click(screen.getByTestId('beside-oncosuivi'))
    await waitFor(async () => expect((await title()).textContent).toContain('OncoSuivi'))
    await fireEvent.click(screen.getByTestId('beside-whole'))
    expect(router.now).toMatchObject({ screen: 'dossier', dossier: 'oncosuivi' })
  })

  it('takes the whole window where there is no room beside', async () => {
    await table('M')
    const row = screen.getByTestId('choose-allo')
    row.focus()
    await fireEvent.keyDown(row, { key: 'Enter', shiftKey: true })
    await waitFor(() => expect(router.now.screen).toBe('dossier'))
  })
})
