/** Labels in memory, with invented content. */
import { textPdf } from '../fake-pdf'
import type { LabelDraft, LabelsCommands, LabelsView } from '../contract'

type Answer = <T>(command: keyof LabelsCommands, make: () => T) => Promise<T>

export function labels(answer: Answer): LabelsCommands {
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
  }
  const pdf = () => textPdf('Certificat de label', 1).slice().buffer
  return {
    labels: () => answer('labels', () => view),
    label_draft: () => answer('label_draft', () => draft),
    label_preview: () => answer('label_preview', pdf),
    label_certificate: () => answer('label_certificate', pdf),
    label_save: () => answer('label_save', () => true),
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
            },
            ...view.issued,
          ],
        }
        return view
      }),
  }
}
