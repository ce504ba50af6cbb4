import { expect, it } from 'vitest'
import { places } from './search'
import { extend, offsetOf, rangeOf, read, selectedBy, sentences, units, type Cursor } from './text'

function layer(): HTMLElement {
  document.body.innerHTML =
    '<div id="layer"><span>Le taux était de 21,2 % </span><span>dans le bras</span><br role="presentation">' +
    '<span>OncoSuivi. La suite est claire !</span><div class="endOfContent"></div></div>'
  return document.getElementById('layer') as HTMLElement
}

it('a place in the page and a place in its text are the same place', () => {
  const page = read(layer())
  expect(page.text).toBe('Le taux était de 21,2 % dans le bras\nOncoSuivi. La suite est claire !')
  for (const { node, start } of page.nodes) {
    for (let i = 0; i <= node.data.length; i++) expect(offsetOf(page, node, i)).toBe(start + i)
  }
})

it('a stretch of text is found again in the page, across its runs', () => {
  const page = read(layer())
  const start = page.text.indexOf('21,2')
  const end = page.text.indexOf('Suivi') + 5
  const range = rangeOf(page, start, end)
  expect(range?.toString().startsWith('21,2')).toBe(true)
  expect(range?.endContainer.textContent?.slice(0, range.endOffset)).toBe('OncoSuivi')
})

it('a selection that ends between two elements still has an end', () => {
  const box = layer()
  const page = read(box)
  expect(offsetOf(page, box, 0)).toBe(0)
  expect(offsetOf(page, box, box.childNodes.length)).toBe(page.text.length)
})

it('sentences run over line breaks, and keep the mark that ends them', () => {
  const text = 'Le taux était de 21,2 % dans le bras\nOncoSuivi. La suite est claire\u202f! Fin'
  const found = sentences(text, 'fr').map(({ start, end }) => text.slice(start, end))
  expect(found).toEqual([
    'Le taux était de 21,2 % dans le bras\nOncoSuivi.',
    'La suite est claire\u202f!',
    'Fin',
  ])
})

it('a search does not mind accents, capitals or a line break', () => {
  const hits = places('f', 3, 'Étude randomisée.\nUne ÉTUDE et une etude', 'étude')
  expect(hits.map((hit) => [hit.nth, hit.found])).toEqual([
    [0, 'Étude'],
    [1, 'ÉTUDE'],
    [2, 'etude'],
  ])
  expect(places('f', 1, 'bras\nOncoSuivi', 'bras onco')).toHaveLength(1)
  expect(places('f', 1, 'texte', '  ')).toEqual([])
})

it('a search finds French as it is printed from what a keyboard writes', () => {
  const found = (text: string, query: string) =>
    places('f', 1, text, query).map(({ at, found }) => [text.slice(at).startsWith(found.slice(0, 3)), found])
  expect(found('Voir L’essai.', "l'essai")).toEqual([[true, 'L’essai']])
  expect(found('un essai randomi-\nsé en double aveugle', 'randomisé')).toEqual([[true, 'randomi- sé']])
  expect(found('un essai randomi\u00ad\nsé', 'randomise')).toHaveLength(1)
  expect(found('peut-\nêtre, et peut-être', 'peut-être')).toHaveLength(2)
  expect(found('le COVID-\n19 ; de 2024-2025', 'covid-19')).toEqual([[true, 'COVID- 19']])
  expect(found('Le cœur, l’ŒDÈME', 'coeur')).toEqual([[true, 'cœur']])
  expect(found('Le cœur, l’ŒDÈME', 'oedeme')).toEqual([[true, 'ŒDÈME']])
  expect(found('e\u0301tude randomise\u0301e', 'étude')).toEqual([[true, 'e\u0301tude']])
  expect(found('de 21,2\u202f% à l’inclusion', '21,2 %')).toHaveLength(1)
  // While it is typed, a word that has a hyphen is not lost.
  expect(found('un co-auteur', 'co-')).toHaveLength(1)
  // Figures are not joined: years are no number.
  expect(found('2024-2025', '20242025')).toEqual([])
})

it('the places after a ligature or an accent of its own stand where the words stand', () => {
  const text = 'l’e\u0301tude de l’efﬁcacité du cœur : le bras'
  expect(places('f', 1, text, 'bras').map(({ at }) => text.slice(at))).toEqual(['bras'])
  expect(places('f', 1, text, 'efficacite').map(({ found }) => found)).toEqual(['efﬁcacité'])
})

it('a selection grows and shrinks by words, sentences and paragraphs, forwards and backwards', () => {
  const text = 'Un essai. Il compare\ndeux bras. La suite est claire.\nUn autre paragraphe commence ici.'
  const shown = (cursor: Cursor) => {
    const { start, end } = selectedBy(cursor)
    return text.slice(start, end).replaceAll('\n', ' ')
  }
  const words = units(text, 'word', 'fr')
  const list = units(text, 'sentence', 'fr')
  const first = list[1] ?? { start: 0, end: 0 }
  let cursor: Cursor = { page: 1, first, focus: first.end }
  expect(shown(cursor)).toBe('Il compare deux bras.')
  cursor = extend(cursor, words, 1)
  expect(shown(cursor)).toBe('Il compare deux bras. La')
  cursor = extend(cursor, list, 1)
  expect(shown(cursor)).toBe('Il compare deux bras. La suite est claire.')
  cursor = extend(cursor, units(text, 'paragraph', 'fr'), 1)
  expect(shown(cursor)).toMatch(/^Il compare .* commence ici\.$/)
  for (let i = 0; i < 3; i++) cursor = extend(cursor, list, -1)
  expect(shown(cursor)).toBe('Un essai. Il compare deux bras.')
  cursor = extend(cursor, list, 1)
  expect(shown(cursor)).toBe('Il compare deux bras.')
})

it('nothing lies beyond the first and the last word', () => {
  const list = units('Un seul mot', 'word', 'fr')
  const cursor: Cursor = { page: 1, first: { start: 0, end: 2 }, focus: 2 }
  expect(extend(cursor, list, -1)).toBe(cursor)
  expect(selectedBy([1, 1, 1, 1].reduce((one) => extend(one, list, 1), cursor))).toEqual({
    start: 0,
    end: 11,
  })
})
