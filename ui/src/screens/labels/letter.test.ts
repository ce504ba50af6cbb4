import { beforeEach, describe, expect, it } from 'vitest'
import { speak } from '../../i18n/index.svelte'
import type { IssuedLabel, LabelStep } from '../../ipc/contract'
import { labelLetter, lettersOf } from './letter'

const step = (what: LabelStep['what'], on: string, more: Partial<LabelStep> = {}): LabelStep => ({
  on,
  recorded_on: on,
  what,
  by: 'Pr Antoine Lefort',
  public: true,
  reason: null,
  grounds: null,
  until: null,
  successor: null,
  ...more,
})

const label: IssuedLabel = {
  dossier: 'd1',
  number: '2026-001',
  solution: 'LombaRythme',
  version: '4.4',
  publisher: 'Cadence Santé',
  label: { fr: 'Label d’essai', en: 'Trial label' },
  state: 'active',
  effective_on: '2026-11-22',
  valid_until: '2029-11-22',
  url: 'https://registre.example/fr/labels/2026-001',
  here: true,
  renewal: null,
  letter: {
    contact: 'contact@editeur.example',
    label: { fr: 'Label d’essai', en: 'Trial label' },
    institute: 'Institut de démonstration',
    appeal_months: 2,
    appealed: false,
    orientations: [],
  },
  since: '2026-11-22',
  expiring: false,
  flags: [],
  steps: [step('granted', '2026-11-22', { until: '2029-11-22' })],
  next: [],
  offers: [],
}
const plain = (text = '') => text.replaceAll(/[\u00a0\u202f]/g, ' ')

beforeEach(() => speak('fr'))

describe('letters to the publisher about a label', () => {
  it('tell of the grant with its term and duties', () => {
    expect(lettersOf(label)).toEqual(['granted'])
    const body = plain(labelLetter(label, 'granted', 'Hélène Roy')?.body)
    for (const words of [
      'version 4.4',
      '2026-001',
      '22 novembre 2029',
      'tout changement important',
      'Hélène Roy',
    ])
      expect(body).toContain(words)
  })

  it('give the reasons and the last day of a formal notice', () => {
    const steps = [
      step('formal-notice', '2027-01-10', { until: '2027-03-10', grounds: 'L’étude promise manque.' }),
      ...label.steps,
    ]
    const noticed: IssuedLabel = { ...label, state: 'formal-notice', steps }
    expect(lettersOf(noticed)).toEqual(['formal-notice'])
    const body = plain(labelLetter(noticed, 'formal-notice', 'Hélène Roy')?.body)
    expect(body).toContain('L’étude promise manque.')
    expect(body).toContain('10 mars 2027')
  })

  it('say from when a suspension holds, and that it can be appealed', () => {
    const why = { fr: 'Un incident est à l’examen.', en: 'An incident is under review.' }
    const steps = [step('suspended', '2027-02-01', { reason: why }), ...label.steps]
    const body = plain(labelLetter({ ...label, state: 'suspended', steps }, 'suspended', 'H')?.body)
    for (const words of ['1er février 2027', why.fr, '2 mois']) expect(body).toContain(words)
  })

  it('remind of the renewal while none is asked for, and only then', () => {
    expect(lettersOf({ ...label, expiring: true })).toEqual(['renewal', 'granted'])
    const renewal = { dossier: 'd2', number: '2029-004' }
    expect(lettersOf({ ...label, expiring: true, renewal })).toEqual(['granted'])
  })

  it('are for whoever may read whom they go to', () => {
    expect(lettersOf({ ...label, letter: null })).toEqual([])
    expect(labelLetter({ ...label, letter: null }, 'granted', 'H')).toBeNull()
  })

  it('have every sentence in both languages', () => {
    for (const language of ['fr', 'en'] as const) {
      speak(language)
      for (const what of [
        'granted',
        'renewal',
        'notice-lifted',
        'reinstated',
        'withdrawn',
        'lapsed',
        'expired',
      ] as const) {
        const letter = labelLetter(label, what, 'H')
        expect(`${letter?.subject} ${letter?.body}`).not.toMatch(/label-letter|undefined|\{/)
      }
    }
  })
})
