import { expect, it, vi } from 'vitest'
import type { Saved } from '../ipc/contract'
import { Autosave } from './autosave'

interface Item {
  version: number
  text: string
}

/** A disk that can be slow or full, and remembers what it was given in order. */
function bench() {
  const disk = new Map<string, Item>()
  const order: string[] = []
  let full = 0
  const gates: (() => void)[] = []
  let gated = false
  const save = vi.fn(async (item: Item & { key?: string }): Promise<Saved> => {
    if (gated) await new Promise<void>((go) => gates.push(go))
    if (full > 0) {
      full -= 1
      throw { code: 'disk-full', params: {} }
    }
    const key = item.key ?? 'row'
    const before = disk.get(key)
    if (before && before.version > item.version) return { at: 1, version: before.version }
    disk.set(key, item)
    order.push(item.text)
    return { at: 1, version: item.version }
  })
  const ears = { saved: vi.fn(), failed: vi.fn(), recovered: vi.fn(), settled: vi.fn() }
  const queue = new Autosave<Item & { key?: string }>(save, ears, () => Promise.resolve())
  return {
    disk,
    order,
    /** Waits by turns and not by the clock, so that a slow machine proves the same. */
    quiet: async () => {
      for (let turn = 0; !queue.clean && turn < 10_000; turn++) await Promise.resolve()
      expect(queue.clean).toBe(true)
    },
    save,
    ears,
    queue,
    fill: (times: number) => (full = times),
    hold: () => (gated = true),
    let: () => {
      gated = false
      gates.splice(0).forEach((go) => go())
    },
  }
}

it('writes the first key at once, without waiting for a pause', async () => {
  const { queue, save } = bench()
  queue.put('row', { version: 1, text: 'a' })
  expect(save).toHaveBeenCalledTimes(1)
  await queue.flush()
})

it('never loses the last key of a burst, while the disk is slow', async () => {
  const { queue, disk, save, hold, let: go } = bench()
  hold()
  for (let i = 1; i <= 400; i++) queue.put('row', { version: i, text: 'x'.repeat(i) })
  go()
  await queue.flush()
  expect(disk.get('row')?.text).toHaveLength(400)
  // What came meanwhile went as one write: the disk is not asked four hundred times.
  expect(save.mock.calls.length).toBeLessThan(5)
})

it('keeps the order in which things were first touched', async () => {
  const { queue, order, hold, let: go } = bench()
  hold()
  queue.put('a', { key: 'a', version: 1, text: 'a1' })
  queue.put('b', { key: 'b', version: 1, text: 'b1' })
  queue.put('c', { key: 'c', version: 1, text: 'c1' })
  queue.put('b', { key: 'b', version: 2, text: 'b2' })
  go()
  await queue.flush()
  expect(order).toEqual(['a1', 'b2', 'c1'])
})

it('tries again until the disk takes it, says so once, and says when it recovers', async () => {
  const { queue, disk, ears, fill, quiet } = bench()
  fill(4)
  queue.put('row', { version: 1, text: 'kept' })
  await queue.flush().catch(() => undefined)
  await quiet()
  expect(disk.get('row')?.text).toBe('kept')
  expect(ears.failed).toHaveBeenCalledTimes(1)
  expect(ears.recovered).toHaveBeenCalledTimes(1)
})

it('never lets a retry overwrite what was typed after it', async () => {
  const { queue, disk, order, fill, hold, let: go, quiet } = bench()
  fill(1)
  hold()
  queue.put('row', { version: 1, text: 'old' })
  queue.put('row', { version: 2, text: 'new' })
  go()
  await quiet()
  expect(disk.get('row')?.text).toBe('new')
  expect(order).toEqual(['new'])
})

it('a flush rejects while the disk refuses, so that nothing is sealed unsaved', async () => {
  const { queue, fill, quiet } = bench()
  fill(1)
  queue.put('row', { version: 1, text: 'a' })
  await expect(queue.flush()).rejects.toMatchObject({ code: 'disk-full' })
  await quiet()
  await expect(queue.flush()).resolves.toBeUndefined()
})

it('goes above what the disk already holds, instead of being set aside in silence', async () => {
  const { queue, disk } = bench()
  disk.set('row', { version: 9, text: 'from before' })
  queue.put('row', { version: 2, text: 'mine' })
  await queue.flush()
  expect(disk.get('row')).toMatchObject({ version: 10, text: 'mine' })
})

it('ends with the last text whatever the disk does', async () => {
  // A small generator of luck with a fixed seed: two hundred bursts, each with failures in between.
  let seed = 7
  const luck = (n: number) => (seed = (seed * 48271) % 2147483647) % n
  for (let round = 0; round < 200; round++) {
    const { queue, disk, fill, quiet } = bench()
    let last = ''
    for (let i = 1; i <= 1 + luck(12); i++) {
      if (luck(4) === 0) fill(luck(3))
      last = `${round}-${i}`
      queue.put('row', { version: i, text: last })
      if (luck(3) === 0) await Promise.resolve()
    }
    await quiet()
    expect(disk.get('row')?.text).toBe(last)
  }
})
