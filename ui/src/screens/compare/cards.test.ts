import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import App from '../../App.svelte'
import { FakeDesk } from '../../ipc/fake'
import { layout } from '../../state/layout.svelte'
import { router } from '../../state/router.svelte'

describe('the comparison in a narrow window', () => {
  beforeEach(async () => {
    layout.size = 'S'
    router.home()
    render(App, { desk: new FakeDesk() })
    await waitFor(() => expect(screen.getByRole('main')).toBeTruthy())
    router.go({ screen: 'compare', dossier: 'diabete' })
    await waitFor(() => expect(screen.getByTestId('card-2.5')).toBeTruthy())
  })
  afterEach(() => (layout.size = 'L'))

  const unfold = (code: string) => screen.getByTestId(`unfold-${code}`)

  it('is a card for each criterion, with its strips in words for the ear, and one that unfolds', async () => {
    expect(screen.queryByTestId('heat-map')).toBeNull()
    const card = screen.getByTestId('card-2.5')
    expect(card.querySelector('[data-testid=strip-0]')?.getAttribute('aria-label')).toContain('7 fiches')
    expect(card.textContent).toContain('médiane 1')
    await fireEvent.click(unfold('2.5'))
    await waitFor(() => expect(screen.getByTestId('thread')).toBeTruthy())
    expect(unfold('2.5').getAttribute('aria-expanded')).toBe('true')
    await fireEvent.click(unfold('1.4'))
    await waitFor(() => expect(unfold('2.5').getAttribute('aria-expanded')).toBe('false'))
    await fireEvent.click(unfold('1.4'))
    await waitFor(() => expect(screen.queryByTestId('thread')).toBeNull())
  })

  it('goes to the next disagreement without losing the focus', async () => {
    await fireEvent.click(unfold('2.5'))
    await fireEvent.click(await screen.findByTestId('compare-next'))
    await waitFor(() => expect(unfold('3.2').getAttribute('aria-expanded')).toBe('true'))
    await waitFor(() => expect(document.activeElement).toBe(unfold('3.2')))
  })

  it('gives the map too, to whoever asks for it', async () => {
    await fireEvent.click(screen.getByTestId('compare-as-table'))
    await waitFor(() => expect(screen.getByTestId('heat-map')).toBeTruthy())
    expect(screen.queryByTestId('card-2.5')).toBeNull()
    await fireEvent.click(screen.getByTestId('compare-as-table'))
    await waitFor(() => expect(screen.getByTestId('card-2.5')).toBeTruthy())
  })
})
