// What `look` looks at. `ready`: a selector that shows once the scene stands.
import { scenes as board } from './scenes-board.mjs'
import { evidence } from './scenes-evidence.mjs'
import { leading } from './scenes-leading.mjs'
import { states } from './scenes-states.mjs'
import { tours } from './scenes-tour.mjs'
import { answer, go, open, press, seen, short } from './ways.mjs'

/** Goes to a place of the sidebar and waits for what shows there. */
const place = (screen, shown) => async (page) => {
  await go(page, screen)
  await seen(page, shown)
}

/** Opens the review desk and waits until the page where the person left off is drawn. */
async function review(page) {
  await press('open-oncosuivi')(page)
  await page.waitForSelector('[data-testid="question"]', { state: 'attached' })
  const narrow = (page.viewportSize()?.width ?? 0) < 760
  if (!narrow) await page.waitForSelector('[data-testid="page-7"][data-state="drawn"]')
}

/** Selects words of page 7 by dragging the mouse over them. */
async function select(page, words) {
  const box = await page.evaluate((wanted) => {
    for (const span of document.querySelectorAll('[data-testid="text-7"] span')) {
      if (!span.textContent.includes(wanted)) continue
      const { left, right, top, height } = span.getBoundingClientRect()
      return { left, right, y: top + height / 2 }
    }
    return null
  }, words)
  if (!box) throw new Error(`no such words on page 7: ${words}`)
  await page.mouse.move(box.left + 2, box.y)
  await page.mouse.down()
  await page.mouse.move(box.right - 4, box.y, { steps: 8 })
  await page.mouse.up()
  await page.waitForSelector('[data-testid="selection-menu"]')
}

const desk = '[data-testid="task-review-oncosuivi"]'

/** Another scene as it is printed: what must be on paper shows, and the screen around it does not. */
const onPaper = (name, shown) => {
  const scene = [...here, ...board].find((one) => one.name === name)
  return {
    ...scene,
    name: `${name}-paper`,
    langs: ['fr'],
    themes: ['light'],
    sizes: [[720, 1000]],
    act: async (page) => {
      await scene.act(page)
      await page.emulateMedia({ media: 'print' })
      await page.waitForSelector(shown)
      await page.waitForSelector('nav', { state: 'hidden' })
    },
  }
}

const secretariat = 'role=secretariat'

