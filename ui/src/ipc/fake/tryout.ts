/** Files of rules tried in memory: the shapes of what the program answers, with simple sums instead of its rules. */
import type * as C from '../contract'
import { majority } from './board'

const name = (fr: string, en: string): C.Text => ({ fr, en })
const line = (code: C.TriedLine['code'], title: C.Text, part: Partial<C.TriedLine> = {}): C.TriedLine => ({
  code,
  title,
  detail: null,
  n: 0,
  axis: null,
  class: null,
  ...part,
})

const axes = [
  name('Qualité de l’information médicale', 'Quality of medical information'),
  name('Fiabilité du recueil', 'Reliability of data collection'),
  name('Qualité de l’interprétation', 'Quality of interpretation'),
  name('Accessibilité et intelligibilité', 'Accessibility and intelligibility'),
]
const label = name('Haut niveau d’évaluation clinique', 'High level of clinical evaluation')
const choices = ['grant', 'grant-with-reservations', 'defer', 'refuse', 'abstain', 'blank']

const files: Record<C.RulesKind, C.TriedLine[]> = {
  grid: axes.map((title, i) => line('axis', title, { n: 7 + (i % 2) })),
  bylaws: choices.map((choice) => line('choice', name(choice, choice))),
  labels: [line('label', label, { n: 36 })],
  orientation: [
    line('orientation', name('Guichet national', 'National desk'), {
      detail: name('Comprendre la réglementation.', 'Understand the rules.'),
    }),
    line('orientation', name('Prise en charge anticipée', 'Early reimbursement'), {
      detail: name('Pour compléter les preuves.', 'To complete the evidence.'),
      axis: 'A1',
      class: 'D',
    }),
  ],
}

const marks = { lowest: '0.0', middle: '10.0', highest: '20.0', drawn: '12.4' }

function gridTried({ fill, pass }: C.Supposed): C.GridTried {
  const mark = marks[fill]
  const high = Number(mark) >= 14
  const bar = (of: 'declared' | 'board'): C.BarTried => ({
    at_least: '14',
    of,
    reached: pass && high,
    code: pass ? (high ? 'gate.reached' : 'gate.not-reached') : 'gate.knock-out',
  })
  return {
    title: name('Grille illustrative à quatre axes', 'Illustrative four-axis grid'),
    mark,
    why: null,
    of: '20',
    axes: axes.map((title) => ({ title, mark })),
    failed: pass ? [] : ['P.1', 'P.2'],
    rows: [
      {
        criterion: 'P.1',
        title: name('Données hébergées selon la loi', 'Data hosted as the law asks'),
        answer: pass ? name('Oui', 'Yes') : name('Non', 'No'),
        points: null,
      },
      {
        criterion: '1.1',
        title: name('Niveau de preuve', 'Level of evidence'),
        answer: name('Essai randomisé', 'Randomised trial'),
        points: '4',
      },
    ],
    labels: [{ name: label, entry: bar('declared'), grant: bar('board') }],
  }
}

/** The illustrative board of 22, two thirds of the votes cast. */
function voteTried(given: C.Supposed): C.VoteTried {
  const recused = Math.min(given.recused, 22)
  const electors = 22 - recused
  const voting = Math.min(given.voting ?? electors, electors)
  const favour = Math.min(given.favour ?? voting, voting)
  const abstain = Math.min(given.abstain, voting - favour)
  const against = voting - favour - abstain
  const met = voting >= 14
  const outcome = !met ? 'no-quorum' : 3 * favour >= 2 * (favour + against) ? 'grant' : 'refuse'
  const params = { have: String(voting), need: '14', base: '22' }
  return {
    recused,
    voting,
    favour,
    abstain,
    against,
    outcome,
    met,
    have: voting,
    majority: { ...majority, electors, of: electors, votes: Math.ceil((2 * electors) / 3) },
    reasons: [
      { code: met ? 'quorum.met' : 'quorum.not-met', params },
      { code: `outcome.${outcome}`, params: {} },
    ],
  }
}

/** `?rules=grid`, `bylaws` or `labels`: which file is chosen in the system's dialog; else it is an orientation. */
export function tryOut(search: URLSearchParams) {
  const asked = search.get('rules') ?? 'orientation'
  const kind = (asked in files ? asked : 'orientation') as C.RulesKind
  return {
    tried: (): C.RulesTried => ({ kind, lines: files[kind] }),
    out: (supposed: C.Supposed): C.TryOut => ({
      grids: kind === 'grid' || kind === 'labels' ? [gridTried(supposed)] : [],
      homeless: kind === 'labels' ? [name('Label d’essai', 'Trial label')] : [],
      vote: kind === 'bylaws' ? voteTried(supposed) : null,
      days:
        kind === 'bylaws'
          ? [{ code: 'second', title: null, day: '2026-12-01' }]
          : kind === 'labels'
            ? [
                { code: 'until', title: label, day: '2029-11-23' },
                { code: 'appeal', title: label, day: '2027-01-23' },
              ]
            : [],
      shown:
        kind === 'orientation'
          ? files.orientation
              .filter(
                (one) =>
                  (!one.axis || one.axis === supposed.axis) && (!one.class || one.class === supposed.class),
              )
              .map((one) => one.title)
          : [],
    }),
  }
}
