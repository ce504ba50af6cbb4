/**
 * What the window asks of the program behind it: plain views, one per screen, and the commands of `Desk`.
 *
 * Rules of the wire
 * - A command is called by its name with one object; each key of that object is one argument of the Rust function
 *   (`review_save_row({ dossier, row })` is `fn review_save_row(dossier: String, row: Row)`). Argument names are
 *   single words; fields inside views are snake_case, so that serde needs no renaming of fields.
 * - Enumerations are kebab-case strings; unions carry their variant in the field `kind`
 *   (`#[serde(tag = "kind", rename_all = "kebab-case")]`).
 * - Moments are `Millis`: milliseconds since 1970 UTC. Days without an hour are `YYYY-MM-DD`.
 * - Ids (`dossier`, `file`, `criterion`, `token`) are opaque strings.
 * - Marks, weights and points are decimal strings: the window never computes with them.
 * - A command that fails rejects with a `Problem`; `code` has a sentence `error-<code>` in the locale files,
 *   with every dot of the code written as a hyphen.
 * - No path of the disk ever crosses: files are named by a token that the program gave.
 * - Views already passed the visibility function: what is absent may not be shown, counted or hinted at.
 */

import type { SessionCommands } from './contract/session'
import type { EnrolmentCommands } from './contract/enrolment'
import type { DeskCommands } from './contract/desk'
import type { FormsCommands } from './contract/forms'
import type { InterestsCommands } from './contract/interests'
import type { ReviewCommands } from './contract/review'
import type { EvidenceCommands } from './contract/evidence'
import type { TakingCommands } from './contract/taking'
import type { VersionsCommands } from './contract/versions'
import type { SearchCommands } from './contract/search'
import type { SyncCommands } from './contract/sync'
import type { SpeechCommands } from './contract/speech'
import type { SettingsCommands } from './contract/settings'
import type { FilesCommands } from './contract/files'
import type { DossierCommands } from './contract/dossier'
import type { DossiersCommands } from './contract/dossiers'
import type { JudgingCommands } from './contract/judging'
import type { LabelsCommands } from './contract/labels'
import type { OwnCommands } from './contract/own'
import type { PapersCommands } from './contract/papers'
import type { VoteCommands } from './contract/vote'
import type { MotionCommands } from './contract/motion'
import type { OfficerCommands } from './contract/officer'
import type { ComparisonCommands } from './contract/comparison'
import type { IntakeCommands } from './contract/intake'
import type { PeopleCommands } from './contract/people'
import type { FoundingCommands } from './contract/founding'
import type { YearCommands } from './contract/year'
import type { NoticesCommands } from './contract/notices'

export * from './contract/wire'
export * from './contract/session'
export * from './contract/enrolment'
export * from './contract/desk'
export * from './contract/forms'
export * from './contract/interests'
export * from './contract/review'
export * from './contract/evidence'
export * from './contract/taking'
export * from './contract/versions'
export * from './contract/search'
export * from './contract/sync'
export * from './contract/settings'
export * from './contract/speech'
export * from './contract/files'
export * from './contract/dossier'
export * from './contract/dossiers'
export * from './contract/judging'
export * from './contract/labels'
export * from './contract/own'
export * from './contract/papers'
export * from './contract/vote'
export * from './contract/motion'
export * from './contract/officer'
export * from './contract/comparison'
export * from './contract/intake'
export * from './contract/people'
export * from './contract/founding'
export * from './contract/tryout'
export * from './contract/year'
export * from './contract/notices'

/** All that the window may ask. */
export interface Desk
  extends
    SessionCommands,
    EnrolmentCommands,
    DeskCommands,
    FormsCommands,
    InterestsCommands,
    ReviewCommands,
    EvidenceCommands,
    TakingCommands,
    VersionsCommands,
    SearchCommands,
    SyncCommands,
    SettingsCommands,
    SpeechCommands,
    FilesCommands,
    DossierCommands,
    DossiersCommands,
    JudgingCommands,
    LabelsCommands,
    OwnCommands,
    PapersCommands,
    VoteCommands,
    MotionCommands,
    OfficerCommands,
    ComparisonCommands,
    IntakeCommands,
    PeopleCommands,
    FoundingCommands,
    YearCommands,
    NoticesCommands {}
