import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeDesk } from '../ipc/fake'
import type { Passage } from '../ipc/contract'
import { speak } from '../i18n/index.svelte'
import { announcer } from './announce.svelte'
import { Review } from './review.svelte'
import { toasts } from './toast.svelte'

const passage: Passage = {
  file: 'f2',
  page: 7,
  rects: [[70, 600, 450, 612]],
  quote: 'un comité d’adjudication indépendant',
  before: 'examiné par ',
  after: ', composé',
  region: false,
}

async function bench(scene = {}) {
  const desk = new FakeDesk(scene)
  const review = new Review(desk, await desk.review_open({ dossier: 'oncosuivi' }))
  return { desk, review }
}

beforeEach(() => {
  speak('fr')
  announcer.polite = ''
})

describe('writing', () => {
  it('begins where the person left off', async () => {
    const { review } = await bench()
    expect([review.at, review.file, review.reading.page]).toEqual(['2.3', 'f2', 7])
  })
  it('shows a key at once and writes it to the disk', async () => {
    const { desk, review } = await bench()
    review.reason('Parce')
    expect(review.row?.reason).toBe('Parce')
    await review.flush()
    expect(desk.stored('2.3')?.reason).toBe('Parce')
  })
  it('loses no key of a burst of four hundred, though the disk is slow', async () => {
    const { desk, review } = await bench({ delay: 3 })
    let text = ''
    for (let i = 0; i < 400; i++) review.reason((text += String.fromCharCode(97 + (i % 26))))
    await review.flush()
    expect(desk.stored('2.3')?.reason).toBe(text)
  })
  it('keeps the text on screen when the disk refuses, and alarms once', async () => {
    const { desk, review } = await bench({ failing: { review_save_row: 'disk-full' } })
    const alarm = vi.spyOn(announcer, 'alarm')
    review.reason('a')
    review.reason('ab')
    await vi.waitFor(() => expect(review.failing?.code).toBe('disk-full'), { timeout: 20_000 })
    expect(review.row?.reason).toBe('ab')
    expect(alarm).toHaveBeenCalledTimes(1)
    desk.scene.failing = {}
    await vi.waitFor(() => expect(desk.stored('2.3')?.reason).toBe('ab'), { timeout: 20_000 })
    expect(review.failing).toBeNull()
  })
})

describe('marks', () => {
  it('are given by the digit of the option, and a second press takes them away but not the reason', async () => {
    const { review } = await bench()
    const reason = review.row?.reason
    expect(review.digit(4)).toBe(true)
    expect(review.row?.mark).toEqual({ kind: 'option', option: '4' })
    review.digit(4)
    expect(review.row?.mark).toBeNull()
    expect(review.row?.reason).toBe(reason)
    expect(announcer.polite).toContain('Le motif est gardé')
  })
  it('of a scale are given by the level that the button shows, also where it begins with 1', async () => {
    const { review } = await bench()
    const scale = ['1', '2', '3', '4', '5'].map((code) => ({ code, title: null, anchor: null }))
    review.criteria = review.criteria.map((one) =>
      one.code === review.at ? { ...one, answer: 'scale', options: scale } : one,
    )
    expect(review.digit(0)).toBe(false)
    expect(review.digit(5)).toBe(true)
    expect(review.row?.mark).toEqual({ kind: 'option', option: '5' })
  })
  it('beyond the options are not given', async () => {
    const { review } = await bench()
    expect(review.digit(7)).toBe(false)
  })
  it('are not "not applicable" where the grid forbids it', async () => {
    const { review } = await bench()
    review.go('4.6')
    expect(review.notApplicable()).toBe(false)
    expect(review.row?.mark ?? null).toBeNull()
  })
})

describe('passages', () => {
  it('cited settle what lacked evidence, and undo brings it back', async () => {
    const { desk, review } = await bench()
    review.go('2.5')
    expect(review.gaps.map((one) => one.code)).toContain('2.5')
    review.cite(passage)
    expect(review.gaps.map((one) => one.code)).not.toContain('2.5')
    expect(announcer.polite).toContain('2.5')
    review.undo()
    expect(review.gaps.map((one) => one.code)).toContain('2.5')
    review.redo()
    await review.flush()
    expect(desk.stored('2.5')?.anchors[0]).toMatchObject(passage)
  })
  it('are listed in reading order', async () => {
    const { review } = await bench()
    const pages = review.passages('f2').map((one) => one.passage.page)
    expect(pages).toEqual(pages.toSorted((a, b) => a - b))
  })
  it('highlighted, then undone, then done again are stored with rising versions', async () => {
    const { desk, review } = await bench()
    const save = vi.spyOn(desk, 'review_save_note')
    review.annotate(passage, 'à revoir')
    await review.flush()
    review.undo()
    await review.flush()
    review.redo()
    await review.flush()
    const versions = save.mock.calls.map(([{ note }]) => note.version)
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
    expect(save.mock.calls.map(([{ note }]) => note.removed)).toEqual([false, true, false])
    expect(review.notes.filter((note) => note.text === 'à revoir')).toHaveLength(1)
  })
})

