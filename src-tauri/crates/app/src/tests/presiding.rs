//! What a board gains whose chair is kept out of a dossier: a vice-chair leads it to its decision, alone; and what only
//! officers can mend waits on their desk.

use sceau_domain::action::{Action, RecusalLevel};
use sceau_domain::dossier::Stage;
use sceau_domain::id::{DossierId, GroupId};
use sceau_domain::moment::DAY;
use sceau_domain::refusal::Refusal;
use sceau_domain::role::Role;
use sceau_ledger::replay::Standing;

use super::journey::opened;
use super::moves::point;
use super::voting::{like_the_contract, words};
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::act::Intent;
use crate::error::{AppError, Result};
use crate::view::desk::TaskKind;
use crate::view::presiding::StandIn;
use crate::view::session::Role as ShownRole;
use crate::vote::OpinionWords;

fn tasks(world: &World, place: usize) -> Vec<TaskKind> {
    world.desks[place].desk_view().unwrap().tasks.into_iter().map(|task| task.kind).collect()
}

fn said<T: std::fmt::Debug>(outcome: Result<T>) -> Refusal {
    match outcome {
        Err(AppError::Refused(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

fn stand_in(world: &World, place: usize, dossier: DossierId) -> Option<StandIn> {
    world.desks[place].dossier_page(dossier).unwrap().stand_in
}

/// Dossiers for which an officer is asked to name a vice-chair.
fn without_chair(world: &World, place: usize) -> usize {
    world.desks[place].founding_view().unwrap().without_chair
}

fn grant(world: &mut World, members: &[usize], role: Role, granted: bool) {
    let changes: Vec<_> =
        members.iter().map(|place| (world.desks[*place].me().unwrap(), role, granted)).collect();
    world.desks[BRUNO].set_roles(&changes).unwrap();
    world.exchange();
}

/// Sheets are open, and the chair has stepped back: nobody may lead the dossier as chair.
fn without(world: &mut World) -> (DossierId, [u8; 32]) {
    let (dossier, bylaws) = opened(world);
    let chair = world.desks[CHAIR].me().unwrap();
    world.desks[CHAIR].recuse(dossier, chair, Some(RecusalLevel::Full), "").unwrap();
    world.exchange();
    world.desks[SECRETARIAT].tend_keys().unwrap();
    world.exchange();
    (dossier, bylaws)
}

#[test]
fn a_vice_chair_leads_a_dossier_whose_chair_stepped_back_from_the_motion_to_the_decision() {
    let mut world = World::founded();
    let (dossier, _) = without(&mut world);
    let group = GroupId::of_dossier(dossier);
    assert!(!world.desks[CHAIR].holds_key(group), "the door is closed, and the key is another one");
    // The officers are asked to name somebody, and nobody else is.
    assert_eq!([ANNE, BRUNO, SECRETARIAT, CHLOE].map(|place| without_chair(&world, place)), [1, 1, 0, 0]);
    assert_eq!(stand_in(&world, SECRETARIAT, dossier), Some(StandIn { name: None, me: false }));
    let blocked = world.desks[SECRETARIAT].motions_view().unwrap().dossiers.remove(0).obstacle.unwrap();
    assert_eq!(blocked.code, "motion-without-chair");

    grant(&mut world, &[BRUNO, ANNE], Role::ViceChair, true);
    assert_eq!([ANNE, BRUNO].map(|place| without_chair(&world, place)), [0, 0]);
    assert!(world.desks[ANNE].holds_key(group));
    let anne = world.desks[ANNE].me().unwrap().to_string();
    let known = stand_in(&world, ANNE, dossier).unwrap();
    like_the_contract("StandIn", &known);
    assert_eq!(known, StandIn { name: Some(anne.clone()), me: true });
    let changes = world.desks[ANNE].desk_view().unwrap().changes;
    assert!(changes.iter().any(|change| change.code == "presides"), "{changes:?}");

    // Her desk has the tasks and the places of a chair for this dossier; the others' have not.
    assert!(tasks(&world, ANNE).contains(&TaskKind::Table));
    for place in [CHAIR, BRUNO] {
        assert!(!tasks(&world, place).contains(&TaskKind::Table), "desk {place}");
    }
    let acting = |place: usize| {
        world.desks[place].open_desk().unwrap().person.unwrap().roles.contains(&ShownRole::ActingChair)
    };
    assert_eq!([CHAIR, ANNE, BRUNO, SECRETARIAT].map(acting), [false, true, false, false]);
    for screen in ["dossiers", "motions"] {
        assert_eq!(world.desks[ANNE].counters().unwrap().get(screen), Some(&1), "{screen}");
        assert_eq!(world.desks[BRUNO].counters().unwrap().get(screen), None, "{screen}");
    }
    assert_eq!(world.desks[ANNE].dossiers_view().unwrap().rows.len(), 1);
    assert_eq!(world.desks[ANNE].motions_view().unwrap().dossiers[0].obstacle, None);
    assert_eq!(said(world.desks[BRUNO].motions_view()), Refusal::NotByYou);
    let named = world.desks[SECRETARIAT].motions_view().unwrap().dossiers.remove(0).obstacle.unwrap();
    assert_eq!((named.code.as_str(), named.params.get("who")), ("motion-by-chair", Some(&anne)));

    // She decides about the links of others: Chloé, whom the chair had kept out, reads and votes again.
    let chloe = world.desks[CHLOE].me().unwrap();
    assert_eq!(
        said(world.desks[BRUNO].recuse(dossier, chloe, None, "Lien éteint.")),
        Refusal::AnotherPresides
    );
    world.desks[ANNE].recuse(dossier, chloe, None, "Lien éteint.").unwrap();
    world.exchange();
    assert!(world.desks[ANNE].tend_keys().unwrap() > 0, "and hands on the key like the secretariat");
    world.exchange();

    let deadline = world.now().plus(DAY);
    let put = |world: &mut World, place: usize| world.desks[place].table_motion(dossier, &words(), deadline);
    assert_eq!(said(put(&mut world, BRUNO)), Refusal::AnotherPresides);
    assert!(put(&mut world, CHAIR).is_err());
    let motion = put(&mut world, ANNE).unwrap();
    world.exchange();
    for elector in [ANNE, BRUNO, CHLOE] {
        world.desks[elector].cast(motion, "refuse", false).unwrap();
    }
    world.exchange();
    assert!(tasks(&world, ANNE).contains(&TaskKind::CloseVote));
    assert_eq!(said(world.desks[BRUNO].close_vote(motion)), Refusal::AnotherPresides);
    assert_eq!(said(world.desks[CHAIR].close_vote(motion)), Refusal::Recused);
    assert!(world.desks[ANNE].motion_view(motion).unwrap().may_close);
    world.desks[ANNE].close_vote(motion).unwrap();
    world.exchange();
    for officer in [ANNE, BRUNO] {
        world.desks[officer].publish_ballot_shares(motion).unwrap();
    }
    world.exchange();

    let opinion = OpinionWords { reasons: vec!["Preuves courtes.".into()], improve: vec![point()] };
    let record = |world: &mut World, place: usize| {
        let (may, desk) = (world.desks[place].may_record(motion), &mut world.desks[place]);
        (may.unwrap(), desk.record_decision(motion, "refuse", &opinion))
    };
    let (may, other) = record(&mut world, BRUNO);
    assert_eq!((may, said(other)), (false, Refusal::AnotherPresides));
    let (may, chair) = record(&mut world, CHAIR);
    assert!(!may && chair.is_err());
    assert!(tasks(&world, ANNE).contains(&TaskKind::Record));
    let (may, recorded) = record(&mut world, ANNE);
    assert!(may && recorded.is_ok(), "{recorded:?}");
    world.exchange();
    assert_eq!(world.desks[BRUNO].stage(dossier).unwrap(), Stage::RefusalDecided);
    // Whoever signs for the board is who led the dossier.
    assert_eq!(world.desks[SECRETARIAT].label_draft(dossier).unwrap().form.signatories[0].role, "vice-chair");
}

#[test]
fn a_decision_that_the_chair_signed_before_hearing_of_the_recusal_has_no_effect_on_any_desk() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    let chair = world.desks[CHAIR].me().unwrap();
    grant(&mut world, &[ANNE], Role::ViceChair, true);
    world.desks[ANNE].recuse(dossier, chair, Some(RecusalLevel::Full), "Lien direct.").unwrap();
    let sent = Action::DossierMove { dossier, step: "discuss".to_owned() };
    world.desks[CHAIR].act(vec![Intent::clear(sent)]).unwrap();
    // The vice-chair's decision reaches the registry first.
    world.desks.swap(CHAIR, ANNE);
    let outside = world.pass_on();
    world.desks.swap(CHAIR, ANNE);
    assert_eq!(outside, [(chair, Standing::Refused(Refusal::Recused))]);
    assert_eq!(world.desks[ANNE].stage(dossier).unwrap(), Stage::Opened);
}

#[test]
fn a_vice_chair_acts_for_a_chair_without_a_computer_until_there_is_one_again() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    grant(&mut world, &[ANNE], Role::ViceChair, true);
    assert_eq!(stand_in(&world, SECRETARIAT, dossier), None, "the chair acts");
    let lost = world.desks[CHAIR].device();
    world.desks[SECRETARIAT].revoke(lost).unwrap();
    world.exchange();
    let anne = world.desks[ANNE].me().unwrap().to_string();
    assert_eq!(stand_in(&world, SECRETARIAT, dossier), Some(StandIn { name: Some(anne), me: false }));
    assert!(tasks(&world, ANNE).contains(&TaskKind::Table));
}

#[test]
fn officers_are_asked_to_take_back_the_roles_of_somebody_whose_mandate_ended() {
    let mut world = World::founded();
    grant(&mut world, &[CHLOE], Role::Examiner, true);
    let chloe = world.desks[CHLOE].me().unwrap();
    let left = |world: &World, place: usize| world.desks[place].founding_view().unwrap().roles_left;
    assert!(left(&world, BRUNO).is_empty(), "her mandate goes on");
    let departure = world.desks[SECRETARIAT].end_mandate(chloe).unwrap();
    assert_eq!(departure.roles_left, [Role::Examiner], "the secretariat takes back no role");
    world.exchange();
    assert_eq!(left(&world, BRUNO), [chloe.to_string()]);
    assert!(left(&world, SECRETARIAT).is_empty(), "it is the officers' to do");
    // Whoever is invited again comes back, and keeps what they have.
    world.desks[SECRETARIAT].invite(chloe).unwrap();
    world.exchange();
    assert!(left(&world, BRUNO).is_empty());
    world.pass(30 * DAY);
    assert_eq!(left(&world, BRUNO), [chloe.to_string()]);
    grant(&mut world, &[CHLOE], Role::Examiner, false);
    assert!(left(&world, BRUNO).is_empty());
}
