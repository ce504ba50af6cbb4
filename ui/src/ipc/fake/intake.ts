/** Intake on invented data. */
import type * as C from '../contract'
import { files, now } from '../fake-data'

type Answer = <T>(command: keyof C.Desk, make: () => T) => Promise<T>

const text = (fr: string, en: string | null = null): C.Text => ({ fr, en })

function line(
  part: C.IntakePart,
  severity: C.IntakeSeverity,
  code: string,
  place = '',
  title: C.Text | null = null,
  params: Record<string, string> = {},
): C.IntakeLine {
  return { part, severity, code: `intake.${code}`, place, title, params: { place, ...params } }
}

export const report: C.IntakeView = {
  name: 'gestasuivi.zip',
  at: now,
  readable: true,
  solution: 'GestaSuivi',
  version: '1.9',
  publisher: 'Maïa Santé',
  contact: 'affaires.cliniques@maia-sante.example',
  grids: [
    {
      id: 'g1',
      title: text('Grille illustrative à quatre axes', 'Illustrative four-axis grid'),
      version: '3',
    },
  ],
  grid: 'g1',
  labels: [
    {
      id: 'HNEC',
      title: text(
        'Solution à haut niveau d’évaluation clinique',
        'Solution with a high level of clinical evaluation',
      ),
      version: null,
    },
    {
      id: 'FPC',
      title: text('Solution à fort potentiel clinique', 'Solution with strong clinical potential'),
      version: null,
    },
  ],
  label: 'FPC',
  number: '2026-015',
  questions: 26,
  answered: 24,
  prerequisites: 4,
  met: 3,
  files: 7,
  pages: 141,
  patient: 1,
  axes: 4,
  lines: [
    line('prerequisites', 'fine', 'prerequisite-met', 'P1', text('Disponible en français'), {
      answer: 'oui',
    }),
    line('prerequisites', 'fine', 'prerequisite-met', 'P2', text('Déjà proposée aux patients'), {
      answer: 'oui',
    }),
    line('prerequisites', 'missing', 'evidence-required', 'P3', text('Conformité RGPD'), { answer: 'oui' }),
    line('prerequisites', 'fine', 'prerequisite-met', 'P4', text('Classe de dispositif déclarée'), {
      answer: 'IIa',
    }),
    line('questionnaire', 'missing', 'answer-missing', '2.5', text('Perdus de vue')),
    line('questionnaire', 'missing', 'answer-missing', '3.3', text('Limites exposées')),
    line('questionnaire', 'notice', 'evidence-asked', '', null, {
      n: '5',
      codes: '1.2, 1.4, 2.1, 3.2, 4.1',
    }),
    line('evidence', 'wrong', 'patient-page', 'captures.pdf', null, { page: '12', sign: 'birth' }),
    line('evidence', 'notice', 'pdf-no-text', 'registre.pdf'),
    line('evidence', 'fine', 'evidence-fine', '', null, { n: '5', pages: '98' }),
  ],
  missing: 3,
  knocked_out: false,
  headers: [],
  columns: {},
  evidence: [
    { file: 'f2', name: 'essai.pdf', title: 'Essai randomisé', reference: false, study: 'randomised' },
    { file: 'f3', name: 'rgpd.pdf', title: 'Dossier RGPD', reference: false, study: null },
  ],
  form: null,
  studies: [
    { code: 'randomised', title: text('Essai randomisé', 'Randomised trial') },
    { code: 'review', title: text('Revue de la littérature', 'Literature review') },
    { code: 'none', title: text('Aucune étude clinique pertinente', 'No relevant clinical study') },
  ],
}

const asked: C.FormAsked = {
  key: 'k1',
  guessed: {
    fields: { 'solution.name': 'GestaSuivi', 'solution.version': '1.9', answers: 'questionnaire.csv' },
    evidence: [
      {
        file: 'GestaSuivi_essai.pdf',
        title: 'GestaSuivi essai',
        kind: 'publication',
        criteria: '1.1, 2.3',
      },
      { file: 'GestaSuivi_rgpd.pdf', title: 'GestaSuivi rgpd', kind: 'conformité', criteria: '' },
      { file: 'scan-0231.pdf', title: 'scan 0231', kind: '', criteria: '' },
    ],
    entities: [],
  },
  tables: ['questionnaire.csv', 'contacts.csv'],
  filled: false,
}

