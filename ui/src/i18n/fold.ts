/** A text as a search compares it, with where each of its letters stands in the text. */
export interface Folded {
  text: string
  /** Where the letter begins, and where it ends: with its accents, or with the rest of its ligature. */
  from: number[]
  to: number[]
}

/** What compatibility forms leave apart: a keyboard has one apostrophe and one hyphen, and no ligatures. */
const alike: [RegExp, string][] = [
  [/[’‘ʼ′´`]/gu, "'"],
  [/[“”„]/gu, '"'],
  [/[\u00ad‐‑‒–—−]/gu, '-'],
  [/[\u200b-\u200d\u2060\ufeff]/gu, ''],
  [/œ/giu, 'oe'],
  [/æ/giu, 'ae'],
  [/ß/gu, 'ss'],
]

const known = new Map<string, string>()

/** One letter with its accents, without them and without capitals. */
function plain(letter: string): string {
  let found = known.get(letter)
  if (found === undefined) {
    const one = alike.reduce((text, [what, by]) => text.replace(what, by), letter)
    found = one.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
    known.set(letter, found)
  }
  return found
}

/**
 * Folds a text letter by letter: without accents, capitals and ligatures, white space as one space, and words without
 * their hyphens, so that one that is cut at the end of a line is found as it is written.
 */
export function folded(text: string): Folded {
  const letters: string[] = []
  const from: number[] = []
  const to: number[] = []
  /** A hyphen stands behind a letter: the words it parts may be one. */
  const hyphen = (before: RegExp) => letters.at(-1) === '-' && before.test(letters.at(-2) ?? '')
  const join = () => {
    if (!hyphen(/\p{L}/u)) return
    letters.pop()
    from.pop()
    to.pop()
  }
  for (const { 0: one, index } of text.matchAll(/\s+|\P{M}\p{M}*|\p{M}+/gu)) {
    const space = /^\s/u.test(one)
    // A line that ends with a hyphen goes on with the next one.
    if (space && one.includes('\n') && hyphen(/[\p{L}\p{N}]/u)) continue
    for (const letter of space ? ' ' : plain(one)) {
      if (/\p{L}/u.test(letter)) join()
      letters.push(letter)
      from.push(index)
      to.push(index + one.length)
    }
  }
  join()
  return { text: letters.join(''), from, to }
}

/** What a search compares of a text. */
export function fold(text: string): string {
  return folded(text).text
}

/** Every stretch of a text where some words stand as a search compares them. */
export function stretches(text: Folded, query: string): { start: number; end: number }[] {
  const wanted = fold(query.trim())
  const found: { start: number; end: number }[] = []
  if (wanted === '') return found
  for (let at = text.text.indexOf(wanted); at >= 0; at = text.text.indexOf(wanted, at + 1))
    found.push({ start: text.from[at] ?? 0, end: text.to[at + wanted.length - 1] ?? 0 })
  return found
}
