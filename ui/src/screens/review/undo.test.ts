import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { expect, it, vi } from 'vitest'
import App from '../../App.svelte'
import { FakeDesk } from '../../ipc/fake'
import { router, type Route } from '../../state/router.svelte'

/** The evidence as far as it matters: a field in which a page's number is typed. */
vi.mock('./EvidencePane.svelte', () => ({
  default: (anchor: Comment) => {
    const field = document.createElement('input')
    field.dataset.testid = 'page-number'
    anchor.before(field)
  },
}))

async function at(route: Route, shown: string): Promise<void> {
  router.home()
  render(App, { desk: new FakeDesk() })
  await screen.findByRole('main')
  router.go(route)
  await screen.findByTestId(shown)
}
/** Whether the key was left to the web view. */
const undo = (field: HTMLElement) => fireEvent.keyDown(field, { key: 'z', code: 'KeyZ', ctrlKey: true })

it('in a field beside the review takes back its text and nothing of the review', async () => {
  await at({ screen: 'review', dossier: 'oncosuivi' }, 'review-desk')
  const reason = screen.getByTestId<HTMLTextAreaElement>('reason')
  const before = reason.value
  await fireEvent.input(reason, { target: { value: `${before} Et plus.` } })
  expect(await undo(screen.getByTestId('page-number'))).toBe(true)
  expect(reason.value).toBe(`${before} Et plus.`)
  expect(await undo(reason)).toBe(false)
  await waitFor(() => expect(reason.value).toBe(before))
})

it('in the reason of an examined answer takes back the reason, and in the evidence beside it nothing', async () => {
  await at({ screen: 'examination', dossier: 'oncosuivi' }, 'examination-title')
  await fireEvent.click(screen.getByTestId('refuted-1.1'))
  const why = await screen.findByTestId<HTMLInputElement>('why-1.1')
  await fireEvent.input(why, { target: { value: 'Absent de la pièce.' } })
  await fireEvent.click(screen.getByTestId('read-1.1'))
  expect(await undo(await screen.findByTestId('page-number'))).toBe(true)
  expect(why.value).toBe('Absent de la pièce.')
  expect(await undo(why)).toBe(false)
  await waitFor(() => expect(why.value).not.toBe('Absent de la pièce.'))
})

it('in a field of its own the web view is asked to take back, whose keys may not know how', async () => {
  const asked = vi.fn(() => true)
  Object.assign(document, { execCommand: asked })
  await at({ screen: 'review', dossier: 'oncosuivi' }, 'review-desk')
  expect(await undo(screen.getByTestId('page-number'))).toBe(false)
  expect(asked.mock.calls).toEqual([['undo']])
  expect(await undo(screen.getByTestId('reason'))).toBe(false)
  expect(asked).toHaveBeenCalledOnce()
  Reflect.deleteProperty(document, 'execCommand')
})
