import { expect, it } from 'vitest'
import type { SearchHit } from '../ipc/contract'
import { routeTo } from './search.svelte'

const hit: SearchHit = {
  kind: 'page',
  file: 'f',
  title: 'Essai',
  page: 4,
  criterion: null,
  id: null,
  parts: [],
  from: 3,
  to: 8,
}

it('each kind of place opens where it stands', () => {
  expect(routeTo('d', hit)).toEqual({
    screen: 'review',
    dossier: 'd',
    spot: { kind: 'words', file: 'f', page: 4, from: 3, to: 8 },
  })
  expect(routeTo('d', { ...hit, kind: 'note', id: 'n' })).toEqual({
    screen: 'review',
    dossier: 'd',
    spot: { kind: 'passage', id: 'n' },
  })
  expect(routeTo('d', { ...hit, kind: 'passage', id: 'a', criterion: '2.3' })).toEqual({
    screen: 'review',
    dossier: 'd',
    criterion: '2.3',
    spot: { kind: 'passage', id: 'a' },
  })
  expect(routeTo('d', { ...hit, kind: 'reason', file: null, criterion: '2.3' })).toEqual({
    screen: 'review',
    dossier: 'd',
    criterion: '2.3',
  })
})
