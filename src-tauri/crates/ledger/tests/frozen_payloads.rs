//! The bytes of every payload, frozen: what is written today must be read in ten years. A line that changes here is a
//! new version of its schema, never an edit of this file.

mod board;

use std::collections::{BTreeMap, BTreeSet};

use sceau_domain::action::{
    Action, ActionKind, Declaration, KeyShare, MotionTerms, RecusalLevel, SealedOutcome, VoteMode,
};
use sceau_domain::figures::{AxisFigures, Figures, Heads, Named};
use sceau_domain::grid::Words;
use sceau_domain::id::{
    CommitteeId, DeviceId, DossierId, GroupId, Institute, InviteId, MemberId, MotionId, RoundId,
};
use sceau_domain::label::{Date, Deed, LabelMove, PublicReason};
use sceau_domain::moment::Moment;
use sceau_domain::publication::{Publication, PublishedRow};
use sceau_domain::role::Role;
use sceau_domain::visibility::is_published;
use sceau_ledger::device::{InviteSecret, SignedJoin};
use sceau_ledger::encoding::{Record, Writer};
use sceau_ledger::header::Header;
use sceau_ledger::payload::sealed::{
    About, Anchor, Answer, Answers, AppealTerms, Beside, Card, Choice, DraftRow, Drafts, Entity,
    EvidenceItem, Examination, Examined, InterestItem, Interests, LabelGrounds, LateReason, Mark, Message,
    MotionText, NameMatch, Note, NoteColour, NoteStyle, Notes, Opinion, Place, Profile, RecusalCriteria,
    RecusalWords, Renewal, RevisedRow, Revision, Said, Sheet, SheetRow, StepWords, Tally, Thread, Unfinished,
    Why,
};
use sceau_ledger::payload::{VERSION, decode, encode};
use sceau_ledger::tree::sha256;

const FROZEN: &str = include_str!("vectors/payloads.txt");

const DOSSIER: DossierId = DossierId([0xd1; 16]);
const MEMBER: MemberId = MemberId([0xa1; 16]);
const ROUND: RoundId = RoundId([0xe0; 16]);
const MOTION: MotionId = MotionId([0xb0; 16]);
const COMMITTEE: CommitteeId = CommitteeId([0xc0; 16]);
const INSTITUTE: Institute = board::INSTITUTE;
const DEVICE: DeviceId = DeviceId([0xf0; 16]);

fn decided() -> SealedOutcome {
    SealedOutcome { outcome: "grant".to_owned(), opening: [0x0f; 32] }
}

fn label_move(deed: Deed, from: Option<Date>, successor: Option<&str>) -> Action {
    let reason = || PublicReason { fr: "Défaut d’affichage.".to_owned(), en: some("Display fault.") };
    let said = LabelMove {
        number: "2026-001".to_owned(),
        deed,
        from,
        successor: successor.map(str::to_owned),
        public: is_published(deed).then(reason),
    };
    Action::LabelMove { dossier: DOSSIER, said }
}

fn figures() -> Figures {
    let named = |code: &str, fr: &str, en: Option<&str>| Named {
        code: code.to_owned(),
        title: Words { fr: fr.to_owned(), en: en.map(str::to_owned) },
    };
    let choices = |grant, refuse| vec![("grant".to_owned(), grant), ("refuse".to_owned(), refuse)];
    let row = |colleges: &[&str], grant, refuse| PublishedRow {
        colleges: colleges.iter().map(|code| (*code).to_owned()).collect(),
        choices: choices(grant, refuse),
    };
    Figures {
        smallest_group: 5,
        heads: Some(Heads { electors: 20, present: 18, needed: 11, voters: 18 }),
        ballots: Publication {
            total: Some(choices(15, 3)),
            rows: vec![row(&["clinicians"], 7, 1), row(&["academics", "patients"], 8, 2)],
        },
        colleges: vec![
            named("clinicians", "Cliniciens", Some("Clinicians")),
            named("academics", "academics", None),
            named("patients", "Patients", None),
        ],
        recusals: 3,
        scale: "20".to_owned(),
        axes: vec![AxisFigures {
            axis: named("A1", "Information scientifique", Some("Scientific information")),
            sheets: 6,
            low: "13.5".to_owned(),
            median: "15.0".to_owned(),
            high: "16.3".to_owned(),
        }],
    }
}

