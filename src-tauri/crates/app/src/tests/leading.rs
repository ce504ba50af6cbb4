//! Those who lead dossiers see what blocks each and who owes what, and take its next steps; nobody else does, and nobody
//! sees what is sealed.

use sceau_domain::id::DossierId;
use sceau_domain::moment::DAY;
use sceau_ledger::payload::sealed::InterestItem;

use super::journey::{package, publish, submit};
use super::voting::like_the_contract;
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::error::AppError;
use crate::steps::StepKind;
use crate::view::desk::TaskKind;
use crate::view::dossier::Declared;
use crate::view::dossiers::{DossierRow, Tone};
use crate::view::judging::{Level, Verdict};
use crate::view::owed::{Debt, ReminderScope};

fn row(world: &World, place: usize) -> DossierRow {
    world.desks[place].dossiers_view().unwrap().rows.remove(0)
}

/// What each member owes, in the order of the roster: chair, Anne, Bruno, Chloé.
fn debts(world: &World, place: usize) -> Vec<Debt> {
    let view = world.desks[place].dossiers_view().unwrap();
    let of = |member: &str| {
        let row = view.owed.rows.iter().find(|row| row.member == member);
        row.and_then(|row| row.cells.first().copied()).unwrap_or(Debt::None)
    };
    world.desks[..SECRETARIAT].iter().map(|desk| of(&desk.me().unwrap().to_string())).collect()
}

/// Whom the secretariat is to remind, by their places.
fn reminded(world: &World, scope: ReminderScope) -> Vec<usize> {
    let letters = world.desks[SECRETARIAT].reminders(scope, None).unwrap();
    let members = members(world).into_iter().enumerate();
    members.filter(|(_, id)| letters.iter().any(|one| one.member == *id)).map(|(place, _)| place).collect()
}

fn tasks(world: &World, place: usize) -> Vec<TaskKind> {
    world.desks[place].desk_view().unwrap().tasks.into_iter().map(|task| task.kind).collect()
}

fn verdict(level: Level) -> Verdict {
    Verdict { level, reason: "Employée de l’éditeur.".into(), criteria: Vec::new() }
}

/// A current employment by the publisher, written in another way than the dossier writes it.
fn link(publisher: &str) -> InterestItem {
    InterestItem {
        category: "employment".into(),
        entity: format!("{}, S.A.S.", publisher.to_uppercase()),
        from: Some("2024".into()),
        to: None,
        paid: "me".into(),
        text: "Poste à temps partiel".into(),
        identifier: None,
    }
}

fn members(world: &World) -> Vec<String> {
    world.desks.iter().map(|desk| desk.me().unwrap().to_string()).collect()
}

/// Preselected; Chloé has declared a link, everybody else none.
fn declared(world: &mut World) -> (DossierId, [u8; 32]) {
    let (how, bylaws) = publish(world);
    let dossier = world.desks[SECRETARIAT].receive(&package("01-oncosuivi"), &how).unwrap();
    world.exchange();
    for place in [CHAIR, ANNE, BRUNO] {
        world.desks[place].declare(dossier, Vec::new()).unwrap();
    }
    let publisher = world.desks[CHLOE].card(dossier).unwrap().publisher;
    world.desks[CHLOE].declare(dossier, vec![link(&publisher)]).unwrap();
    world.exchange();
    (dossier, bylaws)
}

