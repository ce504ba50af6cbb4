import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import App from '../../App.svelte'
import { FakeDesk } from '../../ipc/fake'
import { router } from '../../state/router.svelte'

it('keeps what an examiner found until it is recorded, also when the screen is left', async () => {
  const desk = new FakeDesk({ role: 'secretariat' })
  router.home()
  render(App, { desk })
  await screen.findByRole('main')
  router.go({ screen: 'examination', dossier: 'oncosuivi' })
  const refuted = () => screen.findByTestId<HTMLInputElement>('refuted-1.1')
  expect((await refuted()).checked).toBe(false)
  await fireEvent.click(await refuted())
  expect((await refuted()).checked).toBe(true)
  router.go({ screen: 'desk' })
  await waitFor(() => expect(screen.queryByTestId('refuted-1.1')).toBeNull())
  router.go({ screen: 'examination', dossier: 'oncosuivi' })
  await waitFor(async () => expect((await refuted()).checked).toBe(true))
})
