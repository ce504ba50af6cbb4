/**
 * A form whose act cannot be undone: Enter in a field is of no consequence, Ctrl+Enter and the button are. An attachment of the form.
 */
export function deliberate(form: HTMLFormElement): () => void {
  function keys(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.isComposing) return
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      form.requestSubmit()
    } else if (field instanceof HTMLInputElement) event.preventDefault()
  }
  form.addEventListener('keydown', keys)
  return () => form.removeEventListener('keydown', keys)
}
