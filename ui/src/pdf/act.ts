import type { NoteColour } from '../ipc/contract'

/** What can be done with words that are selected. */
export type Mark = 'highlight' | 'underline' | 'cite' | 'note' | 'copy' | { colour: NoteColour | null }
