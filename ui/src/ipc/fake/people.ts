/** People and founding on invented data. */
import type * as C from '../contract'
import { now } from '../fake-data'
import { tryOut } from './tryout'

type Answer = <T>(command: keyof C.Desk, make: () => T) => Promise<T>

const computer = (device: string, part: Partial<C.Computer> = {}): C.Computer => ({
  device,
  short: device.slice(0, 8),
  state: 'active',
  here: false,
  since: null,
  heard: null,
  added_by: 'Hélène Roy',
  countersigned_by: 'Pr Antoine Lefort',
  may_countersign: false,
  may_revoke: part.state !== 'revoked',
  ...part,
})

const member = (name: string, part: Partial<C.MemberLine>): C.MemberLine => ({
  member: name,
  name,
  affiliation: null,
  email: null,
  college: null,
  roles: [],
  me: false,
  invited_until: null,
  officer_key: false,
  away_until: null,
  may_say_away: true,
  computers: [],
  ...part,
})

const view: C.PeopleView = {
  now,
  may: { keep: true, roles: true, second: true },
  single_officer: false,
  colleges: [
    { code: 'clinicians', title: { fr: 'Cliniciens', en: 'Clinicians' } },
    { code: 'patients', title: { fr: 'Associations de patients', en: 'Patient associations' } },
  ],
  members: [
    member('Pr Antoine Lefort', {
      college: 'clinicians',
      affiliation: 'Centre de démonstration, cardiologie',
      roles: ['reviewer', 'chair', 'officer'],
      officer_key: true,
      away_until: '2026-12-06',
      computers: [computer('4f1c90ae22d7', { added_by: 'Pr Antoine Lefort' })],
    }),
    member('Dr Inès Marchand', {
      college: 'clinicians',
      affiliation: 'Cabinet de démonstration',
      roles: ['reviewer'],
      computers: [
        computer('9b03a8e21d5f', { state: 'waiting', countersigned_by: null, may_countersign: true }),
        computer('7c4093bb1122', { state: 'revoked' }),
      ],
    }),
    member('Zoé Lambert', {
      college: 'patients',
      affiliation: 'Association de démonstration',
      roles: ['reviewer'],
      invited_until: now + 9 * 86_400_000,
    }),
    member('Hélène Roy', {
      roles: ['secretariat'],
      me: true,
      computers: [
        computer('a8e21d5f', { here: true, since: now - 40 * 86_400_000 }),
        computer('c31f8802', { since: now - 9 * 86_400_000, heard: now - 90_000_000 }),
      ],
    }),
  ],
  unconfirmed: 1,
}

const founding: C.FoundingView = {
  institute: 'Institut de démonstration',
  charter: 1,
  officers: ['Pr Antoine Lefort'],
  threshold: 1,
  single_officer: true,
  enrolled: 3,
  may_propose: true,
  may_publish: true,
  my_key: true,
  key_elsewhere: false,
  to_replace: [],
  without_chair: 0,
  roles_left: [],
  wanted_officers: 3,
  candidates: ['Pr Antoine Lefort', 'Dr Inès Marchand', 'Hélène Roy'].map((name, i) => ({
    member: name,
    name,
    enrolled: true,
    key: i < 2,
    officer: i === 0,
  })),
  proposal: null,
  bundled: [
    { name: 'roll-call', kind: 'bylaws', published: true },
    { name: 'quatre-axes', kind: 'grid', published: false },
    { name: 'ines', kind: 'labels', published: false },
  ],
  rules: [{ kind: 'bylaws', id: 'roll-call', version: '1' }],
  unconfirmed: 1,
}

/** A pattern that looks like a code and leads nowhere. */
function pattern(size: number): string {
  let path = ''
  for (let y = 4; y < size - 4; y++)
    for (let x = 4; x < size - 4; x++) if ((x * y + x + 3 * y) % 3 === 0) path += `M${x} ${y}h1v1h-1z`
  return path
}

