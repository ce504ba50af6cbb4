import { beforeAll, expect, it } from 'vitest'
import { read, textOf } from './text'

// What PDF.js measures letters with (the test looks at the text, not at its width), and what Node 20 lacks of a web view.
beforeAll(() => {
  const measured = { width: 10, fontBoundingBoxAscent: 8, fontBoundingBoxDescent: 2 }
  const context = { measureText: () => measured, canvas: { width: 0, height: 0 } }
  Object.assign(HTMLCanvasElement.prototype, { getContext: () => context })
  const withResolvers = () => {
    const parts = {}
    const promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }))
    return Object.assign(parts, { promise })
  }
  if (!('withResolvers' in Promise)) Object.assign(Promise, { withResolvers })
})

const run = (str: string, hasEOL = false) => ({
  str,
  hasEOL,
  dir: 'ltr',
  width: 10,
  height: 10,
  transform: [10, 0, 0, 10, 0, 0],
  fontName: 'f',
})

it('the text of a page is the same with and without a layer: the viewer’s places are the search’s', async () => {
  const { TextLayer } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const items = [
    run('L’essai randomi-', true),
    run('sation'),
    run(' '),
    run('', true),
    { type: 'beginMarkedContent', id: 'm', tag: 'P' },
    run('du cœur à 21,2 % '),
    run('𝛼', true),
    { type: 'endMarkedContent' },
    run(''),
    run('fin'),
  ]
  const container = document.createElement('div')
  document.body.append(container)
  const viewport = {
    scale: 1,
    rotation: 0,
    rawDims: { pageWidth: 100, pageHeight: 100, pageX: 0, pageY: 0 },
  }
  const style = { ascent: 0.8, descent: -0.2, vertical: false, fontFamily: 'sans-serif' }
  await new TextLayer({
    textContentSource: { items, styles: { f: style }, lang: null } as never,
    container,
    viewport: viewport as never,
  }).render()
  expect(container.querySelectorAll('span').length).toBeGreaterThan(3)
  expect(textOf(items)).toBe(read(container).text)
  expect(textOf(items)).toBe('L’essai randomi-\nsation \ndu cœur à 21,2 % 𝛼\nfin')
})
