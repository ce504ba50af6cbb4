import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import App from '../../App.svelte'
import { FakeDesk } from '../../ipc/fake'
import { router } from '../../state/router.svelte'

it('Enter opens a place of the words that were typed last, however fast it comes', async () => {
  router.home()
  const desk = new FakeDesk()
  render(App, { desk })
  await screen.findByRole('main')
  router.go({ screen: 'search' })
  const field = await screen.findByTestId<HTMLInputElement>('search-words')
  await fireEvent.input(field, { target: { value: 'réponse' } })
  await screen.findByTestId('place-0')
  await fireEvent.input(field, { target: { value: 'patients' } })
  await fireEvent.keyDown(field, { key: 'Enter' })
  const { dossiers } = await desk.search({ words: 'patients' })
  const wanted = dossiers[0]?.hits[0]
  await waitFor(() => expect(router.now).toMatchObject({ screen: 'review', spot: { from: wanted?.from } }))
})
