import type { Rect } from '../ipc/contract'

/** What of a run of text of PDF.js is needed to know where it stands. */
export interface Run {
  str: string
  /** `[a, b, c, d, x, y]`: the run's own axes and origin in the page's space. */
  transform: number[]
  width: number
  height: number
}

/** The words that are looked for on a page, with what stands around them. */
export interface Wanted {
  quote: string
  before: string
  after: string
}

/** Letters and figures alone: line ends, hyphens and ligatures are printed differently in every version. */
function key(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff\u002d\u2010-\u2015]/gu, '')
}

/** A stretch of one of several texts, in characters. */
export interface Span {
  piece: number
  from: number
  to: number
}

/** The characters of the texts as they are compared, each with its text and its place there. */
function characters(texts: string[]): { letter: string; piece: number; at: number }[] {
  return texts.flatMap((text, piece) =>
    [...text].flatMap((one, at) => [...key(one)].map((letter) => ({ letter, piece, at }))),
  )
}

const alike = (a: string, b: string) => {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}
const turned = (text: string) => [...text].reverse().join('')

/** Looks for words in texts that follow each other: a stretch of each on which they lie; none when they are not there as one. */
export function finder(texts: string[]): (wanted: Wanted) => Span[] {
  const letters = characters(texts)
  const text = letters.map((one) => one.letter).join('')
  return (wanted) => found(letters, text, wanted)
}

function found(letters: ReturnType<typeof characters>, text: string, wanted: Wanted): Span[] {
  const quote = key(wanted.quote)
  if (!quote) return []
  let best = { at: -1, fits: -1 }
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const fits =
      alike(turned(key(wanted.before)), turned(text.slice(Math.max(0, at - 64), at))) +
      alike(key(wanted.after), text.slice(at + quote.length, at + quote.length + 64))
    if (fits > best.fits) best = { at, fits }
  }
  if (best.at === -1) return []
  const spans = new Map<number, Span>()
  for (const { piece, at } of letters.slice(best.at, best.at + quote.length)) {
    const { from, to } = spans.get(piece) ?? { from: at, to: at }
    spans.set(piece, { piece, from: Math.min(from, at), to: Math.max(to, at + 1) })
  }
  return [...spans.values()]
}

/** Where on the page the words stand, a rectangle for each run; none when they are not there as one stretch. */
export function rectsOf(runs: Run[], wanted: Wanted): Rect[] {
  const spans = finder(runs.map((one) => one.str))(wanted)
  return spans.flatMap(({ piece, from, to }) => {
    const run = runs[piece]
    return run ? [rectOf(run, from, to)] : []
  })
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** A stretch of a run as a rectangle of the page's space, whichever way the run is turned. */
function rectOf(run: Run, from: number, to: number): Rect {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = run.transform
  const count = Math.max(1, [...run.str].length)
  const along = Math.hypot(a, b) || 1
  const across = Math.hypot(c, d) || 1
  const [right, up] = [
    [a / along, b / along],
    [c / across, d / across],
  ] as const
  const size = run.height || across
  const corners = [from / count, to / count].flatMap((share) =>
    [-0.22, 0.86].map((rise) => [
      x + right[0] * share * run.width + up[0] * rise * size,
      y + right[1] * share * run.width + up[1] * rise * size,
    ]),
  )
  const [xs, ys] = [corners.map((one) => one[0] ?? 0), corners.map((one) => one[1] ?? 0)]
  return [tenth(Math.min(...xs)), tenth(Math.min(...ys)), tenth(Math.max(...xs)), tenth(Math.max(...ys))]
}
