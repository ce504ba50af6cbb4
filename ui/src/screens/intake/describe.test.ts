import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import { FakeDesk } from '../../ipc/fake'
import { fakeIntake } from '../../ipc/fake/intake'
import { announcer } from '../../state/announce.svelte'
import Intake from './Intake.svelte'
import { isTable } from './paste'

async function open(scene: 'loose' | 'read' | 'empty', desk = new FakeDesk({})) {
  const answer = async <T>(_: unknown, make: () => T) => make()
  Object.assign(
    desk,
    fakeIntake(answer, () => undefined, scene),
  )
  render(InWindow, { props: { desk, part: Intake as never, given: {} } })
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toBeTruthy())
  return desk
}

const field = (key: string) => screen.getByTestId<HTMLInputElement>(`describe-${key}`)
const type = (at: HTMLElement, value: string) => fireEvent.input(at, { target: { value } })

beforeEach(() => {
  speak('fr')
  announcer.polite = ''
})
afterEach(cleanup)

describe('a package without a description', () => {
  it('asks for what the files do not say, and says which is a guess', async () => {
    const desk = await open('loose')
    expect(field('solution-name').value).toBe('GestaSuivi')
    expect(field('solution-name').getAttribute('aria-describedby')).toBe('describe-solution-name-guess')
    expect(screen.getByTestId<HTMLInputElement>('evidence-kind-0').value).toBe('publication')
    expect(field('publisher-name').getAttribute('aria-describedby')).toBeNull()
    const told = vi.spyOn(desk, 'intake_describe')
    await type(field('solution-name'), 'GestaSuivi Pro')
    await type(screen.getByTestId('evidence-title-2'), 'Attestation HDS')
    expect(field('solution-name').getAttribute('aria-describedby')).toBeNull()
    await fireEvent.click(screen.getByTestId('describe-check'))
    const form = told.mock.calls[0]?.[0].form
    expect(form?.fields).toMatchObject({ 'solution.name': 'GestaSuivi Pro', 'solution.version': '1.9' })
    expect(form?.evidence[2]).toMatchObject({ file: 'scan-0231.pdf', title: 'Attestation HDS' })
    expect(form?.evidence[0]).toMatchObject({ title: 'GestaSuivi essai', criteria: '1.1, 2.3' })
  })

  it('says at each field what is missing, and the report leads there', async () => {
    await open('loose')
    expect(field('publisher-name').getAttribute('aria-invalid')).toBeNull()
    await fireEvent.click(screen.getByTestId('describe-check'))
    await waitFor(() => expect(field('publisher-name').getAttribute('aria-invalid')).toBe('true'))
    expect(field('publisher-contact-email').getAttribute('aria-describedby')).toContain('fault')
    expect(screen.getByTestId('intake-description').textContent).toContain('Éditeur')
    const [first] = screen.getAllByTestId('intake-fill')
    await fireEvent.click(first as HTMLElement)
    await waitFor(() => expect(document.activeElement).toBe(field('solution-summary-fr')))
  })

  it('loses nothing that was typed when it is left, and keeps nothing once it is put away', async () => {
    const desk = await open('loose')
    await type(field('publisher-name'), 'Maïa Santé')
    const kept = { dossier: null, form: 'description/k1' }
    await waitFor(async () => expect((await desk.form_kept(kept))?.text).toContain('Maïa Santé'))
    cleanup()
    await open('loose', desk)
    await waitFor(() => expect(field('publisher-name').value).toBe('Maïa Santé'))
    await fireEvent.click(screen.getByTestId('intake-away'))
    await waitFor(async () => expect((await desk.form_kept(kept))?.text).toBe(''))
  })

  it('is saved as the description that it is', async () => {
    const desk = await open('loose')
    const saved = vi.spyOn(desk, 'intake_description_save')
    await fireEvent.click(screen.getByTestId('describe-save'))
    await waitFor(() => expect(announcer.polite).toBe('Fiche enregistrée.'))
    expect(saved.mock.calls[0]?.[0].form.fields['answers']).toBe('questionnaire.csv')
  })

  it('is not asked of a package that brings its own', async () => {
    await open('read')
    expect(screen.queryByTestId('describe')).toBeNull()
  })
})

describe('what is pasted', () => {
  const paste = (at: Element | Window, text: string, files: File[] = []) =>
    fireEvent(
      at,
      Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
        clipboardData: { files, getData: () => text },
      }),
    )

  it('is a table of answers where a spreadsheet copied one, even beside its picture', async () => {
    const desk = await open('empty')
    const told = vi.spyOn(desk, 'intake_paste_table')
    const picture = new File(['x'], 'image.png', { type: 'image/png' })
    await paste(document.body, 'code\tréponse\n1.1\toui\n', [picture])
    await waitFor(() => expect(told).toHaveBeenCalledWith({ text: 'code\tréponse\n1.1\toui\n' }))
    await waitFor(() => expect(announcer.polite).toBe('Réponses collées.'))
    expect([isTable('code\tréponse'), isTable('du texte\nsur deux lignes')]).toEqual([false, false])
    // A cell of several lines, as spreadsheets copy it.
    expect(isTable('code\tcommentaire\n1.1\t"deux\nlignes ""dites"""\n')).toBe(true)
  })

  it('is files where they are handed over, and what it is in a field stays there', async () => {
    const desk = await open('loose')
    const table = vi.spyOn(desk, 'intake_paste_table')
    await paste(field('solution-summary-fr'), 'a\tb\nc\td')
    expect(table).not.toHaveBeenCalled()
    const told = vi.spyOn(desk, 'intake_paste')
    await paste(document.body, '', [new File(['oui'], 'preuve.png')])
    await waitFor(() => expect(told).toHaveBeenCalledWith({ name: 'preuve.png', bytes: btoa('oui') }))
    await waitFor(() => expect(screen.getByTestId('evidence-title-3')).toBeTruthy())
  })

  it('is refused with a next step where it is neither', async () => {
    await open('empty')
    await paste(document.body, 'bonjour')
    await waitFor(() => expect(screen.getByText(/Copiez les cellules du tableur/)).toBeTruthy())
  })
})