const here = [
  ...leading,
  {
    name: 'intake',
    query: `${secretariat}&intake=read`,
    ready: open,
    act: place('intake', 'letter'),
  },
  {
    name: 'intake-empty',
    query: secretariat,
    ready: open,
    act: place('intake', 'intake-drop'),
    langs: ['fr'],
  },
  {
    name: 'intake-accept',
    query: `${secretariat}&intake=complete`,
    ready: open,
    act: async (page) => {
      await place('intake', 'intake-accept')(page)
      await press('intake-accept')(page)
      await page.waitForSelector('[data-testid="accept-do"]')
    },
    langs: ['fr'],
    sizes: short,
  },
  {
    name: 'people',
    query: secretariat,
    ready: open,
    act: place('people', 'type-do-Zoé Lambert'),
  },
  {
    name: 'people-invitation',
    query: secretariat,
    ready: open,
    act: async (page) => {
      await place('people', 'invite-Zoé Lambert')(page)
      await press('invite-Zoé Lambert')(page)
      await page.waitForSelector('[data-testid="invitation-code"]')
    },
    sizes: short,
  },
  {
    name: 'founding',
    query: `${secretariat}&people=founding`,
    ready: open,
    act: async (page) => {
      await place('people', 'people-founding')(page)
      await press('people-founding')(page)
      await page.waitForSelector('[data-testid="rules-own"]')
      await press('rules-own')(page)
      await press('try-publish')(page)
      await page.waitForSelector('[data-testid="faults"]')
    },
  },
  {
    name: 'found',
    query: 'state=first-start',
    ready: '[data-testid="enrol-found"]',
    act: press('enrol-found'),
  },
  {
    name: 'examination',
    query: secretariat,
    ready: open,
    act: async (page) => {
      await place('intake', 'examine-2026-007')(page)
      await press('examine-2026-007')(page)
      await page.waitForSelector('[data-testid="corrected-1.1"]')
      await press('corrected-1.1')(page)
    },
    sizes: short,
  },
  {
    name: 'rules-try',
    query: `${secretariat}&people=founding`,
    ready: open,
    act: async (page) => {
      await place('people', 'people-founding')(page)
      await press('people-founding')(page)
      await press('rules-own')(page)
      await page.waitForSelector('[data-testid="tried"]')
    },
    sizes: short,
  },
  ...['grid', 'bylaws', 'labels', 'orientation'].map((kind) => ({
    name: `rules-tryout-${kind}`,
    query: `${secretariat}&people=founding&rules=${kind}`,
    ready: open,
    act: async (page) => {
      await place('people', 'people-founding')(page)
      await press('people-founding')(page)
      await press('rules-own')(page)
      await press('try-example')(page)
      await page.waitForSelector('[data-testid="tryout-out"]')
    },
    sizes: short,
  })),
  {
    name: 'examination-evidence',
    query: secretariat,
    ready: open,
    act: async (page) => {
      await place('intake', 'examine-2026-007')(page)
      await press('examine-2026-007')(page)
      await press('refuted-1.1')(page)
      await press('read-1.1')(page)
      await page.waitForSelector('[data-testid="page-1"][data-state="drawn"]')
      await page.focus('[data-testid="pdf-text"]')
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown')
      await press('selection-cite')(page)
      await page.keyboard.press('ArrowDown')
      await page.waitForSelector('[data-testid="selection-cite"]')
    },
    each: true,
  },
  {
    name: 'review-choice',
    ready: desk,
    langs: ['fr'],
    themes: ['light'],
    act: async (page) => {
      await review(page)
      await page.keyboard.press('Control+k')
      await page.fill('[data-testid="palette-input"]', '3.1')
      await page.keyboard.press('Enter')
      await page.waitForSelector('[data-testid="step-3.1"][aria-current="step"]', { state: 'attached' })
    },
  },
  {
    name: 'review-contrast',
    ready: desk,
    act: review,
    langs: ['fr'],
    sizes: [[1280, 800]],
    media: { contrast: 'more' },
  },
  {
    name: 'review-forced',
    ready: desk,
    act: review,
    langs: ['fr'],
    themes: ['light'],
    sizes: [[1280, 800]],
    media: { forcedColors: 'active' },
  },
  { name: 'review', ready: desk, act: review },
  { name: 'review-comfortable', query: 'density=comfortable', ready: desk, act: review, langs: ['fr'] },
  {
    name: 'review-selection',
    ready: desk,
    sizes: [
      [1280, 800],
      [1024, 640],
    ],
    act: async (page) => {
      await review(page)
      await select(page, 'patients du bras intervention')
    },
  },
  {
    name: 'review-list',
    each: true,
    ready: desk,
    sizes: [
      [1024, 640],
      [640, 400],
    ],
    act: async (page) => {
      await review(page)
      if ((page.viewportSize()?.width ?? 0) < 760) await press('tab-list')(page)
      else await page.keyboard.press('Control+l')
      await page.waitForSelector('[data-testid="file-f2"]:visible')
    },
  },
  {
    name: 'review-evidence',
    ready: desk,
    sizes: [[640, 400]],
    act: async (page) => {
      await review(page)
      await press('tab-evidence')(page)
      await page.waitForSelector('[data-testid="page-7"][data-state="drawn"]')
    },
  },
  {
    name: 'review-altered',
    ready: desk,
    sizes: [[1280, 800]],
    act: async (page) => {
      await review(page)
      await press('file-f4')(page)
      await page.waitForSelector('[data-testid="error-card"]')
    },
  },
  {
    name: 'review-search',
    ready: desk,
    sizes: [[1280, 800]],
    act: async (page) => {
      await review(page)
      await page.keyboard.press('Control+Shift+F')
      await page.fill('[data-testid="search"]', 'adjudication')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.querySelectorAll('[data-testid^="hit-"]').length > 20)
      await press('hit-3')(page)
    },
  },
  {
    name: 'review-summary',
    ready: desk,
    sizes: short,
    act: async (page) => {
      await review(page)
      await press('submit')(page)
      await page.waitForSelector('[data-testid="summary-line"]')
    },
  },
  {
    name: 'review-reader',
    query: 'answer=review_open:{"assigned":false}',
    ready: desk,
    sizes: short,
    act: review,
  },
  { name: 'review-sealed', query: 'sheet=sealed', ready: desk, sizes: short, act: review },
  {
    name: 'review-unsaved',
    query: 'fail=review_save_row:disk-full',
    ready: desk,
    sizes: short,
    act: async (page) => {
      await review(page)
      await page.locator('[data-testid="reason"]').press('z')
      await page.waitForSelector('[data-testid="write-error"]')
    },
  },
  { name: 'desk', ready: '[data-testid="task-review-oncosuivi"]' },
  {
    name: 'desk-empty',
    query: 'desk=empty&network=online',
    ready: '[data-testid="desk-empty"]',
    sizes: short,
  },
  {
    name: 'desk-error',
    query: 'fail=desk:registry-unreachable',
    ready: '[data-testid="error-card"]',
    sizes: short,
  },
  { name: 'desk-comfortable', query: 'density=comfortable', ready: '[data-testid="task-review-oncosuivi"]' },
  {
    name: 'receipt',
    ready: '[data-testid="task-review-oncosuivi"]',
    act: async (page) => {
      await page.keyboard.press('Control+Shift+S')
      await page.waitForSelector('[data-testid="receipt-marks"]')
    },
  },
  {
    name: 'palette',
    ready: '[data-testid="task-review-oncosuivi"]',
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await page.waitForSelector('[data-testid="palette-input"]')
    },
    sizes: short,
  },
  {
    name: 'keys',
    ready: '[data-testid="task-review-oncosuivi"]',
    act: async (page) => {
      await page.keyboard.press('F1')
      await page.waitForSelector('[data-testid="keys-search"]')
    },
    sizes: short,
  },
  {
    name: 'settings',
    ready: '[data-testid="task-review-oncosuivi"]',
    act: async (page) => {
      await page.keyboard.press('Control+,')
      await page.waitForSelector('[data-testid="theme-dark"]')
    },
  },
  ...[
    ['settings-invite', ['own-invite'], 'invitation'],
    ['settings-revoke', ['own-revoke-c31f8802'], 'own-revoke-ask'],
    ['settings-away', ['own-away-do'], 'away'],
  ].map(([name, clicks, shown]) => ({
    name,
    ready: '[data-testid="task-review-oncosuivi"]',
    sizes: short,
    act: async (page) => {
      await page.keyboard.press('Control+,')
      for (const click of clicks) await page.click(`[data-testid="${click}"]`)
      await page.waitForSelector(`[data-testid="${shown}"]`)
    },
  })),
  ...['valid', 'invalid', 'indeterminate', 'unreadable'].map((verdict) => ({
    name: `verdict-${verdict}`,
    query: `verdict=${verdict}`,
    ready: '[data-testid="task-review-oncosuivi"]',
    sizes: short,
    act: async (page) => {
      await go(page, 'verify')
      await press('verify-choose')(page)
      await page.waitForSelector(`[data-testid="verdict-${verdict}"]`)
    },
  })),
  {
    name: 'guide',
    ready: '[data-testid="nav-guide"], [data-testid="menu"]',
    sizes: short,
    act: async (page) => {
      if (await page.isVisible('[data-testid="menu"]')) await press('menu')(page)
      await press('nav-guide')(page)
      await page.waitForSelector('[data-testid="guide"]')
    },
  },
  {
    name: 'labels',
    query: 'role=secretariat',
    ready: open,
    act: async (page) => {
      await go(page, 'labels')
      await page.waitForSelector('[data-testid="labels-table"]')
    },
  },
  {
    name: 'label-issue',
    query: 'role=secretariat',
    ready: open,
    sizes: short,
    act: async (page) => {
      await go(page, 'labels')
      await press('label-issue')(page)
      await page.waitForSelector('[data-testid="agreement"]')
    },
  },
  {
    name: 'lock',
    query: 'state=locked',
    ready: '[data-testid="lock"]',
    act: async (page) => {
      await page.fill('[data-testid="passphrase"]', 'non')
      await press('unlock')(page)
      await page.waitForSelector('[data-testid="lock-error"]')
    },
  },
  ...['invitation', 'keys', 'digits', 'confirmation'].map((step) => ({
    name: `first-${step}`,
    // What the second person does meanwhile would open the desk.
    query: `state=first-start&enrol=${step}&fail=enrol_check:never`,
    ready: '[data-testid="first-start"] h1',
  })),
  ...['to-declare', 'under-review', 'waiting-key', 'recused'].map((state) => ({
    name: `interests-${state}`,
    query: `card=${state}`,
    ready: '[data-testid="task-declare-pneumo"]',
    sizes: short,
    act: async (page) => {
      await press('open-pneumo')(page)
      await page.waitForSelector(`[data-testid="interest-${state}"]`)
      if (state === 'to-declare') await press('interest-some')(page)
    },
  })),
  {
    name: 'interests-year',
    query: `card=open&${answer('dossier_card', {
      renewal: { until: '2026-12-10', asked: true, ran_out: false, repeatable: true },
    })}`,
    ready: desk,
    sizes: short,
    act: async (page) => {
      await press('open-pneumo')(page)
      await page.waitForSelector('[data-testid="interest-year"]')
    },
  },
  {
    name: 'interests-step-back',
    query: 'card=open',
    ready: desk,
    sizes: short,
    act: async (page) => {
      await press('open-oncosuivi')(page)
      await press('submit')(page)
      await press('summary-links')(page)
      await press('step-back')(page)
      await page.waitForSelector('[data-testid="step-back-reason"]')
    },
  },
  ...board,
  ...states,
  ...evidence,
  ...tours,
]

export const scenes = [
  ...here,
  onPaper('people-invitation', '[data-testid="invitation"] p.on-paper'),
  onPaper('vote-receipt', '[data-testid="vote-tracking"]'),
  onPaper('guide', '[data-testid="guide"] h1'),
]
