import type { DossierPassages, MyPassage, ReviewView } from '../contract'

/** The passages of the one dossier that the invented desk reviews. */
export function passagesOf(view: ReviewView): DossierPassages[] {
  const file = (id: string) => view.files.find((one) => one.file === id)
  const about = (id: string) => ({ number: file(id)?.number ?? 0, title: file(id)?.title ?? '' })
  const cited = view.rows.flatMap((row) =>
    row.anchors.map((anchor): MyPassage => ({
      ...anchor,
      ...about(anchor.file),
      criterion: row.criterion,
      text: '',
      style: null,
      colour: null,
    })),
  )
  const noted = view.notes
    .filter((note) => !note.removed)
    .map((note): MyPassage => ({ ...note, ...about(note.file), criterion: null }))
  const { dossier, number, solution } = view
  return [{ dossier, number, solution, passages: [...cited, ...noted], colours: view.grid.colours }]
}
