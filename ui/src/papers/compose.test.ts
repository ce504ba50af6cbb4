import { describe, expect, it } from 'vitest'
import { guidePaper, letterPaper } from './compose'

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
