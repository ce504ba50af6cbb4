// Looks at the window on invented data in a real browser: one picture for each screen, language, theme and size, and on
// each: no overflow to the side, contrast of every text, no text under 12 px, no bare key, and axe without a finding.
//
//   npm run look [-- --only PATTERN] [--out DIR]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { inspect } from './inspect.mjs'
import { scenes } from './scenes.mjs'
import { serve } from './serve.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    out: { type: 'string', default: fileURLToPath(new URL('../../target/look/', import.meta.url)) },
    'no-build': { type: 'boolean', default: false },
  },
})
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
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})

let bad = 0
let seen = 0
for (const scene of scenes) {
  for (const lang of scene.langs ?? ['fr', 'en']) {
    for (const theme of scene.themes ?? ['light', 'dark']) {
      for (const [width, height] of scene.sizes ?? [
        [1280, 800],
        [1024, 640],
        [640, 400],
      ]) {
        const name = `${scene.name}-${lang}-${theme}-${width}`
        if (!new RegExp(values.only).test(name)) continue
        const context = await browser.newContext({
          viewport: { width, height },
          locale: 'fr-FR',
          timezoneId: 'Europe/Paris',
          reducedMotion: 'reduce',
          ...scene.media,
        })
        const page = await context.newPage()
        const said = []
        page.on('console', (line) => {
          if (line.type() === 'error' || line.type() === 'warning') said.push(line.text())
        })
        page.on('pageerror', (error) => said.push(String(error)))
        try {
          await page.goto(`${server.url}/?lang=${lang}&theme=${theme}&${scene.query ?? ''}`)
          await page.waitForSelector(scene.ready)
          if (scene.act) await scene.act(page)
          await page.evaluate(() => document.fonts.ready)
          await page.waitForTimeout(150)
          await page.screenshot({ path: `${values.out}/${name}.png` })
          const found = [...(await inspect(page, axe)), ...said.map((text) => `console: ${text}`)]
          seen++
          if (found.length > 0) {
            bad++
            console.log(`✗ ${name}\n  ${[...new Set(found)].slice(0, 12).join('\n  ')}`)
          }
        } catch (error) {
          bad++
          await page.screenshot({ path: `${values.out}/${name}.png` }).catch(() => undefined)
          console.log(
            `✗ ${name}\n  ${String(error).split('\n').slice(0, 3).join('\n  ')}\n  ${said.join('\n  ')}`,
          )
        }
        await context.close()
      }
    }
  }
}
await browser.close()
server.close()
console.log(`${seen} pictures in ${values.out}, ${bad} with findings`)
process.exit(bad > 0 ? 1 : 0)
