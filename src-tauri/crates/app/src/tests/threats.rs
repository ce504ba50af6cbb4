//! What a laptop that does not keep to the rules achieves with the others: nothing.

use std::collections::BTreeMap;

use sceau_domain::action::{Action, RecusalLevel};
use sceau_domain::id::GroupId;
use sceau_domain::refusal::Refusal;
use sceau_ledger::build::{Door, Draft};
use sceau_ledger::group::{WrapLabel, wrap};
use sceau_ledger::payload;
use sceau_ledger::replay::Standing;

use super::journey::{in_scoring, submit};
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::act::Intent;
use crate::error::AppError;
use crate::opening::Unreadable;

#[test]
fn a_key_wrapped_to_a_recused_member_is_refused_where_it_is_made_and_where_it_arrives() {
    let mut world = World::founded();
    let (dossier, _, _) = in_scoring(&mut world);
    let group = GroupId::of_dossier(dossier);
    assert!(!world.desks[CHLOE].holds_key(group), "kept out, and what was here is deleted");
    let (recused, keys) = (world.desks[CHLOE].device(), world.desks[CHLOE].secrets.keys());
    let desk = &mut world.desks[SECRETARIAT];
    let (institute, epoch) = (desk.institute(), desk.board().groups[&group].epoch());
    let label = WrapLabel { institute, group, epoch, device: recused };
    let (_, key) = desk.newest_key(group).unwrap();
    let wrapped = wrap(&key, &keys.receive, &label, &mut desk.env.chance()).unwrap();
    let action = Action::KeyWrap { group, epoch, wraps: BTreeMap::from([(recused, wrapped.to_vec())]) };
    let honest = desk.act(vec![Intent::clear(action.clone())]);
    assert!(matches!(honest, Err(AppError::Refused(Refusal::RecipientNotEntitled))), "{honest:?}");

    // The same act by a laptop that does not ask the rules first.
    let mut builder = desk.builder().unwrap();
    let draft = Draft {
        at: desk.env.now(),
        kind: action.kind().code(),
        version: payload::VERSION,
        objects: action.objects(),
        payload: payload::encode(&action),
    };
    builder.push(draft, &Door::clear()).unwrap();
    desk.write(builder).unwrap();
    let author = world.desks[SECRETARIAT].me().unwrap();
    assert_eq!(world.pass_on(), [(author, Standing::Refused(Refusal::RecipientNotEntitled))]);
    assert!(!world.desks[CHLOE].holds_key(group), "the key travelled and was not taken");
    assert!(!world.desks[ANNE].board().groups[&group].wraps[&epoch].contains_key(&recused));
}

#[test]
fn an_officer_who_is_recused_helps_to_open_and_reads_nothing() {
    let mut world = World::founded();
    let (dossier, _, round) = in_scoring(&mut world);
    let chair = world.desks[CHAIR].me().unwrap();
    world.desks[CHAIR]
        .recuse(dossier, chair, Some(RecusalLevel::Full), "Lien direct avec l’éditeur.")
        .unwrap();
    world.exchange();
    for reviewer in [ANNE, BRUNO] {
        submit(&mut world, reviewer, dossier, round);
    }
    world.exchange();
    world.desks[SECRETARIAT].close_intake(dossier).unwrap();
    world.exchange();
    assert!(world.desks[CHAIR].publish_sheet_shares(dossier).unwrap().is_empty(), "every box is in order");
    world.exchange();
    let alone = world.desks[ANNE].opened_sheets(dossier).unwrap();
    let too_few = Unreadable::Shares { have: 1, needed: 2 };
    assert!(alone.iter().all(|(_, sheet)| sheet.as_ref().err() == Some(&too_few)), "{alone:?}");
    world.desks[BRUNO].publish_sheet_shares(dossier).unwrap();
    world.exchange();

    let read = world.desks[ANNE].opened_sheets(dossier).unwrap();
    assert!(read.len() == 2 && read.iter().all(|(_, sheet)| sheet.is_ok()), "{read:?}");
    assert!(!world.desks[CHAIR].holds_key(GroupId::of_dossier(dossier)));
    let shut = world.desks[CHAIR].opened_sheets(dossier);
    assert!(matches!(shut, Err(AppError::NoKey)), "{shut:?}");
}
