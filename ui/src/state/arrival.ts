/**
 * On arrival at a screen or a step its headline is heard, and Tab goes on from there. The focus goes to a small landmark
 * made for the moment, which bears the headline's words: Orca passes over a focus on a heading, and keeps the first name
 * that it has read of a landmark that stays.
 */
export function arriveAt(title: HTMLElement | null | undefined): void {
  if (!title) return
  const place = document.createElement('section')
  place.className = 'unseen'
  place.tabIndex = -1
  place.dataset.testid = 'arrival'
  place.setAttribute('aria-label', (title.textContent ?? '').replace(/\s+/g, ' ').trim())
  place.addEventListener('blur', () => place.remove(), { once: true })
  title.before(place)
  place.focus({ preventScroll: true })
}
