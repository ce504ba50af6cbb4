import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import { reference } from '../../ipc/fake-data'
import { FakeDesk } from '../../ipc/fake'
import { Aloud } from '../../state/aloud.svelte'
import { Review } from '../../state/review.svelte'
import EvidencePane from './EvidencePane.svelte'
import Reference from './Reference.svelte'

function open(file = reference, whole = true) {
  const desk = new FakeDesk({})
  const opened: string[] = []
  const link_open = ({ address }: { address: string }) => {
    opened.push(address)
    return Promise.resolve()
  }
  Object.assign(desk, { link_open })
  render(InWindow, { props: { desk, part: Reference as never, given: { file, whole } } })
  return opened
}

beforeEach(() => speak('fr'))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a reference of the evidence', () => {
  it('opens an identifier only after its whole address was shown and confirmed', async () => {
    const opened = open()
    const [doi, trial] = screen.getAllByTestId('identifier')
    expect(doi?.textContent).toContain('doi:10.5555/onco-d')
    await fireEvent.click(trial as HTMLElement)
    expect(screen.getByTestId('link-address').textContent).toBe(
      'https://clinicaltrials.gov/study/NCT01234567',
    )
    expect(screen.getByText(/forme cette adresse d’après l’identifiant/)).toBeTruthy()
    expect(opened).toEqual([])
    await fireEvent.click(screen.getByTestId('link-open'))
    await waitFor(() => expect(opened).toEqual(['https://clinicaltrials.gov/study/NCT01234567']))
    await waitFor(() => expect(screen.queryByTestId('link-dialog')).toBeNull())
  })

  it('is copied as it is cited', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
    open()
    await fireEvent.click(screen.getByTestId('reference-copy'))
    expect(writeText).toHaveBeenCalledWith(reference.reference?.fr)
  })

  it('has its title where nothing more is known, and says so', () => {
    open({ ...reference, reference: null, identifiers: [] })
    expect(screen.getByTestId('reference-cited').textContent?.trim()).toBe(reference.title)
    expect(screen.getByText(/n’a que son titre/)).toBeTruthy()
    expect(screen.queryByTestId('identifier')).toBeNull()
  })

  it('stands in the place of pages, and no file is opened for it', async () => {
    const desk = new FakeDesk({})
    const review = new Review(desk, await desk.review_open({ dossier: 'oncosuivi' }))
    review.reading.choose(reference.file)
    const asked = vi.spyOn(desk, 'evidence_open')
    const given = {
      review,
      aloud: new Aloud(desk),
      viewer: null,
      act: () => undefined,
      zoom: () => undefined,
      onnote: () => undefined,
      onregion: () => undefined,
    }
    render(InWindow, { props: { desk, part: EvidencePane as never, given } })
    expect(screen.getByTestId('reference-cited').textContent).toContain('Revue de démonstration')
    expect(screen.getByTestId('pane-evidence').getAttribute('aria-label')).toMatch(
      /Pièce\s7\s: Suivi à distance des toxicités/,
    )
    expect(screen.getByText(/Type d’étude\s: Revue de la littérature/)).toBeTruthy()
    expect(asked).not.toHaveBeenCalled()
    expect(screen.queryByText(/ni un PDF ni une image/)).toBeNull()
  })
})
