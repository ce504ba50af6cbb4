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
