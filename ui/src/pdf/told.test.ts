import { cleanup, render, screen } from '@testing-library/svelte'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { speak } from '../i18n/index.svelte'
import type { Anchor, Note } from '../ipc/contract'
import * as blocks from './blocks'
import { read } from './text'
import TextView from './TextView.svelte'
import { tell, toldOf } from './told'
import { Viewer } from './viewer.svelte'

const place = { file: 'f', page: 1, rects: [], before: '', after: '', region: false }
const cited = (id: string, quote: string): { criterion: string; passage: Anchor } => ({
  criterion: '2.3',
  passage: { ...place, id, quote },
})
const noted = (id: string, quote: string, more: Partial<Note>): { criterion: null; passage: Note } => ({
  criterion: null,
  passage: {
    ...place,
    id,
    quote,
    version: 1,
    text: '',
    removed: false,
    style: 'highlight',
    colour: null,
    ...more,
  },
})
const colours = [{ code: 'against' as const, words: 'Réserve' }]
const mine = [
  cited('a', 'suivis douze mois'),
  noted('b', 'douze mois', { colour: 'against' }),
  noted('c', 'Groupe témoin', { text: 'combien' }),
]
const lines = ['Groupe témoin : 312 patients sui-', 'vis douze mois, sans perte.']

beforeEach(() => speak('fr'))
afterEach(cleanup)

describe('on the page', () => {
  function layer() {
    const made = document.createElement('div')
    made.innerHTML = lines.map((one) => `<span role="presentation">${one}</span>`).join('<br>')
    document.body.replaceChildren(made)
    return made
  }

  it('a run under a passage says for which criterion it was cited, in which colour it stands, what was noted', () => {
    const made = layer()
    tell(made, toldOf(mine, [], colours))
    const [first, second] = made.querySelectorAll('[role=mark]')
    expect(first?.getAttribute('aria-description')).toBe('Cité pour 2.3 ; Note\u202f: combien')
    expect(second?.getAttribute('aria-description')).toBe('Cité pour 2.3 ; Surlignage, Réserve')
  })

  it('nothing of the text moves, and what is selected stays selected', () => {
    const made = layer()
    const before = read(made)
    const node = before.nodes[1]?.node as Text
    const range = document.createRange()
    range.setStart(node, 4)
    range.setEnd(node, 9)
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
    tell(made, toldOf(mine, [], colours))
    expect(read(made).text).toBe(before.text)
    expect(read(made).nodes.map((one) => one.node)).toEqual(before.nodes.map((one) => one.node))
    expect(document.getSelection()?.toString()).toBe('douze')
  })

  it('a passage that was taken away is told no more', () => {
    const made = layer()
    tell(made, toldOf(mine, [], colours))
    tell(made, [])
    expect(made.querySelectorAll('[aria-description]')).toHaveLength(0)
    expect([...made.querySelectorAll('span')].map((one) => one.getAttribute('role'))).toEqual([
      'presentation',
      'presentation',
    ])
  })

  it('a region and a bookmark lie on no words', () => {
    const region = { criterion: '2.3', passage: { ...place, id: 'r', quote: 'Groupe témoin', region: true } }
    expect(toldOf([region, noted('s', '', { style: 'bookmark' })], [], colours)).toEqual([])
  })
})

describe('in the text view', () => {
  beforeAll(() => {
    Element.prototype.scrollTo ??= () => undefined
  })

  async function shown() {
    const text = lines.join('\n')
    const whole = 'Groupe témoin : 312 patients suivis douze mois, sans perte.'
    vi.spyOn(blocks, 'blocksOfPage').mockResolvedValue({
      blocks: [
        { kind: 'paragraph', start: 0, end: text.length, text: whole },
        { kind: 'paragraph', start: 0, end: 0, text: 'Rien ici.' },
      ],
      tagged: false,
    })
    const viewer = new Viewer('f', [{ width: 595, height: 842 }])
    render(TextView, {
      props: {
        viewer,
        opened: { document: {} } as never,
        readOnly: false,
        criterion: '2.3',
        told: toldOf(mine, [], colours),
        cite: () => undefined,
      },
    })
    await screen.findByText('Rien ici.')
    return [...document.querySelectorAll('mark')]
  }

  it('a passage is a mark that names its criterion or colour before its words', async () => {
    const marks = await shown()
    expect(marks.map((one) => one.textContent?.replace(/\s+/gu, ' ').trim())).toEqual([
      'Note : combien : Groupe témoin (fin du passage)',
      'Cité pour 2.3 : suivis',
      'Surlignage, Réserve : douze mois (fin du passage) 2.3 (fin du passage)',
    ])
    expect(marks[2]?.className).toContain('cited')
    expect(marks[2]?.className).toContain('against')
  })

  it('the words themselves are whole and in order', async () => {
    await shown()
    const paragraph = document.querySelector('.words')?.cloneNode(true) as HTMLElement
    paragraph.querySelectorAll('.said, .tag').forEach((one) => one.remove())
    expect(paragraph.textContent?.trim()).toBe('Groupe témoin : 312 patients suivis douze mois, sans perte.')
  })
})
