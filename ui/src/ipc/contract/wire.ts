/** What every view uses. */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Millis = number

/** A text of a grid, a bylaw or a dossier, in French and perhaps in English. */
export interface Text {
  fr: string
  en: string | null
}

/** Why a command was refused or failed. `params` fill the sentence `error-<code>`. */
export interface Problem {
  code: string
  params: Record<string, string>
}
