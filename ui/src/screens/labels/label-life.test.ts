import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import type { IssuedLabel, LabelsView } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import { announcer } from '../../state/announce.svelte'
import { toasts } from '../../state/toast.svelte'
import LabelLife from './LabelLife.svelte'

/** The window about a label; what it was told last. */
async function open(number: string) {
  const desk = new FakeDesk({})
  const find = (view: LabelsView) => view.issued.find((one) => one.number === number) as IssuedLabel
  const told: LabelsView[] = []
  const props = {
    label: find(await desk.labels()),
    onclose: () => {},
    onchanged: (view: LabelsView) => told.push(view),
  }
  const shown = render(InWindow, { props: { desk, part: LabelLife as never, given: props } })
  return { desk, told, shown, props, find }
}

beforeEach(() => {
  speak('fr')
  announcer.polite = ''
  toasts.close()
})
afterEach(cleanup)

describe('the life of a label', () => {
  it('says since when it stands as it does, what comes next and what may be recorded', async () => {
    await open('2025-031')
    expect(screen.getByText('En vigueur')).toBeTruthy()
    expect(screen.getByText('Dernier jour du label')).toBeTruthy()
    expect(screen.getByTestId('label-do-suspended')).toBeTruthy()
    expect(screen.queryByTestId('label-do-reinstated')).toBeNull()
    expect(screen.getByTestId('label-steps').textContent).toContain('Prend effet')
  })

  it('records no suspension without a reason for the public', async () => {
    const { told } = await open('2025-031')
    await fireEvent.click(screen.getByTestId('label-do-suspended'))
    expect(screen.getByText(/chaque vérification disent le label suspendu/)).toBeTruthy()
    await fireEvent.submit(screen.getByTestId('label-move'))
    expect(told).toEqual([])
    expect(screen.getByText('Donnez le motif : sans lui, rien n’est enregistré.')).toBeTruthy()
    expect(announcer.polite).toContain('motif')
  })

  it('publishes a suspension with its reason, and offers to lift it again', async () => {
    const { told, shown, props, find, desk } = await open('2025-031')
    await fireEvent.click(screen.getByTestId('label-do-suspended'))
    await fireEvent.input(screen.getByLabelText('Motif publié'), { target: { value: 'Défaut d’affichage.' } })
    await fireEvent.submit(screen.getByTestId('label-move'))
    await waitFor(() => expect(told.length).toBe(1))
    const after = find(told[0] as LabelsView)
    expect([after.state, after.steps[0]?.reason?.fr]).toEqual(['suspended', 'Défaut d’affichage.'])
    expect(announcer.polite).toContain('2025-031')
    await shown.rerender({ desk, part: LabelLife as never, given: { ...props, label: after } })
    expect(screen.getByText('Défaut d’affichage.')).toBeTruthy()
    toasts.now?.action?.run()
    await waitFor(() => expect(screen.getByText(/la suspension reste dans son histoire/)).toBeTruthy())
  })

  it('asks for the last day of a formal notice', async () => {
    const { told } = await open('2025-031')
    await fireEvent.click(screen.getByTestId('label-do-formal-notice'))
    expect(screen.queryByLabelText('Motif publié')).toBeNull()
    await fireEvent.input(screen.getByLabelText('Motif au dossier'), { target: { value: 'Sans réponse.' } })
    await fireEvent.submit(screen.getByTestId('label-move'))
    expect(screen.getByText('Choisissez le jour.')).toBeTruthy()
    expect(told).toEqual([])
  })

  it('offers nothing once a label has ended', async () => {
    await open('2024-012')
    expect(screen.getByText('Expiré')).toBeTruthy()
    expect(screen.queryByText('Ce que vous pouvez enregistrer')).toBeNull()
  })
})
