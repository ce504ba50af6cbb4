// The registry where it is read by others: a feed as a reader of feeds takes it, a block in a page of another site.
import { createServer } from 'node:http'

const atom = 'http://www.w3.org/2005/Atom'

/** What is wrong with a feed (RFC 4287), as the browser's own XML parser reads it. */
export async function feedFaults(browser, { feed, text }) {
  const page = await browser.newPage()
  try {
    const answer = await page.request.get(feed)
    const kind = answer.headers()['content-type'] ?? ''
    const found = kind.startsWith('application/atom+xml') ? [] : [`is served as ${kind}`]
    const read = await page.evaluate(
      ([xml, atom]) => {
        const tree = new DOMParser().parseFromString(xml, 'application/xml')
        const broken = tree.querySelector('parsererror')?.textContent
        const one = (of, name) =>
          [...of.children].filter((it) => it.namespaceURI === atom && it.localName === name)
        const parts = (of, names) => names.filter((name) => one(of, name).length !== 1)
        const entries = one(tree.documentElement, 'entry')
        return {
          broken,
          missing: [
            ...parts(tree.documentElement, ['id', 'title', 'updated', 'author']),
            ...entries.flatMap((entry) => parts(entry, ['id', 'title', 'updated', 'link'])),
          ],
          ids: entries.map((entry) => one(entry, 'id')[0]?.textContent),
          dates: [...tree.querySelectorAll('updated')].map((it) => it.textContent),
          said: tree.documentElement.textContent,
        }
      },
      [await answer.text(), atom],
    )
    if (read.broken) found.push(read.broken)
    found.push(...read.missing.map((name) => `lacks ${name}`))
    if (read.ids.length === 0) found.push('has no entry')
    if (new Set(read.ids).size !== read.ids.length) found.push('says one identifier twice')
    const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
    found.push(...read.dates.filter((date) => !rfc3339.test(date)).map((date) => `is no date: ${date}`))
    if (!read.said.includes(text)) found.push(`does not say: ${text}`)
    return found
  } finally {
    await page.close()
  }
}

/** Whether a page can be shown in a frame of another site, and says there what it should; or cannot, where `text` is null. */
export async function frameFaults(browser, { frame, text }) {
  // Another port is another site; a page of the wide internet may not ask this computer for anything.
  const body = `<!doctype html><iframe src="${frame}"></iframe>`
  const site = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(body))
  await new Promise((listening) => site.listen(0, '127.0.0.1', listening))
  const page = await browser.newPage()
  try {
    await page.goto(`http://127.0.0.1:${site.address().port}/`)
    const inside = page.frames().find((one) => one !== page.mainFrame())
    const shown =
      (await inside
        ?.locator('body')
        .innerText({ timeout: 5000 })
        .catch(() => '')) ?? ''
    if (text === null) return shown.includes('20') ? [`is shown in a frame: ${shown.slice(0, 80)}`] : []
    return shown.includes(text) ? [] : [`does not say in a frame: ${text}, but: ${shown.slice(0, 80)}`]
  } finally {
    await page.close()
    site.close()
  }
}
