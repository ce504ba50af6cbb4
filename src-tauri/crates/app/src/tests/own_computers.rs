//! What a member gains who has two computers: they add one, take one out of force and note their absence by themselves, and
//! nobody else's.

use sceau_domain::id::GroupId;
use sceau_domain::refusal::Refusal;

use super::reviewer::scoring;
use super::voting::like_the_contract;
use super::world::{ANNE, BRUNO, SECRETARIAT, World};
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
    let dossier = scoring(&mut world);
    let bruno = world.desks[BRUNO].me().unwrap();
    let old = world.desks[BRUNO].device();

    // No second person is needed, and everybody sees that there is one more.
    let place = world.own_computer(BRUNO);
    let new = world.desks[place].device();
    let line = mine(&world, BRUNO);
    like_the_contract("Computer", &line.computers[0]);
    assert_eq!(active(&line).len(), 2);
    assert!(line.computers.iter().all(|one| one.since.is_some()), "{line:?}");
    for desk in [ANNE, SECRETARIAT] {
        let seen = world.desks[desk].people_view().unwrap().members;
        let seen = seen.into_iter().find(|one| one.member == bruno.to_string()).unwrap();
        assert_eq!(active(&seen).len(), 2);
        assert!(seen.computers.iter().all(|one| one.heard.is_none()), "when others work is not told");
    }
    // It works like the first one once that has exchanged.
    for desk in [BRUNO, SECRETARIAT] {
        world.desks[desk].keep_keys().unwrap();
        world.exchange();
    }
    assert!(world.desks[place].holds_key(GroupId::of_member(bruno)));
    assert!(world.desks[place].holds_key(GroupId::of_dossier(dossier)));
    world.desks[place].people_away(bruno, Some("2026-12-24")).unwrap();
    world.exchange();
    let line = mine(&world, BRUNO);
    assert_eq!(line.away_until.as_deref(), Some("2026-12-24"));
    let heard = |line: &MemberLine, device| {
        line.computers.iter().find(|one| one.device == format!("{device}")).unwrap().heard
    };
    assert!(heard(&line, new) > heard(&line, old), "the new one spoke last");

    // Nobody else's computers are theirs to add or to take away, nor an absence theirs to note.
    assert_eq!(
        said(world.desks[place].people_invite(world.desks[SECRETARIAT].me().unwrap())),
        Refusal::NotByYou
    );
    let others = world.desks[SECRETARIAT].device();
    assert_eq!(said(world.desks[place].people_revoke(others)), Refusal::NotByYou);
    assert!(world.desks[place].people_away(world.desks[SECRETARIAT].me().unwrap(), None).is_err());

    // The first one is given away: its keys change on the spot.
    let revoked = world.desks[place].people_revoke(old).unwrap();
    assert!(revoked.keys_changed > 0 && revoked.others.len() == 1, "{revoked:?}");
    world.exchange();
    assert!(!world.desks[BRUNO].holds_key(GroupId::of_dossier(dossier)));
    assert!(world.desks[place].holds_key(GroupId::of_dossier(dossier)));
    assert_eq!(active(&mine(&world, place)).len(), 1);
}
