import { session as invented } from '../fake-data'
import type * as C from '../contract'

type Answer = <T>(command: keyof C.Desk, make: () => T) => Promise<T>

/** The session of the invented desk. */
interface Held {
  now: () => C.Session
  set: (session: C.Session) => C.Session
}

/** The passphrase of the invented desk, and the code of its sheet. */
const words = 'encre et papier'
const code = '123456 789012 345678 901234 567890 123456 789012'

const digits = (text: string) => text.replace(/\D/g, '')

function refuse(code: string): never {
  throw { code, params: {} } satisfies C.Problem
}

/** Lock, passphrase and recovery sheet of the invented desk. */
export function secrets(answer: Answer, held: Held) {
  const open = () => held.set({ ...invented, network: held.now().network })
  return {
    unlock: ({ passphrase }: { passphrase: string }) =>
      answer('unlock', () => (passphrase === words ? open() : refuse('passphrase-wrong'))),
    lock: ({ idle }: { idle: boolean }) =>
      answer('lock', () => {
        const locked_by = idle ? 'idle' : 'person'
        return held.set({ ...held.now(), state: 'locked', locked_by, person: null, cipher: null })
      }),
    passphrase_change: ({ present }: { present: string; next: string }) =>
      answer('passphrase_change', () => (present === words ? null : refuse('passphrase-wrong'))),
    recovery_draw: () => answer('recovery_draw', () => code),
    recovery_keep: ({ passphrase }: { passphrase: string; code: string }) =>
      answer('recovery_keep', () =>
        passphrase === words ? held.set({ ...held.now(), recovery: true }) : refuse('passphrase-wrong'),
      ),
    recovery_open: (typed: { code: string; next: string }) =>
      answer('recovery_open', () => {
        if (digits(typed.code).length !== 42) refuse('recovery-unreadable')
        return digits(typed.code) === digits(code) ? open() : refuse('recovery-wrong')
      }),
  }
}
