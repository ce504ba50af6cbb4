// What `look` looks at: screens while there is nothing, something failed, or something is asked. See scenes.mjs.
import { answer, go, large, open, press, seen, short } from './ways.mjs'

const secretariat = 'role=secretariat'
const chair = 'role=chair'

/** A screen that one goes to by the palette. */
const at = (name, query, screen, shown, more = {}) => ({
  name,
  query,
  ready: open,
  sizes: short,
  act: async (page) => {
    await go(page, screen)
    if (shown) await seen(page, shown)
  },
  ...more,
})

/** The same, then a button that asks something. */
const asked = (name, query, screen, buttons, shown) => ({
  name,
  query,
  ready: open,
  sizes: short,
  act: async (page) => {
    await go(page, screen)
    for (const button of buttons) await press(button)(page)
    await seen(page, shown)
  },
})

const failing = [
  ['votes', '', 'votes'],
  ['comparisons', '', 'comparisons'],
  ['motions', chair, 'motions'],
  ['labels', secretariat, 'labels'],
  ['people', secretariat, 'people'],
  ['year', secretariat, 'year_figures'],
  ['interests-board', secretariat, 'interests_board'],
  ['intake', secretariat, 'intake'],
]

/** What a screen shows while the program has not answered yet. */
const waiting = [
  ['votes', '', 'votes'],
  ['comparisons', '', 'comparisons'],
  ['dossiers', secretariat, 'dossiers'],
  ['motions', chair, 'motions'],
  ['labels', secretariat, 'labels'],
  ['people', secretariat, 'people'],
  ['year', secretariat, 'year_figures'],
]

const receipt = (name, network, changed) => ({
  name: `receipt-${name}`,
  query: `network=${network}&${answer('sync_now', changed)}`,
  ready: open,
  sizes: short,
  act: async (page) => {
    await page.keyboard.press('Control+Shift+S')
    await seen(page, 'receipt-marks')
  },
})

