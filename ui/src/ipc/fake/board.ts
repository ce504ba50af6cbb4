/** Votes, motions, officers and comparisons of the program in memory: invented content, for looking only. */
import type * as C from '../contract'
import { comparing } from './comparison'

type Answer = <T>(command: keyof C.Desk, make: () => T) => Promise<T>

const hour = 3_600_000
const day = 24 * hour
const question = {
  fr: 'Faut-il donner à CardioVeille le label «\u202fhaut niveau d’évaluation clinique\u202f»\u202f?',
  en: 'Should CardioVeille be granted the label “high level of clinical evaluation”?',
}
const headcount: C.Headcount = { met: false, need: 14, have: 11, voters: 11, electors: 20 }

/** Two thirds of the votes cast, as the illustrative bylaws ask. */
export const majority: C.MajorityView = {
  method: 'ladder',
  rule: 'qualified',
  share: '2/3',
  against_below: null,
  base: 'cast',
  electors: 20,
  quorum: 14,
  of: 20,
  votes: 14,
  moves: true,
  colleges: null,
  veto: [],
  casting: false,
}

function voteOf(now: number): C.VoteView {
  return {
    now,
    motion: 'cardio',
    dossier: 'cardioveille',
    number: '2026-004',
    solution: 'CardioVeille',
    solution_version: '4.2',
    publisher: 'Systole',
    summary: {
      fr: 'CardioVeille surveille à distance l’insuffisance cardiaque.',
      en: 'CardioVeille monitors heart failure at a distance.',
    },
    label: { fr: 'Haut niveau d’évaluation clinique', en: 'High level of clinical evaluation' },
    months: 36,
    question,
    options: ['grant', 'grant-with-reservations', 'defer', 'refuse', 'abstain', 'blank'],
    deadline: now + day + 4 * hour,
    state: 'open',
    secrecy: { mode: 'roll-call', openers: 2, officers: 3, smallest_group: 5, unanimity_shows: false },
    colleges: [
      {
        title: { fr: 'Cliniciens', en: 'Clinicians' },
        mine: true,
        electors: ['Pr Claire Aubert', 'Dr Paul Meunier', 'Dr Inès Roux'],
      },
      { title: { fr: 'Patients', en: 'Patients' }, mine: false, electors: ['Nadia Belkacem', 'Luc Hardy'] },
    ],
    headcount,
    majority,
    comparison: true,
    safety_block_at: null,
    may_be_late: false,
    ballot: null,
    outcome: null,
  }
}

