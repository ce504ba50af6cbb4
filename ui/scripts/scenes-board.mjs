// Votes, motions, officers, comparison.
import { answer, go, large, middle, open as desk, press, seen, zoomed } from './ways.mjs'

async function vote(page) {
  await go(page, 'votes')
  await press('vote-open-cardio')(page)
  await page.waitForSelector('[data-testid="vote-question"]')
}

async function choose(page) {
  await vote(page)
  await press('vote-next')(page)
  await page.waitForSelector('[data-testid="choice-grant"]')
}

async function check(page) {
  await choose(page)
  await press('choice-grant')(page)
  await press('vote-next')(page)
  await page.waitForSelector('[data-testid="vote-send"]')
}

async function send(page) {
  await check(page)
  await press('vote-send')(page)
  await page.waitForSelector('[data-testid="vote-tracking"]')
}

async function compare(page) {
  await go(page, 'comparisons')
  await press('compare-open-diabete')(page)
  await seen(page, 'compare')
}

const heads = { electors: 21, voters: 19, have: 19, need: 11, met: true }

/** A motion that ended in a refusal, with its letter. */
const refused = {
  now: 1_795_305_600_000,
  motion: 'cardio',
  dossier: 'cardio',
  number: '2026-009',
  solution: 'CardioLien',
  question: { fr: 'Faut-il accorder le label ?', en: 'Should the label be granted?' },
  options: ['grant', 'refuse'],
  deadline: 1_795_219_200_000,
  state: 'decided',
  headcount: heads,
  colleges: [],
  published: ['Pr Jean Morel'],
  awaited: [],
  needed: 2,
  may_close: false,
  may_record: false,
  result: { outcome: 'refuse', choices: [], reasons: [], unreadable: [], faults: [] },
  obstacle: null,
  decision: {
    outcome: 'refuse',
    reasons: ['Les preuves ne portent que sur six semaines.'],
    improve: [
      { criterion: '1.4', observation: 'Critère indirect.', change: 'Mesurer à un an.', by: '2027-03-01' },
    ],
    letter: {
      contact: 'contact@demonstration.example',
      label: { fr: 'Haut niveau d’exigence clinique', en: 'High clinical standard' },
      institute: 'Institut de démonstration',
      appeal_months: 2,
      orientations: [
        {
          code: 'national-desk',
          title: { fr: 'Guichet national', en: 'National desk' },
          line: { fr: 'Comprendre la réglementation.', en: 'Understand the rules.' },
          url: 'https://example.fr/',
        },
      ],
    },
  },
}

export const scenes = [
  { name: 'votes', ready: desk, act: (page) => go(page, 'votes') },
  { name: 'votes-empty', query: 'desk=empty', ready: desk, act: (page) => go(page, 'votes') },
  { name: 'vote-explain', ready: desk, act: vote },
  {
    name: 'vote-compared',
    ready: desk,
    act: async (page) => {
      await vote(page)
      await press('vote-compare')(page)
      await page.waitForSelector('[data-testid="compare-to-vote"]')
    },
  },
  {
    name: 'vote-choose',
    ready: desk,
    act: async (page) => {
      await choose(page)
      await press('choice-grant')(page)
    },
  },
  {
    name: 'vote-missing',
    ready: desk,
    act: async (page) => {
      await choose(page)
      await press('vote-next')(page)
      await page.waitForSelector('[data-testid="vote-missing"]')
    },
  },
  { name: 'vote-check', ready: desk, act: check },
  {
    name: 'vote-hidden',
    ready: desk,
    act: async (page) => {
      await check(page)
      await press('vote-hide')(page)
    },
  },
  { name: 'vote-receipt', query: 'network=online', ready: desk, act: send },
  { name: 'vote-offline', query: 'network=offline', ready: desk, act: send },
  {
    name: 'motions',
    query: 'role=chair',
    ready: desk,
    act: async (page) => {
      await go(page, 'motions')
      await page.waitForSelector('[data-testid="motion-table-diabete"]')
    },
  },
  {
    name: 'motion-table',
    query: 'role=chair',
    ready: desk,
    act: async (page) => {
      await go(page, 'motions')
      await press('motion-table-diabete')(page)
      await press('motion-go')(page)
      await page.waitForSelector('[data-testid="motion-sure"]')
    },
  },
  {
    name: 'motion-result',
    query: 'role=chair',
    ready: desk,
    act: async (page) => {
      await go(page, 'motions')
      await press('motion-open-cardio')(page)
      await press('point-add')(page)
    },
  },
  {
    name: 'motion-what-if',
    query: 'role=chair',
    ready: desk,
    act: async (page) => {
      await go(page, 'motions')
      await press('motion-open-cardio')(page)
      await page.locator('[data-testid="what-if"] summary').click()
      await page.selectOption('[data-testid="what-if-member"]', 'ahaddad')
      await page.locator('[data-testid="what-if-absent"]').check()
      await page.waitForSelector('[data-testid="what-if-answer"]')
      await page.locator('[data-testid="what-if-answer"]').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'motion-letter',
    query: `role=chair&${answer('motion', refused)}`,
    ready: desk,
    sizes: [large, zoomed],
    act: async (page) => {
      await go(page, 'motions')
      await press('motion-open-cardio')(page)
      await seen(page, 'letter-body')
      await page.locator('[data-testid="letter"]').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'officer',
    query: 'desk=officer',
    ready: '[data-testid="officer-key"]',
    act: (page) => page.locator('[data-testid="officer"]').scrollIntoViewIfNeeded(),
  },
  {
    name: 'officer-key',
    query: 'desk=officer',
    ready: '[data-testid="officer-key"]',
    act: press('officer-key-do'),
  },
  {
    name: 'officer-opening',
    query: 'desk=officer',
    ready: '[data-testid="officer-key"]',
    act: press('opening-do-sheets-diabete'),
  },
  { name: 'comparisons', ready: desk, act: (page) => go(page, 'comparisons') },
  { name: 'compare', ready: desk, act: compare },
  {
    name: 'compare-opposed',
    ready: desk,
    act: async (page) => {
      await compare(page)
      await page.click('[data-testid="opposed"] summary')
      await page.click('[data-testid="agreement"] summary')
      await seen(page, 'opposed-2.5')
    },
  },
  {
    name: 'compare-passage',
    ready: desk,
    async act(page) {
      await compare(page)
      const row = await page.$('[data-testid="row-2.3"] td')
      if (row) await row.click()
    },
  },
  {
    name: 'compare-unfolded',
    ready: desk,
    sizes: [zoomed],
    act: async (page) => {
      await compare(page)
      await press('unfold-1.4')(page)
      await seen(page, 'compare-voices')
    },
  },
  {
    name: 'compare-table',
    ready: desk,
    sizes: [zoomed],
    act: async (page) => {
      await compare(page)
      await press('compare-as-table')(page)
      await seen(page, 'heat-map')
    },
  },
  {
    name: 'compare-change',
    ready: desk,
    sizes: [large, middle],
    act: async (page) => {
      await compare(page)
      await press('compare-change')(page)
      await press('change-save')(page)
      await seen(page, 'change-problem')
    },
  },
]
