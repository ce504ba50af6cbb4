import { describe, expect, it } from 'vitest'
import { drawn } from './region'

describe('a region drawn with the pointer', () => {
  it('lies between its two corners, whichever comes first', () => {
    const region = drawn(3, { x: 0.6, y: 0.5 }, { x: 0.2, y: 0.25 })
    expect(region.page).toBe(3)
    expect(region.left).toBeCloseTo(0.2)
    expect(region.top).toBeCloseTo(0.25)
    expect(region.width).toBeCloseTo(0.4)
    expect(region.height).toBeCloseTo(0.25)
  })
  it('stays on the page when the pointer leaves it', () => {
    const { left, top, width, height } = drawn(1, { x: 0.9, y: 0.9 }, { x: 1.4, y: 2 })
    expect(left + width).toBeLessThanOrEqual(1)
    expect(top + height).toBeLessThanOrEqual(1)
  })
  it('can be seen even where the pointer moved in one direction only', () => {
    expect(drawn(1, { x: 0.1, y: 0.1 }, { x: 0.5, y: 0.1 }).height).toBeGreaterThan(0.01)
    const edge = drawn(1, { x: 1, y: 1 }, { x: 1, y: 1 })
    expect(edge.left + edge.width).toBeLessThanOrEqual(1)
  })
})
