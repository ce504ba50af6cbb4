import { say, t } from '../../i18n/index.svelte'
import type { DossierPassages, MyPassage, NoteColour } from '../../ipc/contract'

export type Kind = 'cited' | 'highlight' | 'underline' | 'note' | 'bookmark'

export interface Filter {
  dossier: string
  criterion: string
  colour: NoteColour | ''
  kind: Kind | ''
}

/** What a passage is called: a text makes it a note, however it is drawn. */
export function kindOf(passage: MyPassage): Kind {
  if (passage.criterion !== null) return 'cited'
  if (passage.text !== '') return 'note'
  return passage.style ?? 'highlight'
}

/** What a colour says in dossiers: as their grids name it, each name once; where a grid does not, our word. */
export function colourWords(dossiers: DossierPassages[], code: NoteColour): string {
  const words = dossiers.map(({ colours }) => {
    const title = colours.find((one) => one.code === code)?.title
    return title ? say(title) : t(`colour-${code}`)
  })
  return [...new Set(words)].join(' / ')
}

/** What fits all that is asked for; an empty wish fits everything. Dossiers without any are left out. */
export function filtered(
  all: DossierPassages[],
  { dossier, criterion, colour, kind }: Filter,
): DossierPassages[] {
  const fits = (one: MyPassage) =>
    (criterion === '' || one.criterion === criterion) &&
    (colour === '' || one.colour === colour) &&
    (kind === '' || kindOf(one) === kind)
  return all
    .filter((one) => dossier === '' || one.dossier === dossier)
    .map((one) => ({ ...one, passages: one.passages.filter(fits) }))
    .filter((one) => one.passages.length > 0)
}

/** The criteria for which something is cited, as their codes are counted; in one dossier, or in all. */
export function criteriaOf(all: DossierPassages[], dossier: string): string[] {
  const within = all.filter((one) => dossier === '' || one.dossier === dossier)
  const codes = within.flatMap((one) => one.passages.flatMap((passage) => passage.criterion ?? []))
  return [...new Set(codes)].toSorted((a, b) => a.localeCompare(b, 'fr', { numeric: true }))
}

/** A criterion that the chosen dossier does not offer would go on filtering unseen: it is let go. */
export function settled(all: DossierPassages[], filter: Filter): Filter {
  return criteriaOf(all, filter.dossier).includes(filter.criterion) ? filter : { ...filter, criterion: '' }
}
