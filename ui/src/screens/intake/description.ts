import type { FormAsked, FormEntity, IntakeForm, IntakeView } from '../../ipc/contract'

/** One field of the form; its name is the sentence `describe-<key>` with hyphens. */
export interface Field {
  /** The key of the description. */
  key: string
  as: 'line' | 'text' | 'class' | 'label' | 'table'
}

const line = (key: string): Field => ({ key, as: 'line' })

/** What a dossier cannot be admitted without. */
export const needed: Field[] = [
  line('solution.name'),
  line('solution.version'),
  line('publisher.name'),
  line('publisher.contact.email'),
  { key: 'label', as: 'label' },
  { key: 'solution.has_class', as: 'class' },
  { key: 'answers', as: 'table' },
  { key: 'solution.summary.fr', as: 'text' },
  { key: 'solution.intended_use.fr', as: 'text' },
]

/** What is good to know. */
export const further: Field[] = [
  { key: 'solution.plain.fr', as: 'text' },
  line('solution.md_class'),
  line('solution.url'),
  line('solution.languages'),
  line('publisher.siren'),
  line('publisher.group'),
  line('publisher.country'),
  line('publisher.contact.name'),
  line('publisher.contact.phone'),
  line('renews'),
]

export const roles = ['parent', 'competitor', 'funder', 'author', 'subcontractor'] as const

const all = [...needed, ...further]

/** The field at which a line of the report points: its own key, or the first one below it. */
export function fieldOf(place: string): string | null {
  const found = all.find(({ key }) => key === place) ?? all.find(({ key }) => key.startsWith(`${place}.`))
  return found?.key ?? null
}

/** The sentence that names a field. */
export const nameOf = (key: string) => `describe-${key.replaceAll(/[._]/g, '-')}`

/** What was typed: only that; everything else follows what the files tell. */
export interface Typed {
  fields: Record<string, string>
  evidence: Record<string, Partial<Record<'title' | 'kind' | 'criteria', string>>>
  entities: FormEntity[]
}

export const blank = (): Typed => ({ fields: {}, evidence: {}, entities: [] })

/** What the files tell, with the label that the board has if it has but one. */
export function guessedOf(view: IntakeView, asked: FormAsked): IntakeForm {
  const { guessed } = asked
  const label = guessed.fields['label'] ?? view.label
  return label ? { ...guessed, fields: { ...guessed.fields, label } } : guessed
}

/** The form as it would be read: what was typed goes before what was guessed. */
export function filledIn(guessed: IntakeForm, typed: Typed): IntakeForm {
  return {
    fields: { ...guessed.fields, ...typed.fields },
    evidence: guessed.evidence.map((one) => ({ ...one, ...typed.evidence[one.file] })),
    entities: typed.entities.filter(({ name }) => name.trim() !== ''),
  }
}
