import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { speak } from '../i18n/index.svelte'
import type { Plane } from './anchor'
import { toasts } from '../state/toast.svelte'
import { Find } from './find.svelte'
import { Viewer } from './viewer.svelte'

const words = 'Une première phrase. L’essai randomi-\nsé a suivi 412 patients. Une dernière phrase.'

const plane: Plane = {
  width: 600,
  height: 800,
  convertToPdfPoint: (x, y) => [x, y],
  convertToViewportPoint: (x, y) => [x, y],
}

beforeAll(() => {
  // Where words stand on the screen does not matter here, and no page is drawn.
  const rects = [{ left: 0, top: 0, right: 10, bottom: 10 }]
  Range.prototype.getClientRects = () => rects as unknown as DOMRectList
})
beforeEach(() => speak('fr'))

function bench() {
  document.body.innerHTML = '<div id="frame"><div id="layer"></div></div>'
  const frame = document.getElementById('frame') as HTMLElement
  const layer = document.getElementById('layer') as HTMLElement
  layer.textContent = words
  const viewer = new Viewer('f', [{ width: 600, height: 800 }])
  viewer.mount(1, { frame, layer, viewport: plane })
  const page = { getTextContent: async () => ({ items: [{ str: words, hasEOL: false }] }) }
  const find = new Find({ numPages: 1, getPage: async () => page } as unknown as PDFDocumentProxy, viewer)
  return { viewer, find }
}

it('what was found is the next sentence that the arrows select, when the search is left', async () => {
  const { viewer, find } = bench()
  find.show()
  find.query = 'randomisé'
  await find.search()
  expect(find.found).toEqual([{ page: 1, nth: 0 }])
  find.leave()
  await viewer.sentence(1, true)
  expect(viewer.said()).toBe('L’essai randomi- sé a suivi 412 patients.')
})

it('a place of the dossier’s search is the same place of the page', async () => {
  const { viewer } = bench()
  await viewer.find(1, "l'essai randomise", 0)
  expect(viewer.said()).toBe('L’essai randomi- sé')
})

it('a selection that goes on to the next page says what is left out', async () => {
  const { viewer } = bench()
  const next = document.createElement('div')
  next.textContent = 'La suite.'
  document.body.append(next)
  viewer.mount(2, { frame: next, layer: next, viewport: plane })
  const select = (end: Node, offset: number) => {
    const range = document.createRange()
    range.setStart(document.getElementById('layer')?.firstChild as Node, 4)
    range.setEnd(end, offset)
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
    viewer.readSelection()
  }
  toasts.close()
  select(document.getElementById('layer')?.firstChild as Node, 20)
  expect(toasts.now).toBeNull()
  select(next.firstChild as Node, 8)
  expect(viewer.selected?.passage.page).toBe(1)
  expect(toasts.now?.text).toContain('page')
})
