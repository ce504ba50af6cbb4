import { describe, expect, it } from 'vitest'
import { guidePaper, letterPaper, ownPaper } from './compose'

describe('a letter on paper', () => {
  it('keeps what was edited: lines, lists and paragraphs in their order', () => {
    const body = 'Bonjour,\n\nIl manque :\n\n– l’étude ;\n- la notice.\n\nMerci\nLe secrétariat\n'
    expect(letterPaper('Pièces', body)).toEqual({
      title: 'Pièces',
      language: 'fr',
      blocks: [
        { kind: 'paragraph', text: 'Bonjour,' },
        { kind: 'paragraph', text: 'Il manque :' },
        { kind: 'item', text: 'l’étude ;' },
        { kind: 'item', text: 'la notice.' },
        { kind: 'paragraph', text: 'Merci\nLe secrétariat' },
      ],
    })
  })
})

describe('my own work on paper', () => {
  it('holds my sheet as I handed it in, and below it what I changed since, with why', () => {
    const at = Date.UTC(2026, 11, 1, 12)
    const mark = (option: string) => ({ kind: 'option' as const, option })
    const paper = ownPaper({
      format: 'sceau-own-work/1',
      institute: 'Institut',
      member: 'a',
      name: 'Claire Aubert',
      exported_at: at,
      dossiers: [
        {
          number: '2026-001',
          solution: 'OncoSuivi',
          version: '4.2',
          sheet: null,
          rows: [
            { criterion: '2.3', mark: mark('3'), reason: 'Bien mené.', why: '', anchors: [], version: 1 },
          ],
          notes: [],
          changes: [{ criterion: '2.3', mark: mark('2'), why: 'L’annexe C m’a convaincue.', at }],
          declared: [],
        },
      ],
    })
    const texts = paper.blocks.map((block) => ('text' in block ? block.text : ''))
    expect(texts.slice(-2).map((text) => text.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      '2.3 : note 3\nBien mené.',
      '2.3 : note 2, changée le 1er décembre\nL’annexe C m’a convaincue.',
    ])
  })
})

describe('the guide on paper', () => {
  it('holds each sentence once, in the order of the screen', () => {
    const html =
      '<h1>Guide</h1><p>Sans\n réseau.</p><h2>Voter</h2><ol><li><p>Choisir</p></li><li>Envoyer</li></ol>'
    expect(guidePaper(html)).toEqual({
      title: 'Guide',
      language: 'fr',
      blocks: [
        { kind: 'paragraph', text: 'Sans réseau.' },
        { kind: 'heading', text: 'Voter' },
        { kind: 'item', text: 'Choisir' },
        { kind: 'item', text: 'Envoyer' },
      ],
    })
  })
})
