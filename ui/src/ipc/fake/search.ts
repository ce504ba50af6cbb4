import { fold, folded, stretches } from '../../i18n/fold'
import type { FoundPart, ReviewView, SearchHit, SearchView, TextsView } from '../contract'

/** A page as it would have been read out of a file. */
const page =
  'Résultats. Le taux de réponse à douze mois était de 21,2 % dans le bras OncoSuivi. L’essai randomisé a suivi 412 patients ; 38 ont été perdus de vue.'

/** The search in memory: the words as they stand, accents and capitals aside. */
export function search(review: ReviewView, typed: string): SearchView {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  const hits: SearchHit[] = []
  const add = (hit: Omit<SearchHit, 'parts' | 'from' | 'to'>, text: string) => {
    const places = words.map((word) => stretches(folded(text), word)[0])
    const [first] = places
    if (!first || places.includes(undefined)) return
    hits.push({ ...hit, parts: parts(text, words), from: first.start, to: first.end })
  }
  const none = { file: null, title: null, page: null, criterion: null, id: null }
  for (const file of review.files.filter((one) => one.media === 'pdf' && one.state === 'here'))
    add({ ...none, kind: 'page', file: file.file, title: file.title, page: 7 }, page)
  for (const note of review.notes) {
    const title = review.files.find((one) => one.file === note.file)?.title ?? null
    add(
      { ...none, kind: 'note', file: note.file, title, page: note.page, id: note.id },
      `${note.text} ${note.quote}`,
    )
  }
  for (const row of review.rows) add({ ...none, kind: 'reason', criterion: row.criterion }, row.reason)
  for (const one of review.grid.criteria)
    add({ ...none, kind: 'criterion', criterion: one.code }, one.question.fr)
  const { dossier, number, solution } = review
  const dossiers = hits.length > 0 ? [{ dossier, number, solution, hits: hits.slice(0, 20) }] : []
  return { dossiers, count: Math.min(hits.length, 20), more: hits.length > 20 }
}

function parts(text: string, words: string[]): FoundPart[] {
  const cut = text.split(/(\s+)/)
  return cut.map((piece) => ({ text: piece, found: words.some((word) => fold(piece).includes(word)) }))
}

export const texts: TextsView = { read: 3, total: 7, silent: 1, waiting: [] }
