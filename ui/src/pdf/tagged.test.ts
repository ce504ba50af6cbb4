import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { blocksOfTags, type Marked, type Tag } from './tagged'
import { textOf } from './text'

// What Node 20 lacks of a web view.
beforeAll(() => {
  const withResolvers = () => {
    const parts = {}
    const promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }))
    return Object.assign(parts, { promise })
  }
  if (!('withResolvers' in Promise)) Object.assign(Promise, { withResolvers })
  if (!('sumPrecise' in Math)) {
    Object.assign(Math, { sumPrecise: (of: number[]) => of.reduce((sum, one) => sum + one, 0) })
  }
})

/** A page that a browser printed with tags. */
async function printed() {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const data = new Uint8Array(readFileSync('src/pdf/fixtures/tagged.pdf'))
  const document = await getDocument({ data, verbosity: 0 }).promise
  const page = await document.getPage(1)
  const plain = textOf((await page.getTextContent({ includeMarkedContent: false })).items)
  const marked = (await page.getTextContent({ includeMarkedContent: true })).items as Marked[]
  return { tree: (await page.getStructTree()) as Tag, marked, plain }
}

it('a tagged page is read in the order and with the headings, lists and tables that its author gave it', async () => {
  const { tree, marked, plain } = await printed()
  const blocks = blocksOfTags(tree, marked, plain) ?? []
  expect(blocks.map((one) => [one.kind, one.text])).toEqual([
    ['heading', 'Essai randomisé'],
    ['paragraph', 'Les patients ont été tirés au sort par un serveur central, avant toute mesure.'],
    ['heading', 'Résultats'],
    ['item', 'Douleur : moins de gêne.'],
    ['item', 'Sommeil : sans changement.'],
    ['table', 'Groupe · Taux\nSuivi · 21,2 %\nTémoin · 19,8 %'],
    ['figure', 'Courbe de survie des deux groupes'],
    ['heading', 'Limites'],
    ['paragraph', 'Le suivi durait douze mois.'],
  ])
  expect(blocks.flatMap((one) => (one.kind === 'heading' ? [one.level] : []))).toEqual([2, 3, 4])
  const table = blocks.find((one) => one.kind === 'table')
  expect(table?.rows.map((row) => row.map((cell) => cell.header))).toEqual([
    [true, true],
    [true, false],
    [true, false],
  ])
})

it('each block can be cited where its words stand', async () => {
  const { tree, marked, plain } = await printed()
  const bare = (text: string) => text.replaceAll(/[\s·]/gu, '')
  for (const block of blocksOfTags(tree, marked, plain) ?? []) {
    if (block.kind === 'figure') expect(block.end).toBe(block.start)
    else expect(bare(plain.slice(block.start, block.end))).toBe(bare(block.text))
  }
})

it('tags that leave out words, or are not there, are not followed', async () => {
  const { tree, marked, plain } = await printed()
  expect(blocksOfTags(null, marked, plain)).toBeNull()
  const document = tree.children?.[0]
  const less = { children: [{ role: 'Document', children: document?.children?.slice(0, 3) ?? [] }] }
  expect(blocksOfTags(less, marked, plain)).toBeNull()
  expect(blocksOfTags(tree, marked, `${plain}plus`)).toBeNull()
})
