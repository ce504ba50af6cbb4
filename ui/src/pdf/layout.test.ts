import { describe, expect, it } from 'vitest'
import { arrange, fitting, gap, pad } from './layout'

const a4 = { width: 595, height: 842 }
const plain = { scale: 1, rotation: 0, spread: false } as const

describe('where pages lie', () => {
  it('puts one below the other, each in the middle', () => {
    const { pages, width, height } = arrange([a4, { width: 842, height: 595 }], plain)
    expect(pages[0]).toEqual({ x: -297.5, top: pad, width: 595, height: 842 })
    expect(pages[1]).toEqual({ x: -421, top: pad + 842 + gap, width: 842, height: 595 })
    expect([width, height]).toEqual([842, pad + 842 + gap + 595 + pad])
  })

  it('turns pages on their side', () => {
    const [page] = arrange([a4], { ...plain, rotation: 90 }).pages
    expect([page?.width, page?.height]).toEqual([842, 595])
  })

  it('shows two pages side by side after a cover that stands alone', () => {
    const { pages } = arrange([a4, a4, a4, a4], { ...plain, spread: true })
    expect(pages.map((page) => page.top)).toEqual([pad, pad + 858, pad + 858, pad + 2 * 858])
    expect([pages[1]?.x, pages[2]?.x]).toEqual([-595 - gap / 2, gap / 2])
  })

  it('fills a pane with the widest row', () => {
    for (const look of [plain, { ...plain, spread: true }, { ...plain, rotation: 90 as const }]) {
      const sizes = [a4, a4, a4]
      const scale = fitting(sizes, look, 1000)
      expect(arrange(sizes, { ...look, scale }).width).toBeCloseTo(946, 5)
    }
  })
})
