import { describe, expect, it } from 'vitest'
import { rectsOf, type Run } from './place'

const line = (str: string, x: number, y: number): Run => ({
  str,
  transform: [10, 0, 0, 10, x, y],
  width: str.length * 5,
  height: 10,
})

describe('words on a page of another version', () => {
  const runs = [
    line('Groupe témoin : 12 patients perdus', 70, 700),
    line('de vue. Groupe suivi : 12 patients ran-', 70, 686),
    line('domisés, suivis douze mois.', 70, 672),
  ]

  it('stand in one rectangle for each line, hyphenated or not', () => {
    const rects = rectsOf(runs, {
      quote: '12 patients randomisés',
      before: 'Groupe suivi : ',
      after: ', suivis',
    })
    expect(rects).toHaveLength(2)
    const [first, second] = rects
    expect(first?.[0]).toBe(185)
    expect(first?.[3]).toBeGreaterThan(first?.[1] ?? 0)
    expect(second).toEqual([70, 669.8, 105, 680.6])
  })

  it('are those between their own neighbours when they come twice', () => {
    const wanted = { quote: '12 patients', before: 'Groupe suivi : ', after: ' ran' }
    expect(rectsOf(runs, wanted)[0]?.[1]).toBeCloseTo(683.8)
    expect(rectsOf(runs, { ...wanted, before: 'témoin : ', after: ' perdus' })[0]?.[1]).toBeCloseTo(697.8)
  })

  it('stand upright where the page is turned', () => {
    const turned: Run = { str: 'abcd', transform: [0, 10, -10, 0, 100, 50], width: 20, height: 10 }
    expect(rectsOf([turned], { quote: 'bc', before: 'a', after: 'd' })).toEqual([[91.4, 55, 102.2, 65]])
  })

  it('are nowhere when they are not there', () => {
    expect(rectsOf(runs, { quote: 'absents', before: '', after: '' })).toEqual([])
    expect(rectsOf(runs, { quote: ' - ', before: '', after: '' })).toEqual([])
  })
})
