import { expect, it } from 'vitest'
import { places } from './search'
import { offsetOf, rangeOf, read, sentences } from './text'

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
