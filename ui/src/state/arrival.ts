/**
 * On arrival at a screen or a step the main landmark has the focus, named by the headline: it is heard, and Tab goes on
 * from there. Not the headline itself: Orca passes over a focus on a heading.
 */
export function arriveAt(title: HTMLElement | null | undefined): void {
  const main = title?.closest('main')
  if (!title || !main) return
  main.setAttribute('aria-label', (title.textContent ?? '').replace(/\s+/g, ' ').trim())
  main.tabIndex = -1
  // A focus that stays where it is tells nobody anything.
  if (document.activeElement === main) main.blur()
  main.focus({ preventScroll: true })
}
