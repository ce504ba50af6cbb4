/**
 * Which act a key asks for. Pure: an event and where the focus is, in; the name of an act, out.
 *
 * - Digits are read by physical key (`event.code`): unshifted AZERTY digits are & é " '.
 * - Letters and `?` are read by character (`event.key`), and only in the pane that owns them, outside text fields,
 *   while the setting allows them. Each has a twin with a modifier that works everywhere on the screen.
 * - On macOS ⌘ stands for Ctrl.
 */
export type Pane = 'list' | 'evidence' | 'criterion' | 'compare' | 'dossiers' | 'owed'

export type Act =
  | 'palette'
  | 'keys'
  | 'pane-next'
  | 'pane-previous'
  | ScreenAct
  | 'find'
  | 'undo'
  | 'redo'
  | 'save'
  | 'receipt'
  | 'print'
  | 'sidebar'
  | 'list'
  | 'settings'
  | 'search-all'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-reset'
  | 'back'
  | 'forward'
  | ReviewAct
  | CompareAct
  | DossiersAct

/** The places of the sidebar, by their order. */
export type ScreenAct = `screen-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`

export type ReviewAct =
  | 'mark-0'
  | 'mark-1'
  | 'mark-2'
  | 'mark-3'
  | 'mark-4'
  | 'mark-5'
  | 'mark-6'
  | 'mark-7'
  | 'mark-8'
  | 'mark-9'
  | 'na'
  | 'next'
  | 'previous'
  | 'gap'
  | 'reason'
  | 'highlight'
  | 'cite'
  | 'note'
  | 'region'
  | 'underline'
  | 'bookmark'
  | 'colour'
  | 'aloud'
  | 'open-passage'
  | 'to-text'
  | 'to-page'
  | 'search'

export type CompareAct = 'torn-next' | 'torn-previous' | 'sort' | 'change-mark' | 'discussion' | 'passage'

export type DossiersAct = 'remind' | 'blocked-only' | 'choose-all'

export interface Where {
  /** The focus is in something that takes text. */
  inField: boolean
  /** It has an undo of its own: what is typed there is not in the screen's history. */
  ownUndo?: boolean
  pane: Pane | null
  letters: boolean
  /** The review desk is on screen. */
  review: boolean
  /** The comparison is on screen. */
  compare?: boolean
  /** A vote is on screen. */
  vote?: boolean
  /** The secretariat's dossiers are on screen. */
  dossiers?: boolean
  mac: boolean
}

