/**
 * A selection drawn with the pointer must not jump to the end of the page while it passes over empty paper: WebKit and
 * Chromium extend it to the next element in the document, wherever that stands on the page. So while the pointer is
 * down, an element that catches it (`.endOfContent`) stays right beside the words where the selection ends.
 */
export function holdSelection(layer: HTMLElement): () => void {
  const edge = layer.querySelector<HTMLElement>('.endOfContent')
  let last: Range | null = null

  function follow() {
    const selection = document.getSelection()
    if (!edge || !selection || selection.rangeCount === 0) return
    const range = selection.getRangeAt(0)
    const moved = last ? startMoved(range, last) : false
    last = range.cloneRange()
    const words = spanOf(layer, moved ? range.startContainer : range.endContainer)
    if (!words || !layer.contains(words)) return
    if (moved) words.before(edge)
    else words.after(edge)
  }

  layer.classList.add('selecting')
  document.addEventListener('selectionchange', follow)
  return () => {
    document.removeEventListener('selectionchange', follow)
    layer.classList.remove('selecting')
    if (edge) layer.append(edge)
  }
}

/** The end stood still, so the pointer moves the beginning. */
function startMoved(now: Range, before: Range): boolean {
  return (
    now.endContainer === before.endContainer &&
    now.endOffset === before.endOffset &&
    (now.startContainer !== before.startContainer || now.startOffset !== before.startOffset)
  )
}

/** The element of the text layer that holds a node: a child of the layer itself. */
function spanOf(layer: HTMLElement, node: Node): ChildNode | null {
  let found: Node | null = node
  while (found && found.parentNode !== layer) found = found.parentNode
  return found && !(found instanceof HTMLElement && found.className === 'endOfContent')
    ? (found as ChildNode)
    : null
}
