//! Officers who come and go: a key shown from any computer, a charter that two sign, a common key made again.

use sceau_domain::id::CommitteeId;
use sceau_domain::moment::DAY;
use sceau_domain::role::Role;

use super::journey::{in_scoring, submit};
use super::reviewer::received;
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::error::AppError;
use crate::identity::SealState;
use crate::view::desk::TaskKind;
use crate::view::opening::{KeyState, KeyView};
use crate::view::people::device_id;

fn key(world: &World, desk: usize) -> KeyView {
    world.desks[desk].officer_view().unwrap().key.unwrap()
}

fn in_force(world: &World) -> CommitteeId {
    world.desks[SECRETARIAT].board().committee_in_force().unwrap().0
}

#[test]
fn an_officer_whose_computer_is_lost_is_named_with_a_new_key_and_the_common_key_is_made_again() {
    let mut world = World::founded();
    let first = in_force(&world);
    let members: Vec<_> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    let view = world.desks[SECRETARIAT].people_view().unwrap();
    let line = view.members.iter().find(|line| line.member == members[BRUNO].to_string()).unwrap();
    let lost = device_id(&line.computers[0].device).unwrap();
    world.desks[SECRETARIAT].people_revoke(lost).unwrap();
    world.exchange();
    assert_eq!(
        world.desks[CHAIR].founding_view().unwrap().to_replace,
        ["Member 2"],
        "the charter is to be renewed"
    );
    assert_eq!(
        key(&world, CHAIR).state,
        KeyState::InForce,
        "two can open; three cannot meet before he has a computer"
    );

    let next = world.another_computer(members[BRUNO]);
    let view = world.desks[next].founding_view().unwrap();
    assert!(view.key_elsewhere && !view.my_key);
    assert!(world.desks[next].founding_key().unwrap().my_key);
    world.exchange();
    assert_eq!(
        world.desks[CHAIR].founding_view().unwrap().to_replace,
        ["Member 2"],
        "a shown key names nobody yet"
    );
    let officers = [members[CHAIR], members[ANNE], members[BRUNO]];
    let proposal = world.desks[CHAIR].founding_propose(&officers).unwrap().proposal.unwrap();
    assert_eq!((proposal.signed.len(), proposal.awaited.len()), (1, 2));
    world.exchange();
    assert!(world.desks[next].founding_view().unwrap().proposal.unwrap().mine, "with the new key");
    world.desks[ANNE].founding_sign().unwrap();
    world.exchange();
    let view = world.desks[next].founding_view().unwrap();
    assert_eq!((view.charter, view.to_replace.len(), view.proposal), (3, 0, None));

    let state = key(&world, CHAIR);
    assert_eq!(
        (state.state, state.lost, state.committee),
        (KeyState::ToBegin, vec!["Member 2".to_owned()], None)
    );
    let begun = world.desks[CHAIR].committee_step(None).unwrap().key.unwrap();
    let committee: CommitteeId = begun.committee.unwrap().parse().unwrap();
    for _ in 0..4 {
        world.exchange();
        assert_eq!(
            key(&world, next).committee,
            Some(committee.to_string()),
            "everybody takes part in the same"
        );
        for officer in [CHAIR, ANNE, next] {
            world.desks[officer].committee_step(Some(committee)).unwrap();
        }
    }
    world.exchange();
    assert_ne!(in_force(&world), first);
    for officer in [CHAIR, ANNE, next] {
        let state = key(&world, officer);
        assert_eq!((state.state, state.lost.len()), (KeyState::InForce, 0));
    }
}

#[test]
fn a_member_shows_a_key_and_takes_the_place_of_an_officer() {
    let mut world = World::founded();
    let members: Vec<_> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    world.desks[SECRETARIAT].founding_key().unwrap();
    world.exchange();
    world.desks[CHAIR].founding_propose(&[members[CHAIR], members[ANNE], members[SECRETARIAT]]).unwrap();
    world.exchange();
    world.desks[ANNE].founding_sign().unwrap();
    world.exchange();
    let state = key(&world, SECRETARIAT);
    assert_eq!((state.state, state.lost.len()), (KeyState::ToBegin, 0), "nobody lost a share");
    assert!(!world.desks[BRUNO].officer_view().unwrap().officer);
}

#[test]
fn the_seal_travels_as_two_files_and_only_the_one_that_was_asked_for_is_taken() {
    let mut world = World::chartered();
    let view = world.desks[SECRETARIAT].seal_view().unwrap();
    assert_eq!((view.state, view.mine, view.authority), (SealState::None, true, false));
    let request = world.desks[SECRETARIAT].seal_request().unwrap();
    assert_eq!(world.desks[SECRETARIAT].seal_request().unwrap(), request, "asked again, the key stays");
    assert!(world.desks[ANNE].seal_answer(&request).is_err(), "she keeps no authority");
    let refused = |result: crate::error::Result<()>, code: &str| {
        assert!(matches!(&result, Err(AppError::Procedure(found)) if found == code), "{result:?}");
    };
    refused(world.desks[CHAIR].seal_answer("{}").map(drop), "seal.not-a-request");
    let answer = world.desks[CHAIR].seal_answer(&request).unwrap();
    refused(world.desks[CHLOE].seal_take(&answer).map(drop), "seal.other-key");
    refused(world.desks[SECRETARIAT].seal_take(&request).map(drop), "seal.not-an-answer");
    let mut elsewhere: serde_json::Value = serde_json::from_str(&request).unwrap();
    elsewhere["institute"] = "00".into();
    refused(world.desks[CHAIR].seal_answer(&elsewhere.to_string()).map(drop), "seal.other-institute");
    assert_eq!(world.desks[SECRETARIAT].seal_take(&answer).unwrap().state, SealState::Here);
}

