import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import App from '../../App.svelte'
import { speak } from '../../i18n/index.svelte'
import type { MajorityView, Problem } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import { router } from '../../state/router.svelte'
import { toasts } from '../../state/toast.svelte'
import { majorityWords } from './majority'

async function voting(desk = new FakeDesk()) {
  router.home()
  render(App, { desk })
  await screen.findByRole('main')
  router.go({ screen: 'vote', motion: 'cardio' })
  await screen.findByTestId('vote-question')
  return desk
}

/** With every kind of space as one. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

const asked: MajorityView = {
  method: 'motion',
  rule: 'simple',
  share: null,
  against_below: null,
  base: 'cast',
  electors: 20,
  quorum: 14,
  of: 20,
  votes: 11,
  moves: true,
  colleges: null,
  veto: [],
  casting: false,
}

describe('the first step of a vote', () => {
  it('says the majority in words and in votes', async () => {
    await voting()
    const said = screen.getAllByTestId('vote-asks').map((one) => plain(one.textContent))
    expect(said).toContain('Majorité qualifiée : au moins 2/3 des suffrages exprimés.')
    expect(said).toContain('Si les 20 électeurs votent tous pour ou contre, il faut au moins 14 voix pour.')
  })

  it('leads to the comparison of the dossier, and back to the vote', async () => {
    await voting()
    await fireEvent.click(screen.getByTestId('vote-compare'))
    await fireEvent.click(await screen.findByTestId('sort-grid'))
    expect(router.now).toMatchObject({ screen: 'compare', dossier: 'cardioveille', vote: 'cardio' })
    await fireEvent.click(screen.getByTestId('compare-to-vote'))
    await screen.findByTestId('vote-question')
    expect(router.now).toEqual({ screen: 'vote', motion: 'cardio' })
  })

  it('offers no comparison before the sheets are open', async () => {
    const desk = new FakeDesk()
    const real = desk.vote
    desk.vote = async (...given: Parameters<typeof real>) => ({
      ...(await real(...given)),
      comparison: false,
    })
    await voting(desk)
    expect(screen.queryByTestId('vote-compare')).toBeNull()
  })

  it('is read aloud by the system, piece by piece, until it is stopped', async () => {
    const desk = new FakeDesk()
    const said: string[] = []
    let end: (how: 'whole' | 'stopped') => void = () => undefined
    desk.speech_say = ((a: { text: string }) => {
      said.push(a.text)
      return new Promise((done) => (end = done))
    }) as never
    const stop = vi.spyOn(desk, 'speech_stop')
    await voting(desk)
    await fireEvent.click(screen.getByTestId('vote-aloud'))
    expect(said[0]).toContain('Faut-il donner à CardioVeille le label')
    end('whole')
    await waitFor(() => expect(said).toHaveLength(2))
    await fireEvent.keyDown(document.body, { key: 'L', code: 'KeyL', ctrlKey: true, shiftKey: true })
    expect(stop).toHaveBeenCalled()
    end('stopped')
    await waitFor(() => expect(screen.getByTestId('vote-aloud').textContent).toContain('Lire à voix haute'))
    expect(said).toHaveLength(2)
  })

  it('says that the system has no speech', async () => {
    const desk = new FakeDesk()
    desk.speech_say = (() => Promise.reject({ code: 'speech-absent', params: {} } satisfies Problem)) as never
    await voting(desk)
    await fireEvent.click(screen.getByTestId('vote-aloud'))
    await waitFor(() => expect(toasts.now?.text).toContain('pas de voix'))
    expect(screen.getByTestId('vote-aloud')).toBeTruthy()
  })
})

describe('a majority in words', () => {
  beforeEach(() => speak('fr'))

  it('has a sentence for each rule, in either language', () => {
    for (const language of ['fr', 'en'] as const) {
      speak(language)
      for (const rule of [
        'simple',
        'absolute',
        'qualified',
        'qualified-strict',
        'for-against',
        'unanimity',
      ] as const)
        for (const base of ['cast', 'present', 'unrecused', 'members', 'seats'] as const)
          for (const method of ['motion', 'ladder', 'plurality'] as const) {
            const words = majorityWords({
              ...asked,
              rule,
              base,
              method,
              share: '2/3',
              against_below: '1/3',
              colleges: 2,
              veto: ['patients', 'own-college'],
              casting: true,
            })
            expect(words.join(' ')).not.toMatch(/\[[a-z-]+\]|vote-/)
          }
    }
  })

  it('says when it is out of reach, and when it does not depend on the turnout', () => {
    expect(majorityWords({ ...asked, rule: 'absolute', base: 'seats', of: 41, votes: null })[1]).toContain(
      'la majorité ne serait pas atteinte',
    )
    expect(
      majorityWords({ ...asked, rule: 'absolute', base: 'seats', of: 22, votes: 12, moves: false }).map(
        plain,
      ),
    ).toContain('Ce nombre ne dépend pas de la participation : il se compte sur 22 sièges.')
  })

  it('names no number where the lead is enough', () => {
    expect(majorityWords({ ...asked, method: 'plurality' })).toEqual([
      'L’option qui réunit le plus de voix l’emporte.',
    ])
  })
})
