//! Everything that can ever happen, as one closed list.
//!
//! [`ActionKind`] is all that permission looks at besides a header's objects. [`Action`] is the content
//! of the kinds whose payload travels in clear, because everybody must fold them; the content of sealed
//! kinds is read where the key is.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::figures::Figures;
use crate::id::{CommitteeId, DeviceId, DossierId, GroupId, InviteId, MemberId, MotionId, RoundId};
use crate::label::LabelMove;
use crate::moment::Moment;
use crate::role::Role;

pub use crate::decision::SealedOutcome;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $objects:literal;)*) => {
        /// What happened. The number stands in headers and is never used for anything else.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ActionKind { $($(#[$doc])* $name,)* }

        impl ActionKind {
            /// Every kind that this version knows, by number.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The number that stands in headers.
            #[must_use]
            pub const fn code(self) -> u16 { match self { $(Self::$name => $code,)* } }

            /// How many objects its header names, in the order of `records.cddl`.
            #[must_use]
            pub const fn objects(self) -> usize { match self { $(Self::$name => $objects,)* } }

            /// The kind of a number; `None` for what a newer version made.
            #[must_use]
            pub const fn from_code(code: u16) -> Option<Self> {
                match code { $($code => Some(Self::$name),)* _ => None }
            }
        }
    };
}

kinds! {
    /// A charter, or a further signature on one. Objects: none.
    Charter = 10, 0;
    /// A member takes a place. Objects: member.
    Member = 11, 1;
    /// A role is granted or taken back. Objects: member.
    Role = 12, 1;
    /// A one-time invitation. Objects: member, invitation.
    Invite = 13, 2;
    /// A device is vouched for. Objects: member, device.
    DeviceAdd = 14, 2;
    /// The second person confirms a device. Objects: device.
    DeviceCountersign = 15, 1;
    /// A device is no longer trusted from here on. Objects: device.
    DeviceRevoke = 16, 1;
    /// The digest of a member's sealed profile. Objects: member.
    ProfileSet = 17, 1;
    /// A member shows the key with which they would sign charters. Objects: none.
    OfficerKey = 18, 0;
    /// Bylaws come into force. Objects: none.
    Bylaws = 20, 0;
    /// A grid is published. Objects: none.
    Grid = 21, 0;
    /// The labels file is published. Objects: none.
    Labels = 22, 0;
    /// The orientation file is published. Objects: none.
    Orientation = 23, 0;
    /// An officer commits to a share of the committee key. Objects: committee.
    CommitteeCommit = 40, 1;
    /// An officer opens the commitment: the polynomial in the exponent. Objects: committee.
    CommitteePolynomial = 41, 1;
    /// An officer's shares for the other officers. Objects: committee.
    CommitteeShare = 42, 1;
    /// An officer confirms the participant keys. Objects: committee.
    CommitteeConfirm = 43, 1;
    /// A dossier begins. Objects: dossier.
    DossierNew = 100, 1;
    /// What every member may know before declaring interests, under the board's key. Objects: dossier.
    DossierCard = 101, 1;
    /// A step of a dossier's life that no other act implies. Objects: dossier, move.
    DossierMove = 102, 2;
    /// A file of evidence joins, under the dossier's key. Objects: dossier.
    Evidence = 103, 1;
    /// The publisher's answers and the frozen grid, under the dossier's key. Objects: dossier.
    Answers = 104, 1;
    /// The examiner's statuses, under the dossier's key. Objects: dossier.
    Examination = 105, 1;
    /// The label that a dossier renews, under the board's key. Objects: dossier.
    Renewal = 106, 1;
    /// Why a step was taken, and what would improve the solution, under the dossier's key. Objects: dossier.
    StepWords = 107, 1;
    /// On what an appeal rests and when it came, under the dossier's key; in one batch with the step. Objects: dossier.
    AppealTerms = 108, 1;
    /// A new key of a group. Objects: group.
    KeyNew = 110, 1;
    /// A group's key for some devices. Objects: group.
    KeyWrap = 111, 1;
    /// A member is asked to review, or no longer. Objects: dossier, member.
    Assignment = 120, 2;
    /// The author declares interests for a dossier. Objects: dossier.
    Interests = 130, 1;
    /// The chair keeps a member out. Objects: dossier, member.
    Recusal = 131, 2;
    /// Why it was decided so about a member's links, sealed to the devices of those who judge and of whom it concerns;
    /// in one batch with the decision. Objects: dossier, member.
    RecusalWords = 132, 2;
    /// The criteria that a recusal of level `criterion` names, under the dossier's key; in one batch with the decision.
    /// Objects: dossier, member.
    RecusalCriteria = 133, 2;
    /// What a person says of a match of names that the machine proposes, sealed to the devices of those who judge.
    /// Objects: dossier, member.
    NameMatch = 134, 2;
    /// Scoring begins. Objects: dossier, round.
    Round = 140, 2;
    /// The intake of sheets ends. Objects: dossier, round.
    SheetsOpen = 141, 2;
    /// An officer's shares of the sheet keys. Objects: dossier, round.
    SheetShares = 142, 2;
    /// Own work in progress, sealed to own devices. Objects: dossier.
    Draft = 200, 1;
    /// Notes and annotations. Objects: dossier.
    Notes = 210, 1;
    /// A submitted sheet, sealed to the committee. Objects: dossier, round.
    Sheet = 220, 2;
    /// A mark changed after the opening. Objects: dossier, round.
    Revision = 230, 2;
    /// A word about a criterion, said to the other readers after the opening. Objects: dossier, round.
    Thread = 240, 2;
    /// A motion is put. Objects: motion, dossier.
    Motion = 300, 2;
    /// A ballot. Objects: motion.
    Ballot = 301, 1;
    /// A vote closes, at this index of the log. Objects: motion.
    Close = 302, 1;
    /// An officer's shares of the ballots' keys. Objects: motion.
    BallotShares = 303, 1;
    /// The chair accepts what came late. Objects: member.
    LateAccept = 304, 1;
    /// The words of a motion, under the dossier's key. Objects: motion, dossier.
    MotionText = 305, 2;
    /// The counted result, under the dossier's key. Objects: motion, dossier.
    Tally = 310, 2;
    /// The decision that follows: its outcome is sealed until a label is. Objects: dossier, motion.
    Decision = 320, 2;
    /// The board's opinion, under the dossier's key. Objects: dossier.
    Opinion = 321, 1;
    /// A certificate is sealed. Objects: dossier.
    Certificate = 400, 1;
    /// A label is public under its number. Objects: dossier.
    Publication = 401, 1;
    /// A step of a published label's life. Objects: dossier.
    LabelMove = 410, 1;
}