#[test]
fn a_dossier_is_led_from_its_declarations_to_the_end_of_its_intake() {
    let mut world = World::founded();
    let (how, bylaws) = publish(&mut world);
    let dossier = world.desks[SECRETARIAT].receive(&package("01-oncosuivi"), &how).unwrap();
    world.exchange();
    let line = row(&world, SECRETARIAT).line;
    assert_eq!((line.code.as_str(), line.n, line.m, line.tone), ("declarations", 0, 4, Tone::Blocked));
    assert_eq!(debts(&world, SECRETARIAT), [Debt::Declare; 4]);
    let page = world.desks[SECRETARIAT].dossier_page(dossier).unwrap();
    assert_eq!(page.steps[0].kind, StepKind::Assign);
    assert_eq!(page.steps[0].problem.as_ref().unwrap().code, "assign.undeclared");
    assert_eq!(world.desks[SECRETARIAT].reminders(ReminderScope::Declare, Some(dossier)).unwrap().len(), 4);

    for place in [CHAIR, ANNE, BRUNO, CHLOE] {
        world.desks[place].declare(dossier, Vec::new()).unwrap();
    }
    world.exchange();
    assert_eq!(row(&world, SECRETARIAT).line.code, "to-assign");
    assert!(tasks(&world, SECRETARIAT).contains(&TaskKind::Assign));
    let candidates = world.desks[SECRETARIAT].candidates(dossier, 3).unwrap();
    let proposed: Vec<_> = candidates.candidates.iter().filter(|one| one.proposed).collect();
    assert_eq!(proposed.len(), 3);
    assert!(proposed.iter().any(|one| one.college == "patients"), "a patient is among them");
    let names = members(&world);
    let page =
        world.desks[SECRETARIAT].assign_view(dossier, &[names[ANNE].clone(), names[BRUNO].clone()]).unwrap();
    assert_eq!(page.stage, "assigned");
    assert_eq!(page.steps[0].kind, StepKind::OpenRound);
    assert!(page.steps[0].problem.is_none(), "{:?}", page.steps);
    world.exchange();
    assert!(tasks(&world, CHAIR).contains(&TaskKind::OpenRound));

    let (choice, past) = (crate::view::hex(&bylaws), world.now().0 - 1);
    let refused = world.desks[CHAIR].open_round_view(dossier, past, 2, &choice).unwrap_err();
    assert!(matches!(refused, AppError::Procedure(code) if code == "round.deadline-passed"));
    let deadline = world.now().plus(10 * DAY).0;
    let page = world.desks[CHAIR].open_round_view(dossier, deadline, 2, &choice).unwrap();
    assert_eq!((page.stage.as_str(), page.round.unwrap().deadline), ("scoring", deadline));
    world.exchange();
    assert_eq!(debts(&world, SECRETARIAT), [Debt::None, Debt::Expected, Debt::Expected, Debt::None]);
    world.carry_files(dossier);
    // Whoever is not asked for a sheet reads, and is told so before a mark is made in vain.
    let asked = [ANNE, BRUNO, CHLOE].map(|place| {
        let desk = &world.desks[place];
        (desk.review_view(dossier).unwrap().assigned, desk.dossier_card(dossier).unwrap().assigned)
    });
    assert_eq!(asked, [(true, true), (true, true), (false, false)]);
    assert!(reminded(&world, ReminderScope::Due).is_empty(), "ten days are not soon");
    world.pass(4 * DAY);
    assert_eq!(reminded(&world, ReminderScope::Due), [ANNE, BRUNO]);
    assert_eq!(world.desks[SECRETARIAT].dossiers_view().unwrap().owed.soon, 2);

    let round = world.desks[ANNE].board().dossiers[&dossier].round().unwrap().id;
    submit(&mut world, ANNE, dossier, round);
    world.exchange();
    assert_eq!(debts(&world, SECRETARIAT), [Debt::None, Debt::Received, Debt::Expected, Debt::None]);
    let letters = world.desks[SECRETARIAT].reminders(ReminderScope::Soon, None).unwrap();
    like_the_contract("Reminder", &letters[0]);
    like_the_contract("ReminderItem", &letters[0].items[0]);
    assert_eq!(letters.len(), 1, "who has handed in is not reminded: {letters:?}");
    assert_eq!((&letters[0].member, letters[0].items[0].deadline), (&names[BRUNO], Some(deadline)));
    let line = row(&world, SECRETARIAT).line;
    assert_eq!((line.code.as_str(), line.n, line.m), ("sheets-but-one", 1, 2));
    let page = world.desks[SECRETARIAT].dossier_page(dossier).unwrap();
    assert_eq!(page.steps[0].problem.as_ref().unwrap().code, "refusal-sheets-missing");
    let seen = serde_json::to_string(&(page, world.desks[SECRETARIAT].dossiers_view().unwrap())).unwrap();
    assert!(!seen.contains("Établi par l’essai"), "nothing of a sealed sheet");

    world.pass(7 * DAY);
    assert_eq!(debts(&world, SECRETARIAT)[BRUNO], Debt::Late);
    let line = row(&world, SECRETARIAT).line;
    assert_eq!((line.code.as_str(), line.n, line.m, line.tone), ("sheets-late", 1, 1, Tone::Late));
    for scope in [ReminderScope::Late, ReminderScope::Due] {
        assert_eq!(reminded(&world, scope), [BRUNO]);
    }
    assert!(reminded(&world, ReminderScope::Soon).is_empty());

    // One sheet is fewer than the two that the round asks for: the deadline alone does not end it.
    let refused = world.desks[SECRETARIAT].close_intake_view(dossier).unwrap_err();
    assert!(matches!(refused, AppError::Refused(_)), "{refused}");
}

