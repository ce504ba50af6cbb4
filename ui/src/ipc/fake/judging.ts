/** Declared links that ask for a decision, in memory, with invented content. */
import { now } from '../fake-data'
import type { DecidedLink, DeclaredLink, InterestsBoard, JudgingCommands } from '../contract'

type Answer = <T>(command: keyof JudgingCommands, make: () => T) => Promise<T>

const day = 86_400_000

interface Weighed {
  code: string
  title: { fr: string; en: string }
  weight: number
}

/** Criteria that a recusal may name. */
const nameable: Weighed[] = [
  { code: '1.1', title: { fr: 'Niveau de preuve', en: 'Level of evidence' }, weight: 3 },
  { code: '1.2', title: { fr: 'Direction médicale', en: 'Medical direction' }, weight: 1 },
  { code: '2.1', title: { fr: 'Recueil des données', en: 'Data collection' }, weight: 2 },
]

export function judging(answer: Answer): JudgingCommands & { waiting: () => number } {
  let board: InterestsBoard = {
    now,
    pending: [
      {
        dossier: 'serenis',
        solution: 'SereniSommeil',
        publisher: 'Nuit Claire',
        member: 'pkerboul',
        name: 'Dr Paul Kerboul',
        college: { fr: 'Cliniciens', en: 'Clinicians' },
        declared_at: now - day,
        links: [
          {
            interest: {
              category: 'employment',
              entity: 'NUIT CLAIRE SAS',
              from: '2024',
              to: null,
              paid: 'me',
              text: 'Médecin-conseil à temps partiel.',
              identifier: null,
            },
            major: true,
            matches: [
              { role: 'publisher', name: 'Nuit Claire', identifier: null, strong: false, ruled: null },
            ],
          },
        ],
        proposed: 'full',
        before: null,
        may_decide: true,
        may_match: true,
        assigned: false,
      },
      {
        dossier: 'serenis',
        solution: 'SereniSommeil',
        publisher: 'Nuit Claire',
        member: 'klambert',
        name: 'Karine Lambert',
        college: { fr: 'Industrie', en: 'Industry' },
        declared_at: now - 2 * day,
        links: null,
        proposed: 'none',
        before: null,
        may_decide: false,
        may_match: false,
        assigned: false,
      },
    ],
    recusals: [
      {
        dossier: 'oncosuivi',
        solution: 'OncoSuivi',
        member: 'flemoine',
        name: 'Françoise Lemoine',
        level: 'full',
        criteria: [],
        reason: 'Dirige l’étude sur laquelle le dossier repose.',
        links: [],
        at: now - 11 * day,
        by: 'Pr Antoine Lefort',
        may_decide: true,
        may_match: true,
        assigned: false,
      },
    ],
    cleared: [],
  }
  return {
    waiting: () => board.pending.length,
    interests_board: () => answer('interests_board', () => board),
    decide_interests: ({ dossier, member, said: { level, reason, criteria } }) =>
      answer('decide_interests', () => {
        if (!reason.trim()) throw { code: 'recusal.no-reason', params: {} }
        if (level === 'criterion' && criteria.length === 0) throw { code: 'recusal.no-criteria', params: {} }
        const same = (one: { dossier: string; member: string }) =>
          one.dossier === dossier && one.member === member
        const of = [...board.pending, ...board.recusals, ...board.cleared].find(same)
        if (!of) return board
        const named = nameable.filter(({ code }) => level === 'criterion' && criteria.includes(code))
        const decided: DecidedLink = {
          dossier,
          member,
          solution: of.solution,
          name: of.name,
          level,
          criteria: named,
          reason: reason.trim(),
          links: of.links ?? [],
          at: now,
          by: 'Pr Antoine Lefort',
          may_decide: true,
          may_match: true,
          assigned: of.assigned,
        }
        const others = <One extends { dossier: string; member: string }>(list: One[]) =>
          list.filter((one) => !same(one))
        board = {
          ...board,
          pending: others(board.pending),
          recusals: others(board.recusals),
          cleared: others(board.cleared),
        }
        const list = level === 'none' ? 'cleared' : 'recusals'
        board[list] = [decided, ...board[list]]
        return board
      }),
    recusal_reach: ({ criteria }) =>
      answer('recusal_reach', () => {
        const weight = (all: Weighed[]) => all.reduce((sum, one) => sum + one.weight, 0)
        const named = weight(nameable.filter(({ code }) => criteria.includes(code)))
        return {
          criteria: nameable.map(({ code, title }) => ({ code, title })),
          proposes_discuss: named * 2 >= weight(nameable),
        }
      }),
    judge_match: ({ member, said }) =>
      answer('judge_match', () => {
        if (!said.reason.trim()) throw { code: 'match.no-reason', params: {} }
        const ruled = {
          confirmed: said.confirmed,
          reason: said.reason.trim(),
          by: 'Pr Antoine Lefort',
          at: now,
        }
        const spoken = (link: DeclaredLink): DeclaredLink =>
          link.interest.entity !== said.entity
            ? link
            : {
                ...link,
                matches: link.matches.map((one) =>
                  one.name === said.name && one.role === said.role ? { ...one, ruled } : one,
                ),
              }
        const about = <One extends { member: string; links: DeclaredLink[] | null }>(one: One): One =>
          one.member === member && one.links ? { ...one, links: one.links.map(spoken) } : one
        board = {
          ...board,
          pending: board.pending.map(about),
          recusals: board.recusals.map(about),
          cleared: board.cleared.map(about),
        }
        return board
      }),
  }
}