/// Answer to "have you any link with this dossier?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Declaration {
    /// Nothing to declare; an act like any other.
    Nothing,
    /// Something that the chair must judge before anything is read.
    Something,
}

/// How far a recusal goes (rules §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecusalLevel {
    /// Does not mark the named criteria; reads, speaks and votes.
    Criterion,
    /// Reads and speaks; the sheet is not counted, no vote.
    Discuss,
    /// No key, no reading, no mark, no debate, no vote.
    Full,
}

/// How the choices of a vote can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VoteMode {
    /// Named, sealed until closing.
    RollCall,
    /// Never opened one by one. Known to the format, not yet offered.
    Secret,
}

/// What a motion fixes before anybody votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MotionTerms {
    /// How the choices can be read.
    pub mode: VoteMode,
    /// Codes of the choices, abstention and blank included; 2 to 16.
    pub options: Vec<String>,
    /// The electors by college, in the order of the bylaws and of the roster.
    pub colleges: Vec<(String, Vec<MemberId>)>,
    /// The committee that opens the ballots.
    pub committee: CommitteeId,
    /// Ballots received after this moment are late.
    pub deadline: Moment,
    /// The smallest group whose counts may be shown.
    pub smallest_group: u16,
    /// SHA-256 of the bylaws file in force.
    pub bylaws: [u8; 32],
}

/// A share of one sealed key: whose act it opens, where that act stands, and the 96 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyShare {
    /// Author of the sealed act.
    pub member: MemberId,
    /// Device and position of the sealed act.
    pub device: DeviceId,
    /// Position in the device's series.
    pub seq: u64,
    /// Point and proof, 96 bytes.
    pub share: Vec<u8>,
}

