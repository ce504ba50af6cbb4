//! What becomes of a dossier that no label awaits: not preselected, let in all the same, refused, deferred and resumed,
//! taken back.

use sceau_certificate::content::Improvement;
use sceau_domain::action::ActionKind;
use sceau_domain::dossier::{Move, Stage};
use sceau_domain::id::DossierId;
use sceau_domain::moment::DAY;
use sceau_ledger::payload::sealed::Examined;

use super::journey::{opened, package, publish};
use super::voting::words;
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::dossier::Wording;
use crate::error::{AppError, Result};
use crate::steps::StepKind;
use crate::view::desk::TaskKind;
use crate::vote::OpinionWords;

pub(super) fn point() -> Improvement {
    Improvement {
        criterion: "1.4".into(),
        observation: "Le critère est indirect.".into(),
        change: "Mesurer à un an.".into(),
        by: None,
    }
}

pub(super) fn because(reason: &str) -> Wording {
    Wording { reason: reason.to_owned(), ..Wording::default() }
}

pub(super) fn refused(outcome: Result<()>) -> String {
    match outcome {
        Err(AppError::Procedure(code)) => code,
        other => panic!("{other:?}"),
    }
}

pub(super) fn stages(world: &World, dossier: DossierId) -> Vec<Stage> {
    [SECRETARIAT, CHAIR, BRUNO].map(|desk| world.desks[desk].stage(dossier).unwrap()).to_vec()
}

pub(super) fn offered(world: &World, desk: usize, dossier: DossierId) -> Vec<StepKind> {
    let steps = world.desks[desk].next_steps(dossier).unwrap();
    steps.into_iter().filter(|step| step.refusal.is_none()).map(|step| step.kind).collect()
}

/// A dossier that was admitted, and is under its entry mark.
pub(super) fn under_the_bar(world: &mut World, folder: &str) -> DossierId {
    let (how, _) = publish(world);
    assert_eq!(
        refused(world.desks[SECRETARIAT].receive(&package(folder), &how).map(drop)),
        "entry.not-reached"
    );
    world.exchange();
    let dossier = *world.desks[SECRETARIAT].board().dossiers.keys().next().unwrap();
    assert_eq!(world.desks[SECRETARIAT].entry_gate(dossier).unwrap(), "gate.not-reached");
    dossier
}

/// A dossier on which the board decided.
pub(super) fn decided(world: &mut World, outcome: &str) -> DossierId {
    decided_with(world, outcome, point())
}

/// As [`decided`], with a point of its own in the opinion.
pub(super) fn decided_with(world: &mut World, outcome: &str, point: Improvement) -> DossierId {
    let (dossier, _) = opened(world);
    let deadline = world.now().plus(DAY);
    let motion = world.desks[CHAIR].table_motion(dossier, &words(), deadline).unwrap();
    world.exchange();
    for elector in [CHAIR, ANNE, BRUNO] {
        world.desks[elector].cast(motion, outcome, false).unwrap();
    }
    world.exchange();
    world.desks[SECRETARIAT].close_vote(motion).unwrap();
    world.exchange();
    for officer in [ANNE, BRUNO] {
        world.desks[officer].publish_ballot_shares(motion).unwrap();
    }
    world.exchange();
    let opinion = OpinionWords { reasons: vec!["Preuves courtes.".into()], improve: vec![point] };
    world.desks[CHAIR].record_decision(motion, outcome, &opinion).unwrap();
    world.exchange();
    dossier
}

#[test]
fn a_dossier_under_its_entry_mark_is_declined_with_points_and_everybody_reads_why() {
    let mut world = World::founded();
    let dossier = under_the_bar(&mut world, "11-aplomb");
    assert_eq!(offered(&world, SECRETARIAT, dossier), [StepKind::Decline, StepKind::Withdraw]);
    let tasks = world.desks[SECRETARIAT].desk_view().unwrap().tasks;
    assert!(tasks.iter().any(|task| task.kind == TaskKind::Decline));
    let secretariat = &mut world.desks[SECRETARIAT];
    let without = secretariat.take_step(dossier, Move::Decline, &because("Trop tôt."));
    assert_eq!(refused(without), "refusal.no-points");
    let wording = Wording { reason: "Trop tôt.".into(), improve: vec![point()], ..Wording::default() };
    assert_eq!(
        refused(world.desks[CHAIR].take_step(dossier, Move::Decline, &wording)),
        "transition.not-by-you"
    );
    world.desks[SECRETARIAT].take_step(dossier, Move::Decline, &wording).unwrap();
    world.exchange();
    assert_eq!(stages(&world, dossier), [Stage::NotPreselected; 3]);
    let journey = world.desks[CHAIR].dossier_page(dossier).unwrap().journey;
    let declined = journey.iter().find(|passed| passed.code == "decline").unwrap();
    assert_eq!(declined.reason.as_deref(), Some("Trop tôt."));
    // The secretariat has what the letter says; nobody else writes to a publisher.
    let letter = world.desks[SECRETARIAT].dossier_page(dossier).unwrap().declined.unwrap();
    assert_eq!((letter.mark.as_deref(), letter.bar.as_deref()), (Some("13.97"), Some("14.0")));
    assert_eq!(letter.points[0].change, "Mesurer à un an.");
    assert!(letter.letter.contact.is_some());
    assert!(world.desks[CHAIR].dossier_page(dossier).unwrap().declined.is_none());
}

