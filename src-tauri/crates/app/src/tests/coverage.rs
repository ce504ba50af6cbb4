//! A reviewer with several dossiers is shown which to read next, and not how many have read it.

use super::journey::submit;
use super::reviewer::scoring_by;
use super::voting::like_the_contract;
use super::world::{BRUNO, CHLOE, World};

#[test]
fn what_fewest_have_marked_comes_first_whatever_its_deadline() {
    let mut world = World::founded();
    let [first, second] = [(); 2].map(|()| scoring_by(&mut world, [BRUNO, CHLOE]));
    let next = |world: &World| -> Vec<String> {
        let view = world.desks[CHLOE].desk_view().unwrap();
        like_the_contract("DeskView", &view);
        view.next.into_iter().map(|one| one.dossier).collect()
    };
    assert!(next(&world).is_empty(), "the registry has not been asked yet");
    let (one, two) = (first.to_string(), second.to_string());
    world.desks[CHLOE].keep_coverage(&[(first, 1), (second, 0)]).unwrap();
    assert_eq!(next(&world), [two.clone(), one.clone()]);
    world.desks[CHLOE].keep_coverage(&[(first, 0), (second, 1)]).unwrap();
    assert_eq!(next(&world), [one, two]);

    // What I have handed in is none of them any more; of one that is left there is no order.
    let round = world.desks[CHLOE].board().dossiers[&first].round().unwrap().id;
    submit(&mut world, CHLOE, first, round);
    assert!(next(&world).is_empty());
}
