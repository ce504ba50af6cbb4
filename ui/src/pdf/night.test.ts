import { expect, it } from 'vitest'
import { isPaper } from './night'

const page = (...parts: [number, [number, number, number]][]) =>
  parts.flatMap(([count, rgb]) => Array.from({ length: count }, () => [...rgb, 255]).flat())

it('a scan of a text is paper, white, grey or yellowed, also with a stamp on it', () => {
  expect(isPaper(page([85, [255, 255, 255]], [15, [20, 20, 20]]))).toBe(true)
  expect(isPaper(page([80, [205, 200, 190]], [20, [60, 55, 50]]))).toBe(true)
  expect(isPaper(page([80, [245, 232, 190]], [15, [40, 30, 20]], [5, [180, 20, 30]]))).toBe(true)
})

it('a photograph that fills its page is none: its colours, or its darkness, say so', () => {
  expect(isPaper(page([50, [120, 160, 230]], [50, [60, 140, 60]]))).toBe(false)
  expect(isPaper(page([70, [60, 60, 60]], [30, [200, 200, 200]]))).toBe(false)
})
