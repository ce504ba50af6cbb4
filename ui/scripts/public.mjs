// Looks at the registry's public pages in a real browser: scripts on and off, on a telephone and on a desk, light and dark.
// Nothing may be wrong, and no page may need, bring or miss a script.
//
//   node scripts/public.mjs VISITS.json [--out DIR]
//
// VISITS.json lists pages: { "name", "url", "upload"?: file to hand in, "text"?: what the page must say, "status"? };
// and others, looked at once: { "feed": an Atom feed }, { "frame": a page that another site frames, "text": what it says there,
// or null where it must not be shown }.
import { mkdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { launch } from './browser.mjs'
import { feedFaults, frameFaults } from './elsewhere.mjs'
import { inspect } from './inspect.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: fileURLToPath(new URL('../../target/screenshots/', import.meta.url)) },
  },
})
const all = JSON.parse(readFileSync(positionals[0], 'utf8'))
const visits = all.filter((one) => one.url)
const axe = readFileSync(
  fileURLToPath(new URL('../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
)
mkdirSync(values.out, { recursive: true })
const browser = await launch()
const looks = [
  { width: 1280, height: 800, scripts: true, colorScheme: 'light' },
  { width: 1280, height: 800, scripts: false, colorScheme: 'dark' },
  { width: 390, height: 844, scripts: false, colorScheme: 'light' },
  { width: 390, height: 844, scripts: true, colorScheme: 'dark' },
]

let bad = 0
let seen = 0
for (const { width, height, scripts, colorScheme } of looks) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  for (const visit of visits) {
    const name = `public-${visit.name}-${colorScheme}-${scripts ? 'scripts' : 'plain'}-${width}x${height}`
    const page = await context.newPage()
    const found = []
    page.on('console', (line) => line.type() === 'error' && found.push(`console: ${line.text()}`))
    page.on('request', (request) => {
      if (request.resourceType() === 'script') found.push(`asks for a script: ${request.url()}`)
      if (!request.url().startsWith('data:') && new URL(request.url()).origin !== new URL(visit.url).origin)
        found.push(`asks elsewhere: ${request.url()}`)
    })
    try {
      // Off while the page is fetched and shown; on again afterwards, since what looks at the page is a script too.
      const browserSide = await context.newCDPSession(page)
      const allow = (allowed) => browserSide.send('Emulation.setScriptExecutionDisabled', { value: !allowed })
      await allow(scripts)
      let answer = await page.goto(visit.url)
      if (visit.upload) {
        await page.setInputFiles('input[type=file]', visit.upload)
        const form = page.locator('form', { has: page.locator('input[type=file]') })
        const [response] = await Promise.all([page.waitForNavigation(), form.locator('button').click()])
        answer = response
      }
      await allow(true)
      const status = answer?.status()
      const quiet = visit.status ?? 200
      if (status !== quiet) found.push(`answers ${status}, not ${quiet}`)
      // A page that is told to be missing is an error in the browser's own log only.
      if (quiet !== 200) found.splice(0, found.length, ...found.filter((line) => !line.includes(`${quiet}`)))
      if ((await page.locator('script').count()) > 0) found.push('has a script')
      if ((await page.locator('main h1').count()) !== 1) found.push('has not one headline')
      const text = await page.locator('body').innerText()
      if (visit.text && !text.includes(visit.text)) found.push(`does not say: ${visit.text}`)
      await page.screenshot({ path: `${values.out}/${name}.png`, fullPage: true })
      found.push(...(await inspect(page, axe)))
    } catch (error) {
      found.push(String(error).split('\n').slice(0, 3).join(' '))
    }
    seen++
    if (found.length > 0) {
      bad++
      console.log(`✗ ${name}\n  ${[...new Set(found)].slice(0, 12).join('\n  ')}`)
    }
    await page.close()
  }
  await context.close()
}
for (const one of all.filter((one) => !one.url)) {
  const found = await (one.feed ? feedFaults(browser, one) : frameFaults(browser, one))
  if (found.length === 0) continue
  bad++
  console.log(`✗ ${one.feed ?? one.frame}\n  ${found.join('\n  ')}`)
}
await browser.close()
console.log(`${seen} pictures of public pages in ${values.out}, ${bad} with findings`)
process.exit(bad > 0 || seen === 0 ? 1 : 0)
