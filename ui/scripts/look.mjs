// Looks at the window on invented data in a real browser: each screen and state in several languages, themes, sizes and
// with forced colours, and on each: no overflow to the side, contrast of every text, no text under 12 px, no bare key, and
// axe without a finding.
//
//   npm run look [-- --only PATTERN] [--out DIR] [--all] [--no-build]
//
// A theme changes colours, not places, and the longer language and the narrow window are where a text finds no room.
// So each scene is looked at once for each of these, not in every combination; `--all` is every combination.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { launch } from './browser.mjs'
import { inspect } from './inspect.mjs'
import { scenes } from './scenes.mjs'
import { serve } from './serve.mjs'
import { large, middle, open, zoomed } from './ways.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    out: { type: 'string', default: fileURLToPath(new URL('../../target/look/', import.meta.url)) },
    all: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
})

/** What is looked at without starting anew: a scene in one language, and its pictures in their order. */
function visitsOf(scene) {
  const langs = scene.langs ?? ['fr', 'en']
  const themes = scene.themes ?? ['light', 'dark']
  const sizes = scene.sizes ?? [large, middle, zoomed]
  const look = (size, theme) => ({ size, theme })
  const visit = (lang, looks) => ({ scene, lang, looks })
  if (values.all)
    return langs.map((lang) =>
      visit(
        lang,
        sizes.flatMap((size) => themes.map((theme) => look(size, theme))),
      ),
    )
  const forced = scene.media ? [] : [look(sizes[0], 'forced')]
  const [lang, ...others] = langs
  const first = [
    ...themes.map((theme) => look(sizes[0], theme)),
    ...forced,
    ...sizes.slice(1).map((size) => look(size, 'light')),
  ]
  const narrow = [look(sizes.at(-1), 'light')]
  const visits = [visit(lang, first), ...others.map((other) => visit(other, narrow))]
  // Where the way to the scene depends on the size, each picture goes it again.
  return scene.each ? visits.flatMap((one) => one.looks.map((of) => visit(one.lang, [of]))) : visits
}

const nameOf = ({ scene, lang }, { size, theme }) => `${scene.name}-${lang}-${theme}-${size.join('x')}`

const ui = fileURLToPath(new URL('..', import.meta.url))
const dist = `${ui}dist-fake`
if (!values['no-build'] || !existsSync(dist)) {
  const built = spawnSync('npx', ['vite', 'build', '--mode', 'fake', '--logLevel', 'warn'], {
    cwd: ui,
    stdio: 'inherit',
  })
  if (built.status !== 0) process.exit(built.status ?? 1)
}
mkdirSync(values.out, { recursive: true })
const axe = readFileSync(`${ui}node_modules/axe-core/axe.min.js`, 'utf8')
const server = await serve(dist)
const browser = await launch()

let bad = 0
let seen = 0

async function look(visit) {
  const { scene, lang, looks } = visit
  const context = await browser.newContext({
    viewport: sized(looks[0].size),
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ...scene.media,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  // The day of the invented board: a picture shows the same next month.
  await page.clock.setFixedTime(new Date(2026, 10, 23, 8, 41))
  const said = []
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') said.push(line.text())
  })
  page.on('pageerror', (error) => said.push(String(error)))
  await page.emulateMedia(shown(looks[0].theme))
  const lost = []
  try {
    await page.goto(`${server.url}/?lang=${lang}&theme=system&${scene.query ?? ''}`)
    await page.waitForSelector(scene.ready ?? open)
    if (scene.act) await scene.act(page)
    await page.evaluate(() => document.fonts.ready)
  } catch (error) {
    lost.push(...String(error).split('\n').slice(0, 3))
  }
  for (const one of looks) {
    await page.setViewportSize(sized(one.size))
    await page.emulateMedia(shown(one.theme))
    await page.waitForTimeout(150)
    const found = [...lost, ...said.splice(0).map((text) => `console: ${text}`)]
    const name = nameOf(visit, one)
    await page.screenshot({ path: `${values.out}/${name}.png` })
    if (lost.length === 0) found.push(...(await inspect(page, axe)))
    seen++
    if (found.length > 0) {
      bad++
      console.log(`✗ ${name}\n  ${[...new Set(found)].slice(0, 12).join('\n  ')}`)
    }
  }
  await context.close()
}

const sized = ([width, height]) => ({ width, height })
const shown = (theme) => ({
  colorScheme: theme === 'dark' ? 'dark' : 'light',
  forcedColors: theme === 'forced' ? 'active' : 'none',
})

const only = new RegExp(values.only)
const todo = scenes
  .flatMap(visitsOf)
  .map((visit) => ({ ...visit, looks: visit.looks.filter((one) => only.test(nameOf(visit, one))) }))
  .filter(({ looks }) => looks.length > 0)
async function hand() {
  for (let next = todo.shift(); next; next = todo.shift()) await look(next)
}
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, hand))
await browser.close()
server.close()
console.log(`${seen} pictures in ${values.out}, ${bad} with findings`)
process.exit(bad > 0 ? 1 : 0)
