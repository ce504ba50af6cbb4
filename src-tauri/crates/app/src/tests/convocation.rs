//! A vote without its quorum goes on: before fewer, or anew. And whoever has something to do next reads it on their desk.

use sceau_domain::action::{Action, Declaration};
use sceau_domain::dossier::{Move, Stage};
use sceau_domain::id::{DossierId, MotionId};
use sceau_domain::moment::{DAY, Moment};
use sceau_domain::refusal::Refusal;

use super::journey::{BYLAWS, open_sheets, opened, opened_under, package, publish, submit};
use super::moves::{because, decided, offered, refused, stages};
use super::voting::{like_the_contract, words};
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::act::Intent;
use crate::dossier::Wording;
use crate::error::{AppError, Result};
use crate::steps::StepKind;
use crate::view::desk::{Task, TaskKind};
use crate::view::owed::Debt;
use crate::vote::OpinionWords;

/// Bylaws with a second convocation of two, eight days later.
fn with_a_second(world: &mut World) -> DossierId {
    let text = BYLAWS.replace("allowed = false", "allowed = true").replace("\"essai\"", "\"seconde\"");
    opened_under(world, &text).0
}

/// A vote that closes at a moment with the ballots of some.
fn voted(world: &mut World, dossier: DossierId, deadline: Moment, by: &[usize]) -> MotionId {
    let motion = world.desks[CHAIR].table_motion(dossier, &words(), deadline).unwrap();
    world.exchange();
    for elector in by {
        world.desks[*elector].cast(motion, "grant", false).unwrap();
    }
    world.exchange();
    world.pass(deadline.distance(world.now()).saturating_add(1));
    world.desks[SECRETARIAT].close_vote(motion).unwrap();
    world.exchange();
    motion
}

fn concluded(world: &mut World, dossier: DossierId, motion: MotionId) {
    for officer in [ANNE, BRUNO] {
        world.desks[officer].publish_ballot_shares(motion).unwrap();
    }
    world.exchange();
    assert_eq!(task(world, CHAIR, TaskKind::Record).unwrap().motion, Some(motion.to_string()));
    assert_eq!(task(world, SECRETARIAT, TaskKind::Record), None, "the chair records");
    let opinion = OpinionWords { reasons: vec!["Essai publié.".into()], improve: Vec::new() };
    world.desks[CHAIR].record_decision(motion, "grant", &opinion).unwrap();
    world.exchange();
    assert_eq!(stages(world, dossier), [Stage::Granted; 3]);
}

fn task(world: &World, desk: usize, kind: TaskKind) -> Option<Task> {
    world.desks[desk].desk_view().unwrap().tasks.into_iter().find(|task| task.kind == kind)
}

fn codes(world: &World, motion: MotionId) -> Vec<String> {
    world.desks[CHAIR].headcount(motion).unwrap().reasons.into_iter().map(|reason| reason.code).collect()
}

#[test]
fn a_vote_without_its_quorum_is_held_again_before_fewer_and_decides() {
    let mut world = World::founded();
    let dossier = with_a_second(&mut world);
    let first = world.now().plus(DAY);
    let motion = voted(&mut world, dossier, first, &[ANNE]);

    let row = &world.desks[SECRETARIAT].dossiers_view().unwrap().rows[0];
    assert_eq!((row.line.code.as_str(), row.line.n, row.line.m), ("no-quorum", 1, 3));
    assert!(row.line.blocks());
    assert_eq!(task(&world, CHAIR, TaskKind::NoQuorum).unwrap().motion, Some(motion.to_string()));
    assert_eq!(task(&world, SECRETARIAT, TaskKind::NoQuorum), None, "the chair convenes");
    assert!(world.desks[CHAIR].motion_view(motion).unwrap().again);
    let told = world.desks[CHAIR].headcount(motion).unwrap().reasons;
    let recall = told.iter().find(|reason| reason.code == "convocation.may-recall").unwrap();
    assert!(recall.params.iter().any(|(name, _)| *name == "date"), "from when on is said");
    let deadline = world.now().plus(DAY);
    let early = world.desks[CHAIR].table_motion(dossier, &words(), deadline).map(drop);
    assert_eq!(refused(early), "transition.not-from-here");

    // The chair's step, on the desk and on the registry.
    assert_eq!(offered(&world, CHAIR, dossier), [StepKind::Recall, StepKind::ReTable]);
    assert_eq!(offered(&world, SECRETARIAT, dossier), [StepKind::Withdraw]);
    let asked = world.desks[SECRETARIAT].take_step(dossier, Move::Recall, &because("Trop peu de votants."));
    assert_eq!(refused(asked), "transition.not-by-you");
    let raw = Action::DossierMove { dossier, step: Move::Recall.name().to_owned() };
    let forced = world.desks[SECRETARIAT].act(vec![Intent::clear(raw)]);
    assert!(matches!(forced, Err(AppError::Refused(Refusal::NotByYou))), "{forced:?}");
    world.desks[CHAIR].take_step(dossier, Move::Recall, &because("Trop peu de votants.")).unwrap();
    world.exchange();
    assert_eq!(stages(&world, dossier), [Stage::Ready; 3]);
    let journey = world.desks[SECRETARIAT].dossier_page(dossier).unwrap().journey;
    let recalled = journey.iter().find(|passed| passed.code == "recall").unwrap();
    assert_eq!(recalled.reason.as_deref(), Some("Trop peu de votants."));

    // The second vote: two are enough, eight days later.
    assert!(task(&world, CHAIR, TaskKind::Table).is_some());
    let row = world.desks[CHAIR].motions_view().unwrap().dossiers.remove(0);
    assert_eq!(row.obstacle, None);
    let again = row.again.unwrap();
    like_the_contract("Again", &again);
    assert_eq!(
        Moment(again.closes_from).day_in_paris(),
        first.plus(8 * DAY).day_in_paris(),
        "eight days after the first"
    );
    let second = voted(&mut world, dossier, Moment(again.closes_from), &[ANNE, BRUNO]);
    assert!(codes(&world, second).contains(&"convocation.second".to_owned()), "{:?}", codes(&world, second));
    let quorum = world.desks[BRUNO].headcount(second).unwrap().quorum;
    assert_eq!((quorum.met, quorum.need, quorum.have), (true, 2, 2));
    assert!(!world.desks[CHAIR].headcount(motion).unwrap().quorum.met, "the first stays what it was");
    concluded(&mut world, dossier, second);
    let changes = world.desks[BRUNO].desk_view().unwrap().changes;
    let about = |code: &str| changes.iter().find(|change| change.code == code).unwrap().motion.clone();
    assert_eq!(about("decision"), Some(second.to_string()));
    assert_eq!(about("vote-closed"), Some(second.to_string()), "the last one of a dossier is told");
    let kept_out = world.desks[CHLOE].desk_view().unwrap().changes;
    assert!(kept_out.iter().all(|change| !["decision", "vote-closed"].contains(&change.code.as_str())));
}

