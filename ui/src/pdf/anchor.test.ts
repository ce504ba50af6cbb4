import { describe, expect, it } from 'vitest'
import { foldSpaces, lines, quoteOf, toPage, toScreen, type Space } from './anchor'

/** What PDF.js computes for a page of A4, at a scale and a rotation of quarter turns. */
function space(scale: number, turns: 0 | 1 | 2 | 3): Space {
  const [w, h] = [595, 842]
  const to = [
    (x: number, y: number) => [x, h - y],
    (x: number, y: number) => [y, x],
    (x: number, y: number) => [w - x, y],
    (x: number, y: number) => [h - y, w - x],
  ][turns] as (x: number, y: number) => [number, number]
  const from = [
    (x: number, y: number) => [x, h - y],
    (x: number, y: number) => [y, x],
    (x: number, y: number) => [w - x, y],
    (x: number, y: number) => [w - y, h - x],
  ][turns] as (x: number, y: number) => [number, number]
  return {
    convertToViewportPoint: (x, y) => to(x, y).map((v) => v * scale),
    convertToPdfPoint: (x, y) => from(x / scale, y / scale),
  }
}

describe('a passage comes back where it was cited', () => {
  for (const turns of [0, 1, 2, 3] as const) {
    for (const scale of [0.5, 1, 1.37, 3]) {
      it(`at scale ${scale} and ${turns} quarter turns`, () => {
        const at = space(scale, turns)
        const box = { left: 100 * scale, top: 50 * scale, right: 300 * scale, bottom: 62 * scale }
        const rect = toPage(box, at)
        expect(rect[0]).toBeLessThan(rect[2])
        expect(rect[1]).toBeLessThan(rect[3])
        const back = toScreen(rect, at)
        for (const side of ['left', 'top', 'right', 'bottom'] as const) {
          expect(Math.abs(back[side] - box[side])).toBeLessThan(0.2 * scale)
        }
      })
    }
  }
  it('and is the same passage at every zoom', () => {
    const small = toPage({ left: 50, top: 25, right: 150, bottom: 31 }, space(0.5, 0))
    const large = toPage({ left: 300, top: 150, right: 900, bottom: 186 }, space(3, 0))
    expect(small).toEqual(large)
  })
})

describe('lines of a selection', () => {
  it('join the runs of one line and leave two lines apart', () => {
    const runs = [
      { left: 10, top: 10, right: 50, bottom: 22 },
      { left: 52, top: 11, right: 90, bottom: 21 },
      { left: 10, top: 26, right: 60, bottom: 38 },
    ]
    expect(lines(runs)).toEqual([
      { left: 10, top: 10, right: 90, bottom: 22 },
      { left: 10, top: 26, right: 60, bottom: 38 },
    ])
  })
  it('do not join two columns across the gutter', () => {
    const runs = [
      { left: 10, top: 10, right: 200, bottom: 22 },
      { left: 260, top: 10, right: 450, bottom: 22 },
    ]
    expect(lines(runs)).toHaveLength(2)
  })
  it('leave out boxes without a surface', () => {
    expect(lines([{ left: 10, top: 10, right: 10, bottom: 22 }])).toEqual([])
  })
})

describe('the quote', () => {
  const text =
    'Chaque événement a été examiné par un comité\nd’adjudication  indépendant, composé de trois cliniciens.'
  it('is the words as one reads them, with what stands around', () => {
    const start = text.indexOf('un comité')
    const end = text.indexOf(', composé')
    expect(quoteOf(text, start, end)).toEqual({
      quote: 'un comité d’adjudication indépendant',
      before: 'que événement a été examiné par ',
      after: ', composé de trois cliniciens.',
    })
  })
  it('has at most 32 characters on either side', () => {
    const long = 'x'.repeat(200)
    const { before, after } = quoteOf(long, 100, 101)
    expect([before.length, after.length]).toEqual([32, 32])
  })
  it('folds every kind of space', () => {
    expect(foldSpaces('a\u202f\u00a0 \n\tb')).toBe('a b')
  })
})
