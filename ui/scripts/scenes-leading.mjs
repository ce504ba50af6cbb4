// What `look` looks at, of those who lead dossiers: see scenes.mjs.
const press = (id) => (page) => page.click(`[data-testid="${id}"]`)
const led = 'role=secretariat&network=online'
const short3 = [
  [1280, 800],
  [1024, 640],
  [640, 400],
]

/** What those who lead dossiers see. */
export const leading = [
  {
    name: 'dossiers',
    query: led,
    ready: '[data-testid="nav-dossiers"]',
    act: async (page) => {
      await press('nav-dossiers')(page)
      await page.waitForSelector('[data-testid="dossier-allo"]')
    },
    sizes: [
      [1280, 800],
      [1024, 640],
    ],
  },
  {
    name: 'letters',
    query: led,
    ready: '[data-testid="nav-dossiers"]',
    langs: ['fr'],
    sizes: [[1280, 800]],
    act: async (page) => {
      await press('nav-dossiers')(page)
      await press('remind-late')(page)
      await page.waitForSelector('[data-testid="letters"] textarea')
    },
  },
  {
    name: 'dossiers-empty',
    query: `${led}&desk=empty`,
    ready: '[data-testid="nav-dossiers"]',
    langs: ['fr'],
    sizes: [[1280, 800]],
    act: async (page) => {
      await press('nav-dossiers')(page)
      await page.waitForSelector('[data-testid="dossiers-empty"]')
    },
  },
  {
    name: 'dossiers-error',
    query: `${led}&fail=dossiers:database`,
    ready: '[data-testid="nav-dossiers"]',
    langs: ['fr'],
    sizes: [[1280, 800]],
    act: async (page) => {
      await press('nav-dossiers')(page)
      await page.waitForSelector('[data-testid="error-card"]')
    },
  },
  ...['pneumo', 'nephro', 'oncosuivi', 'allo'].map((dossier) => ({
    name: `dossier-${dossier}`,
    query: led,
    ready: '[data-testid="nav-dossiers"]',
    sizes: dossier === 'nephro' ? short3.slice(0, 2) : [[1280, 800]],
    act: async (page) => {
      await press('nav-dossiers')(page)
      await press(`open-dossier-${dossier}`)(page)
      await page.waitForSelector('[data-testid="journey"]')
    },
  })),
  {
    name: 'dossier-round-ask',
    query: led,
    ready: '[data-testid="nav-dossiers"]',
    langs: ['fr'],
    sizes: [[1280, 800]],
    act: async (page) => {
      await press('nav-dossiers')(page)
      await press('open-dossier-nephro')(page)
      await press('round-open')(page)
      await page.waitForSelector('[data-testid="round-confirm-go"]')
    },
  },
  {
    name: 'judging',
    query: led,
    ready: '[data-testid="nav-interests-board"]',
    sizes: [[1280, 800]],
    act: async (page) => {
      await press('nav-interests-board')(page)
      await page.waitForSelector('[data-testid="judge-pkerboul"]')
    },
  },
  {
    name: 'judging-ask',
    query: led,
    ready: '[data-testid="nav-interests-board"]',
    langs: ['fr'],
    sizes: [[1280, 800]],
    act: async (page) => {
      await press('nav-interests-board')(page)
      await press('decide-full-pkerboul')(page)
      await page.waitForSelector('[data-testid="judge-confirm-go"]')
    },
  },
]
