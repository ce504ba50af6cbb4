// @vitest-environment node
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sources } from '../../scripts/locales.mjs'

const languages = ['fr', 'en'] as const

/** Keys of the files, with how often each stands and which variables it takes. */
function book(language: 'fr' | 'en') {
  const keys = new Map<string, { times: number; variables: Set<string>; body: string }>()
  for (const file of sources(language)) {
    let now: { times: number; variables: Set<string>; body: string } | null = null
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const key = /^([a-z][\w-]*)\s*=/i.exec(line)?.[1]
      if (key) {
        now = keys.get(key) ?? { times: 0, variables: new Set(), body: '' }
        now.times += 1
        keys.set(key, now)
      } else if (line.startsWith('#')) now = null
      if (!now) continue
      now.body += line + '\n'
      for (const [, name] of line.matchAll(/\$(\w+)/g)) if (name) now.variables.add(name)
    }
  }
  return keys
}

const books = { fr: book('fr'), en: book('en') }

function code(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return code(path)
    return /\.(svelte|ts)$/.test(entry.name) && !/\.test\.ts$|fake/.test(entry.name)
      ? [readFileSync(path, 'utf8')]
      : []
  })
}
const source = code('src').join('\n')

describe('both languages', () => {
  it('have the same keys', () => {
    const [fr, en] = languages.map((one) => [...books[one].keys()].sort())
    expect(fr).toEqual(en)
  })
  it('take the same variables', () => {
    for (const [key, { variables }] of books.fr) {
      expect([...(books.en.get(key)?.variables ?? [])].sort(), key).toEqual([...variables].sort())
    }
  })
  it('say each key once', () => {
    for (const language of languages) {
      for (const [key, { times }] of books[language]) expect(times, `${language} ${key}`).toBe(1)
    }
  })
  it('read without an error', () => {
    for (const language of languages) {
      for (const file of sources(language)) {
        const bundle = new FluentBundle(language)
        const text = readFileSync(file, 'utf8')
        expect(bundle.addResource(new FluentResource(text)), file).toEqual([])
        for (const key of text.matchAll(/^([a-z][\w-]*)\s*=/gim))
          expect(bundle.hasMessage(key[1] ?? ''), key[1]).toBe(true)
      }
    }
  })
})

describe('the screens', () => {
  const literal = [...source.matchAll(/\b(?:t|sentence)\(\s*'([\w-]+)'/g)].map((match) => match[1] ?? '')
  const choice = [...source.matchAll(/\b(?:t|sentence)\(([^()]*\?[^()]*)\)?/g)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/\? '([\w-]+)'|: '([\w-]+)'/g)].map((one) => one[1] ?? one[2] ?? ''),
  )
  it('use only keys that exist', () => {
    expect(literal.length).toBeGreaterThan(200)
    for (const key of [...literal, ...choice]) expect(books.fr.has(key), key).toBe(true)
  })
  it('use only families that exist, where a code chooses the key', () => {
    const families = [
      ...[...source.matchAll(/\btx\('([\w-]+)'/g)].map((match) => match[1]),
      ...[...source.matchAll(/\bt\(`([\w-]+)-\$\{/g)].map((match) => match[1]),
    ]
    for (const family of families) {
      expect(
        [...books.fr.keys()].some((key) => key.startsWith(`${family}-`)),
        family,
      ).toBe(true)
    }
  })
  it('say nothing that does not come from the files', () => {
    for (const text of code('src').filter((one) => one.includes('<script lang="ts">'))) {
      const markup = text
        .replace(/<script[\s\S]*?<\/script>/g, '')
        .replace(/<style[\s\S]*?<\/style>/g, '')
        .replace(/<!--[\s\S]*?-->/g, '')
      const flat = bare(markup)
      expect([...flat.matchAll(/>([^<>]*[A-Za-zÀ-ÿ]{2,}[^<>]*)</g)].map((one) => one[1])).toEqual([])
      expect(
        [...flat.matchAll(/(?:aria-label|title|placeholder|alt)="([^"]*[A-Za-zÀ-ÿ]{2,}[^"]*)"/g)].map(
          (one) => one[1],
        ),
      ).toEqual([])
    }
  })
})

/** The markup without its expressions, which may hold braces of their own. */
function bare(markup: string): string {
  let depth = 0
  let out = ''
  for (const char of markup) {
    if (char === '{') depth += 1
    else if (char === '}') depth -= 1
    // A sign of comparison inside an expression would look like a tag.
    else if (depth === 0) out += char
  }
  return out.replaceAll('=>', '')
}

describe('typography', () => {
  it('the files hold ordinary spaces only: narrow ones are put in by the generation', () => {
    for (const language of languages) {
      for (const file of sources(language))
        expect(readFileSync(file, 'utf8'), file).not.toMatch(/[\u202f\u00a0]/)
    }
  })
  it('no sentence shouts, apologises or blames', () => {
    for (const language of languages) {
      for (const [key, { body }] of books[language])
        expect(body, key).not.toMatch(/\b(oups|oops)\b|erreur inconnue|unknown error/i)
    }
  })
})
