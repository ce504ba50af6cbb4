import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { explain, speak } from '../../i18n/index.svelte'
import { fakeIntake, report } from '../../ipc/fake/intake'
import { FakeDesk } from '../../ipc/fake'
import { announcer } from '../../state/announce.svelte'
import IntakeLimits from '../settings/IntakeLimits.svelte'
import Intake from './Intake.svelte'
import { linesOf } from './lines'

/** The window of intake with a package in hand, or with none. */
async function open(scene: 'read' | 'empty') {
  const desk = new FakeDesk({})
  const answer = async <T>(_: unknown, make: () => T) => make()
  Object.assign(
    desk,
    fakeIntake(answer, () => undefined, scene),
  )
  desk.open_with_dialog = () =>
    Promise.resolve({ token: 't', kind: 'references', name: 'refs.bib', bytes: 400 })
  render(InWindow, { props: { desk, part: Intake as never, given: {} } })
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toBeTruthy())
  return desk
}

beforeEach(() => {
  speak('fr')
  announcer.polite = ''
})
afterEach(cleanup)

describe('references brought on their own', () => {
  it('are shown with what was left out and why, and come in when somebody says so', async () => {
    await open('read')
    await fireEvent.click(await screen.findByTestId('references-choose'))
    const dialog = await screen.findByTestId('references')
    expect(within(dialog).getByText('Une référence à ajouter')).toBeTruthy()
    expect(within(dialog).getByTestId('reference-taken').textContent).toContain('doi:10.5555/onco-d')
    expect(within(dialog).getByTestId('reference-left').textContent).toContain('sans titre')
    expect(screen.queryByText('Référence seule')).toBeNull()
    await fireEvent.click(within(dialog).getByTestId('references-do'))
    await waitFor(() => expect(screen.getByText('Référence seule')).toBeTruthy())
    expect(announcer.polite).toContain('Une référence ajoutée')
  })
})

describe('a file of the package', () => {
  it('is taken out, which the report goes on saying, and put back', async () => {
    await open('read')
    const name = report.evidence[0]?.name ?? ''
    const button = () => screen.queryByRole('button', { name: `Retirer ${name} du dossier` })
    await fireEvent.click(button() as HTMLElement)
    await waitFor(() => expect(button()).toBeNull())
    expect(announcer.polite).toContain(name)
    await fireEvent.click(screen.getByTestId('put-back'))
    await waitFor(() => expect(button()).toBeTruthy())
    expect(screen.queryByTestId('put-back')).toBeNull()
  })

  it('is not said to be taken out, or to be of a kind, where that failed', async () => {
    const desk = await open('read')
    const failed = () => Promise.reject({ code: 'disk-full', params: {} })
    desk.intake_take_out = failed
    desk.intake_study = failed
    const said = vi.spyOn(announcer, 'say')
    await fireEvent.click(screen.getByTestId('take-out-0'))
    await waitFor(() => expect(said).toHaveBeenCalledTimes(1))
    await fireEvent.change(screen.getByTestId('study-0'), { target: { value: '' } })
    await waitFor(() => expect(said).toHaveBeenCalledTimes(2))
    await new Promise((done) => setTimeout(done))
    const words = explain({ code: 'disk-full', params: {} })
    expect(said.mock.calls).toEqual([[words], [words]])
  })
})

describe('the kind of a study', () => {
  it('is chosen among those of the grid', async () => {
    const desk = await open('read')
    const choice = (await screen.findByTestId('study-1')) as HTMLSelectElement
    expect([...choice.options].map((one) => one.text)).toEqual([
      'Non précisé',
      'Essai randomisé',
      'Revue de la littérature',
      'Aucune étude clinique pertinente',
    ])
    await fireEvent.change(choice, { target: { value: 'review' } })
    await waitFor(() => expect(announcer.polite).toMatch(/Dossier RGPD\s: Revue de la littérature/))
    const now = await desk.intake()
    expect(now.kind === 'read' && now.report.evidence[1]?.study).toBe('review')
  })
})

describe('the limits of intake', () => {
  it('are named by what they refuse, with the way to change them', () => {
    const code = 'intake.file-too-large'
    const params = { place: 'scan.pdf', size: '300', limit: '80' }
    const line = {
      part: 'evidence' as const,
      severity: 'wrong' as const,
      code,
      place: 'scan.pdf',
      title: null,
      params,
    }
    const [shown] = linesOf({ ...report, lines: [line] }, 'evidence')
    expect(shown?.doing).toBe('limits')
    expect(`${shown?.title} ${shown?.fact}`).toMatch(/scan\.pdf.*300.*80/)
  })

  it('are set within their bounds; what is not is refused with them', async () => {
    const desk = new FakeDesk({})
    render(InWindow, { props: { desk, part: IntakeLimits as never, given: {} } })
    const file = (await screen.findByTestId('limit-file')) as HTMLInputElement
    expect(file.value).toBe('80')
    await fireEvent.input(file, { target: { value: '600' } })
    await fireEvent.click(screen.getByTestId('limits-keep'))
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/512/))
    expect((await desk.intake_limits()).now.file).toBe(80)
    await fireEvent.input(file, { target: { value: '300' } })
    await fireEvent.input(screen.getByTestId('limit-package'), { target: { value: '700' } })
    await fireEvent.click(screen.getByTestId('limits-keep'))
    await waitFor(async () =>
      expect((await desk.intake_limits()).now).toEqual({ file: 300, package: 700, count: 400 }),
    )
    expect(screen.getByRole('alert').textContent).toBe('')
  })
})
