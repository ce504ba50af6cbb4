/** The year's figures in memory, with invented content. */
import type { YearCell, YearCommands, YearHead, YearTable, YearView } from '../contract'

type Answer = <T>(command: keyof YearCommands, make: () => T) => Promise<T>

const word = (code: string): YearHead => ({ kind: 'word', code })
const stage = (code: string): YearHead => ({ kind: 'stage', code })
const quarters: YearHead[] = [1, 2, 3, 4].map((n) => ({ kind: 'quarter', n }))
const labels: YearHead[] = [
  {
    kind: 'named',
    title: { fr: 'Solution à fort potentiel clinique', en: 'Solution with high clinical potential' },
  },
  {
    kind: 'named',
    title: {
      fr: 'Solution à haut niveau d’évaluation clinique',
      en: 'Solution with a high level of clinical evaluation',
    },
  },
]
const classes: YearHead[] = ['B', 'C'].map((code) => ({ kind: 'class', code }))
const counts = (...all: number[]): YearCell[] => all.map((n) => ({ kind: 'count', n }))
const values = (...all: string[]): YearCell[] => all.map((value) => ({ kind: 'value', value }))
const withheld: YearCell = { kind: 'withheld' }
const none: YearCell = { kind: 'none' }

const share = (n: number, of: number): YearCell =>
  of === 0 ? none : { kind: 'share', n, of, percent: of < 10 ? null : String(Math.round((100 * n) / of)) }

const table = (code: string, columns: YearHead[], rows: [YearHead, YearCell[]][]): YearTable => ({
  code,
  grid: null,
  columns,
  rows: rows.map(([head, cells]) => ({ head, cells })),
})

/** Rates of what each column decided first. */
function first(code: string, columns: YearHead[], decided: Record<string, number[]>): YearTable {
  const of = columns.map((_, at) => Object.values(decided).reduce((sum, row) => sum + (row[at] ?? 0), 0))
  const all = of.reduce((sum, n) => sum + n, 0)
  const rows = Object.entries(decided).map(([name, row]): [YearHead, YearCell[]] => [
    word(name),
    [
      ...row.map((n, at) => share(n, of[at] ?? 0)),
      share(
        row.reduce((sum, n) => sum + n, 0),
        all,
      ),
    ],
  ])
  return table(code, [...columns, word('all')], [...rows, [word('decided'), counts(...of, all)]])
}

function happened(code: string, columns: YearHead[], rows: Record<string, number[]>): YearTable {
  const lines = Object.entries(rows).map(([name, row]): [YearHead, YearCell[]] => [
    word(name),
    counts(
      ...row,
      row.reduce((sum, n) => sum + n, 0),
    ),
  ])
  return table(code, [...columns, word('all')], lines)
}

const summary = ['n', 'low-quartile', 'median', 'high-quartile'].map(word)
const days = (head: YearHead, n: number, ...three: string[]): [YearHead, YearCell[]] => [
  head,
  [...counts(n), ...values(...three)],
]

const grid = {
  title: { fr: 'Grille d’exemple', en: 'Example grid' },
  version: '1',
  illustrative: true,
}

const spread: [number, number, number][] = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 1, 0],
  [1, 1, 1],
  [1, 2, 2],
  [2, 3, 4],
  [3, 2, 2],
  [3, 2, 2],
  [2, 1, 1],
  [0, 0, 0],
]

