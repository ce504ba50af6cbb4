//! What the content of an act adds to its header: keys for those who may hold them, certificates for what was granted.

use std::collections::BTreeMap;

use sceau_domain::action::{Action, MotionTerms, SealedOutcome, VoteMode};
use sceau_domain::board::Board;
use sceau_domain::id::{DeviceId, GroupId, MotionId};
use sceau_domain::moment::Moment;
use sceau_domain::permission::{Act, Permission, content};
use sceau_domain::refusal::Refusal;

use super::board::{self, DOSSIER, INSTITUTE, MOTION, PEOPLE, PHASES, decided};

fn by_secretariat(action: &Action, board: &Board) -> Permission {
    let objects = action.objects();
    let act = Act {
        member: PEOPLE[0].member,
        device: PEOPLE[0].device,
        kind: action.kind().code(),
        objects: &objects,
        seq: 900,
        index: 900,
        received: Moment(1),
    };
    content(&act, action, board)
}

fn phase(name: &str) -> Board {
    board::at(PHASES.iter().find(|phase| phase.name == name).unwrap_or(&PHASES[0]))
}

#[test]
fn a_dossier_s_key_goes_to_those_who_declared_and_to_nobody_who_was_kept_out() {
    let board = phase("declared");
    let held = |device: DeviceId| {
        let wraps = BTreeMap::from([(device, vec![0; 80])]);
        by_secretariat(&Action::KeyWrap { group: GroupId::of_dossier(DOSSIER), epoch: 1, wraps }, &board)
    };
    let refused = Permission::Refused(Refusal::RecipientNotEntitled);
    // M has not declared, J's link waits for the chair, X is shut out; then a device that waits and one that is revoked.
    let expected = [
        Permission::Allowed,
        Permission::Allowed,
        Permission::Allowed,
        Permission::Allowed,
        refused,
        Permission::Allowed,
        refused,
        refused,
        refused,
        refused,
        refused,
    ];
    assert_eq!(PEOPLE.map(|person| held(person.device)), expected);
}

#[test]
fn a_vote_follows_the_bylaws_that_its_round_froze_and_no_others() {
    let board = phase("opened");
    let put = |change: fn(&mut MotionTerms)| {
        let mut action = board::motion();
        if let Action::Motion { terms, .. } = &mut action {
            change(terms);
        }
        by_secretariat(&action, &board)
    };
    assert_eq!(put(|_| {}), Permission::Allowed);
    assert_eq!(put(|terms| terms.bylaws = [3; 32]), Permission::Refused(Refusal::OtherBylaws));
    assert_eq!(put(|terms| terms.mode = VoteMode::Secret), Permission::Refused(Refusal::SecretVote));
}

/// A link that J declared waits, R declared none, X is shut out.
#[test]
fn stepping_back_goes_one_way_and_is_no_way_to_judge_one_s_own_link() {
    use sceau_domain::action::RecusalLevel::{Criterion, Discuss, Full};
    let board = phase("declared");
    let step = |letter: u8, level| {
        let member = sceau_domain::id::MemberId([letter; 16]);
        let action = Action::Recusal { dossier: DOSSIER, member, level };
        let act = Act {
            member,
            device: DeviceId([letter; 16]),
            kind: action.kind().code(),
            objects: &action.objects(),
            seq: 900,
            index: 900,
            received: Moment(1),
        };
        content(&act, &action, &board) == Permission::Allowed
    };
    let levels = [None, Some(Criterion), Some(Discuss), Some(Full)];
    assert_eq!(levels.map(|level| step(b'R', level)), [false, true, true, true]);
    assert_eq!(levels.map(|level| step(b'J', level)), [false, false, false, true]);
    assert_eq!(levels.map(|level| step(b'X', level)), [false; 4]);
}

#[test]
fn one_recipient_who_may_not_hold_a_key_refuses_the_whole_act() {
    let wraps = [b'R', b'X'].map(|letter| (DeviceId([letter; 16]), vec![0; 80]));
    let action = Action::KeyWrap { group: GroupId::of_dossier(DOSSIER), epoch: 1, wraps: wraps.into() };
    let answer = by_secretariat(&action, &phase("declared"));
    assert_eq!(answer, Permission::Refused(Refusal::RecipientNotEntitled));
}

#[test]
fn a_certificate_must_show_the_very_outcome_that_was_decided_and_it_must_grant() {
    let certificate = |decided: SealedOutcome| Action::Certificate {
        dossier: DOSSIER,
        number: "2026-001".to_owned(),
        document: [1; 32],
        decided,
    };
    let board = phase("decided");
    let refused = Permission::Refused(Refusal::NoDecision);
    assert_eq!(by_secretariat(&certificate(decided("grant")), &board), Permission::Allowed);
    let another = SealedOutcome { opening: [0; 32], ..decided("grant") };
    for lie in [decided("grant-with-reservations"), another] {
        assert_eq!(by_secretariat(&certificate(lie), &board), refused);
    }
    assert_eq!(
        by_secretariat(&certificate(decided("grant")), &phase("shared")),
        refused,
        "nothing is decided"
    );

    // A refusal, honestly opened, is no ground for a certificate; nor is the decision of another vote or institute.
    for (outcome, motion, institute) in [
        ("refuse", MOTION, INSTITUTE),
        ("grant", MotionId([0xb9; 16]), INSTITUTE),
        ("grant", MOTION, sceau_domain::id::Institute([0; 32])),
    ] {
        let mut board = phase("shared");
        let state = board.dossiers.get_mut(&DOSSIER).map(|state| &mut state.decision);
        let commitment = decided(outcome).commitment(&institute, motion);
        assert!(state.map(|state| *state = Some((MOTION, commitment))).is_some());
        assert_eq!(by_secretariat(&certificate(decided(outcome)), &board), refused, "{outcome}");
    }
}

#[test]
fn a_device_that_one_person_added_counts_only_once_another_has_confirmed_it() {
    let mut board = phase("received");
    let confirm = |board: &Board, by: u8| {
        let person = DeviceId([by; 16]);
        let act = Act {
            member: board::member(by),
            device: person,
            kind: sceau_domain::action::ActionKind::DeviceCountersign.code(),
            objects: &[board::WAITING.0],
            seq: 900,
            index: 900,
            received: Moment(1),
        };
        sceau_domain::permission::permit(&act, board)
    };
    let waiting = board.devices.get(&board::WAITING).map(|state| (state.is_active(), state.added_by));
    assert_eq!(waiting, Some((false, board::member(b'S'))), "the secretariat alone does not enrol anybody");
    // Had the chair added it, the chair would be the first person and could not be the second.
    assert_eq!(confirm(&board, b'C'), Permission::Allowed);
    board.devices.entry(board::WAITING).and_modify(|state| state.added_by = board::member(b'C'));
    assert_eq!(confirm(&board, b'C'), Permission::Refused(Refusal::SamePerson));
    assert_eq!(confirm(&board, b'V'), Permission::Allowed);
}
