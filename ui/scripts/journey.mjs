// A reviewer's work from the keyboard alone, in a real browser on invented data: open, mark, cite, write, undo, submit.
//
//   node scripts/journey.mjs
import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { launch } from './browser.mjs'
import { serve } from './serve.mjs'

const server = await serve(fileURLToPath(new URL('../dist-fake', import.meta.url)))
const browser = await launch()
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
const wrong = []
page.on('pageerror', (error) => wrong.push(String(error)))
page.on('console', (line) => line.type() === 'error' && wrong.push(line.text()))

const id = (name) => page.locator(`[data-testid="${name}"]`)
const press = (...keys) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
const said = (text) =>
  page.waitForFunction(
    (part) => document.querySelector('[data-testid="live-polite"]').textContent.includes(part),
    text,
    { timeout: 5000 },
  )
const focused = () =>
  page.evaluate(
    () => document.activeElement?.closest('[data-testid]')?.dataset.testid ?? document.activeElement?.tagName,
  )
/** A digit of an AZERTY keyboard: the row writes & é " ' without Shift. */
const azerty = (digit, alt = false) =>
  page.evaluate(
    ([d, a]) =>
      document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'à&é"\'(-è_ç'[d],
          code: `Digit${d}`,
          altKey: a,
          bubbles: true,
          cancelable: true,
        }),
      ),
    [digit, alt],
  )
let step = 0
const done = (what) => console.log(`${++step}. ${what}`)

try {
  await page.goto(`${server.url}/?network=online`)
  await id('open-oncosuivi').waitFor()
  await press('Control+k')
  await page.keyboard.type('évaluer oncosuivi')
  await press('Enter')
  await page.waitForSelector('[data-testid="page-7"][data-state="drawn"]')
  done('opens the dossier from the palette, on page 7, where the person left off')

  await press('F6')
  assert.equal(await focused(), 'pane-list')
  await press('F6')
  assert.equal(await focused(), 'pane-evidence')
  await press('F6')
  assert.equal(await focused(), 'pane-criterion')
  await press('F6')
  assert.equal(await focused(), 'pane-list')
  await press('Shift+F6')
  assert.equal(await focused(), 'pane-criterion')
  done('visits each pane once with F6')

  await press('j')
  await said('2.4')
  await azerty(4)
  await said('Complet')
  assert.equal(await id('mark-4').getAttribute('aria-checked'), 'true')
  await azerty(4)
  await said('Le motif est gardé')
  assert.equal(await id('mark-4').getAttribute('aria-checked'), 'false')
  done('marks with an unshifted digit of a French keyboard, and clears with a second press')

  await press('p')
  assert.equal(await focused(), 'reason')
  await page.keyboard.type('Trois patients 3 jk x', { delay: 5 })
  assert.equal(await id('reason').inputValue(), 'Trois patients 3 jk x')
  await azerty(2, true)
  await said('Partiel')
  assert.equal(await focused(), 'reason')
  done('writes a reason with digits and letters in it, and marks with Alt while writing')

  await press('Control+z')
  await said('Annulé')
  assert.equal(await id('mark-2').getAttribute('aria-checked'), 'false')
  await press('Control+Shift+Z')
  await said('Rétabli')
  assert.equal(await id('mark-2').getAttribute('aria-checked'), 'true')
  assert.equal(await id('reason').inputValue(), 'Trois patients 3 jk x')
  done('undoes and does again')

  await press('F7')
  assert.equal(await focused(), 'pdf-text')
  await press('ArrowDown', 'ArrowDown', 'ArrowDown')
  await said('Phrase')
  await press('Shift+ArrowDown')
  await id('selection-menu').waitFor()
  const before = await page.locator('[data-testid="proof-item"]').count()
  await press('Enter')
  await page.waitForFunction(() => document.activeElement?.dataset.testid === 'selection-cite')
  await press('Enter')
  await said('Cité pour 2.4')
  assert.equal(await page.locator('[data-testid="proof-item"]').count(), before + 1)
  await page.waitForSelector('[data-testid^="mark-2.4-"]')
  done('selects a sentence with the arrows and cites it')

  await press('F7', 'ArrowDown', 'h')
  await said('Surligné')
  await press('ArrowDown', 'n')
  await id('note-text').waitFor()
  await page.keyboard.type('à revoir')
  await press('Tab', 'Enter')
  await said('Note gardée')
  done('highlights and notes')

  await press('r')
  assert.equal(await focused(), 'region')
  await press('ArrowRight', 'Shift+ArrowDown', 'Enter')
  await id('region-text').waitFor()
  await page.keyboard.type('figure 2, deux courbes')
  await press('Enter')
  await said('Cité pour 2.4')
  done('cites a region with the arrows')

  await press('Control+Shift+O')
  await press('Control+Shift+G')
  await said('2.5')
  await press('Control+f')
  await page.keyboard.type('interpretation')
  await press('Enter')
  await page.waitForSelector('[data-testid="search-count"]')
  await press('Escape')
  done('goes to a mark without evidence, and searches')

  await press('Alt+ArrowUp')
  await said('2.4')
  await press('Alt+ArrowLeft')
  await id('open-oncosuivi').waitFor()
  await press('Alt+ArrowRight')
  await page.waitForSelector('[data-testid="question"]')
  assert.match((await id('pane-criterion').getAttribute('aria-label')) ?? '', /2\.4$/)
  assert.equal(await id('reason').inputValue(), 'Trois patients 3 jk x')
  done('leaves and comes back to the same criterion, with what was written')

  await press('Control+Shift+S')
  await id('receipt-marks').waitFor()
  await press('Escape')
  await id('receipt-marks').waitFor({ state: 'detached' })
  done('looks at the receipt and closes it')

  await id('submit').focus()
  await press('Enter')
  await id('summary-line').waitFor()
  await page.waitForFunction(
    () => document.querySelector('[data-testid="submit-go"]').ariaDisabled !== 'true',
  )
  await id('submit-go').focus()
  await press('Enter')
  await id('banner-sealed').waitFor()
  await said('scellée')
  assert.equal(await id('reason').getAttribute('readonly'), '')
  await id('take-back').focus()
  await press('Enter')
  await id('submit').waitFor()
  done('submits, finds the sheet sealed, and takes it back')
} catch (error) {
  wrong.push(String(error), `said: ${await id('live-polite').textContent()}`, `focus: ${await focused()}`)
}
await browser.close()
server.close()
for (const one of wrong) console.log(`✗ ${one}`)
process.exit(wrong.length > 0 ? 1 : 0)