const full: YearTable[] = [
  first('first-quarter', quarters, {
    grant: [1, 2, 2, 1],
    'grant-with-reservations': [0, 1, 1, 0],
    defer: [0, 1, 0, 0],
    refuse: [1, 0, 1, 0],
    'not-preselected': [0, 1, 0, 0],
    inadmissible: [0, 0, 0, 0],
  }),
  happened('happened-quarter', quarters, {
    received: [4, 5, 4, 3],
    completed: [1, 2, 1, 0],
    inadmissible: [0, 0, 0, 0],
    'not-preselected': [0, 1, 0, 0],
    preselected: [3, 4, 4, 2],
    grant: [1, 2, 2, 1],
    'grant-with-reservations': [0, 1, 1, 0],
    defer: [0, 1, 0, 0],
    refuse: [1, 0, 1, 0],
    withdrawn: [0, 0, 1, 0],
    lapsed: [0, 0, 0, 0],
    appeal: [0, 0, 1, 0],
    'appeal-accepted': [0, 0, 0, 0],
    'appeal-dismissed': [0, 0, 0, 1],
  }),
  first('first-label', labels, {
    grant: [4, 2],
    'grant-with-reservations': [1, 1],
    defer: [1, 0],
    refuse: [1, 1],
    'not-preselected': [0, 1],
    inadmissible: [0, 0],
  }),
  happened('happened-label', labels, {
    received: [9, 7],
    preselected: [8, 5],
    grant: [4, 2],
    refuse: [1, 1],
  }),
  first('first-class', classes, {
    grant: [3, 3],
    'grant-with-reservations': [1, 1],
    defer: [0, 1],
    refuse: [1, 1],
    'not-preselected': [0, 1],
    inadmissible: [0, 0],
  }),
  happened('happened-class', classes, {
    received: [8, 8],
    preselected: [6, 7],
    grant: [3, 3],
    refuse: [1, 1],
  }),
  table(
    'open',
    [word('dossiers')],
    [
      [word('open'), counts(3)],
      [word('ended'), counts(1)],
    ],
  ),
  table(
    'standing',
    [...labels, word('all')],
    [
      [{ kind: 'standing', code: 'active' }, counts(6, 4, 10)],
      [{ kind: 'standing', code: 'active-provisional' }, counts(1, 0, 1)],
      [{ kind: 'standing', code: 'suspended' }, counts(0, 1, 1)],
    ],
  ),
  table('durations', summary, [
    days(stage('received'), 12, '4', '6', '11.3'),
    days(stage('admissible'), 12, '5', '9', '14'),
    days(stage('preselected'), 11, '3', '7', '8.5'),
    days(stage('scoring'), 11, '20', '21', '28'),
    days(stage('discussion'), 11, '7', '14', '21'),
    days(stage('voting'), 11, '7', '7', '10'),
    days(word('whole-way'), 12, '58', '71', '90.5'),
  ]),
  {
    ...table('marks', summary, [
      days(word('declared'), 12, '11.9', '14.2', '16.0'),
      days(word('verified'), 12, '10.3', '12.8', '14.6'),
      days(word('difference'), 12, '-2.1', '-1.2', '-0.3'),
      days(word('board'), 11, '10.9', '12.5', '14.4'),
    ]),
    grid,
  },
  {
    ...table(
      'bands',
      ['declared', 'verified', 'board'].map(word),
      spread.map((row, at) => [
        { kind: 'band', from: String(2 * at), to: String(2 * at + 2) },
        counts(...row),
      ]),
    ),
    grid,
  },
  table(
    'votes',
    [...quarters, word('all')],
    [
      [word('closed'), counts(2, 5, 4, 1, 12)],
      [word('no-quorum'), [share(0, 2), share(1, 5), share(0, 4), share(0, 1), share(1, 12)]],
      [word('second'), [share(0, 2), share(1, 5), share(0, 4), share(0, 1), share(1, 12)]],
      [
        word('majority'),
        ['71', '68', '80', '75', '73'].map((value): YearCell => ({ kind: 'percent', value })),
      ],
    ],
  ),
  table('sheets', summary, [days(word('sheets'), 13, '4', '5', '6')]),
  table(
    'sheets-college',
    [word('n')],
    [
      [{ kind: 'named', title: { fr: 'Cliniciens', en: 'Clinicians' } }, counts(27)],
      [word('together'), counts(38)],
      [word('all'), counts(65)],
    ],
  ),
  table(
    'rounds',
    [word('dossiers')],
    [
      [{ kind: 'number', n: 1 }, [share(9, 11)]],
      [{ kind: 'number', n: 2 }, [share(2, 11)]],
    ],
  ),
  table(
    'agreement',
    [...quarters, word('all')],
    [
      [word('rounds'), counts(2, 6, 4, 1, 13)],
      [word('alpha'), [...values('0.71', '0.64', '0.70'), withheld, withheld]],
    ],
  ),
  table(
    'recusals-category',
    [word('n')],
    [
      [{ kind: 'category', code: 'study' }, counts(7)],
      [word('together'), counts(6)],
      [word('all'), counts(13)],
    ],
  ),
  table('recusals-level', [word('n')], [[word('all'), counts(13)]]),
]

/** A year in which dossiers came in and nothing was decided yet. */
const begun: YearTable[] = [
  happened('happened-quarter', quarters, {
    received: [0, 0, 1, 2],
    completed: [0, 0, 0, 1],
    preselected: [0, 0, 0, 1],
  }),
  happened('happened-label', labels, { received: [2, 1], completed: [1, 0], preselected: [1, 0] }),
  happened('happened-class', classes, { received: [1, 2], completed: [0, 1], preselected: [0, 1] }),
  table(
    'open',
    [word('dossiers')],
    [
      [word('open'), counts(3)],
      [word('ended'), counts(0)],
    ],
  ),
]

const reference = { n: 130, median: 11, best_quarter: 14, scale: 20, year: 2022 }

export function year(answer: Answer): YearCommands {
  const of = (wanted: number): YearView => {
    const first = wanted === 2024
    return {
      year: wanted,
      years: [2026, 2025, 2024],
      running: wanted === 2026,
      decisions: first ? 0 : 12,
      smallest_group: 5,
      unread: 0,
      reference,
      tables: first ? begun : full,
    }
  }
  return {
    year_figures: (asked) => answer('year_figures', () => of(asked.year ?? 2026)),
    table_save: () => answer('table_save', () => true),
  }
}
