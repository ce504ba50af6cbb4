import { afterEach, expect, it, vi } from 'vitest'
import { speak, t } from '../i18n/index.svelte'
import { FakeDesk } from '../ipc/fake'
import { Aloud } from './aloud.svelte'
import { toasts } from './toast.svelte'

/** A system whose web view speaks itself, and knows its voices a moment after it was asked. */
function platform(voices: string[]) {
  speak('fr')
  vi.stubGlobal('navigator', { userAgent: 'Windows' })
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      onend = () => undefined
      constructor(readonly text: string) {}
    },
  )
  const said: string[] = []
  let known: string[] = []
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => known,
    cancel: () => undefined,
    speak: (one: { text: string; onend: () => void }) => {
      said.push(one.text)
      one.onend()
    },
  })
  vi.stubGlobal('speechSynthesis', synthesis)
  setTimeout(() => {
    known = voices
    if (voices.length > 0) synthesis.dispatchEvent(new Event('voiceschanged'))
  }, 20)
  return said
}
afterEach(() => vi.unstubAllGlobals())

it('the first reading waits for voices that come late', async () => {
  const said = platform(['Hortense'])
  await new Aloud(new FakeDesk()).read([{ text: 'Accorder le label ?', language: 'fr' }])
  expect(said).toEqual(['Accorder le label ?'])
})

it('a system without a voice says so, and where to add one', async () => {
  const said = platform([])
  const shown = vi.spyOn(toasts, 'show')
  await new Aloud(new FakeDesk()).read([{ text: 'Accorder le label ?', language: 'fr' }])
  expect(said).toEqual([])
  expect(shown).toHaveBeenCalledWith(t('aloud-no-voice'))
})
