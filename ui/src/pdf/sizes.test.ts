import { expect, it } from 'vitest'
import { A4, differs, sizesOf } from './sizes'

const wide = { width: 842, height: 595 }
const letter = { width: 612, height: 792 }

it('a page that was not measured is like its neighbour', () => {
  expect(sizesOf(3, new Map())).toEqual([A4, A4, A4])
  const one = new Map([[1, letter]])
  expect(sizesOf(3, one)).toEqual([letter, letter, letter])
  expect(sizesOf(5, one.set(3, wide))).toEqual([letter, letter, wide, wide, wide])
  expect(sizesOf(5, one.set(4, letter))).toEqual([letter, letter, wide, letter, letter])
  expect(sizesOf(3, new Map([[2, wide]]))).toEqual([wide, wide, wide])
})

it('rounding is no difference', () => {
  expect(differs(A4, { width: 595.001, height: 842 })).toBe(false)
  expect(differs(A4, wide)).toBe(true)
  expect(differs(A4, undefined)).toBe(true)
})
