import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import InWindow from '../components/InWindow.svelte'
import { speak } from '../i18n/index.svelte'
import { FakeDesk } from '../ipc/fake'
import RecordForm from '../screens/motion/RecordForm.svelte'
import StepBack from '../screens/interests/StepBack.svelte'

beforeEach(() => {
  speak('fr')
})
afterEach(() => cleanup())

async function opinion(desk: FakeDesk) {
  const view = await desk.motion()
  const done = vi.fn()
  render(InWindow, {
    props: { desk, part: RecordForm as never, given: { view, outcome: 'grant', done } as never },
  })
  return { field: screen.getByTestId('opinion-reasons') as HTMLTextAreaElement, done }
}

const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } })

describe('a form that is left in the middle', () => {
  it('is there again, word for word, and gone for good once its act is made', async () => {
    const desk = new FakeDesk({})
    const first = await opinion(desk)
    await type(first.field, 'L’essai est solide.')
    await waitFor(async () => {
      const found = await desk.form_kept({
        dossier: (await desk.motion()).dossier,
        form: 'opinion/cardio',
      })
      expect(found?.text).toContain('solide')
    })
    cleanup()
    const again = await opinion(desk)
    await waitFor(() => expect(again.field.value).toBe('L’essai est solide.'))
    await fireEvent.click(screen.getByTestId('record-ask'))
    await fireEvent.click(await screen.findByTestId('record-go'))
    await waitFor(() => expect(again.done).toHaveBeenCalled())
    cleanup()
    const after = await opinion(desk)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(after.field.value).toBe('')
  })

  it('begins anew where what was kept does not read, and what is typed at once is not overwritten', async () => {
    const desk = new FakeDesk({})
    const card = await desk.dossier_card({ dossier: 'pneumo' })
    const at = { dossier: card.dossier, form: 'step-back' }
    await desk.form_keep({ ...at, typed: { version: 4, text: '{"reason": "Ancien' } })
    const given = { card, take: () => undefined, onclose: () => undefined } as never
    render(InWindow, { props: { desk, part: StepBack as never, given } })
    await type(screen.getByTestId('step-back-reason'), 'Nouveau')
    await waitFor(async () => expect((await desk.form_kept(at))?.text).toContain('Nouveau'))
    expect((await desk.form_kept(at))?.version).toBeGreaterThan(4)
  })
})
