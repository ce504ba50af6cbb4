import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { negotiateLanguages } from '@fluent/langneg'
import { en, fr } from 'virtual:locales'
import type { Language, Problem, Text } from '../ipc/contract'

export type Locale = 'fr' | 'en'
type Args = Record<string, FluentVariable>

function bundle(locale: Locale, source: string): FluentBundle {
  // No isolating marks: the variables are names and numbers of one direction, and marks would be read aloud.
  const made = new FluentBundle(locale, { useIsolating: false })
  made.addResource(new FluentResource(source))
  return made
}

const bundles: Record<Locale, FluentBundle> = { fr: bundle('fr', fr), en: bundle('en', en) }

let chosen = $state<Locale>('fr')

/** The language on screen. */
export function locale(): Locale {
  return chosen
}

/** The language that a setting means on this system: French unless the system asks for English first. */
export function resolve(language: Language): Locale {
  if (language !== 'system') return language
  const [first] = negotiateLanguages([...navigator.languages], ['fr', 'en'], { defaultLocale: 'fr' })
  return first === 'en' ? 'en' : 'fr'
}

export function speak(language: Language): void {
  chosen = resolve(language)
  document.documentElement.lang = chosen
}

/** The sentence of a key in the language on screen; the key itself, in brackets, when no file has it. */
export function t(key: string, args?: Args): string {
  return sentence(key, args) ?? `[${key}]`
}

/** As `t`, but null when there is no such sentence. */
export function sentence(key: string, args?: Args): string | null {
  const book = bundles[chosen]
  const pattern = book.getMessage(key)?.value
  if (!pattern) return null
  return book.formatPattern(pattern, args ?? {}, [])
}

/** `tx('error', 'evidence.altered')` is `error-evidence-altered`: codes have dots, keys do not. */
export function tx(prefix: string, code: string, args?: Args): string {
  return sentence(`${prefix}-${keyOf(code)}`, args) ?? sentence(`${prefix}-other`, { ...args, code }) ?? code
}

function keyOf(code: string): string {
  return code.replaceAll(/[.@]/g, '-')
}

/** What happened, what is safe, what to do. A code without a sentence is shown with what is known of it. */
export function explain(problem: Problem): string {
  // What the procedure refuses has its own sentence among those of the rules.
  const rule = problem.code === 'procedure' ? sentence(keyOf(problem.params['code'] ?? '')) : null
  if (rule) return rule
  const key = keyOf(problem.code)
  return (
    sentence(`error-${key}`, problem.params) ??
    sentence(key, problem.params) ??
    t('error-other', { code: problem.code })
  )
}

/** A text that came with a grid or a dossier: the language on screen, else French, which is always there. */
export function say(text: Text | null | undefined): string {
  if (!text) return ''
  return chosen === 'en' ? (text.en ?? text.fr) : text.fr
}

/** The language a text is really in, for `lang`: so that a screen reader changes its voice. */
export function langOf(text: Text | null | undefined): Locale {
  return chosen === 'en' && text?.en ? 'en' : 'fr'
}
