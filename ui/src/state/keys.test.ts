import { describe, expect, it } from 'vitest'
import {
  ownUndoOf,
  actOf,
  digitOf,
  shortcuts,
  shortcutsOf,
  shown,
  whereIs,
  worksOverDialog,
  type Stroke,
  type Where,
} from './keys'

const stroke = (part: Partial<Stroke>): Stroke => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...part,
})
const where = (part: Partial<Where> = {}): Where => ({
  inField: false,
  pane: 'criterion',
  letters: true,
  review: true,
  mac: false,
  ...part,
})

describe('marks by digit', () => {
  it('are given on a French keyboard, whose unshifted digits write & é "', () => {
    expect(actOf(stroke({ key: '"', code: 'Digit3' }), where())).toBe('mark-3')
    expect(actOf(stroke({ key: '&', code: 'Digit1' }), where())).toBe('mark-1')
  })
  it('are given from the numeric pad too', () => {
    expect(actOf(stroke({ key: '4', code: 'Numpad4' }), where())).toBe('mark-4')
  })
  it('do not disturb the writing of a reason', () => {
    expect(actOf(stroke({ key: '3', code: 'Digit3' }), where({ inField: true }))).toBeNull()
  })
  it('are given from the reason with Alt, by the row only', () => {
    expect(actOf(stroke({ key: '#', code: 'Digit3', altKey: true }), where({ inField: true }))).toBe('mark-3')
    expect(actOf(stroke({ key: '3', code: 'Numpad3', altKey: true }), where({ inField: true }))).toBeNull()
  })
  it('do nothing while letter keys are off, but Alt still works', () => {
    expect(actOf(stroke({ key: '3', code: 'Digit3' }), where({ letters: false }))).toBeNull()
    expect(actOf(stroke({ key: '3', code: 'Digit3', altKey: true }), where({ letters: false }))).toBe(
      'mark-3',
    )
  })
  it('do nothing on another screen', () => {
    expect(actOf(stroke({ key: '3', code: 'Digit3', altKey: true }), where({ review: false }))).toBeNull()
  })
  it('leave AltGr alone, which Windows reports as Ctrl+Alt', () => {
    expect(actOf(stroke({ key: '#', code: 'Digit3', altKey: true, ctrlKey: true }), where())).toBeNull()
  })
})

describe('letters', () => {
  it('work in the pane that owns them and nowhere else', () => {
    expect(actOf(stroke({ key: 'c', code: 'KeyC' }), where({ pane: 'evidence' }))).toBe('cite')
    expect(actOf(stroke({ key: 'c', code: 'KeyC' }), where({ pane: 'criterion' }))).toBeNull()
    expect(actOf(stroke({ key: 'j', code: 'KeyJ' }), where({ pane: null }))).toBeNull()
  })
  it('never work in a text field, nor when switched off', () => {
    expect(actOf(stroke({ key: 'j', code: 'KeyJ' }), where({ inField: true }))).toBeNull()
    expect(actOf(stroke({ key: 'j', code: 'KeyJ' }), where({ letters: false }))).toBeNull()
    expect(actOf(stroke({ key: '?', code: 'Comma', shiftKey: true }), where({ letters: false }))).toBeNull()
  })
  it('are read by character, so that they sit where the keyboard prints them', () => {
    expect(actOf(stroke({ key: 'x', code: 'KeyB' }), where())).toBe('na')
  })
})

