import { t } from '../i18n/index.svelte'
import type { Anchor, Note, NoteColour, Passage } from '../ipc/contract'
import type { Foreign } from '../state/margin.svelte'
import type { Block, Cell } from './blocks'
import { finder } from './place'

/** A passage as it is told to whoever does not see its colour. */
export interface Told {
  passage: Passage & { id: string }
  words: string
  /** The criterion, shown beside it; null: a note or highlight. */
  tag: string | null
  /** Classes of its look in the text view. */
  look: string
}

type Colours = { code: NoteColour; words: string }[]

/** What a highlight of mine says: for which criterion, or what it notes, in which colour. */
function own(criterion: string | null, passage: Anchor | Note, colours: Colours): Told {
  if (criterion !== null || !('style' in passage))
    return { passage, words: t('review-cite-mark', { c: criterion ?? '' }), tag: criterion, look: 'cited' }
  const colour = colours.find((one) => one.code === passage.colour)?.words ?? ''
  const what = passage.text ? t('review-note-mark', { text: passage.text }) : t(`style-${passage.style}`)
  return {
    passage,
    words: [what, colour].filter(Boolean).join(', '),
    tag: null,
    look: `mine ${passage.style} ${passage.colour ?? ''}`,
  }
}

/** What somebody else cited. */
export function otherWords({ mine, criterion: c, who, mark }: Foreign): string {
  return mine ? t('review-own-talk', { c }) : t('review-other', { who, c, mark })
}

/** The passages of a file that lie on words: mine, then those of others. */
export function toldOf(
  mine: { criterion: string | null; passage: Anchor | Note }[],
  others: Foreign[],
  colours: Colours,
): Told[] {
  const theirs = others
    .filter((one) => !one.mine)
    .map((one): Told => ({ passage: one.passage, words: otherWords(one), tag: one.criterion, look: 'other' }))
  return [...mine.map((one) => own(one.criterion, one.passage, colours)), ...theirs].filter(
    ({ passage }) => !passage.region && passage.quote !== '',
  )
}

const attribute = 'aria-description'

/**
 * Says in a text layer what the colours under it say. Attributes alone are set, a run at a time: no node is touched, so what
 * is selected stays selected and every place in the text stays where it was.
 */
export function tell(layer: Element, told: Told[]): void {
  for (const run of layer.querySelectorAll(`[${attribute}]`)) {
    run.removeAttribute(attribute)
    run.setAttribute('role', 'presentation')
  }
  if (told.length === 0) return
  const runs = [...layer.querySelectorAll('span')].filter((one) => one.childElementCount === 0)
  const find = finder(runs.map((one) => one.textContent ?? ''))
  for (const { passage, words } of told) {
    for (const { piece } of find(passage)) {
      const before = runs[piece]?.getAttribute(attribute)
      runs[piece]?.setAttribute('role', 'mark')
      runs[piece]?.setAttribute(attribute, before ? `${before} ; ${words}` : words)
    }
  }
}

/** A stretch of a text under the same passages; none where nobody marked it. */
export interface Segment {
  text: string
  under: Told[]
  /** Passages that begin and end with it. */
  begin: Told[]
  end: Told[]
}

/** A block of a page with its words, or those of its cells, cut where passages begin and end. */
export interface Shown {
  block: Block
  words: Segment[]
  rows: { cell: Cell; words: Segment[] }[][]
}

/** The blocks of a page with the passages that lie on them. */
export function shownOf(blocks: Block[], told: Told[]): Shown[] {
  const cells = (block: Block) =>
    block.kind === 'table' ? block.rows.flat().map((one) => one.text) : [block.text]
  const texts = blocks.flatMap(cells)
  const find = finder(texts)
  const cuts = texts.map((): { from: number; to: number; one: Told }[] => [])
  for (const one of told)
    for (const { piece, from, to } of find(one.passage)) cuts[piece]?.push({ from, to, one })
  let next = 0
  const take = () => segments(texts[next] ?? '', cuts[next++] ?? [])
  return blocks.map((block) =>
    block.kind === 'table'
      ? { block, words: [], rows: block.rows.map((row) => row.map((cell) => ({ cell, words: take() }))) }
      : { block, words: take(), rows: [] },
  )
}

function segments(text: string, cuts: { from: number; to: number; one: Told }[]): Segment[] {
  const letters = [...text]
  const edges = [0, letters.length, ...cuts.flatMap(({ from, to }) => [from, to])]
  const sorted = [...new Set(edges)].toSorted((a, b) => a - b)
  return sorted.slice(0, -1).map((from, i) => {
    const to = sorted[i + 1] ?? letters.length
    const those = (fits: (cut: { from: number; to: number }) => boolean) =>
      cuts.filter(fits).map(({ one }) => one)
    return {
      text: letters.slice(from, to).join(''),
      under: those((cut) => cut.from <= from && cut.to >= to),
      begin: those((cut) => cut.from === from),
      end: those((cut) => cut.to === to),
    }
  })
}
