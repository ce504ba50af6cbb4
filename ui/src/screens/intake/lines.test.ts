import { beforeEach, describe, expect, it } from 'vitest'
import { speak } from '../../i18n/index.svelte'
import type { IntakeLine, IntakeView } from '../../ipc/contract'
import { letterOf } from './lines'

const line = (code: string, place: string, severity: IntakeLine['severity'], fr: string): IntakeLine => ({
  part: 'prerequisites',
  code,
  place,
  severity,
  title: { fr, en: fr },
  params: {},
})
const failed = line('intake.prerequisite-failed', 'P.2', 'wrong', 'Dossier de protection des données')
const view = { solution: 'CalmeNuit', name: 'calmenuit.zip', knocked_out: true, lines: [failed] }
const of = (more: object) => letterOf({ ...view, ...more } as unknown as IntakeView, 'Hélène Roy', 0)

beforeEach(() => speak('fr'))

describe('the letter of intake', () => {
  it('names the prerequisite that fails and asks for nothing else', () => {
    const letter = of({ lines: [failed, line('intake.answer-missing', '1.1', 'missing', 'Usage')] })
    expect(letter?.subject).toContain('non recevable')
    expect(letter?.body).toContain('P.2 Dossier de protection des données')
    expect(letter?.body).not.toContain('Usage')
    expect(letter?.body).toContain('Hélène Roy')
  })

  it('is none where nothing is missing and no prerequisite fails', () => {
    expect(of({ knocked_out: false, lines: [] })).toBeNull()
  })
})