describe('twins', () => {
  it('exist for every letter, so that nothing needs a bare key', () => {
    for (const one of shortcuts) expect(one.twins.length, one.act).toBeGreaterThan(0)
  })
  it('work from the field of the reason', () => {
    const field = where({ inField: true })
    expect(actOf(stroke({ key: 'ArrowDown', altKey: true }), field)).toBe('next')
    expect(actOf(stroke({ key: 'Enter', ctrlKey: true }), field)).toBe('next')
    expect(actOf(stroke({ key: 'G', ctrlKey: true, shiftKey: true }), field)).toBe('gap')
    expect(actOf(stroke({ key: 'z', ctrlKey: true }), field)).toBe('undo')
    expect(actOf(stroke({ key: 'Z', ctrlKey: true, shiftKey: true }), field)).toBe('redo')
  })
  it('leave to a field its own undo, where its text is not in the history of the screen', () => {
    const field = where({ inField: true, ownUndo: true })
    expect(actOf(stroke({ key: 'z', ctrlKey: true }), field)).toBeNull()
    expect(actOf(stroke({ key: 'Z', ctrlKey: true, shiftKey: true }), field)).toBeNull()
    expect(actOf(stroke({ key: 's', ctrlKey: true }), field)).toBe('save')
  })
  it('with digits are read by key: Ctrl+1 writes & on a French keyboard', () => {
    expect(actOf(stroke({ key: '&', code: 'Digit1', ctrlKey: true }), where())).toBe('screen-1')
    expect(actOf(stroke({ key: 'à', code: 'Digit0', ctrlKey: true }), where())).toBe('zoom-reset')
  })
  it('use the command key on macOS', () => {
    expect(actOf(stroke({ key: 'k', metaKey: true }), where({ mac: true }))).toBe('palette')
    expect(actOf(stroke({ key: 'k', ctrlKey: true }), where({ mac: true }))).toBeNull()
  })
  it('are all different on each screen', () => {
    for (const own of ['review', 'compare', 'vote', 'dossiers']) {
      const here = shortcuts.filter((one) => one.group === 'everywhere' || one.group === own)
      const all = here.flatMap((one) => one.twins)
      expect(new Set(all).size, own).toBe(all.length)
    }
  })
  it('mean on the comparison what they say there', () => {
    const down = stroke({ key: 'ArrowDown', altKey: true })
    expect(actOf(down, where({ review: false, compare: true }))).toBe('torn-next')
    expect(actOf(down, where({ review: true }))).toBe('next')
    const sort = where({ review: false, compare: true, pane: 'compare' })
    expect(actOf(stroke({ key: 't' }), sort)).toBe('sort')
    expect(actOf(stroke({ key: 't' }), { ...sort, letters: false })).toBeNull()
    expect(actOf(stroke({ key: 't' }), { ...sort, pane: null })).toBeNull()
  })
  it('avoid what screen readers, input methods and keyboards take', () => {
    for (const twin of shortcuts.flatMap((one) => one.twins)) {
      expect(twin).not.toMatch(/^Alt\+Shift|Ctrl\+Alt|^Ctrl\+Shift\+[UE]$|Insert|[[\]{}\\|@#]/)
    }
  })
})

it('panes are visited with F6 and back', () => {
  expect(actOf(stroke({ key: 'F6' }), where())).toBe('pane-next')
  expect(actOf(stroke({ key: 'F6', shiftKey: true }), where())).toBe('pane-previous')
})

it('where the focus is, is read from the page', () => {
  document.body.innerHTML =
    '<section data-pane="criterion"><textarea></textarea><input type="radio"></section>'
  const rest = { letters: true, review: true }
  expect(whereIs(document.querySelector('textarea'), rest)).toMatchObject({
    inField: true,
    pane: 'criterion',
  })
  expect(whereIs(document.querySelector('input'), rest)).toMatchObject({ inField: false, pane: 'criterion' })
  document.body.innerHTML = '<textarea data-undo></textarea><input><select></select><button></button>'
  const own = [...document.body.children].map((one) => whereIs(one, rest).ownUndo)
  expect(own).toEqual([false, true, false, false])
  expect(whereIs(null, rest)).toMatchObject({ inField: false, pane: null })
})

it('a field with an undo of its own is asked for it by the same keys, and for nothing else', () => {
  const z = stroke({ key: 'z', code: 'KeyZ', ctrlKey: true })
  const own = where({ inField: true, ownUndo: true })
  expect([ownUndoOf(z, own), ownUndoOf({ ...z, key: 'Z', shiftKey: true }, own)]).toEqual(['undo', 'redo'])
  expect(actOf(z, own)).toBeNull()
  expect(ownUndoOf(z, where({ inField: true }))).toBeNull()
  expect(ownUndoOf(stroke({ key: 'k', code: 'KeyK', ctrlKey: true }), own)).toBeNull()
})

it('a digit is a digit', () => {
  expect([digitOf('Digit7'), digitOf('Numpad0'), digitOf('KeyA')]).toEqual([7, 0, null])
})

it('a twin is shown in the words of the system', () => {
  expect(shown('Ctrl+Shift+H', false, { Shift: 'Maj' })).toEqual(['Ctrl', 'Maj', 'H'])
  expect(shown('Ctrl+Shift+H', true, {})).toEqual(['⌘', '⇧', 'H'])
  expect(shown('Ctrl++', false, {})).toEqual(['Ctrl', '+'])
})

describe('printing', () => {
  it('is one key away also while a dialog lies open, which is what is printed then', () => {
    const pressed = stroke({ key: 'p', code: 'KeyP', ctrlKey: true })
    expect(actOf(pressed, where({ review: false }))).toBe('print')
    expect(worksOverDialog('print')).toBe(true)
  })
})

describe('the keys that are listed', () => {
  const none = { field: false, paper: false, panes: false }
  const listed = (screen: string, more = {}) =>
    shortcutsOf({ screen, ...none, ...more }).map(({ act }) => act)
  it('are those of which the screen has the matter', () => {
    expect(listed('desk')).not.toContain('find')
    expect(listed('desk')).not.toContain('undo')
    expect(listed('dossiers', { field: true })).toContain('find')
    expect(listed('guide', { paper: true })).toContain('print')
    expect(listed('review')).toEqual(expect.arrayContaining(['find', 'undo', 'save', 'highlight', 'na']))
  })
  it('are those of the screen alone, with the letter where it belongs', () => {
    expect(listed('vote')).toContain('aloud')
    expect(listed('dossiers')).toEqual(expect.arrayContaining(['remind', 'blocked-only']))
    expect(listed('desk')).not.toContain('remind')
    const pressed = stroke({ key: 'r', code: 'KeyR' })
    expect(actOf(pressed, where({ review: false, dossiers: true, pane: 'owed' }))).toBe('remind')
    expect(actOf(pressed, where({ review: false, dossiers: true, pane: 'dossiers' }))).toBe('remind')
    expect(actOf(pressed, where({ review: false, dossiers: true, pane: 'list' }))).toBeNull()
    const loud = stroke({ key: 'L', code: 'KeyL', ctrlKey: true, shiftKey: true })
    expect(actOf(loud, where({ review: false, vote: true }))).toBe('aloud')
    expect(actOf(loud, where({ review: false }))).toBeNull()
    // In a vote no letter alone does anything.
    expect(actOf(stroke({ key: 'l', code: 'KeyL' }), where({ review: false, vote: true }))).toBeNull()
  })
  it('are those of reading and citing on the examination', () => {
    expect(listed('examination')).toEqual(expect.arrayContaining(['cite', 'region', 'to-text', 'find']))
    expect(listed('examination')).not.toContain('highlight')
    expect(listed('examination')).not.toContain('gap')
  })
})
