import { expect, it } from 'vitest'
import { blocksOf, type Run } from './blocks'

const line = (str: string, height: number, y: number): Run => ({ str, hasEOL: true, height, y })

const page = [
  line('Essai randomisé', 20, 760),
  line('1. Méthodes', 14, 720),
  line('Les patients ont été tirés au sort par un ser-', 10, 700),
  line('veur central, avant toute mesure.', 10, 688),
  line('Le suivi durait douze mois.', 10, 676),
  line('2. Résultats', 14, 640),
  line('Le taux était de 21,2 %.', 10, 620),
]

it('headings are guessed from their size, and paragraphs are whole', () => {
  expect(blocksOf(page).map((one) => [one.kind === 'heading' ? one.level : null, one.text])).toEqual([
    [2, 'Essai randomisé'],
    [3, '1. Méthodes'],
    [null, 'Les patients ont été tirés au sort par un serveur central, avant toute mesure.'],
    [null, 'Le suivi durait douze mois.'],
    [3, '2. Résultats'],
    [null, 'Le taux était de 21,2 %.'],
  ])
})

it('each block knows where its words stand in the text of the page', () => {
  const text = page.map((run) => run.str).join('\n')
  for (const { start, end, text: words } of blocksOf(page)) {
    expect(text.slice(start, end).slice(0, 12)).toBe(words.slice(0, 12))
    expect(text.slice(start, end).slice(-8)).toBe(words.slice(-8))
  }
})

it('a page without words has no blocks', () => {
  expect(blocksOf([])).toEqual([])
})
