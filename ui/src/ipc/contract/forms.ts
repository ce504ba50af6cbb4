/** Forms that are kept while somebody fills them in. */
import type { Saved } from './review'

/** A form as the screen writes it; `text` is empty once its act is made. */
export interface TypedForm {
  version: number
  text: string
}

export interface FormsCommands {
  /** What was typed into a form about a dossier, null: about none yet; `form` names it among those. */
  form_kept(a: { dossier: string | null; form: string }): Promise<TypedForm | null>
  form_keep(a: { dossier: string | null; form: string; typed: TypedForm }): Promise<Saved>
}
