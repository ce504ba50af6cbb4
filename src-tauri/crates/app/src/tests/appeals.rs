//! What a publisher gains: one appeal against a decision, answered by somebody who did not take it, and a second look by
//! others; and an end to what has run out of time.

use jiff::ToSpan;
use sceau_certificate::content::Improvement;
use sceau_domain::action::{Action, ActionKind};
use sceau_domain::appeal::Ground;
use sceau_domain::dossier::{Move, Stage};
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::moment::DAY;
use sceau_domain::permission::{Act, Permission, permit};
use sceau_domain::refusal::Refusal;
use sceau_domain::role::Role;
use sceau_ledger::payload::sealed::Examined;

use super::journey::{open_sheets, submit};
use super::moves::{because, decided, offered, point, refused, stages, under_the_bar};
use super::voting::{like_the_contract, words};
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::dossier::Wording;
use crate::error::{AppError, Result};
use crate::steps::StepKind;
use crate::view::desk::TaskKind;
use crate::view::dossier::DossierPage;
use crate::view::recourse::{LetterKind, Recourse};
use crate::vote::OpinionWords;

const TEXT: &str = "L’étude à un an est parue après la séance.";

fn appeal() -> Wording {
    Wording { reason: TEXT.into(), ground: Some(Ground::NewElement), ..Wording::default() }
}

fn page(world: &World, place: usize, dossier: DossierId) -> DossierPage {
    world.desks[place].dossier_page(dossier).unwrap()
}

fn recourse(world: &World, place: usize, dossier: DossierId) -> Recourse {
    page(world, place, dossier).recourse.unwrap()
}

fn tasks(world: &World, place: usize) -> Vec<TaskKind> {
    world.desks[place].desk_view().unwrap().tasks.into_iter().map(|task| task.kind).collect()
}

fn line(world: &World, dossier: DossierId) -> String {
    world.desks[SECRETARIAT].line(dossier).unwrap().code
}

fn take(world: &mut World, place: usize, dossier: DossierId, step: Move, words: &Wording) {
    world.desks[place].take_step(dossier, step, words).unwrap();
    world.exchange();
}

/// What the registry would say to a step that a desk signed without asking itself.
fn registry(world: &World, place: usize, dossier: DossierId, step: Move) -> Permission {
    let action = Action::DossierMove { dossier, step: step.name().to_owned() };
    let objects = action.objects();
    let (member, device) = (world.desks[place].me().unwrap(), world.desks[place].device());
    let (kind, received) = (action.kind().code(), world.now());
    let act = Act { member, device, kind, objects: &objects, seq: 9_999, index: u64::MAX, received };
    permit(&act, world.desks[ANNE].board())
}

