import { tick } from 'svelte'
import { SvelteSet } from 'svelte/reactivity'

/**
 * Rows of a table that are chosen for one act. A range goes from the row that was chosen last, in the order in which
 * rows are shown; what was chosen before it stays.
 */
export class Chosen {
  #rows = new SvelteSet<string>()
  /** Where a range begins, and what was chosen when it began. */
  #from: string | null = null
  #before: string[] = []

  get size(): number {
    return this.#rows.size
  }

  has(row: string): boolean {
    return this.#rows.has(row)
  }

  toggle(row: string): void {
    if (!this.#rows.delete(row)) this.#rows.add(row)
    this.#begin(row)
  }

  all(order: string[]): void {
    this.#put(order)
    this.#from = null
  }

  clear(): void {
    this.all([])
  }

  /** Everything from where the last choice was made to this row; without one, from the row that was left. */
  reach(row: string, order: string[], left: string = row): void {
    if (this.#from === null) this.#begin(left)
    const [from, to] = [order.indexOf(this.#from ?? left), order.indexOf(row)].sort((a, b) => a - b)
    if (from === undefined || to === undefined || from < 0) return
    this.#put([...this.#before, ...order.slice(from, to + 1)])
  }

  /** Only rows that are still shown stay chosen: nobody acts on what they do not see. */
  keep(order: string[]): void {
    for (const row of this.#rows) if (!order.includes(row)) this.#rows.delete(row)
    this.#before = this.#before.filter((row) => order.includes(row))
    if (this.#from !== null && !order.includes(this.#from)) this.#from = null
  }

  #begin(row: string): void {
    this.#from = row
    this.#before = [...this.#rows]
  }

  #put(rows: string[]): void {
    for (const row of this.#rows) if (!rows.includes(row)) this.#rows.delete(row)
    for (const row of rows) this.#rows.add(row)
  }
}

/** What a key chooses at a row; true: it was one of those of `choosing`. A range's arrows move the focus as well: the table's. */
export function choose(
  event: KeyboardEvent,
  chosen: Chosen,
  order: string[],
  row: string | undefined,
): boolean {
  const control = event.ctrlKey || event.metaKey
  const bare = !control && !event.altKey && !event.shiftKey
  if (event.key.toLowerCase() === 'a' && control && !event.altKey && !event.shiftKey) chosen.all(order)
  else if (event.key === ' ' && bare && row !== undefined) chosen.toggle(row)
  else if (event.key === 'Escape' && bare && chosen.size > 0) chosen.clear()
  else return false
  event.preventDefault()
  return true
}

/** What a click on a row's box chooses: the row, or with Shift all that lie between. */
export async function press(
  event: MouseEvent & { currentTarget: HTMLInputElement },
  chosen: Chosen,
  order: string[],
  row: string,
): Promise<void> {
  const box = event.currentTarget
  if (event.shiftKey) chosen.reach(row, order)
  else chosen.toggle(row)
  // The browser ticks and unticks by itself: a row that was chosen before a range stays so, and its box must show it.
  await tick()
  box.checked = chosen.has(row)
}