export const states = [
  ...failing.map(([screen, who, command]) =>
    at(`${screen}-error`, `${who}&fail=${command}:database`, screen, 'error-card', { langs: ['fr'] }),
  ),
  ...waiting.map(([screen, who, command]) =>
    at(`${screen}-waiting`, `${who}&fail=${command}:never`, screen, null, {
      langs: ['fr'],
      sizes: [large],
    }),
  ),
  receipt('refused', 'online', {
    state: 'refused',
    problem: { code: 'registry-unreachable', params: {} },
  }),
  receipt('differs', 'online', { state: 'differs', problem: null }),
  receipt('identical', 'online', { state: 'identical' }),
  at(
    'labels-empty',
    `${secretariat}&${answer('labels', { to_issue: [], issued: [] })}`,
    'labels',
    'labels-none',
  ),
  at(
    'labels-unsealed',
    `${secretariat}&${answer('seal', { state: 'asked', mine: true, authority: true })}`,
    'labels',
    'seal-take',
  ),
  at(
    'motions-empty',
    `${chair}&${answer('motions', { motions: [], dossiers: [] })}`,
    'motions',
    'motions-none',
  ),
  at('comparisons-empty', 'desk=empty', 'comparisons', 'compare-none'),
  at(
    'judging-empty',
    `${secretariat}&${answer('interests_board', { pending: [], recusals: [], cleared: [] })}`,
    'interests-board',
  ),
  at('reviews', '', 'reviews'),
  at('reviews-empty', 'desk=empty', 'reviews'),
  at('verify', '', 'verify', 'verify-choose'),
  at('intake-reading', `${secretariat}&intake=reading`, 'intake', 'intake-reading'),
  at('intake-loose', `${secretariat}&intake=loose`, 'intake', 'describe-check'),
  at('intake-described', `${secretariat}&intake=described`, 'intake', 'intake-fill'),
  asked('intake-clear', `${secretariat}&intake=read`, 'intake', ['intake-doubt'], 'intake-clear'),
  asked('people-add', secretariat, 'people', ['people-add'], 'add-name'),
  asked('people-roles', secretariat, 'people', ['roles-Dr Inès Marchand'], 'roles'),
  asked('people-roster', secretariat, 'people', ['people-roster', 'roster-choose'], 'roster-lines'),
  asked('people-countersign', secretariat, 'people', ['countersign-Dr Inès Marchand'], 'countersign'),
  asked('people-revoke', secretariat, 'people', ['revoke-4f1c90ae'], 'revoke'),
  asked('people-revoked', secretariat, 'people', ['revoke-4f1c90ae', 'revoke-do'], 'revoked'),
  asked(
    'people-revoked-all',
    `${secretariat}&${answer('people_revoke', { others: ['9b03a8e2', '7c4093bb'], officer: true })}`,
    'people',
    ['revoke-4f1c90ae', 'revoke-do'],
    'revoked',
  ),
  asked('people-away', secretariat, 'people', ['away-Pr Antoine Lefort'], 'away'),
  asked('people-depart', secretariat, 'people', ['depart-Pr Antoine Lefort'], 'depart'),
  ...[
    ['people-departed', {}],
    [
      'people-departed-all',
      { still_assigned: ['OncoSuivi'], roles_left: ['chair', 'officer'], officer: true, keys_kept: 2 },
    ],
  ].map(([name, changed]) => ({
    name,
    query: `${secretariat}&${answer('people_replace', changed)}`,
    ready: open,
    sizes: short,
    act: async (page) => {
      await go(page, 'people')
      await press('depart-Pr Antoine Lefort')(page)
      await page.fill('[data-testid="depart-next-name"]', 'Marguerite Desroches-Villeneuve')
      await press('depart-do')(page)
      await seen(page, 'departed')
    },
  })),
  asked(
    'people-depart-refused',
    `${secretariat}&fail=people_replace:registry-unreachable`,
    'people',
    ['depart-Pr Antoine Lefort', 'depart-do'],
    'depart-wrong',
  ),
  asked(
    'founding-propose',
    `${secretariat}&people=founding`,
    'people',
    ['people-founding', 'charter-propose'],
    'propose',
  ),
  asked(
    'compare-before',
    answer('comparison', {
      opened: null,
      opens_at: new Date(2026, 11, 3, 14).getTime(),
      arrived: { done: 15, total: 16 },
    }),
    'comparisons',
    ['compare-open-diabete'],
    'compare-before',
  ),
  ...[
    ['passphrase-change', ['passphrase-change', 'change-do'], 'change-passphrase'],
    ['recovery-sheet', ['recovery'], 'recovery-code'],
    ['recovery-refused', ['recovery', 'recovery-do'], 'recovery-wrong'],
  ].map(([name, buttons, shown]) => ({
    name,
    ready: open,
    sizes: short,
    act: async (page) => {
      await page.keyboard.press('Control+,')
      for (const button of buttons) await press(button)(page)
      await seen(page, shown)
    },
  })),
  {
    name: 'lock-recover',
    query: `state=locked&${answer('session', { recovery: true })}`,
    ready: '[data-testid="lock"]',
    sizes: short,
    act: async (page) => {
      await press('forgotten')(page)
      await page.fill('[data-testid="recover-code"]', '123456 789012')
      for (const id of ['passphrase-next', 'passphrase-next-again'])
        await page.fill(`[data-testid="${id}"]`, 'trois tasses de café froid')
      await press('recover-do')(page)
      await seen(page, 'recover-wrong')
    },
  },
  asked(
    'motion-close',
    `${chair}&${answer('motion', { state: 'open', may_close: true, may_record: false, result: null })}`,
    'motions',
    ['motion-open-cardio', 'motion-close'],
    'close-dialog',
  ),
  asked(
    'motion-opening',
    `${chair}&${answer('motion', { state: 'closed', may_record: false, result: null })}`,
    'motions',
    ['motion-open-cardio'],
    'motion-opening',
  ),
  ...[['vote-closed', { state: 'closed' }]].map(([name, changed]) =>
    asked(name, answer('vote', changed), 'votes', ['vote-open-cardio'], 'vote-closed'),
  ),
]
