import { grid } from './fake-grid'
import type {
  Anchor,
  DeskView,
  DossierCard,
  EvidenceFile,
  Note,
  Receipt,
  ReviewView,
  Role,
  Row,
  Session,
  Task,
  Verdict,
} from './contract'

/** The invented Monday on which everything here happens. */
export const now = new Date(2026, 10, 23, 9, 41).getTime()
const hour = 3_600_000
const day = 24 * hour

export const session: Session = {
  state: 'open',
  locked_by: null,
  passphrase: true,
  recovery: true,
  keyring: false,
  institute: 'Institut de démonstration',
  person: {
    name: 'Pr Claire Aubert',
    college: { fr: 'Cliniciens', en: 'Clinicians' },
    roles: ['reviewer'],
    density: 'dense',
  },
  demo: true,
  single_officer: false,
  network: {
    state: 'offline',
    since: new Date(2026, 10, 23, 9, 12).getTime(),
    last_contact: new Date(2026, 10, 23, 9, 11).getTime(),
    waiting: 3,
    identical_at: new Date(2026, 10, 23, 9, 11).getTime(),
    running: null,
  },
  version: '0.1.0',
  cipher: '4.19.0 community',
}

export const deskView: DeskView = {
  now,
  tasks: [
    {
      kind: 'review',
      dossier: 'oncosuivi',
      solution: 'OncoSuivi',
      publisher: 'Lumen Santé',
      deadline: new Date(2026, 10, 24, 18, 0).getTime(),
      progress: { done: 12, total: 26 },
      resume: '2.3',
      without_evidence: 2,
      motion: null,
      count: 0,
      round: 1,
    },
    {
      kind: 'declare',
      dossier: 'pneumo',
      solution: 'Pneumo Relais',
      publisher: 'Souffle & Co',
      deadline: new Date(2026, 10, 27, 18, 0).getTime(),
      progress: null,
      resume: null,
      without_evidence: 0,
      motion: null,
      count: 0,
      round: 1,
    },
    {
      kind: 'review',
      dossier: 'serenisommeil',
      solution: 'SereniSommeil',
      publisher: 'Nuits Calmes',
      deadline: new Date(2026, 11, 2, 18, 0).getTime(),
      progress: { done: 0, total: 26 },
      resume: null,
      without_evidence: 0,
      motion: null,
      count: 0,
      round: 1,
    },
    {
      kind: 'wait-key',
      dossier: 'glyco',
      solution: 'GlycoCarnet',
      publisher: 'Îlot Santé',
      deadline: new Date(2026, 11, 4, 18, 0).getTime(),
      progress: null,
      resume: null,
      without_evidence: 0,
      motion: null,
      count: 0,
      round: 1,
    },
  ],
  submitted: [
    {
      dossier: 'kine',
      solution: 'KinéPasserelle',
      sealed_at: new Date(2026, 10, 20, 17, 38).getTime(),
      opens_at: new Date(2026, 11, 3, 14, 0).getTime(),
      opened: false,
      late: false,
      received: true,
      round: 1,
    },
  ],
  recused: [{ dossier: 'cardio', solution: 'CardioVeille' }],
  next: [
    { dossier: 'serenisommeil', solution: 'SereniSommeil' },
    { dossier: 'oncosuivi', solution: 'OncoSuivi' },
  ],
  since: new Date(2026, 10, 20, 17, 40).getTime(),
  changes: [
    {
      at: now - 0.6 * hour,
      code: 'assigned',
      params: {},
      dossier: 'oncosuivi',
      solution: 'OncoSuivi',
      motion: null,
    },
    {
      at: now - 1.2 * hour,
      code: 'card',
      params: {},
      dossier: 'pneumo',
      solution: 'Pneumo Relais',
      motion: null,
    },
    {
      at: now - 2 * day,
      code: 'evidence',
      params: { count: '6' },
      dossier: 'oncosuivi',
      solution: 'OncoSuivi',
      motion: null,
    },
    {
      at: now - 2.8 * day,
      code: 'recused',
      params: {},
      dossier: 'cardio',
      solution: 'CardioVeille',
      motion: null,
    },
  ],
}

