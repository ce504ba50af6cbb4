import type * as C from '../contract'

type Answer = <T>(command: keyof C.Desk, make: () => T) => Promise<T>

/** What lies on this computer, and what the registry can know: invented. */
export function own(answer: Answer, now: number) {
  return {
    own_data: () =>
      answer('own_data', () => ({
        folder: '/home/claire/.local/share/sceau/4f2a91c0',
        bytes: 48_200_000,
        evidence_files: 12,
        known: {
          member: '0192f0c4-7d1b-7a52-9c3e-5b8d2f6a1e77',
          computers: 1,
          roles: 1,
          declarations: 6,
          links: 1,
          recusals: 1,
          assignments: 4,
          sheets: 2,
          ballots: 1,
          first_at: now - 40 * 86_400_000,
          last_at: now,
        },
      })),
    own_export: () => answer('own_export', () => true),
    own_work: () =>
      answer('own_work', () => ({
        format: 'sceau-own-work/1',
        institute: 'Institut',
        member: '0192f0c4',
        name: 'Claire Aubert',
        exported_at: now,
        dossiers: [],
      })),
  }
}
