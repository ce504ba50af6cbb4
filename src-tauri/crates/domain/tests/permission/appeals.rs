//! An appeal: who records it, who answers it, who looks a second time. What the registry refuses here it cannot be talked
//! into by any desk.

use sceau_domain::action::{Action, ActionKind, Declaration, RecusalLevel};
use sceau_domain::appeal::sat_on_decision;
use sceau_domain::board::Board;
use sceau_domain::dossier::Stage;
use sceau_domain::id::DeviceId;
use sceau_domain::moment::Moment;
use sceau_domain::permission::{Act, Permission, acting_chair, permit};
use sceau_domain::refusal::Refusal;
use sceau_domain::role::Role;
use sceau_domain::visibility::may_follow_dossier;

use crate::board::{DOSSIER, PHASES, at, member, then};

fn moving(step: &str) -> Action {
    Action::DossierMove { dossier: DOSSIER, step: step.to_owned() }
}

fn sealed(kind: ActionKind) -> Action {
    Action::Sealed { kind, objects: vec![DOSSIER.0] }
}

fn asked(letter: u8) -> Action {
    Action::Assignment { dossier: DOSSIER, member: member(letter), assigned: true }
}

fn answer(board: &Board, by: u8, action: &Action) -> Permission {
    let objects = action.objects();
    let (member, device) = (member(by), DeviceId([by; 16]));
    let (kind, received) = (action.kind().code(), Moment(1));
    permit(&Act { member, device, kind, objects: &objects, seq: 900, index: 900, received }, board)
}

fn take(board: &mut Board, by: u8, action: &Action) {
    assert_eq!(answer(board, by, action), Permission::Allowed, "{action:?}");
    then(board, by, action);
}

fn no(reason: Refusal) -> Permission {
    Permission::Refused(reason)
}

fn stage(board: &Board) -> Stage {
    board.dossiers[&DOSSIER].stage
}

fn role(letter: u8, role: Role) -> Action {
    Action::Role { member: member(letter), role, granted: true }
}

/// A dossier that the board refused. C, V, O, R and M voted; E, an examiner, and S had no vote.
fn refused() -> Board {
    let mut board = at(PHASES.iter().find(|phase| phase.name == "decided").unwrap_or(&PHASES[0]));
    take(&mut board, b'S', &moving("notify"));
    assert_eq!(stage(&board), Stage::Refused);
    board
}

/// A dossier that never reached the board. E has examined its answers.
fn declined() -> Board {
    let mut board = at(&PHASES[0]);
    take(&mut board, b'S', &moving("admit"));
    take(&mut board, b'E', &sealed(ActionKind::Examination));
    take(&mut board, b'S', &moving("decline"));
    board
}

#[test]
fn the_secretariat_records_one_appeal_and_nobody_else_does() {
    for mut board in [refused(), declined()] {
        for letter in *b"CVOERMX" {
            assert_eq!(answer(&board, letter, &moving("appeal")), no(Refusal::NotByYou));
        }
        take(&mut board, b'S', &sealed(ActionKind::AppealTerms));
        take(&mut board, b'S', &moving("appeal"));
        assert_eq!(stage(&board), Stage::Appeal);
        assert_eq!(answer(&board, b'S', &moving("appeal")), no(Refusal::WrongStage));
    }
    let before = at(&PHASES[0]);
    assert_eq!(answer(&before, b'S', &moving("appeal")), no(Refusal::WrongStage), "nothing is decided");
}

#[test]
fn whoever_voted_or_presided_over_a_refusal_does_not_judge_its_appeal() {
    let mut board = refused();
    take(&mut board, b'S', &moving("appeal"));
    let sat = sat_on_decision(&board, &board.dossiers[&DOSSIER]);
    // S closed the vote, C recorded the decision, the others voted.
    assert_eq!(sat, b"CVORMS".iter().map(|letter| member(*letter)).collect());
    for step in ["accept-appeal", "dismiss-appeal"] {
        assert_eq!(answer(&board, b'C', &moving(step)), no(Refusal::SatOnDecision));
        assert_eq!(answer(&board, b'V', &moving(step)), no(Refusal::SatOnDecision));
        assert_eq!(answer(&board, b'S', &moving(step)), no(Refusal::NotByYou), "no chair at all");
    }
    assert_eq!(acting_chair(&board, &board.dossiers[&DOSSIER]), None);
    assert_eq!(answer(&board, b'C', &sealed(ActionKind::StepWords)), no(Refusal::SatOnDecision));

    // Two vice-chairs who did not sit: the first of the roster answers, the other does not.
    for letter in *b"EJ" {
        then(&mut board, b'O', &role(letter, Role::ViceChair));
    }
    assert_eq!(acting_chair(&board, &board.dossiers[&DOSSIER]), Some(member(b'E')));
    assert_eq!(answer(&board, b'J', &moving("accept-appeal")), no(Refusal::AnotherPresides));
    assert!(may_follow_dossier(&board, member(b'E'), DOSSIER), "whoever answers sees the page");
    assert!(!may_follow_dossier(&board, member(b'J'), DOSSIER));
    take(&mut board, b'E', &sealed(ActionKind::StepWords));
    take(&mut board, b'E', &moving("dismiss-appeal"));
    assert_eq!(stage(&board), Stage::Closed);
    assert!(may_follow_dossier(&board, member(b'E'), DOSSIER), "and goes on seeing what became of it");
    assert_eq!(answer(&board, b'E', &sealed(ActionKind::StepWords)), no(Refusal::AnotherPresides));
}

