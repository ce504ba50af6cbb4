// The module `virtual:locales`: the text of both languages as one string each.
//
// `cargo xtask codegen` writes assets/locales/generated/{fr,en}.ftl with the French typography applied; that is what
// ships. While a source file is newer than it (or it does not exist), the sources are read, so that an edit shows.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../assets/locales/', import.meta.url))

/** The source files of a language, in the order of their names. */
export function sources(language) {
  const dir = `${folder}${language}/`
  return readdirSync(dir)
    .filter((name) => name.endsWith('.ftl'))
    .sort()
    .map((name) => dir + name)
}

/** The text of a language: generated when fresh, else its sources joined. */
export function text(language) {
  const generated = `${folder}generated/${language}.ftl`
  const files = sources(language)
  const fresh =
    existsSync(generated) && files.every((file) => statSync(file).mtimeMs <= statSync(generated).mtimeMs)
  return fresh ? readFileSync(generated, 'utf8') : files.map((file) => readFileSync(file, 'utf8')).join('\n')
}

export function locales() {
  const id = 'virtual:locales'
  return {
    name: 'locales',
    resolveId: (asked) => (asked === id ? '\0' + id : undefined),
    load(asked) {
      if (asked !== '\0' + id) return undefined
      for (const language of ['fr', 'en']) sources(language).forEach((file) => this.addWatchFile(file))
      return `export const fr = ${JSON.stringify(text('fr'))}\nexport const en = ${JSON.stringify(text('en'))}\n`
    },
  }
}
