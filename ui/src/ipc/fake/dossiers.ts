/** Dossiers as the secretariat sees them, in memory, with invented content. */
import { now } from '../fake-data'
import type {
  Candidates,
  Debt,
  DossierCommands,
  DossierMember,
  DossierPage,
  DossierRow,
  DossiersCommands,
  DossiersView,
  Line,
  OwedRow,
  Part,
  Recourse,
  ReminderScope,
} from '../contract'

type Commands = DossiersCommands & DossierCommands
type Answer = <T>(command: keyof Commands, make: () => T) => Promise<T>

const day = 86_400_000
const colleges = [
  {
    code: 'clinicians',
    title: { fr: 'Cliniciens', en: 'Clinicians' },
    of: 'C. Aubert,M. Diallo,S. Garnier,L. Haddad,P. Kerboul,A. Morel,J. Petit,V. Sarda',
  },
  {
    code: 'academics',
    title: { fr: 'Recherche', en: 'Academics' },
    of: 'T. Blanc,F. Lemoine,P. Meunier,I. Nguyen,R. Vasseur',
  },
  {
    code: 'institutions',
    title: { fr: 'Institutions', en: 'Institutions' },
    of: 'B. Caron,E. Jourdan,H. Teixeira',
  },
  { code: 'patients', title: { fr: 'Patients', en: 'Patients' }, of: 'N. Belkacem,G. Faure,O. Roussel' },
  { code: 'industry', title: { fr: 'Industrie', en: 'Industry' }, of: 'K. Lambert,Y. Perrin,D. Yilmaz' },
]
const people = colleges.flatMap(({ code, title, of }) =>
  of.split(',').map((name) => ({
    member: name.replace(/\W/g, '').toLowerCase(),
    name,
    code,
    title,
  })),
)

const line = (code: string, tone: Line['tone'], n = 0, m = 0, name: string | null = null): Line => ({
  code,
  tone,
  n,
  m,
  name,
})
const row = (
  dossier: string,
  solution: string,
  publisher: string,
  part: Part,
  stage: string,
  said: Line,
  days: number | null = null,
): DossierRow => ({
  dossier,
  number: `2026-0${dossier.length}`,
  solution,
  publisher,
  stage,
  part,
  line: said,
  date: days === null ? null : now + days * day,
})

const rows: DossierRow[] = [
  row('gesta', 'GestaSuivi', 'Maïa Santé', 'intake', 'incomplete', line('incomplete', 'blocked')),
  row('derma', 'DermaScope', 'Iris Num.', 'over', 'inadmissible', line('inadmissible', 'stopped')),
  row(
    'pneumo',
    'Pneumo Relais',
    'Souffle & Co',
    'screening',
    'preselected',
    line('declarations', 'blocked', 4, 22),
  ),
  row('serenis', 'SereniSommeil', 'Nuit Claire', 'screening', 'preselected', line('to-judge', 'blocked', 2)),
  row(
    'aplomb',
    'Aplomb',
    'Atelier du geste',
    'screening',
    'admissible',
    line('entry-not-reached', 'blocked'),
  ),
  row('nephro', 'NéphroLien', 'Arcadie Santé', 'scoring', 'assigned', line('to-open', 'waiting', 18)),
  row('oncosuivi', 'OncoSuivi', 'Lumen Santé', 'scoring', 'scoring', line('sheets', 'waiting', 11, 19), 2),
  row(
    'kine',
    'KinéPasserelle',
    'Gestes',
    'scoring',
    'scoring',
    line('sheets-but-one', 'waiting', 15, 16, 'M. Diallo'),
    2,
  ),
  row('allo', 'AlloTension', 'Orphée', 'scoring', 'scoring', line('sheets-late', 'late', 3, 15), -3),
  row('diabete', 'DiabèteCompagnon', 'Nutria Santé', 'debate', 'opened', line('to-discuss', 'waiting')),
  row('cardio', 'CardioVeille', 'Arvel Médical', 'debate', 'voting', line('vote', 'waiting', 11, 20), 1),
  row('voix', 'VoixClaire', 'Timbre', 'decided', 'granted', line('to-issue', 'waiting')),
  row(
    'lombal',
    'LombalGuide',
    'Rachis Num.',
    'decided',
    'appeal',
    line('appeal', 'blocked', 0, 0, 'F. Lemoine'),
  ),
  row('trachee', 'TrachéeNet', 'Souffle & Co', 'over', 'refused', line('refused', 'stopped'), 40),
  row('vesical', 'VésicalPro', 'Néphros', 'over', 'closed', line('closed', 'stopped')),
  row('renal', 'RénalInfo', 'Néphros', 'decided', 'labelled', line('labelled', 'waiting')),
]

/** A pattern without meaning: every sixth is expected, a few are late. */
function debtOf(person: number, column: string): Debt {
  const turn = (person * 7 + column.length * 3) % 11
  if (column === 'pneumo' || column === 'serenis')
    return turn < 3 ? 'declare' : turn === 3 ? 'recused' : 'none'
  if (turn === 4) return 'none'
  if (turn < 3) return column === 'allo' ? (turn === 0 ? 'late' : 'received') : 'expected'
  return turn === 10 && column === 'kine' ? 'recused' : 'received'
}