export function fakePeople(answer: Answer, search: URLSearchParams) {
  const scene = search.get('people') ?? ''
  const trying = tryOut(search)
  const people: C.PeopleView = structuredClone(view)
  if (scene !== 'second') people.may = { keep: true, roles: true, second: true }
  const checklist: C.FoundingView = structuredClone(founding)
  if (scene !== 'founding') {
    checklist.single_officer = false
    checklist.unconfirmed = 0
  }
  const roster: C.RosterPreview = {
    lines: [
      {
        name: 'Claire Aubert',
        college: { fr: 'Cliniciens', en: 'Clinicians' },
        roles: ['reviewer'],
        already: false,
      },
      { name: 'Hélène Roy', college: null, roles: ['secretariat'], already: true },
    ],
    fresh: 1,
    with_roles: false,
  }
  return {
    people: () => answer('people', () => people),
    people_add: ({ form }: { form: C.MemberForm }) =>
      answer('people_add', () => {
        people.members.push(member(form.name, { college: form.college }))
        return people
      }),
    people_roles: ({ member: id, roles }: { member: string; roles: C.Role[] }) =>
      answer('people_roles', () => {
        const found = people.members.find((one) => one.member === id)
        if (found) found.roles = roles
        return people
      }),
    people_invite: ({ member: id }: { member: string }) =>
      answer('people_invite', (): C.InvitationView => {
        const found = people.members.find((one) => one.member === id)
        if (found) found.invited_until = now + 14 * 86_400_000
        const code = `sceau1:${'hlDcQBkLmNoPqRsT'.repeat(9)}`
        return {
          name: id,
          institute: 'Institut de démonstration',
          link: `https://registre.exemple/join#${code}`,
          code,
          email: found?.email ?? null,
          expires: now + 14 * 86_400_000,
          qr_size: 57,
          qr_path: pattern(57),
        }
      }),
    people_waiting: () =>
      answer('people_waiting', (): C.WaitingView[] => {
        const of = (name: string, mine: boolean) => ({
          invite: mine ? 'i2' : 'i1',
          name,
          received: now - 300_000,
          here: true,
          mine,
        })
        const me = people.members.find((one) => one.me)
        return [of('Zoé Lambert', false), ...(me?.invited_until ? [of(me.name, true)] : [])]
      }),
    people_type: ({ invite, digits }: { invite: string; digits: string }) =>
      answer('people_type', () => {
        if (digits !== '48213905761183462097') throw { code: 'digits-differ', params: {} } satisfies C.Problem
        const me = people.members.find((one) => one.me)
        if (me && invite === 'i2') {
          me.invited_until = null
          me.computers.push(computer('0d77e1b4c9aa', { since: now }))
        }
        return people
      }),
    people_countersign: () => answer('people_countersign', () => people),
    people_revoke: ({ device }: { device: string }) =>
      answer('people_revoke', (): C.RevokedView => {
        const owner = people.members.find((one) => one.computers.some((known) => known.device === device))
        const gone = owner?.computers.find((known) => known.device === device)
        if (gone) Object.assign(gone, { state: 'revoked', may_revoke: false })
        const left = owner?.computers.filter((known) => known.state === 'active') ?? []
        return {
          name: owner?.name ?? '',
          keys_changed: 3,
          keys_kept: 1,
          dossiers: ['OncoSuivi', 'CalmeNuit'],
          others: left.map((known) => known.short),
          officer: false,
        }
      }),
    people_replace: ({ member: id, successor }: { member: string; successor: C.MemberForm | null }) =>
      answer('people_replace', (): C.DepartedView => {
        const left = people.members.find((one) => one.member === id)
        if (successor)
          people.members.push(member(successor.name, { college: successor.college ?? left?.college ?? null }))
        if (left) Object.assign(left, { college: null, roles: [] })
        return {
          name: id,
          successor: successor ? { member: successor.name, name: successor.name } : null,
          relieved: ['CalmeNuit'],
          still_assigned: [],
          sheets_kept: ['OncoSuivi'],
          open_votes: ['AéroPas'],
          computers: 1,
          roles_left: [],
          officer: false,
          keys_changed: 4,
          keys_kept: 0,
        }
      }),
    people_seat: ({ member: id, college }: { member: string; college: string }) =>
      answer('people_seat', () => {
        const found = people.members.find((one) => one.member === id)
        if (found) found.college = college
        return people
      }),
    people_away: ({ member: id, until }: { member: string; until: string | null }) =>
      answer('people_away', () => {
        const found = people.members.find((one) => one.member === id)
        if (found) found.away_until = until
        return people
      }),
    roster_preview: () => answer('roster_preview', () => roster),
    roster_import: () => answer('roster_import', () => people),
    founding: () => answer('founding', () => checklist),
    founding_key: () => answer('founding_key', () => checklist),
    founding_propose: () => answer('founding_propose', () => checklist),
    founding_sign: () => answer('founding_sign', () => checklist),
    rules_bundled: ({ name }: { name: string }) =>
      answer('rules_bundled', () => {
        for (const one of checklist.bundled) if (one.name === name) one.published = true
        return checklist
      }),
    rules_try: () => answer('rules_try', () => trying.tried()),
    rules_try_out: ({ supposed }: { supposed: C.Supposed }) =>
      answer('rules_try_out', () => trying.out(supposed)),
    rules_own: () =>
      answer('rules_own', (): C.FoundingView => {
        throw {
          code: 'file-refused',
          params: { file: 'grid', codes: 'grid.weight@2.3#41, grid.unknown-axis@3.1#57' },
        } satisfies C.Problem
      }),
  }
}
