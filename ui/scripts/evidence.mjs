// Opens every PDF of a folder in the review desk, under the window's content security policy: each shows its first page
// or gives a sentence, none runs a script, opens a window, or keeps the screen from answering.
//
//   node scripts/evidence.mjs FOLDER [PATTERN]
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launch } from './browser.mjs'
import { serve } from './serve.mjs'

const [folder, pattern = ''] = process.argv.slice(2)
const dist = fileURLToPath(new URL('../dist-fake', import.meta.url))
if (!folder || !existsSync(folder)) {
  console.log('skipped: no folder of evidence')
  process.exit(0)
}
const server = await serve(dist, (name) => join(folder, name))
const browser = await launch()
let bad = 0
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.pdf') && name.includes(pattern))
  .sort()
for (const name of files) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const wrong = []
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', () => wrong.push('opened a window'))
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(blob|data):/.test(request.url()))
      wrong.push(`asked for ${request.url()}`)
  })
  const begun = performance.now()
  let outcome = ''
  try {
    await page.goto(`${server.url}/?evidence=/evidence/${encodeURIComponent(name)}`)
    await page.click('[data-testid="open-oncosuivi"]')
    const end =
      '[data-testid^="page-"][data-state="drawn"], [data-testid="page-problem"], [data-testid="page-stop"], [data-testid="error-card"]'
    await page.waitForSelector(end, { timeout: 30_000 })
    await page.waitForTimeout(200)
    outcome = await page.evaluate(() => {
      const said = document.querySelector('[data-testid="error-card"] h2, [data-testid="page-problem"]')
      if (said) return said.textContent.trim()
      if (document.querySelector('[data-testid="page-stop"]')) return 'slow page: may be stopped'
      if (document.querySelector('[data-testid="opening-cancel"]')) return 'slow file: may be cancelled'
      const words = [...document.querySelectorAll('.textLayer')]
        .map((one) => one.textContent.length)
        .reduce((a, b) => a + b, 0)
      return `${document.querySelector('[data-testid="page-count"]').textContent.trim()} drawn, ${words} characters`
    })
    // The rest of the desk still answers.
    const before = await page.textContent('[data-testid="question"]')
    await page.click('[data-testid="next"]', { timeout: 5000 })
    await page.waitForFunction(
      (old) => document.querySelector('[data-testid="question"]').textContent !== old,
      before,
      { timeout: 5000 },
    )
  } catch (error) {
    wrong.push(String(error).split('\n')[0])
  }
  if (wrong.length > 0) bad++
  console.log(
    `${wrong.length > 0 ? '✗' : '✓'} ${name}: ${outcome} (${Math.round(performance.now() - begun)} ms)${wrong.map((one) => `\n    ${one}`).join('')}`,
  )
  await Promise.race([context.close(), new Promise((done) => setTimeout(done, 5000))])
}
await Promise.race([browser.close(), new Promise((done) => setTimeout(done, 5000))])
server.close()
console.log(`${files.length} files, ${bad} wrong`)
process.exit(bad > 0 ? 1 : 0)
