import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import CopyPassage from '../components/CopyPassage.svelte'
import { speak } from '../i18n/index.svelte'
import type { Passage } from '../ipc/contract'
import { announcer } from './announce.svelte'
import { copy } from './clipboard'
import { toasts } from './toast.svelte'

const passage: Passage = {
  file: 'f',
  page: 7,
  rects: [],
  quote: 'Les abandons sont décrits',
  before: '',
  after: '',
  region: false,
}
const clipboard = (writeText: () => Promise<void>) =>
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })

beforeEach(() => speak('fr'))
afterEach(() => {
  cleanup()
  toasts.close()
  vi.unstubAllGlobals()
})

describe('copying', () => {
  it('is seen and heard, once each', async () => {
    const heard = vi.spyOn(announcer, 'say')
    clipboard(() => Promise.resolve())
    expect(await copy('mots', 'Copié.')).toBe(true)
    expect(toasts.now?.text).toBe('Copié.')
    expect(heard.mock.calls).toEqual([['Copié.']])
  })
  it('says that nothing was copied where the clipboard refuses', async () => {
    clipboard(() => Promise.reject(new Error('refused')))
    expect(await copy('mots', 'Copié.')).toBe(false)
    expect(toasts.now?.text).toContain('Rien n’a été copié')
  })
  it('selects the text instead where there is one on the screen', async () => {
    clipboard(() => Promise.reject(new Error('refused')))
    const mark = vi.fn()
    await copy('mots', 'Copié.', mark)
    expect(mark).toHaveBeenCalledOnce()
    expect(toasts.now?.text).toContain('Ctrl+C')
  })
  it('takes a cited passage with its reference, asked for before the press', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    clipboard(writeText)
    const source = { prepare: vi.fn(), reference: (one: Passage) => `${one.quote} (p. ${one.page})` }
    render(CopyPassage, { passage, source })
    const button = screen.getByRole('button', { name: /Les abandons sont décrits/ })
    await fireEvent.focus(button)
    expect(source.prepare).toHaveBeenCalledWith(passage)
    await fireEvent.click(button)
    expect(writeText).toHaveBeenCalledWith('Les abandons sont décrits (p. 7)')
  })
})