/// A charter as the fold needs it: the signatures were verified by whoever read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharterFacts {
    /// SHA-256 of the record.
    pub digest: [u8; 32],
    /// The previous charter's digest; zeros for the first.
    pub previous: [u8; 32],
    /// 1, 2, 3 …
    pub version: u64,
    /// The institute's name.
    pub name: String,
    /// The officers and the keys with which they sign charters.
    pub officers: BTreeMap<MemberId, [u8; 32]>,
    /// How many of them must act together.
    pub threshold: u8,
    /// Keys whose signature on this record is valid.
    pub signers: Vec<[u8; 32]>,
}

/// The content of an act that everybody folds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// A charter with the signatures gathered so far.
    Charter(CharterFacts),
    /// A member takes a place.
    Member {
        /// Who.
        member: MemberId,
        /// Code of the college, `None` for the secretariat.
        college: Option<String>,
    },
    /// A role is granted or taken back.
    Role {
        /// Whose.
        member: MemberId,
        /// Which.
        role: Role,
        /// Granted, else taken back.
        granted: bool,
    },
    /// A one-time invitation.
    Invite {
        /// For whom.
        member: MemberId,
        /// Named by a hash of its secret.
        invite: InviteId,
        /// Not accepted after.
        expires: Moment,
    },
    /// A device is vouched for; its request was verified by whoever read it.
    DeviceAdd {
        /// Whose.
        member: MemberId,
        /// Named by its keys.
        device: DeviceId,
        /// Ed25519 public key.
        signing: [u8; 32],
        /// X25519 public key.
        receiving: [u8; 32],
        /// The invitation it answered; `None` for a founder.
        invite: Option<InviteId>,
    },
    /// The second person confirms a device.
    DeviceCountersign {
        /// Which.
        device: DeviceId,
    },
    /// A device is no longer trusted.
    DeviceRevoke {
        /// Which.
        device: DeviceId,
    },
    /// The digest of a sealed profile.
    ProfileSet {
        /// Whose.
        member: MemberId,
        /// SHA-256 of the sealed blob.
        digest: [u8; 32],
    },
    /// The author's key for charters.
    OfficerKey {
        /// Ed25519 public key.
        key: [u8; 32],
    },
    /// A versioned file of rules: grid, bylaws or labels.
    RulesFile {
        /// Which of the three.
        kind: ActionKind,
        /// The file's `id` (`labels` for the labels file).
        id: String,
        /// The file's `version`.
        version: String,
        /// SHA-256 of the text.
        digest: [u8; 32],
        /// The file itself.
        text: String,
    },
    /// A step of the officers' key generation; the bytes belong to the ballot crate.
    Committee {
        /// Which of the four rounds.
        round: ActionKind,
        /// Which run.
        committee: CommitteeId,
        /// The message of that round.
        message: Vec<u8>,
        /// Participants in their order, stated by a commitment; empty in other rounds.
        officers: Vec<MemberId>,
    },
    /// A dossier begins.
    DossierNew {
        /// Which.
        dossier: DossierId,
    },
    /// A step of a dossier's life.
    DossierMove {
        /// Which.
        dossier: DossierId,
        /// Name of the step in rules §2.1.
        step: String,
    },
    /// A new key of a group.
    KeyNew {
        /// Which group.
        group: GroupId,
        /// 1, 2, 3 …
        epoch: u64,
        /// HKDF commitment to the key.
        commitment: [u8; 32],
        /// The previous key sealed under the new one; empty for the first.
        previous: Vec<u8>,
    },
    /// A group's key for some devices.
    KeyWrap {
        /// Which group.
        group: GroupId,
        /// Which of its keys.
        epoch: u64,
        /// Encapsulated key and ciphertext by recipient, 80 bytes each.
        wraps: BTreeMap<DeviceId, Vec<u8>>,
    },
    /// A member is asked to review, or no longer.
    Assignment {
        /// Which dossier.
        dossier: DossierId,
        /// Whom.
        member: MemberId,
        /// Asked, else relieved.
        assigned: bool,
    },
    /// The author declares interests.
    Interests {
        /// For which dossier.
        dossier: DossierId,
        /// What.
        declaration: Declaration,
        /// The details, sealed to the devices of those who judge them.
        details: BTreeMap<DeviceId, Vec<u8>>,
    },
    /// The chair keeps a member out.
    Recusal {
        /// Of which dossier.
        dossier: DossierId,
        /// Whom.
        member: MemberId,
        /// How far; `None` lets a declared link stand without consequence.
        level: Option<RecusalLevel>,
    },
    /// Words about a member's links: why it was decided so, or what a match of names is.
    LinkWords {
        /// Which of the two.
        kind: ActionKind,
        /// About which dossier.
        dossier: DossierId,
        /// About whom.
        member: MemberId,
        /// The words, sealed to the devices of those who may know them.
        details: BTreeMap<DeviceId, Vec<u8>>,
    },
    /// Scoring begins.
    Round {
        /// Of which dossier.
        dossier: DossierId,
        /// Named.
        round: RoundId,
        /// Sheets received after are late.
        deadline: Moment,
        /// Fewest sheets that may be opened at the deadline.
        minimum_sheets: u16,
        /// The committee that opens them.
        committee: CommitteeId,
        /// SHA-256 of the bylaws file in force.
        bylaws: [u8; 32],
    },
    /// The intake of sheets ends.
    SheetsOpen {
        /// Of which dossier.
        dossier: DossierId,
        /// Of which round.
        round: RoundId,
    },
    /// An officer's shares of the sheets' keys.
    SheetShares {
        /// Of which dossier.
        dossier: DossierId,
        /// Of which round.
        round: RoundId,
        /// One per sheet.
        shares: Vec<KeyShare>,
    },
    /// A submitted sheet; its marks are sealed.
    Sheet {
        /// Of which dossier.
        dossier: DossierId,
        /// Of which round.
        round: RoundId,
        /// The box that holds the sheet's key.
        sealed_key: Vec<u8>,
    },
    /// A motion is put.
    Motion {
        /// Named.
        motion: MotionId,
        /// About which dossier.
        dossier: DossierId,
        /// What is fixed before anybody votes.
        terms: MotionTerms,
    },
    /// A ballot; its choice is sealed.
    Ballot {
        /// In which vote.
        motion: MotionId,
        /// The box that holds the ballot's key.
        sealed_key: Vec<u8>,
    },
    /// A vote closes.
    Close {
        /// Which.
        motion: MotionId,
    },
    /// An officer's shares of the ballots' keys.
    BallotShares {
        /// Of which vote.
        motion: MotionId,
        /// One per ballot that counts.
        shares: Vec<KeyShare>,
    },
    /// The chair accepts what came late.
    LateAccept {
        /// Whose act.
        member: MemberId,
        /// On which device.
        device: DeviceId,
        /// At which position.
        seq: u64,
    },
    /// The decision about a dossier; its words are sealed.
    Decision {
        /// Which dossier.
        dossier: DossierId,
        /// From which vote.
        motion: MotionId,
        /// Commitment to the outcome, which stands in the sealed tally (see [`SealedOutcome`]).
        commitment: [u8; 32],
    },
    /// A certificate is sealed.
    Certificate {
        /// For which dossier.
        dossier: DossierId,
        /// Public number of the label.
        number: String,
        /// SHA-256 of the signed PDF.
        document: [u8; 32],
        /// What was decided, opened for everybody: a label becomes public.
        decided: SealedOutcome,
    },
    /// A label is public.
    Publication {
        /// For which dossier.
        dossier: DossierId,
        /// Its public number, never used twice.
        number: String,
        /// SHA-256 of the signed PDF.
        document: [u8; 32],
        /// The public facts, as JSON.
        facts: String,
        /// What the board decided in numbers; none in publications from before figures were made.
        figures: Option<Box<Figures>>,
    },
    /// A step of a published label's life; the grounds are sealed.
    LabelMove {
        /// Of which dossier's label.
        dossier: DossierId,
        /// What is recorded in clear.
        said: LabelMove,
    },
    /// A kind whose content is sealed, or says nothing beyond its header.
    Sealed {
        /// Which kind.
        kind: ActionKind,
        /// The header's objects.
        objects: Vec<[u8; 16]>,
    },
}