fn said(outcome: Result<()>) -> Refusal {
    match outcome {
        Err(AppError::Refused(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

/// Declined by the secretariat, which the publisher has been told.
fn declined(world: &mut World) -> DossierId {
    let dossier = under_the_bar(world, "11-aplomb");
    let wording = Wording { reason: "Trop tôt.".into(), improve: vec![point()], ..Wording::default() };
    take(world, SECRETARIAT, dossier, Move::Decline, &wording);
    dossier
}

/// Refused by the chair, Anne and Bruno, who reviewed it; Chloé, who was kept out then, is cleared and a vice-chair now.
fn refused_by_the_board(world: &mut World) -> DossierId {
    let dossier = decided(world, "refuse");
    take(world, SECRETARIAT, dossier, Move::Notify, &Wording::default());
    let chloe = world.desks[CHLOE].me().unwrap();
    world.desks[CHAIR].set_roles(&[(chloe, Role::ViceChair, true)]).unwrap();
    world.desks[CHAIR].recuse(dossier, chloe, None, "Lien éteint.").unwrap();
    world.exchange();
    world.desks[SECRETARIAT].tend_keys().unwrap();
    world.exchange();
    dossier
}

#[test]
fn an_appeal_needs_its_ground_its_text_and_its_day_and_comes_in_time_once() {
    let mut world = World::founded();
    let dossier = declined(&mut world);
    let before = recourse(&world, SECRETARIAT, dossier);
    like_the_contract("Recourse", &before);
    assert_eq!((before.until.as_deref(), before.running), (Some("2027-01-22"), true));
    assert_eq!(page(&world, SECRETARIAT, dossier).stage, "not-preselected");
    let row = world.desks[SECRETARIAT].dossiers_view().unwrap().rows.remove(0);
    assert!(row.date.is_some(), "the last day stands in the table");
    let closing = |world: &World| {
        let steps = page(world, SECRETARIAT, dossier).steps;
        steps.into_iter().find(|step| step.kind == StepKind::Close).unwrap().problem.map(|one| one.code)
    };
    assert_eq!(closing(&world).as_deref(), Some("close.appeal-open"));

    let today = world.desks[SECRETARIAT].today();
    for (wording, code) in [
        (because(TEXT), "appeal.no-ground"),
        (Wording { reason: " ".into(), ..appeal() }, "appeal.no-words"),
        (Wording { received_on: today.tomorrow().ok(), ..appeal() }, "appeal.wrong-day"),
        (Wording { received_on: today.yesterday().ok(), ..appeal() }, "appeal.wrong-day"),
    ] {
        let desk = &mut world.desks[SECRETARIAT];
        assert_eq!(refused(desk.take_step(dossier, Move::Appeal, &wording)), code);
    }
    assert_eq!(
        refused(world.desks[CHAIR].take_step(dossier, Move::Appeal, &appeal())),
        "transition.not-by-you"
    );
    assert_eq!(registry(&world, CHAIR, dossier, Move::Appeal), Permission::Refused(Refusal::NotByYou));

    // On the last day it is in time; the day after it is not, unless it came before and is only recorded now.
    world.pass(61 * DAY);
    assert!(recourse(&world, SECRETARIAT, dossier).running, "the last day is included");
    assert_eq!(line(&world, dossier), "not-preselected");
    world.pass(DAY);
    assert_eq!((closing(&world), line(&world, dossier).as_str()), (None, "appeal-over"));
    assert!(tasks(&world, SECRETARIAT).contains(&TaskKind::Close));
    let late = world.desks[SECRETARIAT].take_step(dossier, Move::Appeal, &appeal());
    assert_eq!(refused(late), "appeal.too-late");
    let received_on = today.checked_add(61.days()).ok();
    take(&mut world, SECRETARIAT, dossier, Move::Appeal, &Wording { received_on, ..appeal() });
    assert_eq!(stages(&world, dossier), [Stage::Appeal; 3]);
    let again = world.desks[SECRETARIAT].take_step(dossier, Move::Appeal, &appeal());
    assert_eq!(refused(again), "transition.not-from-here");
    assert_eq!(
        registry(&world, SECRETARIAT, dossier, Move::Appeal),
        Permission::Refused(Refusal::WrongStage)
    );
}

#[test]
fn the_chair_who_declined_nothing_dismisses_an_appeal_with_a_reason_and_the_publisher_has_a_letter() {
    let mut world = World::founded();
    let dossier = declined(&mut world);
    take(&mut world, SECRETARIAT, dossier, Move::Appeal, &appeal());
    assert_eq!(line(&world, dossier), "appeal");
    assert!(tasks(&world, CHAIR).contains(&TaskKind::Appeal));
    assert!(!tasks(&world, SECRETARIAT).contains(&TaskKind::Appeal));
    let told = recourse(&world, CHAIR, dossier);
    let read = told.appeal.unwrap();
    like_the_contract("AppealView", &read);
    assert_eq!((read.words.as_deref(), read.ground.as_deref()), (Some(TEXT), Some("new-element")));
    assert_eq!((read.received_on.as_deref(), read.accepted), (Some("2026-11-22"), None));
    assert!(told.judge.is_some());
    assert_eq!(offered(&world, CHAIR, dossier), [StepKind::AcceptAppeal, StepKind::DismissAppeal]);

    let mute = world.desks[CHAIR].take_step(dossier, Move::DismissAppeal, &Wording::default());
    assert_eq!(refused(mute), "appeal.no-reason");
    let wrong = world.desks[SECRETARIAT].take_step(dossier, Move::DismissAppeal, &because("Non."));
    assert_eq!(refused(wrong), "transition.not-by-you");
    let pending = world.desks[SECRETARIAT].take_step(dossier, Move::Close, &Wording::default());
    assert_eq!(refused(pending), "transition.not-from-here", "an appeal is pending");
    take(&mut world, CHAIR, dossier, Move::DismissAppeal, &because("Une autre version."));
    assert_eq!(stages(&world, dossier), [Stage::Closed; 3]);
    assert_eq!(line(&world, dossier), "closed");
    let after = recourse(&world, SECRETARIAT, dossier);
    let letter = after.letter.unwrap();
    like_the_contract("RecourseLetter", &letter);
    assert_eq!((letter.kind, letter.reason.as_deref()), (LetterKind::Dismissed, Some("Une autre version.")));
    let answered = after.appeal.unwrap();
    assert_eq!((answered.accepted, answered.answer.as_deref()), (Some(false), Some("Une autre version.")));
    assert!(recourse(&world, CHAIR, dossier).letter.is_none(), "the secretariat writes");
    assert_eq!(offered(&world, SECRETARIAT, dossier), []);
    let journey = page(&world, CHAIR, dossier).journey;
    for code in ["appeal", "dismiss-appeal"] {
        assert!(journey.iter().any(|passed| passed.code == code && passed.reason.is_some()), "{code}");
    }
}

#[test]
fn who_sat_on_a_refusal_does_not_judge_it_and_other_rapporteurs_score_it_again() {
    let mut world = World::founded();
    let dossier = refused_by_the_board(&mut world);
    take(&mut world, SECRETARIAT, dossier, Move::Appeal, &appeal());
    // The chair voted: Chloé stands in, by the desk and by the registry.
    let chair = world.desks[CHAIR].take_step(dossier, Move::AcceptAppeal, &because("Oui."));
    assert_eq!(said(chair), Refusal::SatOnDecision);
    let sat = Permission::Refused(Refusal::SatOnDecision);
    assert_eq!(registry(&world, CHAIR, dossier, Move::AcceptAppeal), sat);
    assert_eq!(registry(&world, ANNE, dossier, Move::AcceptAppeal), Permission::Refused(Refusal::NotByYou));
    let chloe = world.desks[CHLOE].me().unwrap().to_string();
    assert_eq!(world.desks[SECRETARIAT].line(dossier).unwrap().name, Some(chloe), "the table names her");
    assert!(
        tasks(&world, CHLOE).contains(&TaskKind::Appeal) && !tasks(&world, CHAIR).contains(&TaskKind::Appeal)
    );
    assert_eq!(recourse(&world, CHLOE, dossier).appeal.unwrap().words.as_deref(), Some(TEXT));
    take(&mut world, CHLOE, dossier, Move::AcceptAppeal, &because("L’étude change le premier point."));
    assert_eq!(stages(&world, dossier), [Stage::SecondLook; 3]);
    assert!(page(&world, CHLOE, dossier).recourse.is_some(), "whoever answered sees what became of it");
    let letter = recourse(&world, SECRETARIAT, dossier).letter.unwrap();
    assert_eq!(letter.kind, LetterKind::Accepted);

    // Anne and Bruno looked first.
    let members: Vec<MemberId> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    assert_eq!(recourse(&world, SECRETARIAT, dossier).looked_first.len(), 2);
    let candidates = world.desks[SECRETARIAT].candidates(dossier, 2).unwrap().candidates;
    let free: Vec<bool> = candidates.iter().map(|one| one.free).collect();
    assert_eq!(free, [true, false, false, true]);
    let same = world.desks[SECRETARIAT].assign(dossier, &[members[CHAIR], members[ANNE]], 2);
    assert_eq!(refused(same), "second-look.same-rapporteurs");
    assert_eq!(offered(&world, SECRETARIAT, dossier), [StepKind::Assign, StepKind::Withdraw]);
    world.desks[SECRETARIAT].assign(dossier, &[members[CHAIR], members[CHLOE]], 2).unwrap();
    world.exchange();
    let joins = world.desks[SECRETARIAT].assign(dossier, &[members[CHAIR], members[BRUNO]], 2);
    assert!(joins.is_err(), "nor do they join later");

    // A new scoring, a new vote, and no second appeal.
    let rules = world.desks[SECRETARIAT].board().latest_rules.iter();
    let bylaws =
        *rules.filter(|((kind, _), _)| *kind == ActionKind::Bylaws).map(|(_, one)| one).next().unwrap();
    let deadline = world.now().plus(DAY);
    let round = world.desks[SECRETARIAT].open_round(dossier, deadline, 2, bylaws).unwrap();
    world.exchange();
    world.carry_files(dossier);
    for reviewer in [CHAIR, CHLOE] {
        let appeal = world.desks[reviewer].review_view(dossier).unwrap().appeal.unwrap();
        assert_eq!(appeal.words.as_deref(), Some(TEXT), "reviewers read why they look again");
        submit(&mut world, reviewer, dossier, round);
    }
    open_sheets(&mut world, dossier);
    assert_eq!(stages(&world, dossier), [Stage::Opened; 3]);
    let deadline = world.now().plus(DAY);
    let motion = world.desks[CHAIR].table_motion(dossier, &words(), deadline).unwrap();
    world.exchange();
    for elector in [CHAIR, ANNE, BRUNO, CHLOE] {
        world.desks[elector].cast(motion, "refuse", false).unwrap();
    }
    world.exchange();
    world.desks[SECRETARIAT].close_vote(motion).unwrap();
    world.exchange();
    for officer in [ANNE, BRUNO] {
        world.desks[officer].publish_ballot_shares(motion).unwrap();
    }
    world.exchange();
    let opinion = OpinionWords { reasons: vec!["Preuves courtes.".into()], improve: vec![point()] };
    world.desks[CHAIR].record_decision(motion, "refuse", &opinion).unwrap();
    world.exchange();
    take(&mut world, SECRETARIAT, dossier, Move::Notify, &Wording::default());
    let again = world.desks[SECRETARIAT].take_step(dossier, Move::Appeal, &appeal());
    assert_eq!(refused(again), "appeal.already-used");
    let used = Permission::Refused(Refusal::AppealUsed);
    assert_eq!(registry(&world, SECRETARIAT, dossier, Move::Appeal), used);
    assert!(world.desks[SECRETARIAT].letter_facts(dossier, &[]).unwrap().appealed);
    world.pass(63 * DAY);
    take(&mut world, SECRETARIAT, dossier, Move::Close, &Wording::default());
    assert_eq!(recourse(&world, SECRETARIAT, dossier).letter.unwrap().kind, LetterKind::Closed);
}

#[test]
fn a_dossier_that_was_not_preselected_is_examined_again_by_somebody_else() {
    let mut world = World::founded();
    let dossier = under_the_bar(&mut world, "11-aplomb");
    // Bruno, an examiner, looks at the answers before the secretariat declines.
    let bruno = world.desks[BRUNO].me().unwrap();
    world.desks[CHAIR].set_roles(&[(bruno, Role::Examiner, true), (bruno, Role::Secretariat, true)]).unwrap();
    world.desks[BRUNO].declare(dossier, Vec::new()).unwrap();
    world.exchange();
    world.desks[SECRETARIAT].tend_keys().unwrap();
    world.exchange();
    let found = |why: &str| Examined {
        criterion: "1.4".into(),
        status: "confirmed".into(),
        value: None,
        why: why.into(),
        anchors: Vec::new(),
    };
    world.desks[BRUNO].examine(dossier, vec![found("Vu dans l’étude.")]).unwrap();
    world.exchange();
    let wording = Wording { improve: vec![point()], ..Wording::default() };
    take(&mut world, SECRETARIAT, dossier, Move::Decline, &wording);
    take(&mut world, SECRETARIAT, dossier, Move::Appeal, &appeal());
    take(&mut world, CHAIR, dossier, Move::AcceptAppeal, &Wording::default());
    assert_eq!(line(&world, dossier), "to-re-examine");
    assert!(world.desks[SECRETARIAT].takes_versions(dossier).unwrap(), "a new element can be filed");
    let members: Vec<MemberId> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    assert!(world.desks[SECRETARIAT].assign(dossier, &[members[ANNE]], 1).is_err(), "nobody has admitted it");
    let same = world.desks[BRUNO].take_step(dossier, Move::ReExamine, &Wording::default());
    assert_eq!(refused(same), "second-look.same-examiner");
    let looked = Permission::Refused(Refusal::LookedFirst);
    assert_eq!(registry(&world, BRUNO, dossier, Move::ReExamine), looked);
    assert!(tasks(&world, SECRETARIAT).contains(&TaskKind::ReExamine));
    take(&mut world, SECRETARIAT, dossier, Move::ReExamine, &Wording::default());
    assert_eq!(stages(&world, dossier), [Stage::Received; 3]);
    assert_eq!(said(world.desks[BRUNO].examine(dossier, vec![found("Encore.")])), Refusal::LookedFirst);
    world.desks[SECRETARIAT].examine(dossier, vec![found("Relu.")]).unwrap();
    take(&mut world, SECRETARIAT, dossier, Move::Admit, &Wording::default());
    assert_eq!(stages(&world, dossier), [Stage::Admissible; 3]);
    assert!(offered(&world, SECRETARIAT, dossier).contains(&StepKind::Decline), "the same bar as before");
}

#[test]
fn what_a_deferral_waits_for_lapses_after_the_day_that_the_board_set_unless_something_came() {
    for (by, code) in [(None, "lapse.no-deadline"), (Some("2026-12-01"), "completion.not-yet-due")] {
        let mut world = World::founded();
        let by = by.map(|day| day.parse().unwrap());
        let dossier = deferred_until(&mut world, by);
        let early = world.desks[SECRETARIAT].take_step(dossier, Move::Lapse, &Wording::default());
        assert_eq!(refused(early), code);
        world.pass(20 * DAY);
        if by.is_none() {
            assert_eq!(line(&world, dossier), "deferred");
            continue;
        }
        assert_eq!(line(&world, dossier), "deferred-overdue");
        assert!(tasks(&world, SECRETARIAT).contains(&TaskKind::Lapse));
        assert_eq!(registry(&world, CHAIR, dossier, Move::Lapse), Permission::Refused(Refusal::NotByYou));
        take(&mut world, SECRETARIAT, dossier, Move::Lapse, &Wording::default());
        assert_eq!(stages(&world, dossier), [Stage::Lapsed; 3]);
        let letter = recourse(&world, SECRETARIAT, dossier).letter.unwrap();
        assert_eq!((letter.kind, letter.day.as_deref()), (LetterKind::Lapsed, Some("2026-12-01")));
    }
    let mut world = World::founded();
    let dossier = deferred_until(&mut world, "2026-12-01".parse().ok());
    let found = Examined {
        criterion: "1.4".into(),
        status: "confirmed".into(),
        value: None,
        why: "L’étude à un an est arrivée.".into(),
        anchors: Vec::new(),
    };
    world.desks[SECRETARIAT].examine(dossier, vec![found]).unwrap();
    world.pass(20 * DAY);
    let answered = world.desks[SECRETARIAT].take_step(dossier, Move::Lapse, &Wording::default());
    assert_eq!(refused(answered), "lapse.answered");
}

fn deferred_until(world: &mut World, by: Option<jiff::civil::Date>) -> DossierId {
    super::moves::decided_with(world, "defer", Improvement { by, ..point() })
}
