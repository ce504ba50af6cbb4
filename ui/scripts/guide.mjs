// The module `virtual:guide`: the guide in both languages as HTML, made when the screens are built from
// assets/locales/generated/guide-{fr,en}.md, which `cargo xtask codegen` writes with the French typography applied.
import { Marked } from 'marked'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../assets/locales/generated/', import.meta.url))

export function guide() {
  const id = 'virtual:guide'
  const marked = new Marked()
  return {
    name: 'guide',
    resolveId: (asked) => (asked === id ? '\0' + id : undefined),
    load(asked) {
      if (asked !== '\0' + id) return undefined
      const made = ['fr', 'en'].map((language) => {
        const path = `${folder}guide-${language}.md`
        this.addWatchFile(path)
        return `export const ${language} = ${JSON.stringify(marked.parse(readFileSync(path, 'utf8')))}\n`
      })
      return made.join('')
    },
  }
}
