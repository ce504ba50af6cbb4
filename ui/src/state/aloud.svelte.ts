import { explain, locale, t } from '../i18n/index.svelte'
import type { Desk, Problem } from '../ipc/contract'
import type { Viewer } from '../pdf/viewer.svelte'
import { announcer } from './announce.svelte'
import { toasts } from './toast.svelte'

/** Reading aloud, sentence by sentence: a file from the cursor on, or a text of the screen. */
export class Aloud {
  reading = $state(false)
  #turn = 0

  constructor(readonly desk: Desk) {}

  stop(): void {
    this.#turn += 1
    this.reading = false
    if (own()) window.speechSynthesis?.cancel()
    else void this.desk.speech_stop().catch(() => undefined)
  }

  /** From the sentence under the cursor, or the first on the page; to the end of the file or a stop. Each is marked. */
  start(viewer: Viewer): Promise<void> {
    return this.#read(async (on) => {
      let any = viewer.selected !== null || (await viewer.sentence(1, true)) !== null
      if (!any) toasts.show(t('aloud-nothing'))
      while (any && on()) {
        if ((await this.#say(viewer.said(), locale())) === 'stopped' || !on()) break
        any = (await viewer.sentence(1, true)) !== null
        if (!any) announcer.say(t('aloud-end'))
      }
    })
  }

  /** What stands on the screen, each piece in its language. */
  read(pieces: { text: string; language: string }[]): Promise<void> {
    return this.#read(async (on) => {
      for (const { text, language } of pieces)
        if ((await this.#say(text, language)) === 'stopped' || !on()) return
      announcer.say(t('aloud-end'))
    })
  }

  /** One reading at a time; a system without speech is said. `on`: nobody stopped it, and no other began. */
  async #read(work: (on: () => boolean) => Promise<void>): Promise<void> {
    const turn = ++this.#turn
    this.reading = true
    try {
      if (own() && !(await voiced())) toasts.show(t('aloud-no-voice'))
      else await work(() => turn === this.#turn)
    } catch (reason) {
      toasts.show(explain(reason as Problem))
    } finally {
      if (turn === this.#turn) this.reading = false
    }
  }

  #say(text: string, language: string): Promise<'whole' | 'stopped'> {
    if (!own()) return this.desk.speech_say({ text, language })
    return new Promise((done) => {
      const said = new SpeechSynthesisUtterance(text)
      said.lang = language
      said.onend = () => done('whole')
      said.onerror = () => done('stopped')
      speechSynthesis.speak(said)
    })
  }
}

/**
 * The web view has the platform's voices itself (macOS, Windows). On Linux it may bring voices of its own, which speak English
 * alone and do not stop when they are told to: there the system's service reads.
 */
const own = () => !navigator.userAgent.includes('Linux')

/** Whether the platform has a voice: asked for the first time it may know them a moment later. */
async function voiced(): Promise<boolean> {
  if (!('speechSynthesis' in window)) return false
  if (speechSynthesis.getVoices().length === 0)
    await new Promise((go) => {
      speechSynthesis.addEventListener('voiceschanged', go, { once: true })
      setTimeout(go, 1000)
    })
  return speechSynthesis.getVoices().length > 0
}
