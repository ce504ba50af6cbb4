import { describe, expect, it } from 'vitest'
import { Turns } from './turns'

const going = () => new AbortController().signal

describe('whose turn it is to be drawn', () => {
  it('is the page under the eye, then its neighbours', async () => {
    const turns = new Turns(() => 4)
    const drawn: number[] = []
    const draw = async (page: number) => {
      const leave = await turns.take(page, going())
      drawn.push(page)
      await Promise.resolve()
      leave()
    }
    await Promise.all([draw(2), draw(3), draw(4), draw(5)])
    expect(drawn).toEqual([4, 3, 5, 2])
  })

  it('passes over a page that went out of view', async () => {
    const turns = new Turns(() => 1)
    const leave = await turns.take(1, going())
    const gone = new AbortController()
    const second = turns.take(2, gone.signal)
    const third = turns.take(3, going())
    gone.abort()
    await expect(second).rejects.toThrow()
    leave()
    await expect(third).resolves.toBeTypeOf('function')
  })

  it('rests once all are drawn', async () => {
    const turns = new Turns(() => 1)
    let rested = false
    void turns.rest().then(() => (rested = true))
    const first = await turns.take(1, going())
    const second = turns.take(2, going())
    first()
    const leave = await second
    await Promise.resolve()
    expect(rested).toBe(false)
    leave()
    await Promise.resolve()
    expect(rested).toBe(true)
  })
})
