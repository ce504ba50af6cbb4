import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import App from '../App.svelte'
import { FakeDesk } from '../ipc/fake'
import { router, type Route } from '../state/router.svelte'

async function at(route: Route, shown: string): Promise<void> {
  router.home()
  render(App, { desk: new FakeDesk() })
  await waitFor(() => expect(screen.getByRole('main')).toBeTruthy())
  router.go(route)
  await waitFor(() => expect(screen.getByTestId(shown)).toBeTruthy())
}

/** To another screen and back. */
async function away(shown: string): Promise<void> {
  router.go({ screen: 'guide' })
  await waitFor(() => expect(screen.getByTestId('guide')).toBeTruthy())
  router.back()
  await waitFor(() => expect(screen.getByTestId(shown)).toBeTruthy())
}

describe('whoever comes back', () => {
  it('finds the comparison with its criterion and its order', async () => {
    await at({ screen: 'compare', dossier: 'diabete' }, 'thread')
    await fireEvent.click(screen.getByTestId('sort-grid'))
    await fireEvent.click(screen.getByTestId('compare-next'))
    const criterion = screen.getByTestId('compare-criterion').textContent
    await away('thread')
    expect(screen.getByTestId('sort-grid').getAttribute('aria-pressed')).toBe('true')
    expect(screen.getByTestId('compare-criterion').textContent).toBe(criterion)
  })

  it('finds the passages filtered as they were', async () => {
    const filter = { dossier: '', criterion: '', colour: '', kind: 'note' } as const
    await at({ screen: 'passages', filter }, 'filter-kind')
    const kind = () => screen.getByTestId<HTMLSelectElement>('filter-kind')
    expect(kind().value).toBe('note')
    await away('filter-kind')
    expect(kind().value).toBe('note')
  })

  it('finds the dossiers filtered as they were', async () => {
    await at({ screen: 'dossiers' }, 'dossiers-filter')
    const field = () => screen.getByTestId<HTMLInputElement>('dossiers-filter')
    await fireEvent.keyDown(document.body, { key: 'f', code: 'KeyF', ctrlKey: true })
    expect(document.activeElement).toBe(field())
    await fireEvent.input(field(), { target: { value: 'onco' } })
    await away('dossiers-filter')
    expect(field().value).toBe('onco')
  })

  it('is led from the evidence straight to the comparison from which the passage was opened', async () => {
    await at({ screen: 'compare', dossier: 'diabete' }, 'thread')
    const passage = { file: 'f2', page: 3, rects: [], quote: 'x', before: '', after: '', region: false }
    router.go({ screen: 'review', dossier: 'oncosuivi', spot: { kind: 'place', passage } })
    await waitFor(() => expect(screen.getByTestId('review-desk')).toBeTruthy())
    await fireEvent.keyDown(document.body, { key: 'ArrowLeft', code: 'ArrowLeft', altKey: true })
    await waitFor(() => expect(router.now.screen).toBe('compare'))
  })
})