/** Loose files without a description: what they tell, and what is asked for. */
export const loose: C.IntakeView = {
  ...report,
  name: 'GestaSuivi_essai.pdf, GestaSuivi_rgpd.pdf…',
  solution: '',
  version: '',
  publisher: '',
  contact: null,
  lines: [
    line('description', 'missing', 'description-absent', 'dossier.toml'),
    ...report.lines.filter((one) => one.severity === 'fine'),
  ],
  missing: 1,
  met: 4,
  answered: 26,
  patient: 0,
  form: asked,
}

/** What the reader would say of a form: the same sentences as of a file. */
function described(form: C.IntakeForm): C.IntakeView {
  const field = (key: string) => form.fields[key]?.trim() ?? ''
  const needed = [
    'solution.name',
    'solution.version',
    'solution.summary.fr',
    'solution.intended_use',
    'publisher.name',
  ]
  const lacks = needed.filter((key) => !field(key) && !field(`${key}.fr`))
  if (!field('publisher.contact.email')) lacks.push('publisher.contact')
  return {
    ...structuredClone(loose),
    solution: field('solution.name'),
    version: field('solution.version'),
    publisher: field('publisher.name'),
    contact: field('publisher.contact.email') || null,
    label: field('label') || null,
    lines: [
      ...lacks.map((key) => line('description', 'missing', 'description-missing', key)),
      ...loose.lines.filter((one) => one.part !== 'description'),
    ],
    missing: lacks.length,
    form: { ...structuredClone(asked), filled: true },
  }
}

const usual: C.IntakeLimits = { file: 80, package: 300, count: 400 }
const most: C.IntakeLimits = { file: 512, package: 2048, count: 4000 }

export const library: C.ReferencesView = {
  name: 'refs.bib',
  taken: [
    {
      key: 'valmont2025',
      cited: 'Valmont, É. (2025). Suivi à distance des toxicités. Revue de démonstration, 12(3), 101–110.',
      identifiers: [{ text: 'doi:10.5555/onco-d', address: 'https://doi.org/10.5555/onco-d' }],
    },
  ],
  left: [{ place: 'vide', why: 'title' }],
}

const rows: C.ToJudge[] = [
  ['P1', 'Disponible en français', 'Oui', true],
  ['1.1', 'Sources médicales citées', 'Solide', false],
  ['2.3', 'Effectif justifié', 'Complet', false],
  ['3.1', 'Limites exposées', 'Partiel', false],
].map(([criterion, title, declared, prerequisite]) => ({
  criterion: String(criterion),
  title: text(String(title)),
  prerequisite: prerequisite === true,
  declared: text(String(declared)),
  comment: null,
  evidence: prerequisite ? [] : ['essai.pdf'],
  possible: ['Absent', 'Faible', 'Partiel', 'Solide', 'Complet'].map((word, level) => ({
    code: String(level),
    title: text(word),
  })),
  files: prerequisite ? [] : ['f2'],
  status: null,
  value: null,
  corrected: null,
  why: '',
  anchors: [],
}))

