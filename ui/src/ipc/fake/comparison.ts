import type * as C from '../contract'

/** Marks of the picture by criterion: clinicians, research, patients, institutions and industry together; `-` is n/a. */
const marks: [string, string, string, string | null, string, boolean][] = [
  ['2.5', 'Perdus de vue et données manquantes', '1100121 01101 4334 3342', '1', '1.70', true],
  ['3.2', 'Conclusions conformes aux résultats', '3012430 01210 4434 2143', '2', '1.70', true],
  ['1.4', 'Population proche de l’usage visé', '1424134 11320 4344 0213', '2.5', '1.64', true],
  ['4.1', 'Compréhensible par les patients', '4433434 34343 0110 3101', '3', '1.64', true],
  ['3.5', 'Risques et effets indésirables décrits', '3223323 21232 2321 3332', '2', '0.52', false],
  ['2.8', 'Traçabilité des versions testées', '23-3223 32332 --33 3223', '3', '0.52', false],
  ['1.6', 'Durée de suivi suffisante', '2231232 22112 3323 2232', '2', '0.21', false],
  ['2.1', 'Essai comparatif adapté à la question', '4443443 34434 4434 4344', '4', '0.08', false],
  ['1.1', 'Question clinique clairement posée', '4434344 44444 4443 3444', '4', '0.00', false],
  ['2.3', 'Critère principal pertinent et fiable', '3334333 33343 3433 3343', '3', '0.00', false],
  ['4.2', 'Sources citées et datées', '4444444 44344 4443 4444', '4', '0.00', false],
]
const sizes = [7, 5, 4, 4]

export function comparison(now: number): C.ComparisonView {
  const middle = (values: number[]) => {
    const sorted = [...values].sort((a, b) => a - b)
    const at = (sorted.length - 1) / 2
    return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2
  }
  const criteria = marks.map(
    ([code, title, rows, median, index, disagreement], place): C.CompareCriterion => {
      const given = [...rows.replaceAll(' ', '')]
      return {
        code,
        axis: code.slice(0, 1),
        title: { fr: title, en: null },
        place,
        band: disagreement ? 'agreement.disagreement' : 'agreement.consensus',
        disagreement,
        decider: 'di',
        index,
        median,
        distance: place % 2 === 0 ? '2.00' : '0.00',
        levels: ['0', '1', '2', '3', '4'],
        cells: given.map((mark) =>
          mark === '-'
            ? { kind: 'na', points: null, words: null, ink: null }
            : { kind: 'mark', points: mark, words: null, ink: Number(mark) / 4 },
        ),
        strips: rows.split(' ').map((block) => {
          const values = [...block].filter((one) => one !== '-').map(Number)
          return {
            n: values.length,
            median: String(middle(values)),
            low: String(Math.min(...values)),
            high: String(Math.max(...values)),
          }
        }),
        voices: [
          {
            column: 0,
            reason: '9 % de perdus de vue d’un seul côté, et l’imputation ne le corrige pas.',
            cited: [
              {
                file: 'f2',
                number: 2,
                title: 'Essai randomisé',
                page: 9,
                quote: 'perdus de vue',
                region: false,
              },
            ],
          },
          { column: 12, reason: 'Les abandons sont expliqués un par un, annexe C.', cited: [] },
        ],
        same:
          code === '2.5'
            ? {
                passage: {
                  file: 'f2',
                  number: 2,
                  title: 'Essai randomisé',
                  page: 9,
                  quote: 'perdus de vue',
                  region: false,
                },
                sheets: 6,
                low: '0',
                high: '4',
              }
            : null,
      }
    },
  )
  const titles = [
    [{ fr: 'Cliniciens', en: 'Clinicians' }],
    [{ fr: 'Recherche', en: 'Research' }],
    [{ fr: 'Patients', en: 'Patients' }],
    [
      { fr: 'Institutions', en: 'Institutions' },
      { fr: 'Industrie', en: 'Industry' },
    ],
  ]
  return {
    now,
    dossier: 'diabete',
    number: '2026-006',
    solution: 'DiabèteCompagnon',
    solution_version: '2.8',
    publisher: 'Nutria Santé',
    grid: { fr: 'Quatre axes', en: 'Four axes' },
    grid_version: '3',
    illustrative: true,
    opens_at: now - 3 * 86_400_000,
    arrived: null,
    opened: {
      at: now - 2 * 86_400_000,
      board_mark: '14.6',
      my_mark: '13.8',
      scale: '20',
      sheets: 20,
      unreadable: [],
      smallest_group: 3,
      blocks: sizes.map((columns, i) => ({ titles: titles[i] ?? [], columns })),
      columns: sizes.flatMap((n, block) =>
        Array.from({ length: n }, (_, i) => ({ block, mine: block === 0 && i === 4, name: null })),
      ),
      criteria,
    },
  }
}