describe('what was removed', () => {
  beforeEach(() => toasts.close())
  it('comes back from its own notice, whatever was done since', async () => {
    const { review } = await bench()
    review.go('2.5')
    review.cite(passage)
    const id = review.row?.anchors[0]?.id ?? ''
    review.uncite('2.5', id)
    const back = toasts.now?.action?.run
    review.reason('Écrit depuis.')
    back?.()
    expect(review.row?.anchors.map((one) => one.id)).toEqual([id])
    expect(review.row?.reason).toBe('Écrit depuis.')
  })
  it('comes back, a note too', async () => {
    const { review } = await bench()
    const before = review.notes.length
    review.annotate(passage, 'à revoir')
    const id = review.notes.at(-1)?.id ?? ''
    review.unannotate(id)
    const back = toasts.now?.action?.run
    review.reason('Écrit depuis.')
    back?.()
    expect(review.notes.find((one) => one.id === id)?.text).toBe('à revoir')
    expect(review.notes).toHaveLength(before + 1)
    expect(review.row?.reason).toBe('Écrit depuis.')
  })
})

it('what went to a newer version by itself stays there when an older edit is taken back', async () => {
  const { review } = await bench()
  review.go('2.5')
  review.cite(passage)
  review.cite({ ...passage, page: 8 })
  review.annotate(passage, 'à revoir')
  const note = review.notes.at(-1)?.id ?? ''
  review.rewrite(note, { text: 'revu' })
  const id = review.row?.anchors[0]?.id ?? ''
  review.renew('2.5', id, { ...passage, file: 'f2-2', page: 9 }, true)
  review.renew(null, note, { ...passage, file: 'f2-2', page: 9 }, true)
  review.undo()
  expect(review.notes.find((one) => one.id === note)).toMatchObject({
    text: 'à revoir',
    file: 'f2-2',
    page: 9,
  })
  review.undo()
  review.undo()
  expect(review.row?.anchors.map(({ file, page }) => [file, page])).toEqual([['f2-2', 9]])
})

describe('a sealed sheet', () => {
  it('leaves my own notes, highlights and bookmarks to me, with their undo', async () => {
    const { review } = await bench()
    review.reason('Avant le sceau.')
    review.annotate(passage, 'à revoir')
    const { id } = review.notes.at(-1) ?? { id: '' }
    review.sheet = { ...review.sheet, state: 'sealed' }
    review.unannotate(id)
    expect(review.notes.some((one) => one.id === id)).toBe(false)
    review.undo()
    expect(review.notes.some((one) => one.id === id)).toBe(true)
    review.reading.choose('f2', 4)
    review.bookmark(4)
    expect(review.bookmarked(4)).toBe(true)
    review.undo()
    expect(review.bookmarked(4)).toBe(false)
    review.redo()
    expect(review.bookmarked(4)).toBe(true)
    // Everything of mine taken back, and what is sealed stays.
    for (let i = 0; i < 5; i++) review.undo()
    expect(review.row?.reason).toBe('Avant le sceau.')
    review.sheet = { ...review.sheet, state: 'draft' }
    review.undo()
    expect(review.row?.reason).not.toBe('Avant le sceau.')
  })
  it('does not change, whatever key is pressed', async () => {
    const { desk, review } = await bench({ sheet: 'sealed' })
    const save = vi.spyOn(desk, 'review_save_row')
    review.digit(0)
    review.reason('x')
    review.cite(passage)
    review.undo()
    expect(save).not.toHaveBeenCalled()
    expect(review.row?.mark).toEqual({ kind: 'option', option: '3' })
  })
})

it('the next mark without evidence is found from anywhere, round the end', async () => {
  const { review } = await bench()
  review.go('4.6')
  review.nextGap()
  expect(review.at).toBe('2.5')
  review.nextGap()
  expect(review.at).toBe('3.1')
})
