import { onDestroy } from 'svelte'
import { explain } from '../i18n/index.svelte'
import type { TypedForm } from '../ipc/contract'
import { announcer } from './announce.svelte'
import { Autosave } from './autosave'
import { useWindow } from './context'

export interface KeptForm<T> {
  /** What is in the fields; every change of it is kept. */
  readonly value: T
  /** The act is made: nothing of it is to come back. */
  done(): void
}

/** What the form before still writes: one that is opened again must not be read before that. */
let writing: Promise<unknown> = Promise.resolve()

/**
 * A form about a dossier, or about none yet, that stays on this laptop while somebody fills it in: left, closed by mistake or cut off with the
 * computer, it is there again as it was, until its act is made. To be called while a component is made.
 */
export function keptForm<T extends object>(
  at: { dossier: string | null; form: string },
  blank: T,
): KeptForm<T> {
  const win = useWindow()
  const empty = JSON.stringify(blank)
  const value = $state(JSON.parse(empty) as T)
  let version = 0
  let last = empty
  let read = false
  let ended = false

  const out = new Autosave<TypedForm>((typed) => win.desk.form_keep({ ...at, typed }), {
    saved: () => undefined,
    failed: (problem) => announcer.alarm(explain(problem)),
    recovered: () => undefined,
    settled: () => undefined,
  })

  function put(text: string) {
    last = text
    version += 1
    out.put(at.form, { version, text: text === empty ? '' : text })
  }

  const reading = writing
    .then(() => win.desk.form_kept(at))
    .then((found) => {
      version = Math.max(version, found?.version ?? 0)
      // The act was made before the disk answered: what lies there is over too.
      if (ended) return put(empty)
      // Whoever types faster than the disk answers has begun anew.
      if (!found?.text || JSON.stringify(value) !== empty) return
      last = found.text
      Object.assign(value, JSON.parse(found.text))
    })
    // What does not read is as if nothing had been kept: the form is there to be filled in.
    .catch(() => undefined)
    .then(() => {
      read = true
      // Closed again, or typed into, before the disk answered.
      keep()
    })

  function keep() {
    const text = JSON.stringify(value)
    if (read && text !== last) put(text)
  }
  $effect(keep)

  // A desk is not locked over words that are not on the disk, nor over those of the screen that this lies over.
  const below = win.settle
  const settle = async () => {
    await below?.()
    await reading
    keep()
    await out.flush()
  }
  win.settle = settle
  onDestroy(() => {
    if (win.settle === settle) win.settle = below
    const mine = reading.then(() => out.flush()).catch(() => undefined)
    writing = Promise.all([writing, mine])
  })

  return {
    get value() {
      return value
    },
    done() {
      ended = !read
      Object.assign(value, JSON.parse(empty))
      put(empty)
    },
  }
}