/** What waits for those who lead, beside what everybody owes. */
const duty = { publisher: 'Lumen Santé', deadline: null, progress: null, resume: null }
const plain = { ...duty, without_evidence: 0, motion: null, count: 0, round: 1 }
export const duties: Partial<Record<Role, Task[]>> = {
  chair: [
    { ...plain, kind: 'table', dossier: 'diabete', solution: 'DiabèteCompagnon' },
    { ...plain, kind: 'record', dossier: 'veille', solution: 'CardioVeille', motion: 'cardio' },
  ],
  secretariat: [
    { ...plain, kind: 'issue', dossier: 'kine', solution: 'KinéPasserelle' },
    { ...plain, kind: 'examine', dossier: 'pneumo', solution: 'Pneumo Relais', count: 3 },
  ],
}

export const card: DossierCard = {
  dossier: 'pneumo',
  number: '2026-014',
  solution: 'Pneumo Relais',
  version: '2.0',
  publisher: 'Souffle & Co',
  summary: {
    fr: 'Télésurveillance de l’insuffisance respiratoire à domicile.',
    en: 'Remote monitoring of respiratory failure at home.',
  },
  entities: [
    { role: 'publisher', name: 'Souffle & Co' },
    { role: 'parent', name: 'Groupe Alizé' },
    { role: 'competitor', name: 'AirVeille' },
    { role: 'author', name: 'Dr M. Delaunay' },
  ],
  deadline: new Date(2026, 10, 27, 18, 0).getTime(),
  state: 'to-declare',
  assigned: true,
  declared_at: null,
  words_aside: false,
  renews: null,
  decided: null,
  links: null,
  renewal: null,
  step_back: ['discuss', 'full'],
}

const passage = (page: number, y: number, quote: string, width = 380): Omit<Anchor, 'id'> => ({
  file: 'f2',
  page,
  rects: [[70, y - 3, 70 + width, y + 11]],
  quote,
  before: '',
  after: '',
  region: false,
})

const marks: Record<string, number> = {
  '1.1': 3,
  '1.2': 4,
  '1.3': 2,
  '1.4': 3,
  '1.5': 3,
  '1.6': 2,
  '2.1': 3,
  '2.2': 4,
  '2.3': 3,
  '2.4': 2,
  '2.5': 1,
  '3.1': 3,
}

export const rows: Row[] = Object.entries(marks).map(([criterion, mark]) => ({
  criterion,
  version: 1,
  mark: { kind: 'option', option: criterion === '3.1' ? 'randomised' : String(mark) },
  reason:
    criterion === '2.3'
      ? 'Les hospitalisations non programmées comptent pour les patients. Adjudication indépendante et en aveugle.'
      : '',
  anchors:
    criterion === '2.5' || criterion === '3.1'
      ? []
      : [
          criterion === '2.3'
            ? {
                id: 'a-2.3',
                ...passage(7, 615, 'un comité d’adjudication indépendant, composé de trois cliniciens'),
              }
            : {
                id: `a-${criterion}`,
                ...passage(5, 664, '312 patients ont été répartis au hasard dans 14 centres'),
              },
        ],
  why: '',
}))

export const notes: Note[] = [
  {
    id: 'n1',
    version: 1,
    text: '',
    removed: false,
    style: 'highlight',
    colour: 'for',
    ...passage(7, 657, '21,2 % dans le bras OncoSuivi contre 33,1 % dans le bras suivi habituel'),
  },
  {
    id: 'n2',
    version: 1,
    text: 'perdus de vue ?',
    removed: false,
    style: 'underline',
    colour: null,
    ...passage(7, 553, 'Les données manquantes', 110),
  },
]

const first = { version: 1, replaced_by: null, reference: null, identifiers: [], study: null }
export const files: EvidenceFile[] = [
  { file: 'f1', number: 1, title: 'Questionnaire', media: 'pdf', bytes: 48_000, state: 'here', ...first },
  {
    file: 'f2',
    number: 2,
    title: 'Essai randomisé',
    media: 'pdf',
    bytes: 1_240_000,
    state: 'here',
    ...first,
    study: { fr: 'Essai randomisé', en: 'Randomised trial' },
  },
  { file: 'f3', number: 3, title: 'Dossier RGPD', media: 'pdf', bytes: 860_000, state: 'here', ...first },
  { file: 'f4', number: 4, title: 'Étude d’usage', media: 'pdf', bytes: 720_000, state: 'altered', ...first },
  { file: 'f5', number: 5, title: 'Notice patient', media: 'image', bytes: 312_000, state: 'here', ...first },
  { file: 'f6', number: 6, title: 'Marquage CE', media: 'pdf', bytes: 210_000, state: 'fetching', ...first },
]

