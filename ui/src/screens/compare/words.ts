import { deadline, longDay, shortDay, time } from '../../i18n/dates'
import { locale, say, t } from '../../i18n/index.svelte'
import type {
  Cell,
  ColumnBlock,
  CompareCriterion,
  Millis,
  OpenedSheets,
  Progress,
  SealedRound,
  Speaker,
  ThreadView,
  Voice,
} from '../../ipc/contract'
import { spokenOf } from './topics'

function opening(at: Millis): string {
  return deadline(t('date-day-at', { day: longDay(at), time: time(at) }), at)
}

/** "Les fiches s’ouvriront le 3 décembre à 14:00.", and how many are in for those who may know. */
export function before(opens: Millis, arrived: Progress | null): string {
  const said = t('compare-before', { date: opening(opens) })
  return arrived ? `${said} ${t('compare-arrived', { n: arrived.done, m: arrived.total })}` : said
}

/** That a later round is being scored, and until when. */
export function sealedWords({ number, opens_at }: SealedRound): string {
  return t('compare-round-sealed', { n: number, date: opening(opens_at) })
}

/** A decimal that the program wrote, as the reader's language writes it. */
export function decimal(text: string | null): string {
  if (text === null) return ''
  return locale() === 'fr' ? text.replace('.', ',') : text
}

/** The colleges of a block; where nothing stands alone, it is all of them. */
export function blockTitle(block: ColumnBlock, opened: OpenedSheets): string {
  if (opened.blocks.length === 1 && block.titles.length > 1) return t('compare-all-colleges')
  return new Intl.ListFormat(locale(), { style: 'short', type: 'conjunction' }).format(block.titles.map(say))
}

/** Who a column is: by number unless the bylaws show names. */
export function columnName(opened: OpenedSheets, column: number): string {
  const one = opened.columns[column]
  if (!one) return ''
  if (one.mine) return t('compare-you')
  return one.name ?? t('compare-reviewer', { n: column + 1 })
}

/** Who speaks: as the column is called, or, without one, by name or number. */
export function speaker(opened: OpenedSheets, by: Speaker): string {
  if (by.mine) return t('compare-you')
  if (by.name !== null) return by.name
  return by.column === null ? t('thread-member', { n: by.place ?? 0 }) : columnName(opened, by.column)
}

/** From which college, or that no sheet of theirs is counted. */
export function speakerPlace(opened: OpenedSheets, by: Speaker): string {
  const block = by.column === null ? undefined : opened.blocks[opened.columns[by.column]?.block ?? -1]
  return block ? blockTitle(block, opened) : t('thread-without')
}

/** What a mark says, whatever became of it. */
export function markWords(cell: Cell): string {
  if (cell.kind === 'na') return t('compare-na')
  if (cell.kind === 'absent') return t('compare-absent')
  const words = say(cell.words)
  const mark = t('compare-mark', { mark: decimal(cell.points) })
  return words ? `${mark}, ${words}` : mark
}

/** What a cell says to the ear. */
export function cellWords(cell: Cell): string {
  return cell.changed ? `${markWords(cell)}, ${t('compare-changed')}` : markWords(cell)
}

/** What a cell says in one word. */
export function figure(cell: Cell): string {
  if (cell.kind === 'mark') return decimal(cell.points)
  return t(cell.kind === 'na' ? 'compare-na' : 'compare-absent')
}

/** How much was said of a criterion, and how much of that is new. */
export function talkWords(thread: ThreadView): string {
  const said = t('thread-row', { n: spokenOf(thread, null) })
  return thread.unread > 0 ? `${said}, ${t('thread-new', { n: thread.unread })}` : said
}

/** "1, puis 2 le 24 nov." */
export function history(voice: Voice): string {
  if (!voice.first) return ''
  return voice.changes.reduce((said, change) => {
    const then = t('compare-history-on', { mark: figure(change.cell), date: shortDay(change.at) })
    return t('compare-history', { first: said, then })
  }, figure(voice.first))
}

/** Step of the ramp, 0 to 4, on which a mark stands. */
export function ramp(ink: number | null): number {
  return ink === null ? 2 : Math.round(ink * 4)
}

/** Criteria under their titles: in disagreement, then the others; or all together where another order is asked for. */
export function groupsOf(rows: CompareCriterion[], grouped: boolean) {
  if (!grouped) return [{ key: null, torn: false, rows }]
  return [
    { key: 'compare-disagree', torn: true, rows: rows.filter((one) => one.disagreement) },
    { key: 'compare-agree', torn: false, rows: rows.filter((one) => !one.disagreement) },
  ].filter((group) => group.rows.length > 0)
}
