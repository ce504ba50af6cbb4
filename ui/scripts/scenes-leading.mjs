// What `look` looks at, of those who lead dossiers: see scenes.mjs.
import { go, press, seen } from './ways.mjs'

const led = 'role=secretariat&network=online'

/** A dossier's page. */
const page_ = (dossier) => async (page) => {
  await go(page, 'dossiers')
  await press(`open-dossier-${dossier}`)(page)
  await seen(page, 'journey')
}

const table = async (page) => {
  await go(page, 'dossiers')
  await seen(page, 'dossier-allo')
}

const year = async (page) => {
  await go(page, 'year')
  await seen(page, 'year-first-quarter')
}

const judging = async (page) => {
  await go(page, 'interests-board')
  await seen(page, 'judge-pkerboul')
}

/** What those who lead dossiers see. */
export const leading = [
  { name: 'dossiers', query: led, act: table },
  { name: 'dossiers-comfortable', query: `${led}&density=comfortable`, act: table, langs: ['fr'] },
  {
    name: 'dossiers-chosen',
    query: led,
    act: async (page) => {
      await table(page)
      for (const dossier of ['oncosuivi', 'kine', 'allo']) await press(`choose-${dossier}`)(page)
      await seen(page, 'chosen-remind')
    },
  },
  {
    name: 'dossiers-beside',
    query: led,
    act: async (page) => {
      await table(page)
      const beside = page.locator('[data-testid="beside-oncosuivi"]')
      if (await beside.count()) {
        await beside.click()
        await seen(page, 'dossier-title')
      }
    },
    langs: ['fr'],
  },
  {
    name: 'dossiers-grouped',
    query: led,
    act: async (page) => {
      await table(page)
      await press('choose-allo')(page)
      await press('chosen-close-intake')(page)
      await seen(page, 'group-go')
    },
  },
  {
    name: 'owed',
    query: led,
    act: async (page) => {
      await table(page)
      const tab = page.locator('[data-testid="tab-matrix"]')
      if (await tab.isVisible()) await tab.click()
      await seen(page, 'owed-sum')
    },
  },
  {
    name: 'letters',
    query: led,
    act: async (page) => {
      await table(page)
      const tab = page.locator('[data-testid="tab-matrix"]')
      if (await tab.isVisible()) await tab.click()
      await press('remind-late')(page)
      await page.waitForSelector('[data-testid="letters"] textarea')
    },
  },
  {
    name: 'desk-remind',
    query: led,
    act: async (page) => {
      await seen(page, 'remind-oncosuivi')
      await page.locator('[data-testid="remind-oncosuivi"]').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'letters-soon',
    query: led,
    act: async (page) => {
      await press('remind-do-oncosuivi')(page)
      await page.waitForSelector('[data-testid="letters"] textarea')
    },
  },
  {
    name: 'dossiers-empty',
    query: `${led}&desk=empty`,
    act: async (page) => {
      await go(page, 'dossiers')
      await seen(page, 'dossiers-empty')
    },
  },
  {
    name: 'dossiers-error',
    query: `${led}&fail=dossiers:database`,
    act: async (page) => {
      await go(page, 'dossiers')
      await seen(page, 'error-card')
    },
  },
  ...['pneumo', 'nephro', 'oncosuivi', 'allo', 'aplomb', 'trachee', 'lombal', 'vesical'].map((dossier) => ({
    name: `dossier-${dossier}`,
    query: led,
    act: page_(dossier),
  })),
  {
    name: 'dossier-decline-ask',
    query: led,
    act: async (page) => {
      await page_('aplomb')(page)
      await press('move-decline')(page)
      await press('point-add')(page)
      await seen(page, 'move-confirm-go')
    },
  },
  {
    name: 'dossier-appeal-ask',
    query: led,
    act: async (page) => {
      await page_('trachee')(page)
      await press('move-appeal')(page)
      await seen(page, 'appeal-received')
    },
  },
  {
    name: 'label-life-letter',
    query: led,
    act: async (page) => {
      await go(page, 'labels')
      await page.locator('[data-testid="label-life-open"]').first().click()
      await press('label-letter-granted')(page)
      await seen(page, 'letter-body')
    },
  },
  {
    name: 'dossier-round-ask',
    query: led,
    act: async (page) => {
      await page_('nephro')(page)
      await press('round-open')(page)
      await seen(page, 'round-confirm-go')
    },
  },
  {
    name: 'rescore',
    query: 'role=chair&network=online',
    act: async (page) => {
      await page_('diabete')(page)
      await page.locator('[data-testid="section-rescore"]').scrollIntoViewIfNeeded()
    },
  },
  { name: 'year', query: led, act: year },
  {
    name: 'year-class',
    query: led,
    act: async (page) => {
      await year(page)
      await page.selectOption('[data-testid="year-split"]', 'class')
      await seen(page, 'year-first-class')
    },
    langs: ['fr'],
  },
  ...['bands', 'agreement'].map((table) => ({
    name: `year-${table}`,
    query: led,
    act: async (page) => {
      await year(page)
      await page.locator(`[data-testid="year-${table}"]`).scrollIntoViewIfNeeded()
    },
    langs: ['fr'],
  })),
  {
    name: 'year-none',
    query: led,
    act: async (page) => {
      await year(page)
      await page.selectOption('[data-testid="year-choose"]', '2024')
      await seen(page, 'year-none')
    },
  },
  { name: 'judging', query: led, act: judging },
  {
    name: 'judging-ask',
    query: led,
    act: async (page) => {
      await judging(page)
      await press('decide-full-pkerboul')(page)
      await seen(page, 'judge-confirm-go')
    },
  },
]