#[test]
fn the_chair_may_waive_the_entry_mark_with_a_reason_and_nobody_else() {
    let mut world = World::founded();
    let dossier = under_the_bar(&mut world, "11-aplomb");
    assert!(!offered(&world, SECRETARIAT, dossier).contains(&StepKind::WaiveEntry));
    if !offered(&world, CHAIR, dossier).contains(&StepKind::WaiveEntry) {
        // The label's own rule says so, and the reason is that one.
        let refusal = world.desks[CHAIR].take_step(dossier, Move::WaiveEntry, &because("Besoin rare."));
        assert_eq!(refused(refusal), "entry.no-waiver");
        return;
    }
    assert_eq!(
        refused(world.desks[CHAIR].take_step(dossier, Move::WaiveEntry, &because("  "))),
        "entry.no-reason"
    );
    world.desks[CHAIR].take_step(dossier, Move::WaiveEntry, &because("Besoin rare.")).unwrap();
    world.exchange();
    assert_eq!(stages(&world, dossier), [Stage::Preselected; 3]);
    assert!(offered(&world, SECRETARIAT, dossier).contains(&StepKind::Assign));
}

#[test]
fn a_refusal_is_notified_once_and_the_table_says_what_is_left_to_do() {
    let mut world = World::founded();
    let dossier = decided(&mut world, "refuse");
    let line = |world: &World| world.desks[SECRETARIAT].line(dossier).unwrap().code;
    assert_eq!(line(&world), "to-notify");
    let tasks = world.desks[SECRETARIAT].desk_view().unwrap().tasks;
    assert!(tasks.iter().any(|task| task.kind == TaskKind::Notify));
    world.desks[SECRETARIAT].take_step(dossier, Move::Notify, &Wording::default()).unwrap();
    world.exchange();
    assert_eq!(stages(&world, dossier), [Stage::Refused; 3]);
    assert_eq!(line(&world), "refused");
    let again = world.desks[SECRETARIAT].take_step(dossier, Move::Notify, &Wording::default());
    assert_eq!(refused(again), "transition.not-from-here");
    assert_eq!(offered(&world, SECRETARIAT, dossier), [StepKind::Appeal], "the publisher may appeal");
    assert_eq!(
        world.desks[CHLOE].dossier(dossier).unwrap().stage,
        Stage::Refused,
        "a notified refusal is no secret"
    );
}

#[test]
fn a_deferred_dossier_goes_on_once_something_new_has_come_and_is_scored_again() {
    let mut world = World::founded();
    let dossier = decided(&mut world, "defer");
    assert_eq!(stages(&world, dossier), [Stage::Deferred; 3]);
    let early = world.desks[CHAIR].take_step(dossier, Move::Resume, &because("Étude reçue."));
    assert_eq!(refused(early), "defer.nothing-new");
    assert!(world.desks[SECRETARIAT].takes_versions(dossier).unwrap(), "what is awaited can be filed");
    let rows = vec![Examined {
        criterion: "1.4".into(),
        status: "confirmed".into(),
        value: None,
        why: "L’étude à un an est arrivée.".into(),
        anchors: Vec::new(),
    }];
    world.desks[SECRETARIAT].examine(dossier, rows).unwrap();
    world.exchange();
    let tasks = world.desks[CHAIR].desk_view().unwrap().tasks;
    assert!(tasks.iter().any(|task| task.kind == TaskKind::Resume));
    world.desks[CHAIR].take_step(dossier, Move::Resume, &because("Étude reçue.")).unwrap();
    world.exchange();
    assert_eq!(stages(&world, dossier), [Stage::Preselected; 3]);
    let members: Vec<_> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    world.desks[SECRETARIAT].assign(dossier, &[members[ANNE], members[BRUNO]], 2).unwrap();
    let bylaws = world.desks[SECRETARIAT].board().latest_rules.iter();
    let bylaws =
        *bylaws.filter(|((kind, _), _)| *kind == ActionKind::Bylaws).map(|(_, one)| one).next().unwrap();
    let deadline = world.now().plus(DAY);
    world.desks[SECRETARIAT].open_round(dossier, deadline, 2, bylaws).unwrap();
    world.exchange();
    assert_eq!(stages(&world, dossier), [Stage::Scoring; 3]);
}

#[test]
fn a_granted_dossier_may_go_back_before_its_label_is_issued() {
    let mut world = World::founded();
    let dossier = decided(&mut world, "grant");
    assert!(offered(&world, CHAIR, dossier).contains(&StepKind::ReturnToBoard));
    let mute = world.desks[CHAIR].take_step(dossier, Move::ReturnToBoard, &Wording::default());
    assert_eq!(refused(mute), "decision.no-reason");
    world.desks[CHAIR].take_step(dossier, Move::ReturnToBoard, &because("Convention refusée.")).unwrap();
    world.exchange();
    assert_eq!(stages(&world, dossier), [Stage::Discussion; 3]);
    assert!(world.desks[SECRETARIAT].labels_view().unwrap().to_issue.is_empty());
}

#[test]
fn a_publisher_may_take_its_dossier_back() {
    let mut world = World::founded();
    let dossier = under_the_bar(&mut world, "11-aplomb");
    world.desks[SECRETARIAT]
        .take_step(dossier, Move::Withdraw, &because("Courrier du 20 novembre."))
        .unwrap();
    world.exchange();
    assert_eq!(stages(&world, dossier), [Stage::Withdrawn; 3]);
    assert_eq!(offered(&world, SECRETARIAT, dossier), []);
}
