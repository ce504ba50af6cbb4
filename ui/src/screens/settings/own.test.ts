import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import { FakeDesk } from '../../ipc/fake'
import OwnComputers from './OwnComputers.svelte'

const DIGITS = '48213 90576 11834 62097'
let desk: FakeDesk

const click = (id: string) => fireEvent.click(screen.getByTestId(id))
const there = (id: string) => waitFor(() => expect(screen.getByTestId(id)).toBeTruthy())
const gone = (id: string) => waitFor(() => expect(screen.queryByTestId(id)).toBeNull())

async function shown(): Promise<void> {
  render(InWindow, { props: { desk, part: OwnComputers as never, given: {} } })
  await there('own-computers')
}

beforeEach(() => {
  speak('fr')
  desk = new FakeDesk({})
})
afterEach(() => cleanup())

describe('my own computers', () => {
  it('are mine alone, and the one before me keeps its access', async () => {
    await shown()
    const lines = screen.getAllByTestId(/^own-computer-/)
    expect(lines.map((line) => line.dataset.testid)).toEqual([
      'own-computer-a8e21d5f',
      'own-computer-c31f8802',
    ])
    expect(within(lines[0] as HTMLElement).queryByRole('button')).toBeNull()
    expect(lines[1]?.textContent).toContain('Dernier envoi reçu')
  })

  it('are added with the digits that the other one shows, without anybody else', async () => {
    const asked = vi.spyOn(desk, 'people_waiting')
    await shown()
    expect(asked).not.toHaveBeenCalled()
    await click('own-invite')
    await there('invitation')
    await fireEvent.keyDown(screen.getByTestId('invitation'), { key: 'Escape' })
    await there('own-invited')
    await waitFor(() => expect(screen.getByTestId('waiting').textContent).toContain('Hélène Roy'))
    expect(screen.getByTestId('waiting').textContent).not.toContain('Zoé Lambert')
    await fireEvent.input(screen.getByTestId('type-Hélène Roy'), { target: { value: DIGITS } })
    await click('type-do-Hélène Roy')
    await there('own-computer-0d77e1b4')
    await gone('waiting')
  })

  it('lose their access from another one, and are told what follows for whom has two', async () => {
    const revoked = vi.spyOn(desk, 'people_revoke')
    await shown()
    await click('own-revoke-c31f8802')
    await there('own-revoke-ask')
    expect(revoked).not.toHaveBeenCalled()
    await click('own-revoke-ask-do')
    await there('revoked')
    expect(revoked).toHaveBeenCalledExactlyOnceWith({ device: 'c31f8802' })
    expect(screen.getByTestId('revoked').textContent).toContain('dès que le secrétariat ou la présidence')
    expect(screen.getByTestId('revoked').textContent).not.toContain('a8e21d5f')
    await gone('own-computer-c31f8802')
  })

  it('stand beside an absence, which one notes by oneself', async () => {
    await shown()
    expect(screen.queryByTestId('own-away')).toBeNull()
    await click('own-away-do')
    await there('away')
    await fireEvent.input(screen.getByTestId('away-until'), { target: { value: '2026-12-24' } })
    await click('away-do')
    await waitFor(() => expect(screen.getByTestId('own-away').textContent).toContain('24 décembre'))
  })
})