function owed(): DossiersView['owed'] {
  const columns = ['allo', 'kine', 'serenis', 'pneumo', 'oncosuivi'].map((id) => {
    const found = rows.find(({ dossier }) => dossier === id)
    return { dossier: id, solution: found?.solution ?? id, deadline: found?.date ?? null }
  })
  const cells: OwedRow[] = people.map((person, i) => ({
    member: person.member,
    name: person.name,
    college: person.code,
    college_title: person.title,
    cells: columns.map((column) => debtOf(i, column.dossier)),
  }))
  const of = (debt: Debt) => cells.flatMap((one) => one.cells).filter((one) => one === debt).length
  return {
    columns,
    rows: cells,
    expected: of('expected') + of('late'),
    late: of('late'),
    soon: of('expected'),
    declare: of('declare'),
  }
}

/** A refusal that may still be appealed, an appeal that waits for its answer, and one that was dismissed. */
function recourseOf({ stage }: DossierRow): Recourse | null {
  if (stage !== 'refused' && stage !== 'appeal' && stage !== 'closed') return null
  const closed = stage === 'closed'
  return {
    notified_on: '2026-11-02',
    until: '2027-01-02',
    today: '2026-11-22',
    running: true,
    used: stage !== 'refused',
    appeal:
      stage === 'refused'
        ? null
        : {
            against: 'refused',
            ground: 'new-element',
            received_on: '2026-11-16',
            words:
              'L’étude comparative sur douze mois est parue après la séance.\nElle répond au premier point de votre avis.',
            accepted: closed ? false : null,
            answered_by: closed ? 'F. Lemoine' : null,
            answer: closed ? 'L’étude porte sur une autre version de la solution.' : null,
          },
    judge: stage === 'appeal' ? 'F. Lemoine' : null,
    looked_first: [],
    letter: closed
      ? {
          kind: 'dismissed',
          letter: {
            contact: 'contact@editeur.example',
            label: { fr: 'Solution évaluée', en: 'Assessed solution' },
            institute: 'Institut de démonstration',
            appeal_months: 2,
            appealed: true,
            orientations: [],
          },
          reason: 'L’étude porte sur une autre version de la solution.',
          day: null,
        }
      : null,
  }
}

function pageOf(dossier: string): DossierPage {
  const found = rows.find((one) => one.dossier === dossier) ?? (rows[3] as DossierRow)
  const assigned = found.part === 'scoring'
  const members: DossierMember[] = people.map((person, i) => ({
    member: person.member,
    name: person.name,
    college: person.title,
    declared: i === 4 ? 'to-judge' : i === 9 ? 'full' : i === 12 && !assigned ? 'awaited' : 'nothing',
    renew: i === 7,
    assigned: assigned && i % 5 === 0,
    debt:
      found.stage === 'scoring' && i % 5 === 0
        ? i === 0
          ? 'expected'
          : 'received'
        : i === 12 && !assigned
          ? 'declare'
          : 'none',
  }))
  const steps: Record<string, DossierPage['steps']> = {
    admissible: [
      { kind: 'decline', problem: null },
      { kind: 'waive-entry', problem: { code: 'procedure', params: { code: 'transition.not-by-you' } } },
      { kind: 'preselect', problem: { code: 'procedure', params: { code: 'entry.not-reached' } } },
      { kind: 'withdraw', problem: null },
    ],
    preselected: [
      { kind: 'assign', problem: null },
      { kind: 'withdraw', problem: null },
    ],
    assigned: [
      { kind: 'open-round', problem: null },
      { kind: 'assign', problem: null },
    ],
    opened: [{ kind: 'rescore', problem: null }],
    refused: [
      { kind: 'appeal', problem: null },
      { kind: 'close', problem: { code: 'close.appeal-open', params: {} } },
    ],
    appeal: [
      { kind: 'accept-appeal', problem: null },
      { kind: 'dismiss-appeal', problem: null },
    ],
    scoring: [
      {
        kind: 'close-intake',
        problem: found.line.tone === 'late' ? null : { code: 'refusal-sheets-missing', params: {} },
      },
      { kind: 'assign', problem: null },
    ],
  }
  return {
    now,
    dossier: found.dossier,
    number: found.number,
    solution: found.solution,
    version: '2.4',
    publisher: found.publisher,
    demonstration: true,
    renews: null,
    stage: found.stage,
    line: found.line,
    journey: [
      { code: 'receive', at: now - 20 * day, by: 'Hélène Roy', about: null, n: 1, reason: null },
      { code: 'evidence', at: now - 20 * day, by: null, about: null, n: 4, reason: null },
      { code: 'admit', at: now - 20 * day, by: 'Hélène Roy', about: null, n: 1, reason: null },
      { code: 'preselect', at: now - 19 * day, by: 'Hélène Roy', about: null, n: 1, reason: null },
      { code: 'interests', at: now - 12 * day, by: null, about: null, n: 20, reason: null },
      {
        code: 'recusal',
        at: now - 11 * day,
        by: 'Pr Antoine Lefort',
        about: 'Françoise Lemoine',
        n: 1,
        reason: null,
      },
    ],
    steps: steps[found.stage] ?? [],
    frame: {
      grid: 'quatre-axes',
      grid_version: '3',
      label: { fr: 'Solution évaluée', en: 'Assessed solution' },
      gate: 'gate.reached',
      unexamined: 0,
    },
    members,
    round:
      found.stage === 'scoring'
        ? {
            deadline: found.date ?? now,
            minimum_sheets: 3,
            received: 4,
            reviewers: 5,
            closed: false,
            shares: 0,
            threshold: 2,
            number: 1,
            most: 3,
            stop: null,
          }
        : found.stage === 'opened'
          ? {
              deadline: now - 3 * day,
              minimum_sheets: 3,
              received: 20,
              reviewers: 20,
              closed: true,
              shares: 2,
              threshold: 2,
              number: 1,
              most: 3,
              stop: { code: 'go-on', to_discuss: 4, bands_changed: 0, marks_changed: 0, marks: 220 },
            }
          : null,
    late:
      found.stage === 'scoring'
        ? [
            {
              device: 'd1',
              seq: 4,
              ballot: false,
              name: 'Dr Karim Benali',
              received: now - 3_600_000,
              problem: null,
            },
          ]
        : [],
    bylaws: [
      { digest: 'aa', id: 'roll-call', version: '1', secret: false, suggested: true },
      { digest: 'bb', id: 'ines', version: '1', secret: true, suggested: false },
    ],
    minimum_sheets: 3,
    declined: null,
    recourse: recourseOf(found),
    stand_in: null,
  }
}

