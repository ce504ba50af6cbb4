//! A declaration holds for a year: who is asked to renew it, who is told that it ran out, and what it no longer opens.

use sceau_domain::id::DossierId;
use sceau_domain::moment::DAY;
use sceau_ledger::payload::sealed::InterestItem;

use super::journey::{package, publish};
use super::voting::like_the_contract;
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::error::AppError;
use crate::steps::StepKind;
use crate::view::candidates::Candidate;
use crate::view::card::CardState;
use crate::view::declaring::Renewal;
use crate::view::desk::{Task, TaskKind};
use crate::view::owed::{Debt, ReminderScope};

/// 22 November 2026; everybody has declared that they have no links, Chloé one that does no harm.
fn declared(world: &mut World) -> DossierId {
    let (how, _) = publish(world);
    let dossier = world.desks[SECRETARIAT].receive(&package("01-oncosuivi"), &how).unwrap();
    world.exchange();
    for place in [CHAIR, ANNE, BRUNO] {
        world.desks[place].declare(dossier, Vec::new()).unwrap();
    }
    world.desks[CHLOE].declare(dossier, vec![talk()]).unwrap();
    world.exchange();
    let chloe = world.desks[CHLOE].me().unwrap();
    world.desks[CHAIR].recuse(dossier, chloe, None, "Une conférence, sans suite.").unwrap();
    world.exchange();
    dossier
}

fn talk() -> InterestItem {
    InterestItem {
        category: "speaking".into(),
        entity: "Lumen Santé".into(),
        from: Some("2024".into()),
        to: None,
        paid: "no".into(),
        text: String::new(),
        identifier: None,
    }
}

fn renewal(world: &World, place: usize, dossier: DossierId) -> Option<Renewal> {
    world.desks[place].dossier_card(dossier).unwrap().renewal
}

fn task(world: &World, place: usize) -> Option<Task> {
    world.desks[place].desk_view().unwrap().tasks.into_iter().find(|task| task.kind == TaskKind::Renew)
}

fn candidate(world: &World, dossier: DossierId, place: usize) -> Candidate {
    let id = world.desks[place].me().unwrap().to_string();
    let all = world.desks[SECRETARIAT].candidates(dossier, 2).unwrap().candidates;
    all.into_iter().find(|one| one.member == id).unwrap()
}

fn owed(world: &World, place: usize) -> Option<Debt> {
    let id = world.desks[place].me().unwrap().to_string();
    let rows = world.desks[SECRETARIAT].dossiers_view().unwrap().owed.rows;
    rows.into_iter().find(|row| row.member == id).and_then(|row| row.cells.first().copied())
}

#[test]
fn a_declaration_is_asked_for_again_from_a_month_before_its_year_is_over_and_renewed_as_it_was() {
    let mut world = World::founded();
    let dossier = declared(&mut world);
    let seen = renewal(&world, ANNE, dossier).unwrap();
    like_the_contract("Renewal", &seen);
    assert_eq!((seen.until.as_str(), seen.asked, seen.ran_out), ("2027-11-22", false, false));
    assert!(task(&world, ANNE).is_none());

    world.pass(334 * DAY);
    let due = task(&world, ANNE).expect("22 October 2027: a month is left");
    assert_eq!(
        due.deadline,
        Some(sceau_domain::moment::Moment::end_of_day_in_paris(jiff::civil::date(2027, 11, 22)).0)
    );
    assert!(renewal(&world, CHLOE, dossier).unwrap().repeatable, "her own computer reads what she declared");
    assert_eq!(owed(&world, ANNE), None, "until its last day is over nobody else is told");

    let links = world.desks[CHLOE].dossier_card(dossier).unwrap().links.unwrap();
    assert_eq!(links.len(), 1);
    let card = world.desks[CHLOE].declare_view(dossier, links.clone()).unwrap();
    assert_ne!(card.state, CardState::UnderReview, "what was decided holds until it is read again");
    assert_eq!(card.links, Some(links));
    assert_eq!(card.renewal.unwrap().until, "2028-10-22");
    assert!(task(&world, CHLOE).is_none());
    world.exchange();
    let journey = world.desks[SECRETARIAT].dossier_page(dossier).unwrap().journey;
    let declarations = journey.iter().find(|one| one.code == "interests").unwrap();
    let members = world.desks[SECRETARIAT].board().dossiers[&dossier].declared.len();
    assert_eq!(declarations.n, members, "renewed by one of them, not declared by one more");
}

#[test]
fn where_every_declaration_ran_out_nobody_can_be_assigned_and_that_is_why() {
    let mut world = World::founded();
    let dossier = declared(&mut world);
    let why = |world: &World| {
        let page = world.desks[SECRETARIAT].dossier_page(dossier).unwrap();
        let mut steps = page.steps.into_iter();
        steps.find(|step| step.kind == StepKind::Assign).unwrap().problem.map(|one| one.code)
    };
    assert_eq!(why(&world), None);
    world.pass(366 * DAY);
    assert_eq!(why(&world).as_deref(), Some("assign.ran-out"));
    world.desks[BRUNO].declare(dossier, Vec::new()).unwrap();
    world.exchange();
    assert_eq!(why(&world), None, "one is enough to begin with");
}

#[test]
fn who_did_not_renew_is_named_to_those_who_lead_and_not_newly_assigned_and_loses_nothing() {
    let mut world = World::founded();
    let dossier = declared(&mut world);
    let id = |world: &World, place: usize| world.desks[place].me().unwrap().to_string();
    let bruno = id(&world, BRUNO);
    world.desks[SECRETARIAT].assign_view(dossier, std::slice::from_ref(&bruno)).unwrap();
    world.exchange();
    world.pass(366 * DAY);

    for place in [ANNE, BRUNO] {
        assert!(renewal(&world, place, dossier).unwrap().ran_out);
        assert!(task(&world, place).is_some());
        assert_eq!(owed(&world, place), Some(Debt::Renew));
    }
    assert_eq!(world.desks[BRUNO].dossier_card(dossier).unwrap().state, CardState::Open, "nothing is shut");
    let page = world.desks[SECRETARIAT].dossier_page(dossier).unwrap();
    assert_eq!(page.members.iter().filter(|one| one.renew).count(), 4);
    let letters = world.desks[SECRETARIAT].reminders(ReminderScope::Declare, None).unwrap();
    assert_eq!(letters.len(), 4);
    assert!(letters.iter().all(|one| one.items[0].debt == Debt::Renew && one.items[0].deadline.is_some()));

    let (anne, chair) = (candidate(&world, dossier, ANNE), candidate(&world, dossier, CHAIR));
    assert!(anne.expired && !anne.free && !anne.proposed && !chair.free);
    assert!(candidate(&world, dossier, BRUNO).free, "who reviews already goes on");
    let both = [bruno.clone(), id(&world, ANNE)];
    let refused = world.desks[SECRETARIAT].assign_view(dossier, &both).unwrap_err();
    assert!(matches!(refused, AppError::Procedure(code) if code == "assign.undeclared"));

    world.desks[ANNE].declare(dossier, Vec::new()).unwrap();
    world.exchange();
    assert!(candidate(&world, dossier, ANNE).free && owed(&world, ANNE) != Some(Debt::Renew));
    let page = world.desks[SECRETARIAT].assign_view(dossier, &both).unwrap();
    assert_eq!(page.members.iter().filter(|one| one.assigned).count(), 2);
}
