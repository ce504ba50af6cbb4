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

/** The discussion of the picture, with authors as the columns call them. */
function talk(now: number): C.ThreadView {
  const word = (id: string, column: number, hours: number, text: string, reply_to: string | null) => ({
    what: 'message' as const,
    by: { mine: false, column, place: null, name: null },
    at: now - hours * 3_600_000,
    received: true,
    id,
    text,
    reply_to,
    about: null as string | null,
  })
  return {
    words: [
      word(
        'm1',
        8,
        40,
        '9\u202f% de perdus de vue d’un seul côté, et l’imputation ne le corrige pas. Je reste à 1.',
        null,
      ),
      word('m2', 13, 24, 'Les abandons sont expliqués un par un, annexe C. L’avez-vous lue\u202f?', 'm1'),
      word('m3', 8, 13, 'L’annexe explique 9 abandons sur 14. Il en reste 5 sans motif.', 'm2'),
    ],
    settled: false,
    unread: 1,
    draft: null,
    topics: [],
  }
}

/** Of criterion 2.3 two passages of the same sentence are talked about, one of them one's own. */
function passages(now: number): C.ThreadView {
  const word = (id: string, column: number, text: string, about: string): C.ThreadWord => ({
    ...{ what: 'message', by: { mine: false, column, place: null, name: null }, at: now - 20 * 3_600_000 },
    ...{ received: true, id, text, reply_to: null, about },
  })
  return {
    words: [
      word('p1', 8, 'Le comité est dit indépendant, sa composition n’est donnée nulle part.', 'a-2.3'),
      word('p2', 13, 'Deux des trois cliniciens ont signé l’étude d’usage.', 'c-2.3'),
    ],
    settled: false,
    unread: 2,
    draft: null,
    topics: ['a-2.3', 'c-2.3'].map((about) => ({ about, settled: false, unread: 1, draft: null })),
  }
}

/** A passage of file 2 that two sheets cite. */
const cited = (id: string): C.Cited => ({
  ...{ id, file: 'f2', number: 2, title: 'Essai randomisé', page: 7, rects: [[70, 612, 450, 626]] },
  quote: 'un comité d’adjudication indépendant, composé de trois cliniciens',
  ...{ before: '', after: '', region: false },
})

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
            ? { kind: 'na', points: null, words: null, ink: null, changed: false }
            : { kind: 'mark', points: mark, words: null, ink: Number(mark) / 4, changed: false },
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
            cited:
              code === '2.3'
                ? [cited('c-2.3')]
                : [
                    {
                      id: `c-${code}`,
                      file: 'f2',
                      number: 2,
                      title: 'Essai randomisé',
                      page: 9,
                      rects: [[72, 540, 300, 552]],
                      quote: 'perdus de vue',
                      before: '',
                      after: '',
                      region: false,
                    },
                  ],
            first: null,
            changes: [],
            before: null,
          },
          {
            column: 12,
            reason: 'Les abandons sont expliqués un par un, annexe C.',
            cited: [],
            first: null,
            changes: [],
            before: null,
          },
          ...(code === '2.3'
            ? [
                {
                  column: 4,
                  reason: 'Adjudication indépendante et en aveugle.',
                  cited: [cited('a-2.3')],
                  first: null,
                  changes: [],
                  before: null,
                },
              ]
            : []),
        ],
        same:
          code === '2.5'
            ? [
                {
                  passage: {
                    id: 'c2',
                    file: 'f2',
                    number: 2,
                    title: 'Essai randomisé',
                    page: 9,
                    rects: [[72, 540, 300, 552]],
                    quote: 'perdus de vue',
                    before: '',
                    after: '',
                    region: false,
                  },
                  sheets: 6,
                  low: '0',
                  high: '4',
                },
              ]
            : [],
        form: {
          code,
          axis: code.slice(0, 1),
          answer: 'scale',
          question: { fr: title, en: null },
          plain: null,
          help: null,
          options: ['0', '1', '2', '3', '4'].map((level) => ({ code: level, title: null, anchor: null })),
          na: 'exclude',
          evidence: 'asked',
          prerequisite: false,
          informative: false,
          declared: null,
        },
        mine: given[4] === '-' ? { kind: 'na' } : { kind: 'option', option: given[4] ?? '0' },
        thread:
          code === '2.5'
            ? talk(now)
            : code === '2.3'
              ? passages(now)
              : { words: [], settled: false, unread: 0, draft: null, topics: [] },
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
      set_aside: 0,
      changed: 0,
      change_refusal: null,
      talk_refusal: null,
      smallest_group: 3,
      blocks: sizes.map((columns, i) => ({ titles: titles[i] ?? [], columns })),
      columns: sizes.flatMap((n, block) =>
        Array.from({ length: n }, (_, i) => ({ block, mine: block === 0 && i === 4, name: null })),
      ),
      criteria,
      statistics: {
        marks: 217,
        reviewers: 20,
        criteria: 11,
        figures: [
          { measure: 'alpha-ordinal', value: '0.31', why_not: null, reading: 'reading.low' },
          { measure: 'ac2-quadratic', value: '0.58', why_not: null, reading: null },
          { measure: 'icc2-1', value: null, why_not: 'statistic.incomplete', reading: null },
        ],
      },
    },
    round: 1,
    rounds: [{ number: 1, at: now - 2 * 86_400_000 }],
    sealed: null,
  }
}