fn share() -> KeyShare {
    KeyShare { member: MEMBER, device: DEVICE, seq: 7, share: vec![9; 96] }
}

fn rules_file(kind: ActionKind) -> Action {
    let text = "format = \"sceau-grid/1\"\n".to_owned();
    let digest = sha256(text.as_bytes());
    Action::RulesFile { kind, id: "exemple".to_owned(), version: "1".to_owned(), digest, text }
}

fn committee(round: ActionKind, message: Vec<u8>, officers: Vec<MemberId>) -> Action {
    Action::Committee { round, committee: COMMITTEE, message, officers }
}

fn share_wraps() -> Vec<u8> {
    let mut to = Writer::new();
    to.array(1).array(2).bytes(&DEVICE.0).bytes(&[8; 80]);
    to.finish()
}

fn actions() -> Vec<Action> {
    let wraps = BTreeMap::from([(DEVICE, vec![8; 80])]);
    let terms = MotionTerms {
        mode: VoteMode::RollCall,
        options: ["grant", "refuse", "abstain", "blank"].map(str::to_owned).to_vec(),
        colleges: vec![("patients".to_owned(), vec![MEMBER])],
        committee: COMMITTEE,
        deadline: Moment(1_795_305_600_000),
        smallest_group: 5,
        bylaws: [2; 32],
    };
    vec![
        Action::Member { member: MEMBER, college: Some("patients".to_owned()) },
        Action::Member { member: MEMBER, college: None },
        Action::Role { member: MEMBER, role: Role::Chair, granted: true },
        Action::Invite { member: MEMBER, invite: InviteId([0x11; 16]), expires: Moment(1_795_305_600_000) },
        Action::DeviceCountersign { device: DEVICE },
        Action::DeviceRevoke { device: DEVICE },
        Action::ProfileSet { member: MEMBER, digest: [1; 32] },
        Action::OfficerKey { key: [3; 32] },
        rules_file(ActionKind::Bylaws),
        rules_file(ActionKind::Grid),
        rules_file(ActionKind::Labels),
        rules_file(ActionKind::Orientation),
        committee(ActionKind::CommitteeCommit, vec![4; 32], vec![MEMBER]),
        committee(ActionKind::CommitteePolynomial, vec![5; 192], Vec::new()),
        committee(ActionKind::CommitteeShare, share_wraps(), Vec::new()),
        committee(ActionKind::CommitteeConfirm, vec![6; 32], Vec::new()),
        Action::DossierNew { dossier: DOSSIER },
        Action::DossierMove { dossier: DOSSIER, step: "admit".to_owned() },
        Action::KeyNew { group: GroupId([0xd1; 16]), epoch: 1, commitment: [5; 32], previous: vec![6; 48] },
        Action::KeyWrap { group: GroupId([0xd1; 16]), epoch: 1, wraps },
        Action::Assignment { dossier: DOSSIER, member: MEMBER, assigned: true },
        Action::Interests {
            dossier: DOSSIER,
            declaration: Declaration::Something,
            details: BTreeMap::from([(DEVICE, vec![7; 5])]),
        },
        Action::Recusal { dossier: DOSSIER, member: MEMBER, level: Some(RecusalLevel::Full) },
        Action::Recusal { dossier: DOSSIER, member: MEMBER, level: None },
        Action::LinkWords {
            kind: ActionKind::RecusalWords,
            dossier: DOSSIER,
            member: MEMBER,
            details: BTreeMap::from([(DEVICE, vec![7; 5])]),
        },
        Action::LinkWords {
            kind: ActionKind::NameMatch,
            dossier: DOSSIER,
            member: MEMBER,
            details: BTreeMap::from([(DEVICE, vec![8; 5])]),
        },
        Action::Round {
            dossier: DOSSIER,
            round: ROUND,
            deadline: Moment(1_795_305_600_000),
            minimum_sheets: 3,
            committee: COMMITTEE,
            bylaws: [2; 32],
        },
        Action::SheetsOpen { dossier: DOSSIER, round: ROUND },
        Action::SheetShares { dossier: DOSSIER, round: ROUND, shares: vec![share()] },
        Action::Sheet { dossier: DOSSIER, round: ROUND, sealed_key: vec![1; 176] },
        Action::Motion { motion: MOTION, dossier: DOSSIER, terms },
        Action::Ballot { motion: MOTION, sealed_key: vec![1; 176] },
        Action::Close { motion: MOTION },
        Action::BallotShares { motion: MOTION, shares: vec![share()] },
        Action::LateAccept { member: MEMBER, device: DEVICE, seq: 3 },
        Action::Decision {
            dossier: DOSSIER,
            motion: MOTION,
            commitment: decided().commitment(&INSTITUTE, MOTION),
        },
        Action::Certificate {
            dossier: DOSSIER,
            number: "2026-001".to_owned(),
            document: [1; 32],
            decided: decided(),
        },
        Action::Publication {
            dossier: DOSSIER,
            number: "2026-001".to_owned(),
            document: [1; 32],
            facts: "{}".to_owned(),
            figures: None,
        },
        Action::Publication {
            dossier: DOSSIER,
            number: "2026-001".to_owned(),
            document: [1; 32],
            facts: "{}".to_owned(),
            figures: Some(Box::new(figures())),
        },
        Action::Publication {
            dossier: DOSSIER,
            number: "2026-001".to_owned(),
            document: [1; 32],
            facts: "{}".to_owned(),
            figures: Some(Box::new(Figures {
                heads: None,
                ballots: Publication::default(),
                colleges: Vec::new(),
                axes: Vec::new(),
                ..figures()
            })),
        },
        label_move(Deed::Suspended, None, None),
        label_move(Deed::Withdrawn, Some(Date::constant(2026, 12, 31)), None),
        label_move(Deed::Superseded, None, Some("2026-002")),
        label_move(
            Deed::Extended { evidence_due_on: Date::constant(2027, 3, 1), valid_until: None },
            None,
            None,
        ),
        label_move(Deed::Confirmed { months: 36 }, None, None),
        label_move(Deed::FormalNotice { deadline_on: Date::constant(2027, 1, 31) }, None, None),
    ]
}

