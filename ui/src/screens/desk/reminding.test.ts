import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { describe, expect, it, vi } from 'vitest'
import App from '../../App.svelte'
import type { CalendarEntry } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import { router } from '../../state/router.svelte'

async function shown(desk: FakeDesk, testid: string): Promise<void> {
  router.home()
  render(App, { desk })
  await waitFor(() => expect(screen.getByTestId(testid)).toBeTruthy())
}

describe('what members owe', () => {
  it('is on the desk of whoever leads before its day comes, and a draft is offered', async () => {
    const desk = new FakeDesk({ role: 'secretariat' })
    await shown(desk, 'remind-oncosuivi')
    const rows = screen.getAllByTestId(/^remind-(?!do-)/)
    // The late one first, those of this week after it.
    expect(rows[0]?.dataset.testid).toBe('remind-allo')
    expect(screen.getByTestId('remind-allo').textContent).toContain('Relancer')
    const soon = screen.getByTestId('remind-oncosuivi')
    expect(soon.textContent).toContain('Rappeler')
    expect(soon.textContent).toContain('M. Diallo')

    let kept: CalendarEntry[] = []
    desk.save_calendar = ({ entries }) => {
      kept = entries
      return Promise.resolve(true)
    }
    await fireEvent.click(screen.getByTestId('remind-do-oncosuivi'))
    await waitFor(() => expect(screen.getAllByTestId(/^letter-calendar-/).length).toBeGreaterThan(0))
    const [letter] = screen.getAllByTestId(/^letter-(?!calendar|copy|open|pdf)/)
    const body = letter?.querySelector('textarea')?.value ?? ''
    expect(body).toContain('Pour rappel')
    expect(body).toContain('OncoSuivi')
    expect(body).not.toContain('AlloTension')
    await fireEvent.click(screen.getAllByTestId(/^letter-calendar-/)[0] as HTMLElement)
    expect(kept.map((entry) => entry.dossier)).toEqual(['oncosuivi'])
    expect(kept[0]?.text).toContain('au plus tard le')
  })

  it('is not asked for by anybody else', async () => {
    const desk = new FakeDesk({ role: 'reviewer' })
    const asked = vi.spyOn(desk, 'reminders')
    await shown(desk, 'task-review-oncosuivi')
    expect(screen.queryByTestId('remind-oncosuivi')).toBeNull()
    expect(asked).not.toHaveBeenCalled()
  })
})

describe('what to review first', () => {
  it('is an order without a number of sheets, and leads to the reading', async () => {
    await shown(new FakeDesk({ role: 'reviewer' }), 'next-serenisommeil')
    const list = screen.getByRole('list', { name: 'À évaluer d’abord' })
    const items = within(list).getAllByRole('listitem')
    expect(items.map((item) => item.textContent?.trim())).toEqual(['1 SereniSommeil', '2 OncoSuivi'])
    await fireEvent.click(screen.getByTestId('next-serenisommeil'))
    await waitFor(() => expect(router.now).toMatchObject({ screen: 'review', dossier: 'serenisommeil' }))
  })
})
