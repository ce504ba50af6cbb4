import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { speak } from '../i18n/index.svelte'
import { FakeDesk } from '../ipc/fake'
import Letters from '../screens/dossiers/Letters.svelte'
import InWindow from './InWindow.svelte'
import LetterDraft from './LetterDraft.svelte'

beforeEach(() => {
  speak('fr')
})
afterEach(() => cleanup())

const given = (body: string) => ({
  at: { dossier: 'oncosuivi', form: 'letter/declined' },
  title: 'Lettre',
  written: { subject: 'Votre dossier', body },
  contact: null,
})
const show = (desk: FakeDesk, part: unknown, props: object) =>
  render(InWindow, { props: { desk, part: part as never, given: props as never } })
const text = () => screen.getByTestId<HTMLTextAreaElement>('letter-body').value

it('a letter that was edited is there again, until the facts are others: then it is one press away', async () => {
  const desk = new FakeDesk()
  show(desk, LetterDraft, given('Il manque 1.2.'))
  await fireEvent.input(screen.getByTestId('letter-body'), { target: { value: 'Il manque 1.2. Merci.' } })
  cleanup()

  show(desk, LetterDraft, given('Il manque 1.2.'))
  await waitFor(() => expect(text()).toBe('Il manque 1.2. Merci.'))
  cleanup()

  show(desk, LetterDraft, given('Il manque 2.1.'))
  await fireEvent.click(await screen.findByTestId('letter-mine'))
  expect(text()).toBe('Il manque 1.2. Merci.')
  await fireEvent.click(screen.getByTestId('letter-again'))
  expect(text()).toBe('Il manque 2.1.')
  // One key in the fresh letter does not cost the other one.
  await fireEvent.input(screen.getByTestId('letter-body'), { target: { value: 'Il manque 2.1 !' } })
  await fireEvent.click(screen.getByTestId('letter-mine'))
  expect(text()).toBe('Il manque 1.2. Merci.')
  await fireEvent.click(screen.getByTestId('letter-mine'))
  expect(text()).toBe('Il manque 2.1 !')
})

it('reminders that were edited outlive their dialog', async () => {
  const desk = new FakeDesk()
  const props = { scope: 'due', onclose: () => undefined }
  show(desk, Letters, props)
  const [body] = await screen.findAllByLabelText<HTMLTextAreaElement>('Message')
  if (!body) throw new Error('the invented board owes nothing')
  await fireEvent.input(body, { target: { value: 'Chère Claire,' } })
  cleanup()

  show(desk, Letters, { ...props, dossiers: ['oncosuivi'] })
  await screen.findAllByLabelText('Message')
  expect(screen.queryByDisplayValue('Chère Claire,')).toBeNull()
  cleanup()

  show(desk, Letters, props)
  await waitFor(() => expect(screen.getAllByDisplayValue('Chère Claire,')).toHaveLength(1))
})