export function fakeIntake(answer: Answer, notify: (notice: C.Notice) => void, scene: string) {
  let state: C.IntakeState = { kind: 'empty' }
  let aside: C.IncomingFile[] = []
  let limits: C.LimitsView = { now: usual, usual, least: { file: 1, package: 1, count: 1 }, most }
  if (scene === 'read') state = { kind: 'read', report: structuredClone(report) }
  if (scene === 'complete') {
    const lines = report.lines.filter((one) => one.severity === 'fine' || one.severity === 'notice')
    state = { kind: 'read', report: { ...structuredClone(report), lines, missing: 0, met: 4, answered: 26 } }
  }
  if (scene === 'loose' || scene === 'described') state = { kind: 'read', report: structuredClone(loose) }
  if (scene === 'described') state = { kind: 'read', report: described(asked.guessed) }
  if (scene === 'reading')
    state = { kind: 'reading', name: 'gestasuivi.zip', file: 'essai.pdf', done: 2, total: 8 }
  const examination: C.ExaminationView = {
    dossier: 'oncosuivi',
    number: '2026-007',
    solution: 'OncoSuivi',
    publisher: 'Nova Onco',
    rows: structuredClone(rows),
    files: structuredClone(files),
    left: rows.length,
    may: true,
  }
  return {
    intake: () => answer('intake', () => state),
    intake_read: () =>
      answer('intake_read', () => {
        setTimeout(() => {
          state = { kind: 'read', report: structuredClone(report) }
          notify({ kind: 'intake' })
        }, 200)
        return (state = { kind: 'reading', name: 'gestasuivi.zip', file: '', done: 0, total: 0 })
      }),
    intake_add: () =>
      answer('intake_add', () => (state = { kind: 'read', report: structuredClone(loose) } as C.IntakeState)),
    intake_paste: ({ name }: { name: string; bytes: string }) =>
      answer('intake_paste', () => {
        if (state.kind !== 'read') state = { kind: 'read', report: structuredClone(loose) }
        const title = name.replace(/\.[^.]+$/, '')
        state.report.form?.guessed.evidence.push({ file: name, title, kind: '', criteria: '' })
        return state
      }),
    intake_paste_table: () =>
      answer('intake_paste_table', () => {
        if (state.kind !== 'read') state = { kind: 'read', report: structuredClone(loose) }
        const form = state.report.form
        if (form) form.guessed.fields['answers'] = 'reponses-collees.tsv'
        return state
      }),
    intake_describe: ({ form }: { form: C.IntakeForm }) =>
      answer('intake_describe', () => (state = { kind: 'read', report: described(form) } as C.IntakeState)),
    intake_description_save: (_: { form: C.IntakeForm }) => answer('intake_description_save', () => true),
    intake_choose: ({ choice }: { choice: C.IntakeChoice }) =>
      answer('intake_choose', () => {
        if (state.kind === 'read') Object.assign(state.report, choice)
        return state
      }),
    intake_columns: () => answer('intake_columns', () => state),
    intake_replace: () => answer('intake_replace', () => state),
    intake_take_out: ({ place, out }: { place: string; out: boolean }) =>
      answer('intake_take_out', () => {
        if (state.kind !== 'read') return state
        const { report } = state
        report.lines = report.lines.filter((line) => line.code !== 'intake.taken-out' || line.place !== place)
        if (!out) {
          report.evidence.push(...aside.filter((file) => file.name === place))
          aside = aside.filter((file) => file.name !== place)
          return state
        }
        aside.push(...report.evidence.filter((file) => file.name === place))
        report.evidence = report.evidence.filter((file) => file.name !== place)
        report.lines.push(line('evidence', 'notice', 'taken-out', place))
        return state
      }),
    intake_cleared: () => answer('intake_cleared', () => state),
    intake_study: ({ file, study }: { file: string; study: string | null }) =>
      answer('intake_study', () => {
        const found = state.kind === 'read' && state.report.evidence.find((one) => one.file === file)
        if (found) found.study = study
        return state
      }),
    intake_references: () =>
      answer('intake_references', () => {
        if (state.kind !== 'read') throw { code: 'no-package', params: {} } satisfies C.Problem
        return structuredClone(library)
      }),
    intake_references_take: () =>
      answer('intake_references_take', () => {
        if (state.kind === 'read')
          for (const { key, cited } of library.taken)
            state.report.evidence.push({ file: key, name: key, title: cited, reference: true, study: null })
        return state
      }),
    intake_limits: () => answer('intake_limits', () => limits),
    intake_limits_set: ({ limits: now }: { limits: C.IntakeLimits }) =>
      answer('intake_limits_set', () => {
        const fits = (what: keyof C.IntakeLimits) => now[what] >= 1 && now[what] <= most[what]
        if (!(['file', 'package', 'count'] as const).every(fits) || now.file > now.package)
          throw {
            code: 'intake-limits',
            params: { file: String(most.file), package: String(most.package), count: String(most.count) },
          } satisfies C.Problem
        return (limits = { ...limits, now })
      }),
    intake_cancel: () => answer('intake_cancel', () => (state = { kind: 'empty' } as C.IntakeState)),
    intake_accept: ({ number }: { number: string }) =>
      answer('intake_accept', (): C.Received => {
        state = { kind: 'empty' }
        return { dossier: 'gesta', number, solution: 'GestaSuivi', preselected: true, why: null }
      }),
    to_examine: () =>
      answer('to_examine', (): C.ToExamine[] => [
        { dossier: 'oncosuivi', number: '2026-007', solution: 'OncoSuivi', left: examination.left },
      ]),
    examination: () => answer('examination', () => examination),
    examine: ({ rows: judged }: { rows: C.Judged[] }) =>
      answer('examine', () => {
        for (const one of judged) {
          const row = examination.rows.find((row) => row.criterion === one.criterion)
          if (!row) continue
          Object.assign(row, one)
          row.corrected = row.possible.find(({ code }) => code === one.value)?.title ?? null
        }
        examination.left = examination.rows.filter((row) => row.status === null).length
        return examination
      }),
  }
}
