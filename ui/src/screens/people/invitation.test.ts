import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import type { InvitationView } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import Invitation from './Invitation.svelte'

const code = 'sceau1:abc'
const invitation: InvitationView = {
  name: 'Zoé Lambert',
  institute: 'Institut de démonstration',
  link: `https://registre.exemple/join#${code}`,
  code,
  email: 'zoe@exemple.example',
  expires: Date.UTC(2026, 11, 6, 12),
  qr_size: 1,
  qr_path: 'M0 0h1v1h-1z',
}

function shown(own = false): FakeDesk {
  const desk = new FakeDesk({})
  const given = { invitation, own, close: () => {} }
  render(InWindow, { props: { desk, part: Invitation as never, given } })
  return desk
}

beforeEach(() => speak('fr'))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('an invitation', () => {
  it('is handed over as a link that holds its code, or as the code alone', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    shown()
    await fireEvent.click(screen.getByTestId('invitation-copy-link'))
    await fireEvent.click(screen.getByTestId('invitation-copy'))
    expect(writeText.mock.calls).toEqual([[invitation.link], [code]])
    expect((screen.getByLabelText('Lien') as HTMLTextAreaElement).value).toBe(invitation.link)
  })

  it('goes into a draft to whom it is for, which nothing sends', async () => {
    const desk = shown()
    const opened = vi.spyOn(desk, 'open_mail')
    await fireEvent.click(screen.getByTestId('invitation-mail'))
    await waitFor(() => expect(opened).toHaveBeenCalledTimes(1))
    const [draft] = opened.mock.calls[0] as unknown as [{ to: string; body: string }]
    expect(draft.to).toBe('zoe@exemple.example')
    expect(draft.body.split('\n')).toContain(invitation.link)
    expect(draft.body).toContain('vingt chiffres')
  })

  it('of my own computer is written to nobody', () => {
    shown(true)
    expect(screen.queryByTestId('invitation-mail')).toBeNull()
    expect(screen.getByTestId('invitation-copy-link')).toBeTruthy()
  })
})
