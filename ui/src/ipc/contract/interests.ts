/** Dossier cards and declarations of interests. */
import type { NamedCriterion, RecusalLevel } from './judging'
import type { Millis, Text } from './wire'

export interface Entity {
  role: 'publisher' | 'group' | 'parent' | 'competitor' | 'funder' | 'author' | 'subcontractor'
  name: string
}

export interface DossierCard {
  dossier: string
  number: string
  solution: string
  version: string
  publisher: string
  summary: Text | null
  entities: Entity[]
  deadline: Millis | null
  /**
   * `to-declare`: nothing said yet. `under-review`: a link was declared, the chair decides. `waiting-key`: may be
   * read once the key arrives. `open`: may be read. `recused`: the door is closed.
   */
  state: 'to-declare' | 'under-review' | 'waiting-key' | 'open' | 'recused'
  /** My sheet is asked for. */
  assigned: boolean
  declared_at: Millis | null
  /** Reasons and notes of mine wait to be taken along or left behind: the door closed on them. */
  words_aside: boolean
  /** Public number of the label that the dossier renews. */
  renews: string | null
  /** What was decided about my links, if anything was. */
  decided: OwnDecision | null
  /** What I declared last; null: nothing, or on a computer that cannot read it. */
  links: Interest[] | null
  /** Until when my declaration holds; null once the dossier is no longer in hand. */
  renewal: Renewal | null
  /** How far I may step back by myself. */
  step_back: RecusalLevel[]
}

export interface Renewal {
  /** Its last day, YYYY-MM-DD. */
  until: string
  /** It ends within a month, or its year is over. */
  asked: boolean
  ran_out: boolean
  /** This computer can say again what was declared. */
  repeatable: boolean
}

export interface OwnDecision {
  level: RecusalLevel
  /** Null: none was given. */
  reason: string | null
  /** At level `criterion`, those that I do not mark; empty until the dossier can be read here. */
  criteria: NamedCriterion[]
  at: Millis
}

export type InterestCategory =
  | 'employment'
  | 'consultancy'
  | 'study'
  | 'speaking'
  | 'grant'
  | 'holdings'
  | 'patent'
  | 'design'
  | 'competitor'
  | 'family'
  | 'position'
  | 'other'

export interface Interest {
  category: InterestCategory
  /** With whom: one of the card's entities or any other name. */
  entity: string
  /** `YYYY` or `YYYY-MM`. */
  from: string | null
  /** Null: it still runs. */
  to: string | null
  paid: 'no' | 'me' | 'institution'
  text: string
  /** SIREN, ORCID or RPPS number, if known. */
  identifier: string | null
}

export interface InterestsCommands {
  dossier_card(a: { dossier: string }): Promise<DossierCard>
  /** An empty list says "no link", which is an act too. */
  declare_interests(a: { dossier: string; interests: Interest[] }): Promise<DossierCard>
  /** Steps back by oneself: the way back is the chair's to open. */
  step_back(a: { dossier: string; level: RecusalLevel; reason: string }): Promise<DossierCard>
  /** Writes what I had written before my recusal to a file that I choose, then forgets it; false: dialog closed. */
  words_aside_save(a: { dossier: string }): Promise<boolean>
  words_aside_forget(a: { dossier: string }): Promise<null>
}
