import { expect, it } from 'vitest'
import { speak } from '../../i18n/index.svelte'
import type { DossierPassages, MyPassage } from '../../ipc/contract'
import { colourWords, filtered, kindOf, settled } from './filter'

const passage = (part: Partial<MyPassage>): MyPassage => ({
  id: '1',
  file: 'f',
  page: 1,
  rects: [],
  quote: 'mots',
  before: '',
  after: '',
  region: false,
  number: 1,
  title: 'Essai',
  criterion: null,
  text: '',
  style: 'highlight',
  colour: null,
  ...part,
})
const all: DossierPassages[] = [
  {
    dossier: 'a',
    number: '2026-001',
    solution: 'A',
    passages: [
      passage({ id: '1', criterion: '2.3', style: null }),
      passage({ id: '2', colour: 'against' }),
      passage({ id: '3', text: 'à relire', colour: 'against' }),
    ],
    colours: [{ code: 'against', title: { fr: 'Réserve', en: 'Reservation' } }],
  },
  {
    dossier: 'b',
    number: '2026-002',
    solution: 'B',
    passages: [passage({ id: '4', style: 'bookmark' })],
    colours: [],
  },
]
const none = { dossier: '', criterion: '', colour: '', kind: '' } as const
const ids = (filter: Parameters<typeof filtered>[1]) =>
  filtered(all, filter).flatMap((one) => one.passages.map((passage) => passage.id))

it('each filter narrows, and they narrow together', () => {
  expect(ids(none)).toEqual(['1', '2', '3', '4'])
  expect(ids({ ...none, dossier: 'b' })).toEqual(['4'])
  expect(ids({ ...none, criterion: '2.3' })).toEqual(['1'])
  expect(ids({ ...none, colour: 'against' })).toEqual(['2', '3'])
  expect(ids({ ...none, colour: 'against', kind: 'note' })).toEqual(['3'])
  expect(ids({ ...none, dossier: 'b', colour: 'against' })).toEqual([])
})

it('no criterion goes on filtering unseen when a dossier without it is chosen', () => {
  const chosen = { ...none, criterion: '2.3' }
  expect(settled(all, chosen)).toEqual(chosen)
  expect(settled(all, { ...chosen, dossier: 'a' }).criterion).toBe('2.3')
  expect(ids(settled(all, { ...chosen, dossier: 'b' }))).toEqual(['4'])
})

it('a colour is called as the grid of the dossier calls it, over several dossiers by each of its names', () => {
  speak('fr')
  expect(colourWords(all.slice(0, 1), 'against')).toBe('Réserve')
  expect(colourWords(all.slice(1), 'against')).toBe('Contre')
  expect(colourWords(all, 'against')).toBe('Réserve / Contre')
  // Nobody named this one.
  expect(colourWords(all, 'for')).toBe('Pour')
})

it('a text makes a note of a highlight', () => {
  expect(all[0]?.passages.map(kindOf)).toEqual(['cited', 'highlight', 'note'])
})
