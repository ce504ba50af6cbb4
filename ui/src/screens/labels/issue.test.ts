import { cleanup, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import type { LabelDraft } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import IssueForm from './IssueForm.svelte'

/** The form of a label whose draft says this of the vote. */
async function figures(change: (draft: LabelDraft) => void = () => {}): Promise<string> {
  const desk = new FakeDesk({})
  const drawn = desk.label_draft.bind(desk)
  desk.label_draft = async (asked) => {
    const draft = structuredClone(await drawn(asked))
    change(draft)
    return draft
  }
  const dossier = (await desk.labels()).to_issue[0]
  const given = { dossier, onclose: () => {}, onissued: () => {} }
  render(InWindow, { props: { desk, part: IssueForm as never, given } })
  await waitFor(() => expect(screen.getByTestId('issue-figures')).toBeTruthy())
  return screen.getByTestId('issue-figures').textContent ?? ''
}

beforeEach(() => speak('fr'))
afterEach(cleanup)

describe('before a label is issued', () => {
  it('the secretariat reads every figure that becomes public with it', async () => {
    const said = await figures()
    expect(said).toContain('Chiffres qui deviennent publics')
    expect(said).toContain('18 présents, il en fallait 11')
    expect(said).toMatch(/Ensemble du comité.*Accorder le label.*14/)
    expect(said).toMatch(/Universitaires, Patients.*8/)
    expect(said).toMatch(/médiane 15,0 sur 20, écart de 13,5 à 16,3/)
    expect(said).toContain('Des collèges sont comptés ensemble')
  })

  it('a board that is too small publishes its outcome alone, and the form says so', async () => {
    const said = await figures((draft) => {
      draft.figures = { ...draft.figures, heads: null, total: [], rows: [], axes: [] }
      draft.figures.codes = ['secrecy.total-hidden']
    })
    expect(said).toContain('seul le résultat est publié')
    expect(said).toContain('aucun axe n’a été noté par 5 personnes')
    expect(said).not.toContain('présents')
  })
})
