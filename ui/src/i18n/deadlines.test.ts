import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Reminder } from '../ipc/contract'

// 18:00 in Paris on 6 December 2026.
const at = Date.UTC(2026, 11, 6, 17)
const before = at - 2 * 3_600_000
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2066-\u2069]/g, ' ')

/** The words of a window whose computer stands in another zone. */
async function standing(zone: string) {
  vi.stubEnv('TZ', zone)
  vi.resetModules()
  const { speak } = await import('./index.svelte')
  speak('fr')
  return { ...(await import('./dates')), ...(await import('../screens/dossiers/words')) }
}

beforeAll(() => vi.useFakeTimers({ now: before }))
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

describe('a deadline', () => {
  it('is told in Paris too for whoever reads it under another clock', async () => {
    const { deadline, dayAndTime, due } = await standing('America/Martinique')
    expect(plain(deadline(dayAndTime(at, before), at))).toBe('aujourd’hui à 13:00 (18:00 à Paris)')
    expect(plain(due(at + 5 * 86_400_000, before).date)).toBe('vendredi 11 déc. à 13:00 (18:00 à Paris)')
  })
  it('names the day in Paris where it is another', async () => {
    const { deadline, shortDay } = await standing('Asia/Tokyo')
    expect(plain(deadline(shortDay(at), at))).toBe('7 déc. (le 6 déc. à 18:00 à Paris)')
  })
  it('calls the first day of a month as French does, and no other', async () => {
    const { civilDay, fullDay, shortDay } = await standing('Europe/Paris')
    const { parisDay } = await import('./zones')
    const first = Date.UTC(2026, 2, 1, 11)
    expect(plain(fullDay(first))).toBe('dimanche 1er mars 2026')
    expect([shortDay(first), parisDay(first), civilDay('2026-03-11')].map(plain)).toEqual([
      '1er mars',
      '1er mars',
      '11 mars 2026',
    ])
    const { speak } = await import('./index.svelte')
    speak('en')
    expect(plain(shortDay(first))).toBe('1 Mar')
  })
  it('says its year where it may be taken for that of another one', async () => {
    const { day, dayAndTime, shortDay, written } = await standing('Europe/Brussels')
    const later = at + 400 * 86_400_000
    expect(plain(shortDay(at, at + 100 * 86_400_000))).toBe('6 déc.')
    expect(plain(shortDay(at, later))).toMatch(/^6 déc\. \d{4}$/)
    expect(plain(day(at, before))).toBe('dimanche 6 déc.')
    expect(plain(day(at, later))).toBe(plain(shortDay(at, later)))
    expect([written('2025-05'), written('2024'), written('2023-12-13')]).toEqual([
      'mai 2025',
      '2024',
      '13 décembre 2023',
    ])
    expect(plain(dayAndTime(at, later))).toMatch(/^6 déc\. \d{4} à 18:00$/)
  })
  it('stays as it is where the clock stands as in Paris', async () => {
    const { deadline, shortDay } = await standing('Europe/Brussels')
    expect(plain(deadline(shortDay(at), at))).toBe('6 déc.')
  })
  it('is written in Paris time in a letter, and the letter says so', async () => {
    const { letterOf } = await standing('Asia/Tokyo')
    const items = [{ debt: 'expected', solution: 'CardioVeille', deadline: at }]
    const reminder = { member: 'm', name: 'L. Haddad', email: null, items } as unknown as Reminder
    expect(plain(letterOf(reminder, 'Institut').body)).toContain(
      'au plus tard le dimanche 6 décembre à 18:00, heure de Paris',
    )
  })
  it('is told beforehand as a reminder, with an entry for the calendar; not once it has passed', async () => {
    const { letterOf } = await standing('Europe/Paris')
    const letter = (...items: object[]) =>
      letterOf({ member: 'm', name: 'L. Haddad', email: null, items } as unknown as Reminder, 'Institut')
    const soon = { dossier: 'd1', debt: 'expected', solution: 'CardioVeille', deadline: at }
    const vote = { dossier: 'd2', debt: 'declare', solution: 'VoixClaire', deadline: at }
    const late = { dossier: 'd3', debt: 'late', solution: 'AlloTension', deadline: before - 86_400_000 }
    expect(letter(soon, vote).body).toContain('Pour rappel')
    expect(plain(letter(vote).body)).toContain(
      'même s’il n’y en a aucun, au plus tard le dimanche 6 décembre',
    )
    expect(letter(soon, late).body).toContain('Nous attendons encore')
    const { entries } = letter(soon, vote, late)
    expect(entries.map(({ dossier, at: day }) => [dossier, day])).toEqual([
      ['d1', at],
      ['d2', at],
    ])
  })
})
