//! Who has as many dossiers in hand as they take.

use sceau_domain::action::Action;
use sceau_ledger::payload::sealed::Profile;

use super::journey::{package, publish};
use super::world::{ANNE, BRUNO, CHAIR, SECRETARIAT, World};
use crate::act::Intent;
use crate::dossier::Reception;

#[test]
fn whoever_has_as_many_dossiers_as_they_take_is_not_proposed_and_can_be_chosen() {
    let mut world = World::founded();
    let (how, _) = publish(&mut world);
    let next = Reception { number: "2026-002".into(), ..how.clone() };
    let [first, second] = [("01-oncosuivi", how), ("10-peaurepere", next)].map(|(name, how)| {
        let dossier = world.desks[SECRETARIAT].receive(&package(name), &how).unwrap();
        world.exchange();
        for place in [CHAIR, ANNE, BRUNO] {
            world.desks[place].declare(dossier, Vec::new()).unwrap();
        }
        world.exchange();
        dossier
    });
    let [anne, bruno] = [ANNE, BRUNO].map(|place| world.desks[place].me().unwrap());
    let desk = &mut world.desks[SECRETARIAT];
    let profile = Profile { name: "Anne".into(), max_load: Some(1), ..Profile::default() };
    let digest = desk.seal_profile(anne, &profile).unwrap();
    desk.act(vec![Intent::clear(Action::ProfileSet { member: anne, digest })]).unwrap();
    world.exchange();
    let seen = |world: &World, dossier| {
        let found = world.desks[SECRETARIAT].candidates(dossier, 3).unwrap().candidates;
        let one = found.into_iter().find(|one| one.member == anne.to_string()).unwrap();
        (one.load, one.max_load, one.free, one.proposed)
    };
    assert_eq!(seen(&world, second), (0, Some(1), true, true));
    world.desks[SECRETARIAT].assign(first, &[anne, bruno], 2).unwrap();
    world.exchange();
    assert_eq!(seen(&world, second), (1, Some(1), true, false));
    assert_eq!(seen(&world, first), (0, Some(1), true, true), "a dossier does not count against itself");
}