#[test]
fn a_second_convocation_comes_once_and_not_too_early_and_then_the_vote_begins_anew() {
    let mut world = World::founded();
    let dossier = with_a_second(&mut world);
    let soon = |world: &World| world.now().plus(DAY);
    let deadline = soon(&world);
    voted(&mut world, dossier, deadline, &[ANNE]);
    world.desks[CHAIR].take_step(dossier, Move::Recall, &Wording::default()).unwrap();
    world.exchange();
    let deadline = soon(&world);
    let second = voted(&mut world, dossier, deadline, &[ANNE, BRUNO]);
    assert!(codes(&world, second).contains(&"convocation.too-early".to_owned()));
    assert!(codes(&world, second).contains(&"convocation.none-left".to_owned()));
    let third = world.desks[CHAIR].take_step(dossier, Move::Recall, &Wording::default());
    assert_eq!(refused(third), "recall.not-provided");
    assert_eq!(offered(&world, CHAIR, dossier), [StepKind::ReTable]);
    let mute = world.desks[CHAIR].take_step(dossier, Move::ReTable, &Wording::default());
    assert_eq!(refused(mute), "vote.no-reason");
    world.desks[CHAIR].take_step(dossier, Move::ReTable, &because("Quorum non atteint.")).unwrap();
    world.exchange();
    assert_eq!(stages(&world, dossier), [Stage::Ready; 3]);
    assert_eq!(world.desks[CHAIR].motions_view().unwrap().dossiers[0].again, None, "a new first vote");
    let deadline = soon(&world);
    let anew = voted(&mut world, dossier, deadline, &[ANNE, BRUNO, CHAIR]);
    assert_eq!(world.desks[CHAIR].headcount(anew).unwrap().quorum.need, 3);
    concluded(&mut world, dossier, anew);
}

#[test]
fn a_vote_with_its_quorum_is_not_held_again_unless_somebody_was_recused_since() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let deadline = world.now().plus(DAY);
    voted(&mut world, dossier, deadline, &[ANNE, BRUNO, CHAIR]);
    assert_eq!(offered(&world, CHAIR, dossier), []);
    let displeased = world.desks[CHAIR].take_step(dossier, Move::ReTable, &because("Autre avis."));
    assert_eq!(refused(displeased), "vote.no-reason");
    let recall = world.desks[CHAIR].take_step(dossier, Move::Recall, &because("Autre avis."));
    assert_eq!(refused(recall), "recall.quorum-was-met");
    assert_eq!(world.desks[SECRETARIAT].dossiers_view().unwrap().rows[0].line.code, "ballots");
    let bruno = world.desks[BRUNO].me().unwrap();
    let level = Some(sceau_domain::action::RecusalLevel::Discuss);
    world.desks[CHAIR].recuse(dossier, bruno, level, "Lien appris après le vote.").unwrap();
    world.exchange();
    assert_eq!(offered(&world, CHAIR, dossier), [StepKind::ReTable]);
    world.desks[CHAIR].take_step(dossier, Move::ReTable, &because("Déport après le vote.")).unwrap();
    world.exchange();
    assert_eq!(world.desks[BRUNO].stage(dossier).unwrap(), Stage::Ready);
}

