import { expect, it } from 'vitest'
import { History } from './history'

function bench() {
  const history = new History(100)
  let now = 0
  const put = (text: string, at: number, merge?: string) => {
    const before = now
    const after = (now = Number(text))
    const change = { words: text, undo: () => (now = before), redo: () => (now = after) }
    history.push(merge ? { ...change, merge } : change, at)
  }
  return { history, put, now: () => now }
}

it('takes back and gives again', () => {
  const { history, put, now } = bench()
  put('1', 0)
  put('2', 5000)
  history.undo()
  expect(now()).toBe(1)
  history.undo()
  expect(now()).toBe(0)
  expect(history.undo()).toBeNull()
  history.redo()
  history.redo()
  expect(now()).toBe(2)
  expect(history.redo()).toBeNull()
})

it('undoes typing by stretches, not by letters', () => {
  const { history, put, now } = bench()
  put('1', 0, 'reason')
  put('2', 300, 'reason')
  put('3', 900, 'reason')
  put('4', 3000, 'reason')
  history.undo()
  expect(now()).toBe(3)
  history.undo()
  expect(now()).toBe(0)
})

it('does not join what was typed after an undo to what was typed before', () => {
  const { history, put, now } = bench()
  put('1', 0, 'reason')
  put('2', 5000, 'reason')
  history.undo()
  history.redo()
  put('3', 5100, 'reason')
  history.undo()
  expect(now()).toBe(2)
})

it('forgets what was undone once something new is done', () => {
  const { history, put, now } = bench()
  put('1', 0)
  history.undo()
  put('5', 10)
  expect(history.redo()).toBeNull()
  expect(now()).toBe(5)
})
