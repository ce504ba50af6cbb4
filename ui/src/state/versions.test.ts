import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeDesk } from '../ipc/fake'
import type { Replaced, Revisited } from '../ipc/contract'
import { speak } from '../i18n/index.svelte'
import { Review } from './review.svelte'
import { Versions } from './versions.svelte'

vi.mock('../pdf/open', () => ({
  fetchFile: async () => ({ media: 'application/pdf', data: new Uint8Array() }),
  openPdf: async () => ({
    document: {
      numPages: 9,
      getPage: async () => ({
        getTextContent: async () => ({
          items: [{ str: 'les mêmes mots ici', transform: [10, 0, 0, 10, 70, 700], width: 90, height: 10 }],
        }),
      }),
    },
    sizes: [],
    close: () => undefined,
  }),
}))

async function desk() {
  const fake = new FakeDesk()
  const view = await fake.review_open({ dossier: 'oncosuivi' })
  const row = view.rows.find((one) => one.anchors.length > 0)
  const was = row?.anchors[0]
  if (!row || !was) throw new Error('the invented sheet cites nothing')
  const passage = (fate: Revisited['fate']): Revisited => ({
    criterion: row.criterion,
    fate,
    why: fate === 'changed' ? 'words' : null,
    was,
    now: fate === 'lost' ? null : { page: 3, quote: 'mêmes mots', before: 'les ', after: ' ici' },
    pieces: [],
  })
  const file = (passages: Revisited[]): Replaced => ({
    old: was.file,
    new: 'f2-2',
    number: 2,
    title: 'Essai',
    change: null,
    filed_at: 0,
    passages,
  })
  const review = new Review(fake, view)
  const cited = () => review.rows[row.criterion]?.anchors.find((one) => one.id === was.id)
  return { fake, review, file, passage, cited, criterion: row.criterion }
}

describe('passages of a file that has a newer version', () => {
  beforeEach(() => speak('fr'))

  it('follow by themselves when their words stand there unchanged, with their rectangles', async () => {
    const { fake, review, file, passage, cited } = await desk()
    fake.review_versions = async () => [file([passage('same')])]
    const versions = new Versions(fake, review)
    await versions.refresh()
    expect(cited()).toMatchObject({
      file: 'f2-2',
      page: 3,
      quote: 'mêmes mots',
      rects: [[90, 697.8, 140, 708.6]],
    })
    expect(versions.pending).toEqual([])
    expect(Object.values(versions.followed)).toEqual([1])
    expect(versions.went.map(({ now }) => [now.file, now.page])).toEqual([['f2-2', 3]])
  })

  it('wait for a person when anything changed, and are confirmed or taken away', async () => {
    const { fake, review, file, passage, cited, criterion } = await desk()
    fake.review_versions = async () => [file([passage('changed')])]
    const versions = new Versions(fake, review)
    await versions.refresh()
    expect(cited()?.file).not.toBe('f2-2')
    const [pending] = versions.pending
    if (!pending) throw new Error('nothing waits')
    expect(review.waiting(criterion)).toBe(1)
    await versions.confirm(pending)
    expect(cited()?.file).toBe('f2-2')
    expect(versions.pending).toEqual([])
    expect(review.waiting(criterion)).toBe(0)
    review.undo()
    expect(cited()?.file).not.toBe('f2-2')

    fake.review_versions = async () => [file([passage('lost')])]
    await versions.refresh()
    const [lost] = versions.pending
    if (!lost) throw new Error('nothing waits')
    versions.remove(lost)
    expect(cited()).toBeUndefined()
  })

  it('stay where they are on a sheet that is sealed', async () => {
    const { fake, review, file, passage, cited } = await desk()
    review.sheet = { ...review.sheet, state: 'sealed' }
    fake.review_versions = async () => [file([passage('same')])]
    const versions = new Versions(fake, review)
    await versions.refresh()
    expect(cited()?.file).not.toBe('f2-2')
  })

  it('keep a drawn region where it was drawn once somebody has looked', async () => {
    const { fake, review, file, passage, cited } = await desk()
    const one = passage('region')
    const was = { ...one.was, region: true, rects: [[70, 690, 300, 720]] as Revisited['was']['rects'] }
    const drawn = { ...one, was, now: { page: 3, quote: 'La courbe', before: '', after: '' } }
    fake.review_versions = async () => [file([drawn])]
    const versions = new Versions(fake, review)
    await versions.refresh()
    expect(versions.pending).toHaveLength(1)
    const [pending] = versions.pending
    if (pending) await versions.confirm(pending)
    expect(cited()).toMatchObject({
      file: 'f2-2',
      page: 3,
      quote: 'La courbe',
      region: true,
      rects: was.rects,
    })
    expect(versions.pending).toHaveLength(0)
  })
})