#[test]
fn what_is_owed_from_the_opening_to_the_label_stands_on_the_desk_of_who_may_do_it() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let counter = |world: &World, desk: usize, screen: &str| world.desks[desk].counters().unwrap()[screen];
    assert!(task(&world, CHAIR, TaskKind::Table).is_some());
    assert_eq!(counter(&world, CHAIR, "motions"), 1);
    assert_eq!(task(&world, SECRETARIAT, TaskKind::Table), None);
    // The secretariat is told who puts a motion instead of being led to a refusal.
    let row = world.desks[SECRETARIAT].motions_view().unwrap().dossiers.remove(0);
    let obstacle = row.obstacle.unwrap();
    let chair = world.desks[SECRETARIAT].name_of(world.desks[CHAIR].me().unwrap()).unwrap();
    assert_eq!((obstacle.code.as_str(), obstacle.params.get("who")), ("motion-by-chair", Some(&chair)));

    let deadline = world.now().plus(DAY);
    let motion = world.desks[CHAIR].table_motion(dossier, &words(), deadline).unwrap();
    world.exchange();
    assert_eq!(task(&world, CHAIR, TaskKind::Table), None);
    assert_eq!(task(&world, CHAIR, TaskKind::CloseVote), None, "it is open");
    world.pass(2 * DAY);
    for desk in [CHAIR, SECRETARIAT] {
        assert_eq!(task(&world, desk, TaskKind::CloseVote).unwrap().motion, Some(motion.to_string()));
        assert_eq!(counter(&world, desk, "motions"), 1);
    }
    assert_eq!(task(&world, ANNE, TaskKind::CloseVote), None);

    let mut world = World::founded();
    decided(&mut world, "grant");
    assert!(task(&world, SECRETARIAT, TaskKind::Issue).is_some());
    assert_eq!(counter(&world, SECRETARIAT, "labels"), 1);
    assert_eq!(task(&world, CHAIR, TaskKind::Issue), None);
}

#[test]
fn answers_to_examine_are_a_task_of_who_examines() {
    let mut world = World::founded();
    let (how, _) = publish(&mut world);
    world.desks[SECRETARIAT].receive(&package("01-oncosuivi"), &how).unwrap();
    world.exchange();
    world.all_declare_nothing(*world.desks[SECRETARIAT].board().dossiers.keys().next().unwrap());
    let owed = task(&world, SECRETARIAT, TaskKind::Examine).unwrap();
    assert_eq!(owed.count, world.desks[SECRETARIAT].to_examine().unwrap()[0].left);
    assert_eq!(world.desks[SECRETARIAT].counters().unwrap()["intake"], 1);
    assert_eq!(task(&world, CHAIR, TaskKind::Examine), None);
    assert_eq!(task(&world, ANNE, TaskKind::Examine), None);
}

#[test]
fn an_elector_who_has_not_declared_is_told_so_until_the_vote_is_over() {
    let mut world = World::founded();
    let (how, bylaws) = publish(&mut world);
    let dossier = world.desks[SECRETARIAT].receive(&package("01-oncosuivi"), &how).unwrap();
    world.exchange();
    for place in [SECRETARIAT, CHAIR, ANNE, BRUNO] {
        let action =
            Action::Interests { dossier, declaration: Declaration::Nothing, details: Default::default() };
        world.desks[place].act(vec![Intent::clear(action)]).unwrap();
    }
    world.exchange();
    let members: Vec<_> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    world.desks[SECRETARIAT].assign(dossier, &[members[ANNE], members[BRUNO]], 2).unwrap();
    world.exchange();
    let deadline = world.now().plus(DAY);
    let round = world.desks[SECRETARIAT].open_round(dossier, deadline, 2, bylaws).unwrap();
    world.exchange();
    for reviewer in [ANNE, BRUNO] {
        submit(&mut world, reviewer, dossier, round);
    }
    open_sheets(&mut world, dossier);
    let told = |world: &World| -> Result<()> {
        assert!(task(world, CHLOE, TaskKind::Declare).is_some());
        let desk = &world.desks[SECRETARIAT];
        assert_eq!(desk.debt(dossier, desk.dossier(dossier)?, members[CHLOE]), Debt::Declare);
        assert_eq!(desk.debt(dossier, desk.dossier(dossier)?, members[ANNE]), Debt::None);
        Ok(())
    };
    told(&world).unwrap();
    assert_eq!(world.desks[CHAIR].motions_view().unwrap().dossiers[0].undeclared, 1);
    let nothing =
        Action::Interests { dossier, declaration: Declaration::Nothing, details: Default::default() };
    world.desks[CHLOE].act(vec![Intent::clear(nothing)]).unwrap();
    world.exchange();
    assert_eq!(task(&world, CHLOE, TaskKind::Declare), None);
    assert_eq!(world.desks[CHAIR].motions_view().unwrap().dossiers[0].undeclared, 0);
}
