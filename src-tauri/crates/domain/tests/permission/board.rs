//! A board led through every phase of one dossier, and the people who look at it.

use sceau_domain::action::{
    Action, ActionKind, CharterFacts, Declaration, KeyShare, MotionTerms, RecusalLevel, SealedOutcome,
    VoteMode,
};
use sceau_domain::board::{Board, Event};
use sceau_domain::id::{
    CommitteeId, DeviceId, DossierId, GroupId, Institute, InviteId, MemberId, MotionId, RoundId,
};
use sceau_domain::moment::Moment;
use sceau_domain::role::Role;

pub const INSTITUTE: Institute = Institute([0x70; 32]);
pub const DOSSIER: DossierId = DossierId([0xd1; 16]);
pub const ROUND: RoundId = RoundId([0xe0; 16]);
pub const MOTION: MotionId = MotionId([0xb0; 16]);
pub const COMMITTEE: CommitteeId = CommitteeId([0xc0; 16]);
/// Sheets and ballots are due then.
pub const DEADLINE: u64 = 1_000;
/// A device that the secretariat added and nobody has confirmed.
pub const WAITING: DeviceId = DeviceId([0xfa; 16]);
pub const INVITE: InviteId = InviteId([0x11; 16]);

/// Somebody at a laptop.
pub struct Person {
    pub member: MemberId,
    pub device: DeviceId,
}

const fn person(letter: u8) -> Person {
    Person { member: MemberId([letter; 16]), device: DeviceId([letter; 16]) }
}

/// In the order of the table's columns. The last two act for the reviewer, on another device.
pub const PEOPLE: [Person; 11] = [
    person(b'S'),
    person(b'C'),
    person(b'V'),
    person(b'O'),
    person(b'E'),
    person(b'R'),
    person(b'M'),
    person(b'J'),
    person(b'X'),
    Person { member: MemberId([b'R'; 16]), device: WAITING },
    Person { member: MemberId([b'R'; 16]), device: DeviceId([0xfb; 16]) },
];

/// How far the dossier has come.
pub struct Phase {
    pub name: &'static str,
    pub now: u64,
    steps: usize,
}

const fn phase(name: &'static str, steps: usize, now: u64) -> Phase {
    Phase { name, steps, now }
}

pub const PHASES: &[Phase] = &[
    phase("received", 0, 1),
    phase("declared", 1, 1),
    phase("scoring", 2, 1),
    phase("overdue", 2, DEADLINE + 1),
    phase("all-in", 3, 1),
    phase("closed", 4, 1),
    phase("opened", 5, 1),
    phase("voting", 6, 1),
    phase("vote-due", 6, DEADLINE + 1),
    phase("voted", 7, 1),
    phase("vote-end", 8, DEADLINE + 1),
    phase("shared", 9, DEADLINE + 1),
    phase("decided", 10, DEADLINE + 1),
    phase("certified", 11, DEADLINE + 1),
    phase("labelled", 12, DEADLINE + 1),
];

pub fn member(letter: u8) -> MemberId {
    MemberId([letter; 16])
}

pub fn decided(outcome: &str) -> SealedOutcome {
    SealedOutcome { outcome: outcome.to_owned(), opening: [0x0f; 32] }
}

struct Log {
    board: Board,
    index: u64,
}

impl Log {
    fn add(&mut self, by: u8, action: Action) {
        let event = Event {
            member: member(by),
            device: DeviceId([by; 16]),
            seq: self.index,
            index: self.index,
            received: Moment(self.index.min(DEADLINE)),
            action: &action,
        };
        self.board.apply(&event);
        self.index += 1;
    }
}

fn charter(version: u64, previous: [u8; 32], officers: &[u8]) -> Action {
    let keys: Vec<[u8; 32]> = officers.iter().map(|letter| [*letter; 32]).collect();
    Action::Charter(CharterFacts {
        digest: [u8::try_from(version).unwrap_or_default(); 32],
        previous,
        version,
        name: "Institut d’essai".to_owned(),
        officers: officers.iter().map(|letter| (member(*letter), [*letter; 32])).collect(),
        threshold: if officers.len() > 1 { 2 } else { 1 },
        signers: keys,
    })
}

