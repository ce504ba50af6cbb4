//! What a member gains who has two computers: they add one, take one out of force and note their absence by themselves, and
//! nobody else's.

use sceau_domain::id::GroupId;
use sceau_domain::refusal::Refusal;

use super::reviewer::scoring_by;
use super::voting::like_the_contract;
use super::world::{ANNE, BRUNO, CHLOE, SECRETARIAT, World};
use crate::error::{AppError, Result};
use crate::view::people::{Computer, DeviceStanding, MemberLine};

fn mine(world: &World, place: usize) -> MemberLine {
    let members = world.desks[place].people_view().unwrap().members;
    members.into_iter().find(|line| line.me).unwrap()
}

fn active(line: &MemberLine) -> Vec<&Computer> {
    line.computers.iter().filter(|one| one.state == DeviceStanding::Active).collect()
}

fn said<T: std::fmt::Debug>(outcome: Result<T>) -> Refusal {
    match outcome {
        Err(AppError::Refused(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_member_adds_a_computer_of_their_own_and_takes_the_other_one_out_of_force() {
    let mut world = World::founded();
    let dossier = scoring_by(&mut world, [BRUNO, CHLOE]);
    let chloe = world.desks[CHLOE].me().unwrap();
    let old = world.desks[CHLOE].device();

    // No second person is needed, and everybody sees that there is one more.
    let place = world.own_computer(CHLOE);
    let new = world.desks[place].device();
    let line = mine(&world, CHLOE);
    like_the_contract("Computer", &line.computers[0]);
    assert_eq!(active(&line).len(), 2);
    assert!(line.computers.iter().all(|one| one.since.is_some()), "{line:?}");
    for desk in [ANNE, SECRETARIAT] {
        let seen = world.desks[desk].people_view().unwrap().members;
        let seen = seen.into_iter().find(|one| one.member == chloe.to_string()).unwrap();
        assert_eq!(active(&seen).len(), 2);
        let untold = |one: &Computer| one.since.is_none() && one.heard.is_none();
        assert!(seen.computers.iter().all(untold), "when others work is not told");
    }
    // It works like the first one once that has exchanged.
    for desk in [CHLOE, SECRETARIAT] {
        world.desks[desk].keep_keys().unwrap();
        world.exchange();
    }
    assert!(world.desks[place].holds_key(GroupId::of_member(chloe)));
    assert!(world.desks[place].holds_key(GroupId::of_dossier(dossier)));
    world.pass(60_000);
    world.desks[place].people_invite(chloe).unwrap();
    world.exchange();
    let line = mine(&world, CHLOE);
    let heard = |line: &MemberLine, device| {
        line.computers.iter().find(|one| one.device == format!("{device}")).unwrap().heard
    };
    assert!(heard(&line, new) > heard(&line, old), "the new one spoke last");

    // Nobody else's computers are theirs to add or to take away, nor an absence theirs to note.
    let (other, theirs) = (world.desks[SECRETARIAT].me().unwrap(), world.desks[SECRETARIAT].device());
    assert_eq!(said(world.desks[place].people_invite(other)), Refusal::NotByYou);
    assert_eq!(said(world.desks[place].people_revoke(theirs)), Refusal::NotByYou);
    assert_eq!(said(world.desks[place].people_away(other, None)), Refusal::NotByYou);

    // The first one is given away: the own key changes on the spot, those of the board once somebody who hands them on
    // has exchanged.
    let revoked = world.desks[place].people_revoke(old).unwrap();
    assert_eq!((revoked.keys_changed, revoked.others.len()), (1, 1), "{revoked:?}");
    assert!(revoked.keys_kept > 0, "{revoked:?}");
    world.exchange();
    world.desks[SECRETARIAT].tend_keys().unwrap();
    world.exchange();
    assert!(!world.desks[CHLOE].holds_key(GroupId::of_dossier(dossier)));
    assert!(world.desks[place].holds_key(GroupId::of_dossier(dossier)));
    assert_eq!(active(&mine(&world, place)).len(), 1);
}
