// What `look` looks at. `ready`: a selector that shows once the scene stands.
const press = (id) => (page) => page.click(`[data-testid="${id}"]`)
const short = [[1280, 800], [640, 400]]

export const scenes = [
  { name: 'desk', ready: '[data-testid="task-review-oncosuivi"]' },
  { name: 'desk-empty', query: 'desk=empty&network=online', ready: '[data-testid="desk-empty"]', sizes: short },
  { name: 'desk-error', query: 'fail=desk:registry-unreachable', ready: '[data-testid="error-card"]', sizes: short },
  { name: 'desk-comfortable', query: 'density=comfortable', ready: '[data-testid="task-review-oncosuivi"]' },
  { name: 'receipt', ready: '[data-testid="task-review-oncosuivi"]', act: async (page) => {
    await page.keyboard.press('Control+Shift+S')
    await page.waitForSelector('[data-testid="receipt-marks"]')
  } },
  { name: 'palette', ready: '[data-testid="task-review-oncosuivi"]', act: async (page) => {
    await page.keyboard.press('Control+k')
    await page.waitForSelector('[data-testid="palette-input"]')
  }, sizes: short },
  { name: 'keys', ready: '[data-testid="task-review-oncosuivi"]', act: async (page) => {
    await page.keyboard.press('F1')
    await page.waitForSelector('[data-testid="keys-search"]')
  }, sizes: short },
  { name: 'settings', ready: '[data-testid="task-review-oncosuivi"]', act: async (page) => {
    await page.keyboard.press('Control+,')
    await page.waitForSelector('[data-testid="theme-dark"]')
  } },
  ...['valid', 'invalid', 'indeterminate', 'unreadable'].map((verdict) => ({
    name: `verdict-${verdict}`,
    query: `verdict=${verdict}`,
    ready: '[data-testid="task-review-oncosuivi"]',
    sizes: short,
    act: async (page) => {
      await page.keyboard.press('Control+3')
      await press('verify-choose')(page)
      await page.waitForSelector(`[data-testid="verdict-${verdict}"]`)
    },
  })),
  { name: 'lock', query: 'state=locked', ready: '[data-testid="lock"]', act: async (page) => {
    await page.fill('[data-testid="passphrase"]', 'non')
    await press('unlock')(page)
    await page.waitForSelector('[data-testid="lock-error"]')
  } },
  ...['invitation', 'keys', 'digits', 'confirmation'].map((step) => ({
    name: `first-${step}`,
    query: `state=first-start&enrol=${step}`,
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
]