/// Charter 1 and nothing else; its one officer is a member.
pub fn chartered() -> Board {
    let mut log = Log { board: Board::new(INSTITUTE), index: 0 };
    log.add(b'O', charter(1, [0; 32], b"O"));
    log.add(b'O', Action::Member { member: member(b'O'), college: Some("clinicians".to_owned()) });
    log.board
}

fn share(of: u8) -> KeyShare {
    KeyShare { member: member(of), device: DeviceId([of; 16]), seq: 0, share: vec![0; 96] }
}

/// An institute with three officers (O, C, V) of whom two open together, and a dossier.
fn founded() -> Log {
    let mut log = Log { board: chartered(), index: 10 };
    for letter in *b"SCVOERMJX" {
        let college = (!b"SE".contains(&letter)).then(|| "clinicians".to_owned());
        log.add(b'O', Action::Member { member: member(letter), college });
        log.add(letter, add_device(letter, DeviceId([letter; 16])));
    }
    log.add(b'R', add_device(b'R', DeviceId([0xfb; 16])));
    for (letter, role) in
        [(b'S', Role::Secretariat), (b'C', Role::Chair), (b'V', Role::ViceChair), (b'E', Role::Examiner)]
    {
        log.add(b'O', Action::Role { member: member(letter), role, granted: true });
    }
    log.add(b'O', charter(2, [1; 32], b"OCV"));
    log.add(b'S', add_device(b'R', WAITING));
    log.add(b'R', Action::DeviceRevoke { device: DeviceId([0xfb; 16]) });
    let officers = [b'O', b'C', b'V'].map(member).to_vec();
    for officer in *b"OCV" {
        for round in [
            ActionKind::CommitteeCommit,
            ActionKind::CommitteePolynomial,
            ActionKind::CommitteeShare,
            ActionKind::CommitteeConfirm,
        ] {
            let officers = officers.clone();
            log.add(officer, Action::Committee { round, committee: COMMITTEE, message: vec![1], officers });
        }
    }
    log.add(b'S', Action::DossierNew { dossier: DOSSIER });
    log
}

fn add_device(of: u8, device: DeviceId) -> Action {
    let key = [device.0[0]; 32];
    Action::DeviceAdd { member: member(of), device, signing: key, receiving: key, invite: None }
}

/// The board in a phase: every step of those before, in their order.
pub fn at(phase: &Phase) -> Board {
    let mut log = founded();
    let steps: [fn(&mut Log); 12] = [
        declared,
        |log| {
            let (deadline, minimum_sheets) = (Moment(DEADLINE), 1);
            let (committee, bylaws) = (COMMITTEE, [2; 32]);
            log.add(
                b'S',
                Action::Round { dossier: DOSSIER, round: ROUND, deadline, minimum_sheets, committee, bylaws },
            );
        },
        |log| log.add(b'R', Action::Sheet { dossier: DOSSIER, round: ROUND, sealed_key: vec![0; 176] }),
        |log| log.add(b'S', Action::SheetsOpen { dossier: DOSSIER, round: ROUND }),
        |log| {
            for officer in *b"OC" {
                let shares = vec![share(b'R')];
                log.add(officer, Action::SheetShares { dossier: DOSSIER, round: ROUND, shares });
            }
        },
        |log| log.add(b'C', motion()),
        |log| {
            for voter in *b"CVORM" {
                log.add(voter, Action::Ballot { motion: MOTION, sealed_key: vec![0; 176] });
            }
        },
        |log| log.add(b'S', Action::Close { motion: MOTION }),
        |log| log.add(b'O', Action::BallotShares { motion: MOTION, shares: vec![share(b'R')] }),
        |log| {
            let commitment = decided("grant").commitment(&INSTITUTE, MOTION);
            log.add(b'C', Action::Decision { dossier: DOSSIER, motion: MOTION, commitment });
        },
        |log| {
            let (number, document) = ("2026-001".to_owned(), [1; 32]);
            log.add(
                b'S',
                Action::Certificate { dossier: DOSSIER, number, document, decided: decided("grant") },
            );
        },
        |log| {
            let (number, document, facts) = ("2026-001".to_owned(), [1; 32], "{}".to_owned());
            log.add(b'S', Action::Publication { dossier: DOSSIER, number, document, facts, figures: None });
        },
    ];
    steps.iter().take(phase.steps).for_each(|step| step(&mut log));
    log.board
}

