import { createContext } from 'svelte'
import type { Window } from './session.svelte'

/** The window that a component belongs to. */
export const [useWindow, provideWindow] = createContext<Window>()