export function board(answer: Answer, scene: () => { network: string; desk: string }, now: number) {
  const vote = voteOf(now)
  const officer: C.OfficerView = { officer: false, key: null, openings: [] }
  const motion: C.MotionView = {
    now,
    motion: 'cardio',
    dossier: 'cardioveille',
    number: '2026-004',
    solution: 'CardioVeille',
    question,
    options: vote.options,
    deadline: now - hour,
    state: 'counted',
    headcount: { met: true, need: 14, have: 20, voters: 20, electors: 20 },
    colleges: [
      { title: { fr: 'Cliniciens', en: 'Clinicians' }, electors: 7, present: 7 },
      { title: { fr: 'Patients', en: 'Patients' }, electors: 3, present: 3 },
    ],
    published: ['Pr Jean Morel', 'Dr Paul Meunier'],
    awaited: ['Nadia Belkacem'],
    needed: 2,
    may_close: false,
    may_record: true,
    again: false,
    result: {
      outcome: 'grant',
      choices: [
        { option: 'grant', n: 15 },
        { option: 'grant-with-reservations', n: 0 },
        { option: 'defer', n: 0 },
        { option: 'refuse', n: 3 },
        { option: 'abstain', n: 2 },
        { option: 'blank', n: 0 },
      ],
      reasons: [
        { code: 'quorum.met', params: { have: '20', need: '14', base: '20', of: 'members' } },
        { code: 'abstentions.ignored', params: { n: '2' } },
        {
          code: 'majority.reached',
          params: { option: 'grant', for: '15', against: '3', base: '18', rule: 'qualified', share: '2/3' },
        },
        { code: 'outcome.grant', params: {} },
      ],
      unreadable: [],
      faults: [],
    },
    obstacle: null,
    asked_about: [
      { member: 'caubert', name: 'Dr Claire Aubert' },
      { member: 'ahaddad', name: 'Dr Amine Haddad' },
    ],
    decision: null,
  }
  const line = () => ({
    motion: vote.motion,
    dossier: vote.dossier,
    solution: vote.solution,
    question,
    deadline: vote.deadline,
    state: vote.state,
    ballot: vote.ballot,
    outcome: null,
  })
  return {
    votes: () =>
      answer('votes', () =>
        scene().desk === 'empty'
          ? { now, open: [], past: [] }
          : {
              now,
              open: [line()],
              past: [
                {
                  ...line(),
                  motion: 'past',
                  solution: 'MémoVie',
                  deadline: now - 9 * day,
                  state: 'decided' as const,
                  outcome: 'defer',
                },
              ],
            },
      ),
    vote: () => answer('vote', () => vote),
    vote_cast: () =>
      answer('vote_cast', () => {
        const before = vote.ballot ? vote.ballot.replaces + 1 : 0
        const received = scene().network === 'online'
        vote.ballot = {
          at: now,
          received,
          tracking: '48213 90576 11834 62097',
          replaces: before,
          counts: null,
          late: false,
        }
        return vote
      }),
    motions: () =>
      answer('motions', (): C.MotionsView => ({
        now,
        motions: [
          {
            motion: 'cardio',
            dossier: 'cardioveille',
            solution: 'CardioVeille',
            question,
            deadline: now + day,
            state: 'open',
            headcount,
            outcome: null,
          },
        ],
        dossiers: [
          {
            dossier: 'diabete',
            number: '2026-006',
            solution: 'DiabèteCompagnon',
            obstacle: null,
            grant_reached: true,
            proposed: { fr: 'Haut niveau d’évaluation clinique', en: 'High level of clinical evaluation' },
            electors: 22,
            undeclared: 2,
            again: null,
            bylaws: { id: 'roll-call', version: '1', secret: false, choices: vote.options },
          },
          {
            dossier: 'pneumo',
            number: '2026-007',
            solution: 'Pneumo Relais',
            obstacle: { code: 'motion-mark-pending', params: { n: '3' } },
            grant_reached: false,
            proposed: { fr: '', en: null },
            electors: 22,
            undeclared: 0,
            again: null,
            bylaws: { id: 'roll-call', version: '1', secret: false, choices: vote.options },
          },
        ],
      })),
    motion: () => answer('motion', () => motion),
    motion_table: () => answer('motion_table', () => motion),
    motion_close: () => answer('motion_close', () => motion),
    motion_what_if: ({ member, apart }: { member: string; apart: C.Apart }) =>
      answer('motion_what_if', () => {
        const changes = member === 'ahaddad' && apart === 'absent'
        return { outcome: changes ? 'defer' : 'grant', changes }
      }),
    vote_reach: ({ dossier }: { dossier: string }) =>
      answer('vote_reach', () =>
        dossier === 'cardio' ? { possible: 13, electors: 21, need: 11, met: true } : null,
      ),
    motion_record: ({
      outcome,
      reasons,
      improve,
    }: {
      outcome: string
      reasons: string[]
      improve: C.Point[]
    }) =>
      answer('motion_record', () => {
        const letter: C.LetterFacts = {
          contact: 'contact@demonstration.example',
          label: { fr: 'Haut niveau d’exigence clinique', en: 'High clinical standard' },
          institute: 'Institut de démonstration',
          appeal_months: 2,
          appealed: false,
          orientations: [
            {
              code: 'national-desk',
              title: { fr: 'Guichet national', en: 'National desk' },
              line: { fr: 'Comprendre la réglementation.', en: 'Understand the rules.' },
              url: 'https://example.fr/',
            },
          ],
        }
        const owed = outcome === 'refuse' || outcome === 'defer'
        motion.decision = { outcome, reasons, improve, letter: owed ? letter : null }
        motion.state = 'decided'
        motion.may_record = false
        return motion
      }),
    officer: () =>
      answer('officer', () => {
        if (scene().desk !== 'officer') return officer
        officer.officer = true
        officer.key ??= {
          committee: 'c1',
          state: 'my-turn',
          lost: [],
          step: 1,
          steps: 4,
          officers: ['Pr Jean Morel', 'Dr Paul Meunier', 'Nadia Belkacem'],
          awaited: [],
          needed: 2,
        }
        if (officer.openings.length === 0)
          officer.openings.push({
            kind: 'sheets',
            object: 'diabete',
            solution: 'DiabèteCompagnon',
            boxes: 20,
            needed: 2,
            mine: false,
            published: ['Pr Jean Morel'],
            awaited: ['Nadia Belkacem'],
            quorum: true,
          })
        return officer
      }),
    committee_step: () =>
      answer('committee_step', () => {
        if (officer.key) {
          officer.key.step += 1
          officer.key.state = 'waiting'
          officer.key.awaited = ['Nadia Belkacem']
        }
        return officer
      }),
    sheets_publish: () =>
      answer('sheets_publish', () => {
        for (const one of officer.openings) one.mine = true
        return { faults: [{ name: 'Dr Inès Roux', code: 'box-not-proven' }], officer }
      }),
    ballots_publish: () => answer('ballots_publish', () => ({ faults: [], officer })),
    ...comparing(answer, () => scene().desk === 'empty', now),
  }
}
