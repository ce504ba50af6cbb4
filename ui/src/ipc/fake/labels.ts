/** Labels in memory, with invented content. */
import { textPdf } from '../fake-pdf'
import type {
  SealView,
  IssuedLabel,
  LabelDeed,
  LabelDraft,
  LabelsCommands,
  LabelsView,
  LabelStep,
} from '../contract'

type Answer = <T>(command: keyof LabelsCommands, make: () => T) => Promise<T>

const granted = (on: string, until: string): LabelStep => ({
  on,
  recorded_on: null,
  what: 'granted',
  by: null,
  public: true,
  reason: null,
  grounds: null,
  until,
  successor: null,
})

/** What a desk offers next, as the rules of a label's life do; this window's person leads and records. */
const next: Record<'active' | 'suspended' | 'ended', LabelDeed[]> = {
  active: ['suspended', 'change-notified', 'withdrawn', 'renounced', 'formal-notice'],
  suspended: ['reinstated', 'change-notified', 'withdrawn', 'renounced', 'formal-notice'],
  ended: [],
}

function fresh(
  on: string,
  until: string,
): Pick<IssuedLabel, 'renewal' | 'letter' | 'since' | 'expiring' | 'flags' | 'steps' | 'next' | 'offers'> {
  return {
    renewal: null,
    letter: {
      contact: 'contact@editeur.example',
      label: { fr: 'Solution évaluée', en: 'Assessed solution' },
      institute: 'Institut de démonstration',
      appeal_months: 2,
      appealed: false,
      orientations: [],
    },
    since: on,
    expiring: false,
    flags: [],
    steps: [granted(on, until)],
    next: [{ on: until, what: 'expires' }],
    offers: next.active,
  }
}

export function labels(answer: Answer): LabelsCommands {
  const seal: SealView = { state: 'here', mine: true, authority: false }
  const label = { fr: 'Label « Solution évaluée »', en: 'Label “Assessed solution”' }
  let view: LabelsView = {
    to_issue: [
      {
        dossier: 'd7',
        number: '2026-007',
        solution: 'CardioVeille',
        version: '3.2',
        publisher: 'Arvel Médical',
        decided_on: '2026-11-20',
        outcome: 'grant-with-reservations',
        label,
        refusal: null,
      },
    ],
    issued: [
      {
        dossier: 'd2',
        number: '2025-031',
        solution: 'RénalInfo',
        version: '3.0',
        publisher: 'Néphros',
        label,
        state: 'active',
        effective_on: '2025-12-15',
        valid_until: '2027-12-15',
        url: 'https://registre.example/fr/labels/2025-031',
        here: true,
        ...fresh('2025-12-15', '2027-12-15'),
      },
      {
        dossier: 'd1',
        number: '2024-012',
        solution: 'AsthmoSuivi',
        version: '1.4',
        publisher: 'Souffle & Co',
        label,
        state: 'expired',
        effective_on: '2024-02-21',
        valid_until: '2026-02-21',
        url: 'https://registre.example/fr/labels/2024-012',
        here: false,
        ...fresh('2024-02-21', '2026-02-21'),
        since: '2026-02-22',
        next: [],
        offers: next.ended,
      },
    ],
  }
  const draft: LabelDraft = {
    form: {
      number: '2026-008',
      effective_on: '2026-11-22',
      provisional: false,
      signatories: [{ name: 'Pr Antoine Kerboul', role: 'chair' }],
      agreement_signed: false,
    },
    earliest_on: '2026-11-20',
    months: 24,
    provisional: { months: 12, evidence_months: 9 },
    reasons: ['Un essai comparatif de bonne qualité appuie la solution.'],
    improve: [
      { criterion: '2.5', observation: 'Suivi de six mois.', change: 'Publier les résultats à douze mois.' },
    ],
    figures: {
      smallest_group: 5,
      heads: { electors: 20, present: 18, needed: 11, voters: 18 },
      total: [
        { option: 'grant', n: 14 },
        { option: 'refuse', n: 3 },
        { option: 'abstain', n: 1 },
      ],
      rows: [
        {
          titles: [{ fr: 'Cliniciens', en: 'Clinicians' }],
          choices: [
            { option: 'grant', n: 6 },
            { option: 'refuse', n: 1 },
          ],
        },
        {
          titles: [
            { fr: 'Universitaires', en: 'Academics' },
            { fr: 'Patients', en: 'Patients' },
          ],
          choices: [
            { option: 'grant', n: 8 },
            { option: 'refuse', n: 2 },
            { option: 'abstain', n: 1 },
          ],
        },
      ],
      codes: ['secrecy.pooled'],
      recusals: 2,
      scale: '20',
      axes: [
        {
          title: { fr: 'Information scientifique et médicale', en: 'Scientific and medical information' },
          sheets: 6,
          low: '13.5',
          median: '15.0',
          high: '16.3',
        },
      ],
    },
  }
  const pdf = () => textPdf('Certificat de label', 1).slice().buffer
  return {
    labels: () => answer('labels', () => view),
    label_draft: () => answer('label_draft', () => draft),
    label_preview: () => answer('label_preview', pdf),
    label_certificate: () => answer('label_certificate', pdf),
    label_save: () => answer('label_save', () => true),
    seal: () => answer('seal', () => ({ ...seal })),
    seal_request: () => answer('seal_request', () => ((seal.state = 'asked'), true)),
    seal_answer: () => answer('seal_answer', () => true),
    seal_take: () => answer('seal_take', () => ((seal.state = 'here'), { ...seal })),
    label_move: ({ dossier, form }) =>
      answer('label_move', () => {
        const done = view.issued.find((one) => one.dossier === dossier)
        if (!done?.offers.includes(form.deed)) throw { code: 'refusal-label-state', params: {} }
        const today = '2026-11-22'
        const on = form.from ?? today
        const ends = form.deed === 'withdrawn' || form.deed === 'renounced'
        const told = form.reason_fr.trim() !== ''
        const step: LabelStep = {
          on,
          recorded_on: today,
          what: form.deed,
          by: 'Pr Antoine Kerboul',
          public: told,
          reason: told ? { fr: form.reason_fr, en: form.reason_en || null } : null,
          grounds: form.grounds || form.reason_fr,
          until: form.until,
          successor: null,
        }
        const changed: IssuedLabel = { ...done, steps: [step, ...done.steps] }
        if (form.deed === 'suspended')
          Object.assign(changed, { state: 'suspended', since: on, offers: next.suspended })
        if (form.deed === 'reinstated')
          Object.assign(changed, { state: 'active', since: on, offers: next.active })
        if (ends && on <= today)
          Object.assign(changed, { state: form.deed, since: on, next: [], offers: next.ended })
        view = { ...view, issued: view.issued.map((one) => (one === done ? changed : one)) }
        return view
      }),
    label_issue: ({ dossier, form }) =>
      answer('label_issue', () => {
        const done = view.to_issue.find((one) => one.dossier === dossier)
        if (!done) throw { code: 'unknown', params: { what: 'dossier' } }
        const { solution, version, publisher } = done
        view = {
          to_issue: view.to_issue.filter((one) => one !== done),
          issued: [
            {
              dossier,
              number: form.number,
              solution,
              version,
              publisher,
              label,
              state: 'active',
              effective_on: form.effective_on,
              valid_until: '2028-11-22',
              url: `https://registre.example/fr/labels/${form.number}`,
              here: true,
              ...fresh(form.effective_on, '2028-11-22'),
            },
            ...view.issued,
          ],
        }
        return view
      }),
  }
}
