import { beforeEach, describe, expect, it } from 'vitest'
import { speak } from '../../i18n/index.svelte'
import type { DecisionView, LetterFacts } from '../../ipc/contract'
import { decisionLetter, declinedLetter, recourseLetter } from './letter'

const decision: DecisionView = {
  outcome: 'refuse',
  reasons: ['Les preuves ne portent que sur six semaines.'],
  improve: [
    { criterion: '1.4', observation: 'Critère indirect.', change: 'Mesurer à un an.', by: '2027-03-01' },
    { criterion: '3.2', observation: 'Aucun test avec des patients.', change: '', by: null },
  ],
  letter: {
    contact: 'contact@demonstration.example',
    label: { fr: 'Label d’essai', en: 'Trial label' },
    institute: 'Institut de démonstration',
    appeal_months: 2,
    appealed: false,
    orientations: [
      {
        code: 'national-desk',
        title: { fr: 'Guichet national', en: 'National desk' },
        line: { fr: 'Comprendre la réglementation.', en: 'Understand the rules.' },
        url: 'https://example.fr/',
      },
    ],
  },
}

beforeEach(() => speak('fr'))

const facts = decision.letter as LetterFacts

describe('letters about an appeal', () => {
  it('say what was decided, why, and what follows, in either language', () => {
    const letter = { letter: facts, reason: 'L’étude est parue après la séance.', day: '2027-01-22' }
    for (const kind of ['accepted', 'dismissed', 'closed', 'lapsed'] as const)
      for (const language of ['fr', 'en'] as const) {
        speak(language)
        const { subject, body } = recourseLetter({ ...letter, kind }, 'OncoSuivi', 'Hélène Roy')
        for (const words of [subject, body]) {
          expect(words).toContain('OncoSuivi')
          expect(words).not.toMatch(/\[[a-z-]+\]/)
        }
        expect(body).toContain('L’étude est parue après la séance.')
        if (kind === 'closed' || kind === 'lapsed') expect(body).toContain('2027')
      }
  })
  it('of closing names no day where none is known', () => {
    const letter = recourseLetter(
      { kind: 'closed', letter: facts, reason: null, day: null },
      'OncoSuivi',
      'H',
    )
    expect(letter.body).toContain('est passé')
  })
  it('offer no second appeal', () => {
    const again = { ...decision, letter: { ...facts, appealed: true } }
    const body = decisionLetter(again, 'OncoSuivi', 'Hélène Roy')?.body ?? ''
    expect(body).toContain('a déjà été exercé')
    expect(body).not.toContain('2 mois')
  })
})

describe('the letter after a decision', () => {
  it('of refusal gives reasons, points, where to turn to, and the time to appeal', () => {
    const letter = decisionLetter(decision, 'OncoSuivi', 'Hélène Roy')
    expect(letter?.subject).toContain('refusé')
    const body = letter?.body ?? ''
    for (const words of [
      'Les preuves ne portent que sur six semaines.',
      'Critère indirect. Mesurer à un an.',
      '1er mars 2027',
      'Guichet national',
      'https://example.fr/',
      '2 mois',
      'Hélène Roy',
    ])
      expect(body.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(words)
    expect(body).not.toMatch(/\[[a-z-]+\]/)
  })
  it('of deferral says what is awaited, and speaks of no appeal', () => {
    const body = decisionLetter({ ...decision, outcome: 'defer' }, 'OncoSuivi', 'Hélène Roy')?.body ?? ''
    expect(body).toContain('Ce qu’il attend de vous')
    expect(body).not.toContain('recours')
  })
  it('is in English where the window is', () => {
    speak('en')
    const body = decisionLetter(decision, 'OncoSuivi', 'Hélène Roy')?.body ?? ''
    expect(body).toContain('National desk')
    expect(body).toContain('2 months to appeal')
  })
  it('is not owed where a label was granted', () => {
    expect(decisionLetter({ ...decision, outcome: 'grant', letter: null }, 'OncoSuivi', 'H')).toBeNull()
  })
})

describe('the letter after a dossier was not preselected', () => {
  it('says the mark, its bar, what would change it, and the time to appeal', () => {
    const { letter, improve } = decision
    if (!letter) throw new Error('the decision has a letter')
    const written = declinedLetter(
      { letter, mark: '13.9', bar: '14', points: improve },
      'Aplomb',
      'Hélène Roy',
    )
    const body = written.body.replaceAll(/[\u00a0\u202f]/g, ' ')
    for (const words of ['13,9 sur 20', 'au moins 14', 'Mesurer à un an.', 'Guichet national', '2 mois'])
      expect(body).toContain(words)
  })
})
