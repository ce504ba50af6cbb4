import { describe, expect, it } from 'vitest'
import { arriveAt } from './arrival'

describe('arriving at a screen', () => {
  it('puts the focus before the headline, under its words, and leaves nothing behind', () => {
    document.body.innerHTML = '<main><h1>Étape 1\n sur 3</h1><button>Continuer</button></main>'
    const title = document.querySelector<HTMLElement>('h1')
    arriveAt(title)
    const place = document.activeElement
    expect(place?.getAttribute('aria-label')).toBe('Étape 1 sur 3')
    expect(place?.nextElementSibling).toBe(title)
    arriveAt(title)
    expect(document.querySelectorAll('section')).toHaveLength(1)
    document.querySelector('button')?.focus()
    expect(document.querySelector('section')).toBeNull()
  })
})