#[test]
fn the_chair_judges_a_link_which_others_cannot_read_and_its_dossier_closes() {
    let mut world = World::founded();
    let (dossier, _) = declared(&mut world);
    let names = members(&world);
    assert_eq!(row(&world, SECRETARIAT).line.code, "to-judge");
    assert!(tasks(&world, CHAIR).contains(&TaskKind::Judge));
    assert!(!tasks(&world, SECRETARIAT).contains(&TaskKind::Judge), "the chair decides, not the secretariat");

    let board = world.desks[CHAIR].interests_board().unwrap();
    let one = &board.pending[0];
    assert!(one.may_decide && one.proposed == Level::Full);
    let found = &one.links.as_ref().unwrap()[0];
    assert!(found.major, "a current employment is a major interest");
    assert_eq!(found.matches[0].role, "publisher", "the same name, however it is written");
    assert!(!found.matches[0].strong && found.matches[0].ruled.is_none());
    let board = world.desks[SECRETARIAT].interests_board().unwrap();
    assert!(!board.pending[0].may_decide);
    for place in [ANNE, BRUNO, CHLOE] {
        let board = world.desks[place].interests_board().unwrap();
        assert!(board.pending.is_empty() && board.recusals.is_empty());
    }
    assert!(
        world.desks[SECRETARIAT].decide_interests(dossier, &names[CHLOE], &verdict(Level::None)).is_err()
    );

    let board = world.desks[CHAIR].decide_interests(dossier, &names[CHLOE], &verdict(Level::Full)).unwrap();
    assert!(board.pending.is_empty());
    assert_eq!((board.recusals.len(), board.recusals[0].level), (1, Level::Full));
    world.exchange();
    let page = world.desks[SECRETARIAT].dossier_page(dossier).unwrap();
    let declared = |member: &str| page.members.iter().find(|one| one.member == member).unwrap().declared;
    assert_eq!((declared(&names[CHLOE]), declared(&names[ANNE])), (Declared::Full, Declared::Nothing));
    assert_eq!(debts(&world, SECRETARIAT)[CHLOE], Debt::None, "no column is left: nobody owes anything");
    assert!(page.journey.iter().any(|one| one.code == "recusal"));
    assert!(world.desks[CHAIR].interests_board().unwrap().pending.is_empty());
}

#[test]
fn members_do_not_see_who_owes_what_and_a_recused_chair_no_longer_follows() {
    let mut world = World::founded();
    let (dossier, _) = declared(&mut world);
    for place in [ANNE, BRUNO, CHLOE] {
        let desk = &world.desks[place];
        assert!(desk.dossiers_view().is_err() && desk.dossier_page(dossier).is_err());
        assert!(desk.candidates(dossier, 2).is_err() && desk.reminders(ReminderScope::Due, None).is_err());
        let counters = desk.counters().unwrap();
        assert_eq!(counters.keys().map(String::as_str).collect::<Vec<_>>(), ["desk"]);
    }
    assert_eq!(world.desks[CHAIR].counters().unwrap()["dossiers"], 1);
    let chair = world.desks[CHAIR].me().unwrap();
    // Stepping back is everybody's own right.
    world.desks[CHAIR]
        .recuse(dossier, chair, Some(sceau_domain::action::RecusalLevel::Full), "Lien direct avec l’éditeur.")
        .unwrap();
    world.exchange();
    assert!(world.desks[CHAIR].dossiers_view().unwrap().rows.is_empty());
    assert!(world.desks[CHAIR].dossier_page(dossier).is_err());
    assert!(world.desks[CHAIR].interests_board().unwrap().pending.is_empty());
    assert_eq!(world.desks[CHAIR].counters().unwrap()["dossiers"], 0);
    assert_eq!(world.desks[SECRETARIAT].dossiers_view().unwrap().rows.len(), 1);
}
