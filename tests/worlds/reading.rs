//! A reviewer with two dossiers is shown first the one that fewer have marked.

use std::path::Path;
use std::sync::atomic::Ordering;

use sceau_app::dossier::Reception;
use sceau_app::intake::{Limits, read};
use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_domain::moment::{DAY, Moment};
use sceau_tests::reviewing::review;

use crate::world::{Seat, World, ground};

fn another(world: &World) -> DossierId {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("assets");
    let grid = std::fs::read_to_string(assets.join("grids/quatre-axes.toml")).unwrap();
    let package = read(&assets.join("demo/dossiers/01-oncosuivi"), &Limits::default());
    world.act(Seat::Secretariat, |desk| {
        let grid = desk.publish_rules(ActionKind::Grid, &grid)?;
        let how = Reception { grid, number: "2026-002".into(), label: None, demonstration: true };
        desk.receive(&package, &how)
    })
}

#[test]
fn what_fewer_have_handed_in_comes_first_on_the_next_day_and_not_within_the_hour() {
    let world = ground().world("reading");
    let dossiers = [world.dossier, another(&world)];
    world.exchange();
    for dossier in dossiers {
        for seat in Seat::all().filter(|seat| *seat != Seat::Secretariat) {
            world.act(seat, |desk| desk.declare(dossier, Vec::new()));
        }
        world.exchange();
        let reviewers = [Seat::Author, Seat::Peer].map(|seat| world.at(seat).member);
        world.act(Seat::Secretariat, |desk| desk.assign(dossier, &reviewers, 2));
        world.exchange();
        let deadline = Moment(world.clock.load(Ordering::Relaxed)).plus(7 * DAY);
        world.act(Seat::Chair, |desk| desk.open_round(dossier, deadline, 2, world.bylaws).map(drop));
    }
    world.exchange();
    world.exchange();
    let next = || {
        let view = world.at(Seat::Peer).desk().desk_view().unwrap();
        view.next.into_iter().map(|one| one.dossier).collect::<Vec<_>>()
    };
    let [one, two] = dossiers.map(|dossier| dossier.to_string());
    assert_eq!(next(), [one.clone(), two.clone()], "equally many: what is due first");
    world.act(Seat::Author, |desk| {
        review(desk, world.dossier, 0).unwrap();
        desk.submit(world.dossier)
    });
    world.exchange();
    assert_eq!(next(), [one.clone(), two.clone()], "when somebody hands in is not told");
    world.clock.fetch_add(DAY, Ordering::Relaxed);
    world.exchange();
    assert_eq!(next(), [two, one]);
}
