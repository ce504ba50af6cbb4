import { t } from '../i18n/index.svelte'
import type { Role } from '../ipc/contract'
import { layout } from './layout.svelte'
import { actOf, ownUndoOf, shortcutsOf, whereIs, worksOverDialog, type Act, type Shortcut } from './keys'
import { sidebarOf } from './places'
import { router, type Route } from './router.svelte'
import { choices } from './settings.svelte'
import { layers } from './sheets.svelte'

/** What a screen can do of the acts; the review desk brings its own. True: done, the key goes no further. */
export type Doer = (act: Act) => boolean

/** One listener for the whole window: keys become acts, the screen on top does them. */
class Acts {
  /** What whoever is here may be asked to do: their places follow. */
  roles = $state.raw<Role[]>([])
  /** The screen's own acts, most recent last. */
  #doers: Doer[] = []

  /** Offers acts while a screen is shown; the returned function withdraws them. */
  offer(doer: Doer): () => void {
    this.#doers.push(doer)
    return () => {
      this.#doers = this.#doers.filter((one) => one !== doer)
    }
  }

  key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return
    // The examiner reads and cites with the same keys.
    const review = ['review', 'examination'].includes(router.now.screen)
    const on = (screen: Route['screen']) => router.now.screen === screen
    const screens = { review, compare: on('compare'), vote: on('vote'), dossiers: on('dossiers') }
    const where = whereIs(event.target, { letters: choices.now.letter_keys, ...screens })
    const own = ownUndoOf(event, where)
    if (own && undoInField(own)) event.preventDefault()
    const act = actOf(event, where)
    if (!act) return
    if (document.querySelector('dialog[open]') && !worksOverDialog(act)) return
    if (this.do(act)) event.preventDefault()
  }

  do(act: Act): boolean {
    for (const doer of this.#doers.toReversed()) if (doer(act)) return true
    return this.#general(act)
  }

  #general(act: Act): boolean {
    const place = placeOf(act)
    const route: Route | undefined =
      act === 'settings' || act === 'search-all'
        ? { screen: act === 'settings' ? 'settings' : 'search' }
        : place && { screen: place.screen }
    if (route) router.go(route)
    else if (act === 'palette' || act === 'keys' || act === 'receipt') layers.show(act)
    else if (act === 'print') return print()
    else if (act === 'find') return find()
    else if (act === 'sidebar')
      layout.wide = !(
        layout.wide ??
        (layout.size === 'L' && !['review', 'compare'].includes(router.now.screen))
      )
    else if (act === 'back') router.back()
    else if (act === 'forward') router.forward()
    else if (act === 'pane-next' || act === 'pane-previous') return cycle(act === 'pane-next' ? 1 : -1)
    else if (act.startsWith('zoom-')) void choices.change({ text_size: nextSize(choices.now.text_size, act) })
    else return false
    return true
  }
}

/**
 * The undo that a field has by itself. Not every web view gives it a key: WebKitGTK knows the command and no stroke for
 * it. False: there is nothing to take back, or no such command.
 */
function undoInField(what: 'undo' | 'redo'): boolean {
  const { execCommand } = document as { execCommand?: (command: string) => boolean }
  return execCommand?.call(document, what) ?? false
}

/** The place that Ctrl+1, Ctrl+2 … lead to, for whoever is here. */
function placeOf(act: Act) {
  const found = /^screen-(\d)$/.exec(act)
  return found ? sidebarOf(acts.roles)[Number(found[1]) - 1] : undefined
}

/** The acts of the screen on top. */
export function offered(): Shortcut[] {
  const has = (what: string) => document.querySelector(what) !== null
  return shortcutsOf({
    screen: router.now.screen,
    field: has('[data-find]'),
    paper: has('[data-print]'),
    panes: has('[data-f6]'),
  })
}

/** To the field that filters or searches what is on the screen. */
function find(): boolean {
  const field = document.querySelector<HTMLElement>('[data-find]')
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
  return field !== null
}

/** What an act is called; a place is called as in the sidebar. Null: nobody here has such a place. */
export function nameOf(act: Act): string | null {
  if (act === 'find' && !['review', 'examination'].includes(router.now.screen)) return t('act-filter')
  if (!act.startsWith('screen-')) return t(`act-${act}`)
  const place = placeOf(act)
  return place ? t('act-go', { place: t(place.key) }) : null
}

/** How large everything is shown, in percent; the settings offer the same. The program does the enlarging. */
export const textSizes = [50, 75, 90, 100, 115, 130, 150, 175, 200, 250, 300]

function nextSize(now: number, act: Act): number {
  if (act === 'zoom-in') return textSizes.find((size) => size > now) ?? now
  if (act === 'zoom-out') return textSizes.findLast((size) => size < now) ?? now
  return 100
}

export const acts = new Acts()

/** What a screen or a dialog holds for paper; without any the key is the web view's. */
function print(): boolean {
  if (!document.querySelector('dialog[open], [data-print]')) return false
  window.print()
  return true
}

/** F6: the panes on screen in their order, each once; the focus goes to the pane, which is named. */
function cycle(step: 1 | -1): boolean {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-f6]')].filter(
    (pane) => pane.offsetParent !== null || pane.getClientRects().length > 0,
  )
  if (panes.length === 0) return false
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[at < 0 ? (step > 0 ? 0 : panes.length - 1) : (at + step + panes.length) % panes.length]
  next?.focus()
  return true
}
