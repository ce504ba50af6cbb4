//! Another independent round: by whom, when, and how often.

use sceau_domain::action::{Action, KeyShare};
use sceau_domain::board::Board;
use sceau_domain::dossier::Stage;
use sceau_domain::id::{DeviceId, RoundId};
use sceau_domain::moment::Moment;
use sceau_domain::permission::{Act, Permission, permit};
use sceau_domain::refusal::Refusal;
use sceau_domain::rounds::MAX_ROUNDS;

use crate::board::{COMMITTEE, DEADLINE, DOSSIER, PHASES, ROUND, at, member, then};

fn rescore() -> Action {
    Action::DossierMove { dossier: DOSSIER, step: "rescore".to_owned() }
}

fn round(number: u8) -> Action {
    let (deadline, bylaws) = (Moment(DEADLINE), [2; 32]);
    let round = RoundId([number; 16]);
    Action::Round { dossier: DOSSIER, round, deadline, minimum_sheets: 1, committee: COMMITTEE, bylaws }
}

fn answer(board: &Board, by: u8, action: &Action) -> Permission {
    let objects = action.objects();
    let (member, device) = (member(by), DeviceId([by; 16]));
    let (kind, received) = (action.kind().code(), Moment(1));
    permit(&Act { member, device, kind, objects: &objects, seq: 900, index: 900, received }, board)
}

/// The chair begins another round, if the rules let the chair.
fn begin(board: &mut Board, number: u8) -> Permission {
    for action in [rescore(), round(number)] {
        match answer(board, b'C', &action) {
            Permission::Allowed => then(board, b'C', &action),
            other => return other,
        }
    }
    Permission::Allowed
}

/// The reviewer submits, the secretariat ends the intake, two officers open.
fn play(board: &mut Board, number: u8) {
    let round = RoundId([number; 16]);
    then(board, b'R', &Action::Sheet { dossier: DOSSIER, round, sealed_key: vec![0; 176] });
    then(board, b'S', &Action::SheetsOpen { dossier: DOSSIER, round });
    for officer in *b"OC" {
        let shares = vec![KeyShare {
            member: member(b'R'),
            device: DeviceId([b'R'; 16]),
            seq: 800,
            share: vec![0; 96],
        }];
        then(board, officer, &Action::SheetShares { dossier: DOSSIER, round, shares });
    }
}

fn phase(name: &str) -> Board {
    at(PHASES.iter().find(|phase| phase.name == name).unwrap_or(&PHASES[0]))
}

#[test]
fn only_the_chair_begins_another_round_and_only_between_the_opening_and_the_motion() {
    let refused = |reason| Permission::Refused(reason);
    let board = phase("opened");
    for by in *b"SOER" {
        assert_eq!(answer(&board, by, &rescore()), refused(Refusal::NotByYou), "{}", char::from(by));
    }
    assert_eq!(answer(&board, b'V', &rescore()), refused(Refusal::AnotherPresides));
    assert_eq!(answer(&board, b'C', &rescore()), Permission::Allowed);
    assert_eq!(answer(&board, b'C', &round(2)), refused(Refusal::WrongStage), "the step comes first");
    for name in ["received", "declared", "scoring", "closed", "voting", "decided"] {
        assert_eq!(answer(&phase(name), b'C', &rescore()), refused(Refusal::WrongStage), "{name}");
    }
    let sealed = phase("scoring");
    assert_eq!(answer(&sealed, b'C', &round(2)), refused(Refusal::WrongStage), "the first is not open yet");
}

#[test]
fn what_was_opened_stays_open_while_the_next_round_is_sealed_and_is_talked_about_no_more() {
    let mut board = phase("opened");
    assert_eq!(begin(&mut board, 2), Permission::Allowed);
    let state = &board.dossiers[&DOSSIER];
    assert_eq!((state.stage, state.rounds.len(), state.rounds[1].number), (Stage::Scoring, 2, 2));
    assert_eq!(state.round_before(&state.rounds[1]).map(|round| round.id), Some(ROUND));
    assert_eq!(board.opened_round(state).map(|round| round.id), Some(ROUND));
    let speak = |round: RoundId| {
        let action = Action::Sealed {
            kind: sceau_domain::action::ActionKind::Revision,
            objects: vec![DOSSIER.0, round.0],
        };
        answer(&board, b'R', &action)
    };
    assert_eq!(speak(ROUND), Permission::Refused(Refusal::WrongStage));
    assert_eq!(speak(RoundId([2; 16])), Permission::Refused(Refusal::NotOpenYet));
    let late = Action::Sheet { dossier: DOSSIER, round: ROUND, sealed_key: vec![0; 176] };
    assert_eq!(answer(&board, b'R', &late), Permission::Refused(Refusal::AlreadyOpen));
    play(&mut board, 2);
    let state = &board.dossiers[&DOSSIER];
    assert_eq!(state.stage, Stage::Opened);
    assert_eq!(board.opened_round(state).map(|round| round.number), Some(2));
}

#[test]
fn the_last_round_is_the_last_and_a_dossier_that_is_assigned_anew_begins_again() {
    let mut board = phase("opened");
    for number in 2..=3 {
        assert_eq!(begin(&mut board, number), Permission::Allowed);
        assert_eq!(begin(&mut board, 9), Permission::Refused(Refusal::WrongStage), "two chairs at once");
        play(&mut board, number);
    }
    assert_eq!(board.dossiers[&DOSSIER].rounds.len(), usize::try_from(MAX_ROUNDS).unwrap_or_default());
    assert_eq!(begin(&mut board, 4), Permission::Refused(Refusal::LastRound));
    // As after a decision that was put off: resumed, assigned, opened.
    if let Some(state) = board.dossiers.get_mut(&DOSSIER) {
        state.stage = Stage::Assigned;
    }
    assert_eq!(answer(&board, b'S', &round(4)), Permission::Allowed);
    then(&mut board, b'S', &round(4));
    let state = &board.dossiers[&DOSSIER];
    assert_eq!(state.round().map(|round| round.number), Some(1));
    assert_eq!(state.scoring().count(), 1, "it starts from nobody's earlier marks");
    assert_eq!(board.opened_round(state), None);
}