#[test]
fn a_chair_who_is_kept_out_of_a_dossier_judges_no_appeal_about_it() {
    let mut board = declined();
    take(&mut board, b'S', &moving("appeal"));
    let chair = |board: &Board| acting_chair(board, &board.dossiers[&DOSSIER]);
    assert_eq!(chair(&board), Some(member(b'C')), "the chair did not decline it");
    assert_eq!(answer(&board, b'V', &moving("accept-appeal")), no(Refusal::AnotherPresides));
    let level = Some(RecusalLevel::Discuss);
    then(&mut board, b'V', &Action::Recusal { dossier: DOSSIER, member: member(b'C'), level });
    assert_eq!(answer(&board, b'C', &moving("accept-appeal")), no(Refusal::Recused));
    assert_eq!(chair(&board), Some(member(b'V')));
    take(&mut board, b'V', &moving("accept-appeal"));
}

#[test]
fn other_rapporteurs_look_at_a_refused_dossier_again_and_there_is_no_second_appeal() {
    let mut board = refused();
    then(&mut board, b'O', &role(b'J', Role::ViceChair));
    take(&mut board, b'S', &moving("appeal"));
    take(&mut board, b'J', &moving("accept-appeal"));
    assert_eq!(stage(&board), Stage::SecondLook);
    assert!(board.dossiers[&DOSSIER].assigned.is_empty(), "the first rapporteur is one no longer");
    assert_eq!(answer(&board, b'S', &asked(b'R')), no(Refusal::LookedFirst));
    assert_eq!(answer(&board, b'S', &moving("re-examine")), no(Refusal::WrongStage), "the board has read it");
    assert_eq!(answer(&board, b'E', &sealed(ActionKind::Examination)), Permission::Allowed);
    take(&mut board, b'S', &asked(b'O'));
    take(&mut board, b'S', &moving("assign"));
    assert_eq!(stage(&board), Stage::Assigned);
    assert_eq!(answer(&board, b'C', &asked(b'R')), no(Refusal::LookedFirst), "nor do they join later");

    // Refused again: the right to appeal is used up.
    board.dossiers.entry(DOSSIER).and_modify(|state| state.stage = Stage::Refused);
    assert_eq!(answer(&board, b'S', &moving("appeal")), no(Refusal::AppealUsed));
    take(&mut board, b'S', &moving("close"));
    assert_eq!(stage(&board), Stage::Closed);
}

#[test]
fn a_dossier_that_never_reached_the_board_is_examined_again_by_others() {
    let mut board = declined();
    then(&mut board, b'O', &role(b'E', Role::Secretariat));
    take(&mut board, b'S', &moving("appeal"));
    take(&mut board, b'C', &moving("accept-appeal"));
    assert_eq!(answer(&board, b'S', &moving("assign")), no(Refusal::WrongStage), "nobody has admitted it");
    assert_eq!(answer(&board, b'C', &moving("re-examine")), no(Refusal::NotByYou));
    assert_eq!(answer(&board, b'E', &moving("re-examine")), no(Refusal::LookedFirst));
    take(&mut board, b'S', &moving("re-examine"));
    assert_eq!(stage(&board), Stage::Received);
    assert_eq!(answer(&board, b'E', &sealed(ActionKind::Examination)), no(Refusal::LookedFirst));
    for action in [sealed(ActionKind::Examination), moving("admit"), moving("preselect")] {
        take(&mut board, b'S', &action);
    }
    // Who examined it first may well review it: that is another look.
    let declaration = Declaration::Nothing;
    then(&mut board, b'E', &Action::Interests { dossier: DOSSIER, declaration, details: Default::default() });
    then(&mut board, b'O', &Action::Member { member: member(b'E'), college: Some("clinicians".to_owned()) });
    take(&mut board, b'S', &asked(b'E'));
}

#[test]
fn only_the_secretariat_closes_a_dossier_or_records_that_it_lapsed() {
    let board = refused();
    for letter in *b"CVOERM" {
        assert_eq!(answer(&board, letter, &moving("close")), no(Refusal::NotByYou));
        assert_eq!(answer(&board, letter, &moving("lapse")), no(Refusal::NotByYou));
    }
    assert_eq!(answer(&board, b'S', &moving("lapse")), no(Refusal::WrongStage));
    // The outcome of a decision is sealed: the step says that it was a deferral.
    let mut decided = at(PHASES.iter().find(|phase| phase.name == "decided").unwrap_or(&PHASES[0]));
    take(&mut decided, b'S', &moving("lapse"));
    assert_eq!(stage(&decided), Stage::Lapsed);
    let mut declined = declined();
    take(&mut declined, b'S', &moving("appeal"));
    assert_eq!(answer(&declined, b'S', &moving("close")), no(Refusal::WrongStage), "an appeal is pending");
}