fn anchor() -> Anchor {
    Anchor {
        id: [1; 16],
        file: [2; 32],
        page: 7,
        rects: vec![[-100, 0, 5_000, 79_000]],
        quote: "un comité d’adjudication".to_owned(),
        before: "par".to_owned(),
        after: "indépendant".to_owned(),
        region: false,
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn record<T: Record + PartialEq + core::fmt::Debug>(name: &str, value: &T) -> String {
    let bytes = value.encode();
    assert_eq!(T::decode(&bytes).as_ref(), Ok(value), "{name}");
    format!("{name} {}", hex(&bytes))
}

fn sealed() -> Vec<String> {
    let row = |mark| SheetRow {
        criterion: "2.3".to_owned(),
        mark,
        reason: "Parce que.".to_owned(),
        anchors: vec![anchor()],
    };
    let marks = [
        Some(Mark::Option("3".to_owned())),
        Some(Mark::Value("30".to_owned())),
        Some(Mark::NotApplicable),
        None,
    ];
    let interest = InterestItem {
        category: "grant".to_owned(),
        entity: "Éditeur".to_owned(),
        from: some("2024"),
        to: None,
        paid: "institution".to_owned(),
        text: "Financement.".to_owned(),
        identifier: None,
    };
    let row_of = |mark| row(Some(mark));
    let note = || Note {
        passage: anchor(),
        version: 2,
        text: "Note".to_owned(),
        removed: false,
        style: NoteStyle::Highlight,
        colour: None,
    };
    let styled = || Note { style: NoteStyle::Underline, colour: Some(NoteColour::Against), ..note() };
    let draft = |id, content| DraftRow { id: [id; 16], version: 3, updated: board::MOMENT, content };
    let revised = RevisedRow {
        id: [3; 16],
        version: 1,
        row: row_of(Mark::Option("2".to_owned())),
        why: "Après discussion.".to_owned(),
    };
    vec![
        record(
            "200",
            &Drafts(vec![
                draft(1, Unfinished::Mark(row_of(Mark::NotApplicable))),
                draft(2, Unfinished::Note(note())),
            ]),
        ),
        record("230", &Revision(vec![revised])),
        record(
            "240",
            &Thread {
                criterion: "2.5".to_owned(),
                said: Said::Message(Message {
                    id: [4; 16],
                    text: "Les abandons sont expliqués, annexe C.".to_owned(),
                    reply_to: Some([5; 16]),
                }),
                about: None,
            },
        ),
        record("240", &Thread { criterion: "2.5".to_owned(), said: Said::Settled(true), about: None }),
        record(
            "240",
            &Thread {
                criterion: "2.5".to_owned(),
                said: Said::Message(Message {
                    id: [6; 16],
                    text: "Cette phrase parle d’un autre bras.".to_owned(),
                    reply_to: None,
                }),
                about: Some([3; 16]),
            },
        ),
        record(
            "240",
            &Thread { criterion: "2.5".to_owned(), said: Said::Settled(false), about: Some([3; 16]) },
        ),
        record("304-sealed", &LateReason("Panne de réseau à l’hôpital.".to_owned())),
        record("410-sealed", &LabelGrounds("Défaut signalé par l’éditeur.".to_owned())),
        record("220-sealed", &Sheet { grid: [9; 32], rows: marks.clone().map(row).to_vec(), whys: vec![] }),
        record(
            "220-sealed",
            &Sheet {
                grid: [9; 32],
                rows: marks.map(row).to_vec(),
                whys: vec![Why {
                    criterion: "2.3".to_owned(),
                    line: "L’annexe C m’a convaincue.".to_owned(),
                }],
            },
        ),
        record("210", &Notes(vec![note()])),
        record("210", &Notes(vec![styled()])),
        record("interests", &Interests(vec![interest.clone()])),
        record("interests", &Interests(vec![InterestItem { identifier: some("123 456 789"), ..interest }])),
        record("recusal-words", &RecusalWords("Même laboratoire.".to_owned())),
        record("133", &RecusalCriteria(vec!["1.1".to_owned(), "2.1".to_owned()])),
        record(
            "name-match",
            &NameMatch {
                declared: ("Lumen SAS".to_owned(), None),
                entity: ("publisher".to_owned(), "Lumen".to_owned(), some("123456789")),
                confirmed: false,
                reason: "Homonymes.".to_owned(),
            },
        ),
        record(
            "profile",
            &Profile { name: "Claire Aubert".to_owned(), title: some("Pr"), ..Profile::default() },
        ),
        record(
            "profile",
            &Profile { name: "Claire Aubert".to_owned(), max_load: Some(6), ..Profile::default() },
        ),
        record(
            "101",
            &Card {
                number: "2026-001".to_owned(),
                solution: "OncoSuivi".to_owned(),
                version: "4.2".to_owned(),
                publisher: "Lumen".to_owned(),
                summary: ("Suivi.".to_owned(), some("Follow-up.")),
                plain: None,
                label: "HNEC".to_owned(),
                entities: vec![Entity {
                    role: "funder".to_owned(),
                    name: "Fonds".to_owned(),
                    identifier: None,
                }],
                demonstration: true,
            },
        ),
        record(
            "104",
            &Answers {
                grid: [9; 32],
                has_class: some("C"),
                intended_use: "Suivre à distance.".to_owned(),
                label: "HNEC".to_owned(),
                about: About {
                    contact: some("Affaires cliniques"),
                    email: some("a@b.example"),
                    phone: None,
                    country: some("FR"),
                    md_class: some("IIa"),
                    url: some("https://b.example"),
                    languages: vec!["fr".to_owned()],
                    intended_use_en: some("Remote follow-up."),
                },
                answers: vec![Answer {
                    criterion: "1.1".to_owned(),
                    answer: "yes".to_owned(),
                    comment: some("Oui"),
                    evidence: vec!["essai.pdf".to_owned()],
                }],
            },
        ),
        record(
            "105",
            &Examination(vec![Examined {
                criterion: "1.1".to_owned(),
                status: "corrected".to_owned(),
                value: some("no"),
                why: "Absent.".to_owned(),
                anchors: vec![anchor()],
            }]),
        ),
        record(
            "103",
            &EvidenceItem {
                place: Place { root: [1; 32], key: [2; 32], size: 300_000 },
                sha256: [3; 32],
                media: "application/pdf".to_owned(),
                name: "essai.pdf".to_owned(),
                title: "Essai".to_owned(),
                kind: "trial".to_owned(),
                number: 2,
                criteria: vec!["1.1".to_owned()],
                beside: Beside::default(),
            },
        ),
        record(
            "103",
            &EvidenceItem {
                place: Place { root: [1; 32], key: [2; 32], size: 300_000 },
                sha256: [4; 32],
                media: "application/pdf".to_owned(),
                name: "essai.pdf".to_owned(),
                title: "Essai".to_owned(),
                kind: "trial".to_owned(),
                number: 2,
                criteria: vec!["1.1".to_owned()],
                beside: Beside {
                    replaces: Some([3; 32]),
                    change: some("Une référence corrigée."),
                    reference: some("{}"),
                    study: None,
                },
            },
        ),
        record(
            "103",
            &EvidenceItem {
                place: Place { root: [1; 32], key: [2; 32], size: 300_000 },
                sha256: [5; 32],
                media: "application/pdf".to_owned(),
                name: "essai.pdf".to_owned(),
                title: "Essai".to_owned(),
                kind: "trial".to_owned(),
                number: 3,
                criteria: vec!["1.1".to_owned()],
                beside: Beside { study: some("randomised"), ..Beside::default() },
            },
        ),
        record(
            "305",
            &MotionText { fr: "Accorder ?".to_owned(), en: "Grant?".to_owned(), bylaws: "id = 1".to_owned() },
        ),
        record("106", &Renewal("2024-012".to_owned())),
        record(
            "107",
            &StepWords {
                step: "decline".to_owned(),
                reason: "Trop tôt.".to_owned(),
                improve: vec!["{}".to_owned()],
            },
        ),
        record(
            "108",
            &AppealTerms { ground: "new-element".to_owned(), received_on: "2027-01-22".to_owned() },
        ),
        record("301-sealed", &Choice { option: "grant".to_owned(), safety: false }),
        record(
            "310",
            &Tally {
                outcome: "grant".to_owned(),
                choices: vec![("grant".to_owned(), 15)],
                reasons: vec!["{}".to_owned()],
                opening: decided().opening,
            },
        ),
        record("321", &Opinion { reasons: vec!["Raison.".to_owned()], improve: Vec::new() }),
    ]
}

/// Records that are signed elsewhere and travel as payloads: a charter and a device's request.
fn signed() -> Vec<String> {
    let charter = board::signed(&board::charter(1, [0; 32], &[11, 12], 2), &[11, 12]).encode();
    let secret = InviteSecret::from_bytes([7; 16]);
    let device = board::device(1);
    let join = SignedJoin::make(INSTITUTE, &secret, &device.keys(), &device.signer).encode();
    let header = |kind: ActionKind, objects| Header {
        seq: 0,
        at: Moment(0),
        kind: kind.code(),
        version: VERSION,
        objects,
        parcel: 0,
        item: 0,
    };
    let charter_header = header(ActionKind::Charter, vec![]);
    assert!(decode(&charter_header, &charter, &INSTITUTE).is_ok());
    let join_header = header(ActionKind::DeviceAdd, vec![MEMBER.0, device.id().0]);
    assert!(decode(&join_header, &join, &INSTITUTE).is_ok());
    vec![format!("10 {}", hex(&charter)), format!("14 {}", hex(&join))]
}

fn clear() -> Vec<String> {
    let line = |action: Action| {
        let header = Header {
            seq: 0,
            at: Moment(0),
            kind: action.kind().code(),
            version: VERSION,
            objects: action.objects(),
            parcel: 0,
            item: 0,
        };
        let bytes = encode(&action);
        assert_eq!(decode(&header, &bytes, &INSTITUTE).as_ref(), Ok(&action));
        format!("{} {}", action.kind().code(), hex(&bytes))
    };
    actions().into_iter().map(line).collect()
}

#[test]
fn every_payload_has_the_bytes_that_it_was_frozen_with() {
    let lines: Vec<String> = signed().into_iter().chain(clear()).chain(sealed()).collect();
    let frozen: Vec<&str> =
        FROZEN.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    for (line, frozen) in lines.iter().zip(&frozen) {
        assert_eq!(line, frozen);
    }
    assert_eq!(lines.len(), frozen.len());
}

#[test]
fn no_kind_is_left_without_a_frozen_payload() {
    let named = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let frozen: BTreeSet<String> = FROZEN.lines().map(named).collect();
    let expected = |kind: ActionKind| match kind {
        // Of these the header points at what is sealed, and everybody folds what lies beside it in clear.
        ActionKind::Sheet | ActionKind::Ballot | ActionKind::LateAccept | ActionKind::LabelMove => {
            vec![kind.to_string(), format!("{kind}-sealed")]
        }
        _ => vec![kind.to_string()],
    };
    for name in ActionKind::ALL.iter().copied().flat_map(expected) {
        assert!(frozen.contains(&name), "no frozen payload of {name}");
    }
}
