import { expect, it } from 'vitest'
import { deliberate } from './deliberate'

it('leaves an act that cannot be undone to its button and to Ctrl+Enter', () => {
  document.body.innerHTML = '<form><input><textarea></textarea><button>x</button></form>'
  const form = document.querySelector('form') as HTMLFormElement
  let sent = 0
  form.requestSubmit = () => void (sent += 1)
  const leave = deliberate(form)
  const press = (where: string, more: KeyboardEventInit = {}) =>
    form
      .querySelector(where)
      ?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more }),
      )
  // What is not prevented, the web view does: a field would send the form.
  expect(press('input')).toBe(false)
  expect(press('textarea')).toBe(true)
  expect(press('button')).toBe(true)
  expect(sent).toBe(0)
  press('textarea', { ctrlKey: true, isComposing: true })
  expect(sent).toBe(0)
  press('textarea', { ctrlKey: true })
  press('input', { metaKey: true })
  expect(sent).toBe(2)
  leave()
  expect(press('input')).toBe(true)
})
