import { describe, expect, it } from 'vitest'
import { arriveAt } from './arrival'

describe('arriving at a screen', () => {
  it('puts the focus on the main landmark, named by the headline, and again where it was there already', () => {
    document.body.innerHTML = '<main><h1>Étape 1\n sur 3</h1><h1 class="next">Étape 2</h1></main>'
    const main = document.querySelector('main')
    let heard = 0
    main?.addEventListener('focus', () => heard++)
    arriveAt(document.querySelector<HTMLElement>('h1'))
    expect(document.activeElement).toBe(main)
    expect(main?.getAttribute('aria-label')).toBe('Étape 1 sur 3')
    arriveAt(document.querySelector<HTMLElement>('.next'))
    expect(main?.getAttribute('aria-label')).toBe('Étape 2')
    expect(heard).toBe(2)
  })
})