/** A publication that is cited and not enclosed. */
export const reference: EvidenceFile = {
  file: 'f7',
  number: 7,
  title: 'Suivi à distance des toxicités',
  media: 'reference',
  bytes: 412,
  state: 'here',
  ...first,
  reference: {
    fr: 'Valmont, É. (2025). Suivi à distance des toxicités. Revue de démonstration, 12(3), 101–110.',
    en: 'Valmont, É. (2025). Suivi à distance des toxicités. Revue de démonstration, 12(3), 101–110.',
  },
  identifiers: [
    { text: 'doi:10.5555/onco-d', address: 'https://doi.org/10.5555/onco-d' },
    { text: 'NCT01234567', address: 'https://clinicaltrials.gov/study/NCT01234567' },
  ],
  study: { fr: 'Revue de la littérature', en: 'Literature review' },
}
files.push(reference)

/** Pages of each invented file. */
export const pages: Record<string, number> = { f1: 3, f2: 18, f3: 34, f4: 22, f6: 3 }

export const review: ReviewView = {
  dossier: 'oncosuivi',
  number: '2026-011',
  solution: 'OncoSuivi',
  solution_version: '4.2',
  publisher: 'Lumen Santé',
  grid,
  rows,
  notes,
  files,
  place: { criterion: '2.3', file: 'f2', page: 7, scroll: 0, zoom: null, files: {}, night: false },
  deadline: new Date(2026, 10, 24, 18, 0).getTime(),
  opens_at: new Date(2026, 11, 3, 14, 0).getTime(),
  assigned: true,
  sheet: { state: 'draft', sealed_at: null, received: false, may_take_back: false },
  saved_at: now,
  round: 1,
  former: [],
  appeal: null,
  not_mine: [],
  not_mine_why: null,
}

const digest = (start: string) => start.padEnd(64, '0123456789abcdef')

export const receipt: Receipt = {
  state: 'waiting',
  compared_at: session.network.identical_at,
  rows: [
    ['sheets', 7, 7, '3f9ac210', '3f9ac210'],
    ['marks', 112, 110, 'e07b91d4', '4d117a2e'],
    ['anchors', 64, 63, '5c2e08fa', 'b39011cd'],
    ['notes', 12, 12, 'a81d77b3', 'a81d77b3'],
    ['interests', 9, 9, '90ce4f16', '90ce4f16'],
    ['evidence', 41, 41, '1b6de3a2', '1b6de3a2'],
  ].map(([what, here, there, a, b]) => ({
    what: what as Receipt['rows'][number]['what'],
    here: here as number,
    there: there as number,
    digest_here: digest(a as string),
    digest_there: digest(b as string),
    verdict: a === b ? ('identical' as const) : ('to-send' as const),
  })),
  log: {
    entries_here: 214,
    entries_there: 214,
    root_here: digest('77aa10c3'),
    root_there: digest('77aa10c3'),
  },
  waiting: 3,
  identical_at: session.network.identical_at,
  identical_rows: [
    { what: 'marks', count: 110 },
    { what: 'anchors', count: 63 },
  ],
  problem: { code: 'registry-unreachable', params: {} },
}

export const verdicts: Record<Verdict['verdict'], Verdict> = {
  valid: {
    verdict: 'valid',
    file: 'certificate.pdf',
    label: {
      number: '2025-031',
      product: 'RénalInfo',
      version: '3',
      institute: 'Institut de démonstration',
      label: {
        fr: 'Solution à haut niveau d’évaluation clinique',
        en: 'Solution with a high level of clinical evaluation',
      },
      valid_until: '2028-03-14',
    },
    checks: [
      {
        result: 'passed',
        code: 'signer',
        params: { name: 'Cachet', organisation: 'Institut de démonstration', fingerprint: '4F1C 90AE 22D7' },
      },
      { result: 'passed', code: 'unchanged', params: {} },
      { result: 'passed', code: 'label-in-term', params: { date: '14 mars 2028' } },
    ],
    list_read_at: now,
  },
  invalid: {
    verdict: 'invalid',
    file: 'certificate-altered.pdf',
    label: null,
    checks: [{ result: 'failed', code: 'changed', params: {} }],
    list_read_at: null,
  },
  indeterminate: {
    verdict: 'indeterminate',
    file: 'certificate.pdf',
    label: null,
    checks: [
      {
        result: 'unknown',
        code: 'standing-unknown',
        params: { url: 'registre.institut-demo.example/fr/labels' },
      },
    ],
    list_read_at: now - 21 * day,
  },
  unreadable: { verdict: 'unreadable', file: 'photo.heic', label: null, checks: [], list_read_at: null },
}
