import type { Criterion, Grid, Text } from './contract'

const both = (fr: string, en: string): Text => ({ fr, en })

const levels = [
  both('Absent', 'Absent'),
  both('Faible', 'Weak'),
  both('Partiel', 'Partial'),
  both('Solide', 'Solid'),
  both('Complet', 'Complete'),
]

function scale(code: string, question: Text, more: Partial<Criterion> = {}): Criterion {
  return {
    code,
    axis: `A${code[0]}`,
    answer: 'scale',
    question,
    plain: null,
    help: null,
    options: levels.map((title, i) => ({ code: String(i), title, anchor: null })),
    na: 'exclude',
    evidence: 'asked',
    prerequisite: false,
    informative: false,
    declared: null,
    ...more,
  }
}

const names: [string, string][][] = [
  [
    ['Qui est responsable de l’information médicale ?', 'Who is responsible for the medical information?'],
    ['Les sources sont-elles citées et datées ?', 'Are sources cited and dated?'],
    [
      'Les conflits d’intérêts des auteurs sont-ils publics ?',
      'Are the authors’ conflicts of interest public?',
    ],
    ['L’information est-elle revue chaque année ?', 'Is the information reviewed every year?'],
    ['Les limites de la solution sont-elles dites ?', 'Are the limits of the solution stated?'],
    ['Les patients ont-ils relu les textes ?', 'Have patients reviewed the texts?'],
  ],
  [
    ['Le recueil suit-il un protocole écrit ?', 'Does collection follow a written protocol?'],
    ['Les instruments de mesure sont-ils validés ?', 'Are the measuring instruments validated?'],
    [
      'Le critère de jugement principal est-il pertinent et mesuré de façon fiable ?',
      'Is the primary outcome relevant and reliably measured?',
    ],
    ['Les données manquantes sont-elles expliquées ?', 'Are missing data explained?'],
    ['La durée de suivi suffit-elle ?', 'Is the follow-up long enough?'],
    ['Les événements indésirables sont-ils recueillis ?', 'Are adverse events collected?'],
    ['Le recueil pèse-t-il peu sur les patients ?', 'Is collection light on patients?'],
    ['Les données sont-elles contrôlées à la saisie ?', 'Are data checked on entry?'],
  ],
  [
    ['Le groupe de comparaison est-il adapté ?', 'Is the comparison group adequate?'],
    ['L’analyse était-elle prévue ?', 'Was the analysis planned?'],
    ['L’interprétation automatique est-elle validée ?', 'Is automated interpretation validated?'],
    [
      'Les résultats valent-ils pour la population visée ?',
      'Do the results hold for the intended population?',
    ],
    ['L’incertitude est-elle donnée ?', 'Is uncertainty stated?'],
    ['Les conclusions restent-elles dans les résultats ?', 'Do conclusions stay within the results?'],
  ],
  [
    ['La solution est-elle utilisable sans aide ?', 'Can the solution be used without help?'],
    ['Les textes sont-ils compris de tous ?', 'Are the texts understood by all?'],
    ['Les aides techniques fonctionnent-elles ?', 'Do assistive technologies work?'],
    ['Une personne répond-elle en cas de doute ?', 'Does a person answer in case of doubt?'],
    ['Le coût pour le patient est-il dit ?', 'Is the cost to the patient stated?'],
  ],
]

const criteria = names.flatMap((axis, a) =>
  axis.map(([fr, en], c) => scale(`${a + 1}.${c + 1}`, both(fr, en))),
)

const edit = (code: string, more: Partial<Criterion>) => {
  const found = criteria.find((criterion) => criterion.code === code)
  if (found) Object.assign(found, more)
}

edit('2.3', {
  plain: both(
    'Ce que l’étude mesure compte-t-il pour les patients, et le mesure-t-elle sans parti pris ?',
    'Does what the study measures matter to patients, and is it measured without bias?',
  ),
  help: both(
    'Un critère clinique, défini avant l’étude et jugé en aveugle, est complet.',
    'A clinical outcome, defined before the study and judged blind, is complete.',
  ),
  evidence: 'required',
  options: levels.map((title, i) => ({
    code: String(i),
    title,
    anchor: [
      both('Aucun critère de jugement.', 'No outcome.'),
      both('Critère indirect, mesuré sans contrôle.', 'Indirect outcome, measured without control.'),
      both('Critère pertinent, mesure non contrôlée.', 'Relevant outcome, uncontrolled measurement.'),
      both('Critère pertinent, adjudication indépendante.', 'Relevant outcome, independent adjudication.'),
      both(
        'Critère pertinent, en aveugle, vérifié par un tiers.',
        'Relevant, blind, verified by a third party.',
      ),
    ][i] as Text,
  })),
  declared: {
    answer: both('Oui, comité indépendant', 'Yes, independent committee'),
    comment: null,
    status: 'confirmed',
    corrected: null,
    why: 'Le comité est nommé dans l’article, avec ses déclarations d’intérêts.',
    anchors: [
      {
        id: 'x1',
        file: 'f2',
        page: 7,
        rects: [[70, 612, 320, 626]],
        quote: 'un comité d’adjudication indépendant',
        before: 'examiné par ',
        after: ',',
        region: false,
      },
    ],
  },
})

edit('3.1', {
  answer: 'choice',
  question: both(
    'Quel est le plus haut niveau de preuve clinique publié ?',
    'What is the highest published level of clinical evidence?',
  ),
  options: [
    { code: 'none', title: both('Aucune étude publiée', 'No published study'), anchor: null },
    { code: 'observational', title: both('Étude observationnelle', 'Observational study'), anchor: null },
    {
      code: 'controlled',
      title: both('Étude contrôlée non randomisée', 'Controlled, not randomised'),
      anchor: null,
    },
    {
      code: 'randomised',
      title: both('Essai randomisé contrôlé', 'Randomised controlled trial'),
      anchor: null,
    },
  ],
})

criteria.push({
  code: '4.6',
  axis: 'A4',
  answer: 'yes-no',
  question: both('La solution est-elle disponible en français ?', 'Is the solution available in French?'),
  plain: null,
  help: null,
  options: [
    { code: 'yes', title: both('Oui', 'Yes'), anchor: null },
    { code: 'no', title: both('Non', 'No'), anchor: null },
  ],
  na: 'forbidden',
  evidence: 'none',
  prerequisite: true,
  informative: true,
  declared: {
    answer: both('Oui', 'Yes'),
    comment: null,
    status: 'declared',
    corrected: null,
    why: '',
    anchors: [],
  },
})

/** An invented grid of 26 criteria on four axes. */
export const grid: Grid = {
  id: 'demonstration',
  version: '3',
  title: both('Grille de démonstration', 'Demonstration grid'),
  illustrative: true,
  colours: [
    { code: 'for', title: null },
    { code: 'against', title: null },
    { code: 'unclear', title: null },
    { code: 'method', title: null },
  ],
  axes: [
    { code: 'A1', title: both('Information scientifique et médicale', 'Scientific and medical information') },
    { code: 'A2', title: both('Fiabilité du recueil', 'Reliability of data collection') },
    { code: 'A3', title: both('Interprétation des données', 'Interpretation of data') },
    { code: 'A4', title: both('Accessibilité et intelligibilité', 'Accessibility and clarity') },
  ],
  criteria,
}