/// An act of somebody on their own laptop, folded without asking.
pub fn then(board: &mut Board, by: u8, action: &Action) {
    let (member, device) = (member(by), DeviceId([by; 16]));
    board.apply(&Event { member, device, seq: 800, index: 800, received: Moment(1), action });
}

/// Everybody but M declares; J's declared link waits for the chair; X is shut out; R and X were to review.
fn declared(log: &mut Log) {
    for letter in *b"CVOR" {
        interests(log, letter, Declaration::Nothing);
    }
    interests(log, b'J', Declaration::Something);
    interests(log, b'X', Declaration::Something);
    let level = Some(RecusalLevel::Full);
    log.add(b'C', Action::Recusal { dossier: DOSSIER, member: member(b'X'), level });
    log.add(b'S', Action::Assignment { dossier: DOSSIER, member: member(b'R'), assigned: true });
    for step in ["admit", "preselect", "assign"] {
        log.add(b'S', Action::DossierMove { dossier: DOSSIER, step: step.to_owned() });
    }
}

fn interests(log: &mut Log, by: u8, declaration: Declaration) {
    log.add(by, Action::Interests { dossier: DOSSIER, declaration, details: Default::default() });
}

pub fn motion() -> Action {
    let terms = MotionTerms {
        mode: VoteMode::RollCall,
        options: vec!["grant".to_owned(), "refuse".to_owned()],
        colleges: vec![("clinicians".to_owned(), [b'C', b'V', b'O', b'R', b'M', b'X'].map(member).to_vec())],
        committee: COMMITTEE,
        deadline: Moment(DEADLINE),
        smallest_group: 5,
        bylaws: [2; 32],
    };
    Action::Motion { motion: MOTION, dossier: DOSSIER, terms }
}

/// What an act of a kind speaks of: this dossier, its round, its motion, and in matters of people the reviewer R, whom
/// all others are not.
pub fn objects(kind: ActionKind) -> Vec<[u8; 16]> {
    use ActionKind as K;
    match kind {
        K::Member | K::Role | K::ProfileSet | K::LateAccept => vec![member(b'R').0],
        K::Invite => vec![member(b'R').0, INVITE.0],
        K::DeviceAdd => vec![member(b'R').0, [0xfc; 16]],
        K::DeviceCountersign | K::DeviceRevoke => vec![WAITING.0],
        K::CommitteeCommit | K::CommitteePolynomial | K::CommitteeShare | K::CommitteeConfirm => {
            vec![COMMITTEE.0]
        }
        K::KeyNew | K::KeyWrap => vec![GroupId::of_dossier(DOSSIER).0],
        K::DossierMove => vec![DOSSIER.0, sceau_domain::board::step_object("discuss")],
        K::Assignment | K::Recusal | K::RecusalWords | K::RecusalCriteria | K::NameMatch => {
            vec![DOSSIER.0, member(b'R').0]
        }
        K::Round => vec![DOSSIER.0, [0xe1; 16]],
        K::SheetsOpen | K::SheetShares | K::Sheet | K::Revision | K::Thread => vec![DOSSIER.0, ROUND.0],
        K::Motion => vec![[0xb1; 16], DOSSIER.0],
        K::Ballot | K::Close | K::BallotShares => vec![MOTION.0],
        K::MotionText | K::Tally => vec![MOTION.0, DOSSIER.0],
        K::Decision => vec![DOSSIER.0, MOTION.0],
        K::DossierNew => vec![[0xd2; 16]],
        _ => vec![DOSSIER.0; kind.objects()],
    }
}

/// As [`objects`], with the author in the place of the reviewer.
pub fn objects_of_self(kind: ActionKind, by: &Person) -> Vec<[u8; 16]> {
    let own = |object: [u8; 16]| if object == member(b'R').0 { by.member.0 } else { object };
    objects(kind).into_iter().map(own).collect()
}