/** What of a keyboard event decides; a `KeyboardEvent` is one. */
export interface Stroke {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

export interface Shortcut {
  act: Act
  /** Bare letter in its pane, or in another one beside it. */
  letter?: { key: string; pane: Pane; or?: Pane }
  /** Twin, as shown: `Ctrl+Shift+H`, `Alt+ArrowDown`, `F6`. Several when a second one exists. */
  twins: string[]
  group: 'everywhere' | 'review' | 'compare' | 'vote' | 'dossiers'
}

/** In the order of the keys dialog. Digits are handled by rule, not listed: see `markOf`. */
export const shortcuts: Shortcut[] = [
  { act: 'palette', twins: ['Ctrl+K'], group: 'everywhere' },
  { act: 'pane-next', twins: ['F6'], group: 'everywhere' },
  { act: 'pane-previous', twins: ['Shift+F6'], group: 'everywhere' },
  ...([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((n) => ({
    act: `screen-${n}` as const,
    twins: [`Ctrl+${n}`],
    group: 'everywhere' as const,
  })),
  { act: 'find', twins: ['Ctrl+F'], group: 'everywhere' },
  { act: 'undo', twins: ['Ctrl+Z'], group: 'everywhere' },
  { act: 'redo', twins: ['Ctrl+Shift+Z'], group: 'everywhere' },
  { act: 'save', twins: ['Ctrl+S'], group: 'everywhere' },
  { act: 'receipt', twins: ['Ctrl+Shift+S'], group: 'everywhere' },
  { act: 'print', twins: ['Ctrl+P'], group: 'everywhere' },
  { act: 'sidebar', twins: ['Ctrl+B'], group: 'everywhere' },
  { act: 'list', twins: ['Ctrl+L'], group: 'everywhere' },
  { act: 'settings', twins: ['Ctrl+,'], group: 'everywhere' },
  { act: 'zoom-in', twins: ['Ctrl++', 'Ctrl+='], group: 'everywhere' },
  { act: 'zoom-out', twins: ['Ctrl+-'], group: 'everywhere' },
  { act: 'zoom-reset', twins: ['Ctrl+0'], group: 'everywhere' },
  { act: 'keys', twins: ['F1'], group: 'everywhere' },
  { act: 'back', twins: ['Alt+ArrowLeft'], group: 'everywhere' },
  { act: 'forward', twins: ['Alt+ArrowRight'], group: 'everywhere' },
  { act: 'na', letter: { key: 'x', pane: 'criterion' }, twins: ['Alt+X'], group: 'review' },
  {
    act: 'next',
    letter: { key: 'j', pane: 'criterion' },
    twins: ['Alt+ArrowDown', 'Ctrl+Enter'],
    group: 'review',
  },
  { act: 'previous', letter: { key: 'k', pane: 'criterion' }, twins: ['Alt+ArrowUp'], group: 'review' },
  { act: 'gap', letter: { key: 'g', pane: 'criterion' }, twins: ['Ctrl+Shift+G'], group: 'review' },
  { act: 'reason', letter: { key: 'p', pane: 'criterion' }, twins: ['Ctrl+Shift+P'], group: 'review' },
  { act: 'highlight', letter: { key: 'h', pane: 'evidence' }, twins: ['Ctrl+Shift+H'], group: 'review' },
  { act: 'cite', letter: { key: 'c', pane: 'evidence' }, twins: ['Ctrl+Shift+C'], group: 'review' },
  { act: 'note', letter: { key: 'n', pane: 'evidence' }, twins: ['Ctrl+Shift+N'], group: 'review' },
  { act: 'region', letter: { key: 'r', pane: 'evidence' }, twins: ['Ctrl+Shift+R'], group: 'review' },
  { act: 'underline', letter: { key: 'u', pane: 'evidence' }, twins: ['Alt+U'], group: 'review' },
  { act: 'bookmark', letter: { key: 'b', pane: 'evidence' }, twins: ['Alt+B'], group: 'review' },
  { act: 'colour', letter: { key: 'm', pane: 'evidence' }, twins: ['Alt+M'], group: 'review' },
  { act: 'aloud', letter: { key: 'l', pane: 'evidence' }, twins: ['Ctrl+Shift+L'], group: 'review' },
  { act: 'to-text', twins: ['F7'], group: 'review' },
  { act: 'open-passage', letter: { key: 'o', pane: 'criterion' }, twins: ['Ctrl+Shift+O'], group: 'review' },
  { act: 'to-page', twins: ['Ctrl+G'], group: 'review' },
  { act: 'search', twins: ['Ctrl+Shift+F'], group: 'review' },
  { act: 'search-all', twins: ['Ctrl+Shift+K'], group: 'everywhere' },
  { act: 'torn-next', letter: { key: 'j', pane: 'compare' }, twins: ['Alt+ArrowDown'], group: 'compare' },
  { act: 'torn-previous', letter: { key: 'k', pane: 'compare' }, twins: ['Alt+ArrowUp'], group: 'compare' },
  { act: 'sort', letter: { key: 't', pane: 'compare' }, twins: ['Ctrl+Shift+T'], group: 'compare' },
  { act: 'change-mark', letter: { key: 'm', pane: 'compare' }, twins: ['Ctrl+Shift+M'], group: 'compare' },
  { act: 'discussion', letter: { key: 'd', pane: 'compare' }, twins: ['Ctrl+Shift+D'], group: 'compare' },
  { act: 'passage', letter: { key: 'o', pane: 'compare' }, twins: ['Ctrl+Shift+O'], group: 'compare' },
  { act: 'aloud', twins: ['Ctrl+Shift+L'], group: 'vote' },
  {
    act: 'remind',
    letter: { key: 'r', pane: 'owed', or: 'dossiers' },
    twins: ['Ctrl+Shift+R'],
    group: 'dossiers',
  },
  { act: 'choose-all', twins: ['Ctrl+A'], group: 'dossiers' },
  { act: 'blocked-only', letter: { key: 'b', pane: 'dossiers' }, twins: ['Alt+B'], group: 'dossiers' },
]

/** Keys of the evidence's text, which are the text's own: they are listed, not looked up. */
export const reading = [
  { name: 'sentence', twins: ['ArrowDown', 'ArrowUp'] },
  { name: 'extend', twins: ['Shift+ArrowDown', 'Shift+ArrowUp'] },
  { name: 'word', twins: ['Shift+ArrowRight', 'Shift+ArrowLeft'] },
  { name: 'paragraph', twins: ['Ctrl+Shift+ArrowDown', 'Ctrl+Shift+ArrowUp'] },
  { name: 'menu', twins: ['Enter'] },
  { name: 'page', twins: ['PageDown', 'PageUp'] },
] as const

/** Keys of a table's rows, which are the table's own. */
export const choosing = [
  { name: 'open', twins: ['Enter'] },
  { name: 'beside', twins: ['Shift+Enter'] },
  { name: 'row', twins: ['Space'] },
  { name: 'range', twins: ['Shift+ArrowDown', 'Shift+ArrowUp'] },
  { name: 'none', twins: ['Escape'] },
] as const

const desk = new Set<Act>(['undo', 'redo', 'save', 'list'])
const examiner = new Set<Act>(['cite', 'region', 'aloud', 'to-text', 'to-page', 'undo', 'redo'])

/** What a screen has, beside what every screen has. */
export interface Having {
  screen: string
  /** A field that filters or searches. */
  field: boolean
  /** Something to print. */
  paper: boolean
  panes: boolean
}

/** The acts that are of use on a screen, in the order of the keys dialog. An examiner reads and cites as a reviewer does. */
export function shortcutsOf({ screen, field, paper, panes }: Having): Shortcut[] {
  const evidence = screen === 'review' || screen === 'examination'
  return shortcuts.filter(({ act, group }) => {
    if (group === 'review') return screen === 'review' || (screen === 'examination' && examiner.has(act))
    if (group !== 'everywhere') return screen === group
    if (act === 'find') return evidence || field
    if (act === 'print') return paper
    if (act === 'pane-next' || act === 'pane-previous') return panes
    return !desk.has(act) || screen === 'review' || (screen === 'examination' && examiner.has(act))
  })
}

/** The digit of the row or the numeric pad that was pressed, by physical key. */
export function digitOf(code: string): number | null {
  const found = /^(?:Digit|Numpad)(\d)$/.exec(code)
  return found ? Number(found[1]) : null
}

function markOf(stroke: Stroke, where: Where): Act | null {
  const digit = digitOf(stroke.code)
  if (digit === null || !where.review) return null
  // Alt with the numeric pad writes characters by number on Windows: only the row counts with Alt.
  const twin = stroke.altKey && !stroke.ctrlKey && !stroke.metaKey && stroke.code.startsWith('Digit')
  const plain = !stroke.altKey && !stroke.ctrlKey && !stroke.metaKey && !stroke.shiftKey
  const bare = plain && where.letters && where.pane === 'criterion' && !where.inField
  return twin || bare ? (`mark-${digit}` as Act) : null
}

/** "Ctrl+Shift+H" for an event: the modifiers in this order, then the key. */
function chord(stroke: Stroke, where: Where): string {
  const control = where.mac ? stroke.metaKey : stroke.ctrlKey
  const digit = digitOf(stroke.code)
  let key = stroke.key.length === 1 ? stroke.key.toUpperCase() : stroke.key
  if (control && digit !== null) key = String(digit)
  // Plus and minus need Shift on some keyboards and none on others.
  const free = key === '+' || key === '=' || key === '-' || key === '_'
  const parts = [control && 'Ctrl', stroke.altKey && 'Alt', stroke.shiftKey && !free && 'Shift', key]
  return parts.filter(Boolean).join('+')
}

const always = new Set<Act>(['palette', 'keys', 'print', 'pane-next', 'pane-previous', 'settings', 'receipt'])

/** The act that this stroke asks for here, or null: then the key is the page's. */
export function actOf(stroke: Stroke, where: Where): Act | null {
  const mark = markOf(stroke, where)
  if (mark) return mark
  if (stroke.key === '?' && !where.inField && !stroke.ctrlKey && !stroke.altKey && where.letters)
    return 'keys'
  const pressed = chord(stroke, where)
  for (const { act, letter, twins, group } of shortcuts) {
    if (group !== 'everywhere' && !where[group]) continue
    // In a field this key chooses the text.
    if (act === 'choose-all' && where.inField) continue
    if ((act === 'undo' || act === 'redo') && where.ownUndo) continue
    if (twins.includes(pressed)) return act
    const bare = !stroke.ctrlKey && !stroke.metaKey && !stroke.altKey && !stroke.shiftKey
    if (!letter || !bare || !where.letters || where.inField || !where.pane) continue
    if (where.pane !== letter.pane && where.pane !== letter.or) continue
    if (stroke.key.toLowerCase() === letter.key) return act
  }
  // On the review desk this key looks through the pieces of the dossier; elsewhere there is only one search.
  return pressed === 'Ctrl+Shift+F' ? 'search-all' : null
}

/** What this stroke asks of a field that has an undo of its own, or null. */
export function ownUndoOf(stroke: Stroke, where: Where): 'undo' | 'redo' | null {
  const act = where.ownUndo ? actOf(stroke, { ...where, ownUndo: false }) : null
  return act === 'undo' || act === 'redo' ? act : null
}

/** Works above an open dialog too. */
export function worksOverDialog(act: Act): boolean {
  return always.has(act) && act !== 'receipt' && act !== 'settings'
}

/** Where a key was pressed. A field whose text the screen's own history takes back says so: `data-undo`. */
export function whereIs(
  target: EventTarget | null,
  rest: Omit<Where, 'inField' | 'ownUndo' | 'pane' | 'mac'>,
): Where {
  const element = target instanceof Element ? target : null
  const inField = element?.closest(
    'textarea, input:not([type=radio], [type=checkbox]), select, [contenteditable]',
  )
  const pane = element?.closest<HTMLElement>('[data-pane]')?.dataset.pane as Pane | undefined
  const ownUndo = !!inField && !inField.matches('select, [data-undo]')
  return { ...rest, inField: !!inField, ownUndo, pane: pane ?? null, mac: /Mac/.test(navigator.platform) }
}

/** A twin as a person reads it: `⌘⇧H` on macOS. */
export function shown(twin: string, mac: boolean, arrows: Record<string, string>): string[] {
  const names: Record<string, string> = mac ? { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' } : {}
  return twin
    .split(/\+(?!$)/)
    .filter(Boolean)
    .map((part) => names[part] ?? arrows[part] ?? part)
}
