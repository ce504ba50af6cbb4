import type { PDFPageProxy } from 'pdfjs-dist'
import { expect, it } from 'vitest'
import { carriedBy, opensInBrowser } from './annotations'

const page = (annotations: object[]) =>
  ({ pageNumber: 3, getAnnotations: async () => annotations }) as unknown as PDFPageProxy

it('a file that is pinned to a page is named, with what was said of it', async () => {
  const { remarks, links } = await carriedBy(
    page([
      {
        id: 'a',
        subtype: 'FileAttachment',
        rect: [10, 40, 30, 20],
        file: { filename: 'macro.xlsm', content: [1] },
      },
      {
        id: 'b',
        subtype: 'Text',
        rect: [0, 0, 9, 9],
        contentsObj: { str: ' Voir annexe. ' },
        titleObj: { str: 'A' },
      },
      { id: 'c', subtype: 'Highlight', rect: [0, 0, 9, 9], contentsObj: { str: '' } },
      { id: 'd', subtype: 'Sound', rect: [0, 0, 9, 9], contentsObj: { str: 'bip' } },
    ]),
  )
  expect(links).toEqual([])
  expect(remarks).toEqual([
    { id: '3-a', page: 3, rect: [10, 20, 30, 40], author: '', text: '', attached: 'macro.xlsm' },
    { id: '3-b', page: 3, rect: [0, 0, 9, 9], author: 'A', text: 'Voir annexe.', attached: null },
  ])
})

it('links of the file are shown whole, and only those of the web open', async () => {
  const address = 'javascript:alert(1)'
  const { links } = await carriedBy(
    page([
      { subtype: 'Link', rect: [0, 0, 9, 9], unsafeUrl: address },
      { subtype: 'Link', rect: [0, 0, 9, 9], dest: 'chapter' },
      { subtype: 'Link', rect: [0, 0, 9, 9] },
    ]),
  )
  expect(links.map(({ address, dest }) => [address, dest])).toEqual([
    [address, undefined],
    [null, 'chapter'],
  ])
  expect([address, 'file:///etc/passwd', 'ftp://a.example', 'https://a.example'].map(opensInBrowser)).toEqual(
    [false, false, false, true],
  )
})
