/** Members, their computers, invitations and requests. */
import type { Role } from './session'
import type { Millis, Text } from './wire'

/** What this person may do here. */
export interface PeopleRights {
  /** Add, invite, type digits, revoke. */
  keep: boolean
  /** Give roles: an officer's act. */
  roles: boolean
  /** Be the second person. */
  second: boolean
}

export interface Computer {
  device: string
  /** The first digits of its identifier. */
  short: string
  state: 'waiting' | 'active' | 'revoked'
  /** This one. */
  here: boolean
  /** When it was added; null for computers of others. */
  since: Millis | null
  /** When the registry last received something from it; null for computers of others. */
  heard: Millis | null
  added_by: string
  countersigned_by: string | null
  /** It waits for a second person, and this one may be that person. */
  may_countersign: boolean
  may_revoke: boolean
}

export interface MemberLine {
  member: string
  name: string
  affiliation: string | null
  email: string | null
  /** Code of the college; null: no seat. */
  college: string | null
  roles: Role[]
  me: boolean
  /** An invitation is open until then. */
  invited_until: Millis | null
  /** Showed a key for a coming charter. */
  officer_key: boolean
  /** The last day of an absence, YYYY-MM-DD; null: there. */
  away_until: string | null
  /** This person may note the absence: the member, and whoever keeps the roster. */
  may_say_away: boolean
  computers: Computer[]
}

export interface CollegeName {
  code: string
  title: Text
}

export interface PeopleView {
  now: Millis
  may: PeopleRights
  single_officer: boolean
  colleges: CollegeName[]
  members: MemberLine[]
  /** Computers that this person may confirm. */
  unconfirmed: number
}

export interface MemberForm {
  name: string
  title: string | null
  affiliation: string | null
  email: string | null
  college: string | null
}

export interface InvitationView {
  name: string
  institute: string
  /** An address at the registry whose fragment is the code: the registry itself never sees it. */
  link: string
  code: string
  /** Of whom it is for, where it is known. */
  email: string | null
  expires: Millis
  /** Modules along an edge, quiet zone included. */
  qr_size: number
  /** The dark modules of the link as one SVG path. */
  qr_path: string
}

export interface WaitingView {
  invite: string
  /** For whom the invitation was drawn. */
  name: string
  received: Millis
  /** The invitation was drawn on this computer, which alone can check the request. */
  here: boolean
  /** It is for a further computer of mine. */
  mine: boolean
}

export interface RevokedView {
  name: string
  keys_changed: number
  /** Keys that this desk does not hold: whoever holds them changes them. */
  keys_kept: number
  dossiers: string[]
  /** First digits of the member's other computers that are still accepted. */
  others: string[]
  /** The member is an officer. */
  officer: boolean
}

/** What followed from the end of a mandate, and what is left to do. Dossiers are named by their solution. */
export interface DepartedView {
  name: string
  successor: { member: string; name: string } | null
  /** The sheet is no longer owed: another reviewer may be needed. */
  relieved: string[]
  /** Secretariat or chair must relieve the reviewer. */
  still_assigned: string[]
  /** The sheet is in, stays and counts. */
  sheets_kept: string[]
  /** Open votes: electors were frozen. */
  open_votes: string[]
  computers: number
  /** Only an officer can take these back. */
  roles_left: Role[]
  /** The charter in force still names the member. */
  officer: boolean
  keys_changed: number
  keys_kept: number
}

export interface RosterLine {
  name: string
  college: Text | null
  roles: Role[]
  /** Somebody of this name is on the board. */
  already: boolean
}

export interface RosterPreview {
  lines: RosterLine[]
  fresh: number
  /** This person may give roles too. */
  with_roles: boolean
}

export interface PeopleCommands {
  people(): Promise<PeopleView>
  people_add(a: { form: MemberForm }): Promise<PeopleView>
  /** Exactly these roles; seats and officers stand elsewhere. */
  people_roles(a: { member: string; roles: Role[] }): Promise<PeopleView>
  people_invite(a: { member: string }): Promise<InvitationView>
  /** Asks the registry. */
  people_waiting(): Promise<WaitingView[]>
  people_type(a: { invite: string; digits: string }): Promise<PeopleView>
  people_countersign(a: { device: string }): Promise<PeopleView>
  people_revoke(a: { device: string }): Promise<RevokedView>
  /** Ends a mandate; the successor takes the seat. */
  people_replace(a: { member: string; successor: MemberForm | null }): Promise<DepartedView>
  people_seat(a: { member: string; college: string }): Promise<PeopleView>
  /** Null: back again. */
  people_away(a: { member: string; until: string | null }): Promise<PeopleView>
  roster_preview(a: { token: string }): Promise<RosterPreview>
  roster_import(a: { token: string }): Promise<PeopleView>
}
