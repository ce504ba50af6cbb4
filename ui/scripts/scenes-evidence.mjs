// The evidence desk: reading, marking and finding.
import { answer, open, press, seen, short } from './ways.mjs'

const desk = '[data-testid="task-review-oncosuivi"]'

/** Opens the review desk and waits until the page where the person left off is drawn; at 200 % on its tab. */
async function review(page) {
  await press('open-oncosuivi')(page)
  await seen(page, 'review-desk')
  const tab = await page.$('[data-testid="tab-evidence"]')
  if (tab) await tab.click()
  await page.waitForSelector('[data-testid="page-7"][data-state="drawn"]')
}

const scene = (name, act, more = {}) => ({
  name: `evidence-${name}`,
  ready: desk,
  sizes: short,
  each: true,
  async act(page) {
    await review(page)
    await act(page)
  },
  ...more,
})

const was = (id, quote, page) => ({
  id,
  file: 'f2',
  page,
  rects: [[72, 540, 300, 552]],
  quote,
  before: 'mois, ',
  after: ' selon le protocole',
  region: false,
})

/** File 2 has a newer version: one passage changed, one is gone. */
const replaced = [
  {
    old: 'f2',
    new: 'f3',
    number: 2,
    title: 'Essai randomisé',
    change: 'Tableau 3 corrigé après relecture.',
    filed_at: Date.UTC(2026, 10, 20, 9),
    passages: [
      {
        criterion: '2.3',
        fate: 'changed',
        why: 'words',
        was: was('v1', 'le taux était de 21,2 % dans le bras OncoSuivi', 7),
        now: {
          page: 8,
          quote: 'le taux était de 23,0 % dans le bras OncoSuivi',
          before: 'mois, ',
          after: '',
        },
        pieces: [
          { kind: 'kept', text: 'le taux était de ' },
          { kind: 'gone', text: '21,2' },
          { kind: 'come', text: '23,0' },
          { kind: 'kept', text: ' % dans le bras OncoSuivi' },
        ],
      },
      {
        criterion: '2.5',
        fate: 'lost',
        why: null,
        was: was('v2', 'Les abandons sont décrits un par un', 9),
        now: null,
        pieces: [],
      },
      {
        criterion: '2.1',
        fate: 'region',
        why: null,
        was: { ...was('v3', 'Courbe de survie', 11), region: true },
        now: { page: 11, quote: 'Courbe de survie', before: '', after: '' },
        pieces: [],
      },
      {
        criterion: null,
        fate: 'region',
        why: null,
        was: was('v4', '', 4),
        now: { page: 4, quote: '', before: '', after: '' },
        pieces: [],
      },
    ],
  },
]

export const evidence = [
  scene(
    'versions',
    async (page) => {
      await press('versions-compare')(page)
      await seen(page, 'pending-v1')
    },
    { query: answer('review_versions', replaced) },
  ),
  scene(
    'versions-places',
    async (page) => {
      await press('versions-compare')(page)
      await (await page.waitForSelector('[data-testid="pending-v4"]')).scrollIntoViewIfNeeded()
    },
    { query: answer('review_versions', replaced) },
  ),
  scene(
    'to-confirm',
    async (page) => {
      const tab = await page.$('[data-testid="tab-criterion"]')
      if (tab) await tab.click()
      await seen(page, 'criterion-confirm')
    },
    { query: answer('review_versions', replaced) },
  ),
  scene('take-out', async (page) => {
    const tab = await page.$('[data-testid="tab-list"]')
    if (tab) await tab.click()
    await page.click('[data-testid="take-out"] summary')
    await seen(page, 'take-csv')
  }),
  scene('picture', async (page) => {
    const tab = await page.$('[data-testid="tab-list"]')
    if (tab) await tab.click()
    else if (!(await page.$('[data-testid="evidence-file-5"]'))) await page.keyboard.press('Control+l')
    await press('file-f5')(page)
    await page.waitForSelector('[data-testid="evidence-image"]')
    await press('tool-region')(page)
    await seen(page, 'region')
    for (let i = 0; i < 28; i++) await page.keyboard.press('ArrowRight')
    for (let i = 0; i < 18; i++) await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Enter')
    await page.fill('[data-testid="region-text"]', 'Trois barres : la dernière dépasse les deux autres.')
    await page.click('[data-testid="region-cite"]')
    await page.waitForSelector('svg .region', { state: 'attached' })
  }),
  scene('find', async (page) => {
    await page.keyboard.press('Control+f')
    await seen(page, 'find')
    await page.keyboard.type('bras')
    await page.waitForSelector('svg .hit.current')
  }),
  scene('contents', async (page) => {
    await press('tool-contents')(page)
    await seen(page, 'thumbnail-7')
    await page.waitForSelector('[data-testid="thumbnail-7"] canvas')
  }),
  scene('view', async (page) => {
    await press('tool-view')(page)
    await seen(page, 'view-dialog')
  }),
  scene('night', async (page) => {
    await press('tool-view')(page)
    await press('view-night')(page)
    await press('view-spread')(page)
    await page.keyboard.press('Escape')
    await page.waitForSelector('.page.night[data-state="drawn"]')
  }),
  scene('text', async (page) => {
    await press('tool-view')(page)
    await press('view-text')(page)
    await page.keyboard.press('Escape')
    await page.waitForSelector('[data-testid="text-view"] .block')
  }),
  scene('colours', async (page) => {
    await page.keyboard.press('F7')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await press('selection-colour-against')(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await press('selection-underline')(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    await seen(page, 'selection-menu')
  }),
  scene(
    'others',
    async (page) => {
      await seen(page, 'other-c-2.3')
    },
    { query: 'sheet=opened' },
  ),
  scene(
    'other',
    async (page) => {
      await press('other-c-2.3')(page)
      await seen(page, 'other-dialog')
    },
    { query: 'sheet=opened' },
  ),
  scene(
    'talk',
    async (page) => {
      await press('other-c-2.3')(page)
      await press('talk-open-c-2.3')(page)
      await seen(page, 'talk-dialog')
      // Both layers are left at once, and the focus is where the first was asked for.
      await page.keyboard.press('Escape')
      await page.waitForFunction(() => document.activeElement?.dataset.testid === 'other-c-2.3')
      await press('other-c-2.3')(page)
      await press('talk-open-c-2.3')(page)
      await seen(page, 'talk-dialog')
      await page.waitForFunction(() => document.activeElement?.dataset.testid === 'talk-text')
    },
    { query: 'sheet=opened' },
  ),
  scene(
    'talk-own',
    async (page) => {
      await press('other-a-2.3')(page)
      await press('talk-settle')(page)
      await page.waitForSelector('[data-testid="talk-word-1"]')
      await page.keyboard.press('Escape')
      const tab = await page.$('[data-testid="tab-criterion"]')
      if (tab) await tab.click()
      const button = await seen(page, 'talk-open-a-2.3')
      await button.evaluate((one) => one.scrollIntoView({ block: 'nearest' }))
    },
    { query: 'sheet=opened' },
  ),
  {
    name: 'evidence-passages',
    ready: open,
    sizes: short,
    async act(page) {
      await page.keyboard.press('Control+k')
      await seen(page, 'palette-input')
      await press('palette-passages')(page)
      await seen(page, 'filter-kind')
    },
  },
]