type Answer = <T>(command: keyof C.Desk, make: () => T) => Promise<T>

/** The comparison's commands: what was said and changed stays until the window is closed. */
export function comparing(answer: Answer, empty: () => boolean, now: number): C.ComparisonCommands {
  const view = comparison(now)
  const day = 86_400_000
  const of = (code: string) => view.opened?.criteria.find((one) => one.code === code)
  const mine = { mine: true, column: 4, place: null, name: null }
  const whole = () => structuredClone(view)
  return {
    comparisons: () =>
      answer('comparisons', (): C.ComparisonLine[] =>
        empty()
          ? []
          : [
              {
                dossier: 'diabete',
                number: '2026-006',
                solution: 'DiabèteCompagnon',
                publisher: 'Nutria Santé',
                opens_at: now - 3 * day,
                opened_at: now - 2 * day,
                arrived: null,
                unread: view.opened?.criteria.reduce((sum, one) => sum + one.thread.unread, 0) ?? 0,
                sealed: null,
              },
              {
                dossier: 'oncosuivi',
                number: '2026-001',
                solution: 'OncoSuivi',
                publisher: 'Lumen Santé',
                opens_at: now + 10 * day,
                opened_at: null,
                arrived: null,
                unread: 0,
                sealed: null,
              },
            ],
      ),
    comparison: () => answer('comparison', whole),
    compare_revise: ({ criterion, mark, why }) =>
      answer('compare_revise', () => {
        const one = of(criterion)
        const before = one?.cells[4]
        if (!one || !before) return whole()
        const points = mark.kind === 'option' ? mark.option : mark.kind === 'value' ? mark.value : null
        const cell: C.Cell =
          points === null
            ? { kind: 'na', points: null, words: null, ink: null, changed: true }
            : { kind: 'mark', points, words: null, ink: Number(points) / 4, changed: true }
        one.cells[4] = cell
        one.mine = mark
        const change = { cell, at: now, why, received: false }
        const voice = one.voices.find((found) => found.column === 4)
        if (voice) voice.changes.push(change)
        else
          one.voices.push({
            column: 4,
            reason: '',
            cited: [],
            first: before,
            changes: [change],
            before: null,
          })
        return whole()
      }),
    thread_post: ({ topic: { criterion, about }, text, reply }) =>
      answer('thread_post', () => {
        const thread = of(criterion)?.thread
        const id = `m${String((thread?.words.length ?? 0) + 1)}`
        const answered = thread?.words.find((word) => word.id === reply)
        thread?.words.push({
          ...{ what: 'message', by: mine, at: now, received: false, id, text, reply_to: reply },
          about: answered ? answered.about : about,
        })
        const talk = thread && talkAbout(thread, about)
        if (talk?.draft) talk.draft = { version: talk.draft.version + 1, text: '', reply_to: null }
        return whole()
      }),
    thread_settle: ({ topic: { criterion, about }, settled }) =>
      answer('thread_settle', () => {
        const thread = of(criterion)?.thread
        const what = settled ? 'settled' : 'reopened'
        const silent = { id: null, text: '', reply_to: null, about }
        thread?.words.push({ what, by: mine, at: now, received: false, ...silent })
        if (thread) talkAbout(thread, about).settled = settled
        return whole()
      }),
    thread_draft: ({ topic: { criterion, about }, typed }) =>
      answer('thread_draft', () => {
        const thread = of(criterion)?.thread
        if (thread) talkAbout(thread, about).draft = typed
        return { at: now, version: typed.version }
      }),
    thread_seen: ({ topic: { criterion, about } }) =>
      answer('thread_seen', () => {
        const thread = of(criterion)?.thread
        if (!thread) return null
        const read = about === null ? thread.topics : [talkAbout(thread, about)]
        thread.unread = about === null ? 0 : thread.unread - (read[0]?.unread ?? 0)
        for (const topic of read) topic.unread = 0
        return null
      }),
  }
}

/** The discussion of a passage, made when it is first spoken of; or that of the criterion. */
function talkAbout(thread: C.ThreadView, about: string | null): C.ThreadView | C.TopicView {
  if (about === null) return thread
  const known = thread.topics.find((topic) => topic.about === about)
  if (known) return known
  thread.topics.push({ about, settled: false, unread: 0, draft: null })
  return thread.topics.at(-1) ?? thread
}
