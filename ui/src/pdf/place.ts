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

/** The characters of the runs as they are compared, each with its run and its place there. */
function characters(runs: Run[]): { letter: string; run: number; at: number }[] {
  return runs.flatMap(({ str }, run) =>
    [...str].flatMap((one, at) => [...key(one)].map((letter) => ({ letter, run, at }))),
  )
}

const alike = (a: string, b: string) => {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}
const turned = (text: string) => [...text].reverse().join('')

/** Where on the page the words stand, a rectangle for each run; none when they are not there as one stretch. */
export function rectsOf(runs: Run[], wanted: Wanted): Rect[] {
  const letters = characters(runs)
  const text = letters.map((one) => one.letter).join('')
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
  const spans = new Map<number, { from: number; to: number }>()
  for (const { run, at } of letters.slice(best.at, best.at + quote.length)) {
    const span = spans.get(run)
    spans.set(run, { from: Math.min(span?.from ?? at, at), to: Math.max(span?.to ?? at, at) })
  }
  return [...spans].flatMap(([number, { from, to }]) => {
    const run = runs[number]
    return run ? [rectOf(run, from, to + 1)] : []
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
