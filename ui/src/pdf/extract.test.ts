import { beforeEach, expect, it, vi } from 'vitest'
import { FakeDesk } from '../ipc/fake'
import type { EvidenceFile } from '../ipc/contract'
import { extract } from './extract'
import { Texts } from './search'

/** A file of three pages; the second asks for a range that the desk cannot give, as long as it is cut off. */
const file = vi.hoisted(() => ({ cut: false }))
vi.mock('./open', async (original) => ({
  ...(await original<typeof import('./open')>()),
  openRanges: async (
    _desk: unknown,
    _at: unknown,
    _bytes: number,
    watch: { failed: (why: unknown) => void },
  ) => ({
    document: {
      numPages: 3,
      getPage: async (number: number) => {
        if (number === 2 && file.cut) {
          watch.failed({ code: 'evidence-absent', params: {} })
          throw new Error('Worker was destroyed')
        }
        const items = [{ str: `page ${number}`, hasEOL: false }]
        return { getTextContent: async () => ({ items }), cleanup: () => undefined }
      },
    },
    sizes: [{}, {}, {}],
    close: () => undefined,
  }),
}))

beforeEach(() => (file.cut = true))
const reading = { signal: new AbortController().signal, rest: async () => undefined }

it('a page whose bytes stayed away is not recorded as empty, and is read when they come', async () => {
  const desk = new FakeDesk()
  const kept: string[][] = []
  const texts_keep = async ({ read }: { read: { texts: string[] } }) => kept.push(read.texts) && 3
  Object.assign(desk, { texts_keep })
  const at = { dossier: 'd', file: 'f2', done: 0 }
  await expect(extract(desk, at, reading)).rejects.toMatchObject({ code: 'evidence-absent' })
  expect(kept).toEqual([])
  file.cut = false
  await extract(desk, at, reading)
  expect(kept).toEqual([['page 1', 'page 2', 'page 3']])
})

it('a search that could not read a file says so, and reads it when it is asked again', async () => {
  const texts = new Texts(new FakeDesk(), 'oncosuivi')
  const here = { file: 'f2' } as EvidenceFile
  await expect(texts.of(here, reading.signal)).rejects.toBeDefined()
  file.cut = false
  expect(await texts.of(here, reading.signal)).toEqual(['page 1', 'page 2', 'page 3'])
})