#[test]
fn a_second_computer_seals_from_its_first_day_and_is_given_the_keys_without_anybody_asking() {
    let mut world = World::founded();
    let (dossier, _, round) = in_scoring(&mut world);
    let anne = world.desks[ANNE].me().unwrap();
    let next = world.another_computer(anne);
    assert!(world.desks[next].review_view(dossier).is_err(), "nobody has given it the key yet");
    assert!(world.desks[SECRETARIAT].keep_keys().unwrap(), "an exchange of the secretariat's does");
    assert!(!world.desks[CHLOE].keep_keys().unwrap(), "and of nobody else's who does not lead");
    world.exchange();
    assert!(!world.desks[SECRETARIAT].keep_keys().unwrap(), "once");
    world.carry_files(dossier);
    submit(&mut world, next, dossier, round);
    world.exchange();
    let sheets = &world.desks[CHAIR].board().dossiers[&dossier].rounds[0].sheets;
    assert!(sheets.contains_key(&anne), "what is sealed there counts");
}

#[test]
fn a_charter_that_names_the_wrong_person_is_followed_by_another_and_only_that_one_is_signed() {
    let mut world = World::founded();
    let members: Vec<_> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    for desk in [CHLOE, SECRETARIAT] {
        world.desks[desk].founding_key().unwrap();
    }
    world.exchange();
    world.desks[CHAIR].founding_propose(&[members[CHAIR], members[ANNE], members[CHLOE]]).unwrap();
    world.exchange();
    world.desks[CHAIR].founding_propose(&[members[CHAIR], members[ANNE], members[SECRETARIAT]]).unwrap();
    world.exchange();
    world.desks[ANNE].founding_sign().unwrap();
    world.exchange();
    let officers = &world.desks[CHLOE].board().charter.officers;
    assert!(officers.contains_key(&members[SECRETARIAT]) && !officers.contains_key(&members[CHLOE]));
}

#[test]
fn an_officer_whose_share_is_lost_is_not_asked_for_it_and_nobody_waits_for_it() {
    let mut world = World::founded();
    let (dossier, _, round) = in_scoring(&mut world);
    submit(&mut world, ANNE, dossier, round);
    submit(&mut world, BRUNO, dossier, round);
    world.exchange();
    world.pass(2 * DAY);
    let bruno = world.desks[BRUNO].me().unwrap();
    let view = world.desks[SECRETARIAT].people_view().unwrap();
    let line = view.members.iter().find(|line| line.member == bruno.to_string()).unwrap();
    let lost = device_id(&line.computers[0].device).unwrap();
    world.desks[SECRETARIAT].people_revoke(lost).unwrap();
    world.exchange();
    let next = world.another_computer(bruno);
    world.desks[SECRETARIAT].keep_keys().unwrap();
    world.exchange();
    world.desks[SECRETARIAT].close_intake(dossier).unwrap();
    world.exchange();
    assert!(world.desks[next].officer_view().unwrap().openings.is_empty());
    let openings = world.desks[CHAIR].officer_view().unwrap().openings;
    assert_eq!((openings.len(), openings[0].awaited.len()), (1, 1), "Anne alone: {openings:?}");
    for officer in [CHAIR, ANNE] {
        world.desks[officer].publish_sheet_shares(dossier).unwrap();
    }
    world.exchange();
    assert_eq!(world.desks[CHAIR].opened_sheets(dossier).unwrap().len(), 2);
}

#[test]
fn an_examiner_without_a_seat_declares_is_given_the_key_and_examines() {
    let mut world = World::founded();
    let place = world.newcomer("Zoé Lambert", None);
    let zoe = world.desks[place].me().unwrap();
    world.desks[CHAIR].set_roles(&[(zoe, Role::Examiner, true)]).unwrap();
    world.exchange();
    let (dossier, _) = received(&mut world);
    let tasks = |world: &World| -> Vec<TaskKind> {
        world.desks[place].desk_view().unwrap().tasks.iter().map(|task| task.kind).collect()
    };
    assert_eq!(tasks(&world), [TaskKind::Declare]);
    world.desks[place].declare(dossier, Vec::new()).unwrap();
    world.exchange();
    assert!(world.desks[SECRETARIAT].keep_keys().unwrap());
    world.exchange();
    assert_eq!(world.desks[place].to_examine().unwrap().len(), 1);
}