export function dossiers(answer: Answer, empty: () => boolean, judging: () => number): Commands {
  return {
    dossiers: () =>
      answer('dossiers', () =>
        empty()
          ? { now, rows: [], owed: { columns: [], rows: [], expected: 0, late: 0, soon: 0, declare: 0 } }
          : { now, rows, owed: owed() },
      ),
    reminders: ({ scope, dossier }) =>
      answer('reminders', () => {
        const all = owed()
        const wanted: Record<ReminderScope, Debt[]> = {
          late: ['late'],
          soon: ['expected'],
          declare: ['declare'],
          due: ['late', 'expected'],
          owed: ['late', 'expected', 'declare'],
        }
        return all.rows
          .map((one) => ({
            member: one.member,
            name: one.name,
            email: `${one.member}@demonstration.example`,
            items: one.cells.flatMap((debt, i) => {
              const column = all.columns[i]
              if (!column || !wanted[scope].includes(debt)) return []
              if (dossier !== null && dossier !== column.dossier) return []
              return [{ dossier: column.dossier, debt, solution: column.solution, deadline: column.deadline }]
            }),
          }))
          .filter(({ items }) => items.length > 0)
      }),
    save_calendar: () => answer('save_calendar', () => true),
    counters: () =>
      answer('counters', () => ({
        ...{ desk: 4, dossiers: rows.length, 'interests-board': judging() },
        ...{ motions: 1, labels: 1, intake: 1 },
      })),
    dossier_page: ({ dossier }) => answer('dossier_page', () => pageOf(dossier)),
    preselect: ({ dossier }) => answer('preselect', () => pageOf(dossier)),
    take_step: ({ dossier, step, words }) =>
      answer('take_step', () => {
        const page = pageOf(dossier)
        const taken = { code: step, at: now, by: 'Hélène Roy', about: null, n: 1, reason: words.reason }
        return { ...page, journey: [...page.journey, taken], steps: [] }
      }),
    candidates: ({ wanted }) =>
      answer('candidates', (): Candidates => ({
        wanted,
        candidates: people.map((person, i) => ({
          member: person.member,
          name: person.name,
          college: person.code,
          college_title: person.title,
          load: i % 3,
          max_load: i < 3 ? 2 : null,
          free: i !== 4 && i !== 7 && i !== 9 && i !== 12,
          expired: i === 7,
          away_until: i === 5 ? '2026-12-06' : null,
          proposed: [0, 8, 13, 16].slice(0, wanted).includes(i),
          assigned: i % 5 === 0,
        })),
        short: [],
        too_few: false,
      })),
    assign: ({ dossier }) => answer('assign', () => pageOf(dossier)),
    open_round: ({ dossier }) => answer('open_round', () => pageOf(dossier)),
    rescore: ({ dossier, deadline }) =>
      answer('rescore', (): DossierPage => {
        const page = pageOf(dossier)
        const passed = { code: 'rescore', at: now, by: 'Hélène Roy', about: null, n: 1, reason: null }
        const round = page.round && {
          ...page.round,
          ...{ deadline, received: 0, closed: false, shares: 0, number: page.round.number + 1, stop: null },
        }
        return { ...page, stage: 'scoring', round, steps: [], journey: [...page.journey, passed] }
      }),
    close_intake: ({ dossier }) => answer('close_intake', () => pageOf(dossier)),
    accept_late: ({ dossier }) => answer('accept_late', () => ({ ...pageOf(dossier), late: [] })),
  }
}
