//! What would be if somebody did not vote: headcounts while the vote runs, outcomes once it was opened.

use sceau_domain::id::{DossierId, MotionId};
use sceau_domain::moment::DAY;
use sceau_domain::refusal::Refusal;

use super::journey::{BYLAWS, opened, opened_under, voted};
use super::voting::{like_the_contract, words};
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::error::AppError;
use crate::view::motion::{Asked, VoteReach};

fn id(world: &World, place: usize) -> String {
    world.desks[place].me().unwrap().to_string()
}

/// A quorum of two, so that one may be missing.
fn of_two(world: &mut World) -> DossierId {
    let text = BYLAWS.replace("at_least = \"3\"", "at_least = \"2\"").replace("\"essai\"", "\"deux\"");
    opened_under(world, &text).0
}

fn reach(world: &World, of: usize, dossier: DossierId, without: usize) -> Option<VoteReach> {
    world.desks[of].vote_reach(dossier, &id(world, without)).unwrap()
}

fn asked(world: &World, of: usize, motion: MotionId, without: usize, apart: Asked) -> (String, bool) {
    let found = world.desks[of].motion_what_if(motion, &id(world, without), apart).unwrap();
    like_the_contract("OtherOutcome", &found);
    (found.outcome, found.changes)
}

#[test]
fn a_recusal_in_an_open_vote_is_told_in_heads_and_never_by_who_has_voted() {
    let mut world = World::founded();
    let (dossier, _) = opened(&mut world);
    assert_eq!(reach(&world, CHAIR, dossier, ANNE), None, "no vote is open");
    let deadline = world.now().plus(DAY);
    let motion = world.desks[CHAIR].table_motion(dossier, &words(), deadline).unwrap();
    world.exchange();

    let seen = reach(&world, CHAIR, dossier, ANNE).unwrap();
    like_the_contract("VoteReach", &seen);
    // Chloé is recused already: of four, Anne would leave two, and three are needed.
    assert_eq!((seen.possible, seen.electors, seen.need, seen.met), (2, 4, 3, false));
    let again = reach(&world, CHAIR, dossier, CHLOE).unwrap();
    assert_eq!((again.possible, again.met), (3, true), "who is recused already takes nobody away");
    assert_eq!(reach(&world, CHAIR, dossier, SECRETARIAT), None, "who does not vote changes nothing");

    world.desks[ANNE].cast(motion, "refuse", false).unwrap();
    world.exchange();
    for place in [CHAIR, SECRETARIAT, BRUNO] {
        assert_eq!(reach(&world, place, dossier, ANNE), Some(seen.clone()), "to everybody alike");
    }
    assert_eq!(reach(&world, CHLOE, dossier, ANNE), None, "whoever is shut out asks nothing");
    for place in [CHAIR, SECRETARIAT] {
        let early = world.desks[place].motion_what_if(motion, &id(&world, ANNE), Asked::Absent);
        assert!(matches!(early, Err(AppError::Refused(Refusal::VoteStillOpen))), "{early:?}");
        assert!(world.desks[place].motion_view(motion).unwrap().asked_about.is_empty());
    }
}

#[test]
fn an_opened_roll_call_says_to_chair_and_secretariat_what_it_would_have_decided() {
    let mut world = World::founded();
    let dossier = of_two(&mut world);
    let motion = voted(&mut world, dossier);

    for place in [CHAIR, SECRETARIAT] {
        let view = world.desks[place].motion_view(motion).unwrap();
        assert_eq!(view.result.unwrap().outcome, "grant");
        let names: Vec<_> = view.asked_about.iter().map(|one| one.member.clone()).collect();
        assert_eq!(names, [id(&world, CHAIR), id(&world, ANNE), id(&world, BRUNO)], "Chloé could not vote");
        like_the_contract("Elector", &view.asked_about[0]);
        assert_eq!(asked(&world, place, motion, BRUNO, Asked::Recused), ("grant".to_owned(), false));
        let (outcome, changes) = asked(&world, place, motion, ANNE, Asked::Absent);
        assert!(changes && outcome != "grant", "one for and one against: {outcome}");
    }
    assert!(world.desks[BRUNO].motion_view(motion).unwrap().asked_about.is_empty());
    let refused = world.desks[BRUNO].motion_what_if(motion, &id(&world, ANNE), Asked::Absent);
    assert!(matches!(refused, Err(AppError::Refused(Refusal::NotByYou))), "{refused:?}");
    let nobody = world.desks[CHAIR].motion_what_if(motion, &id(&world, CHLOE), Asked::Absent);
    assert!(matches!(nobody, Err(AppError::Refused(Refusal::NotByYou))), "{nobody:?}");
}

#[test]
fn a_vote_that_is_closed_and_not_opened_says_nothing() {
    let mut world = World::founded();
    let dossier = of_two(&mut world);
    let deadline = world.now().plus(DAY);
    let motion = world.desks[CHAIR].table_motion(dossier, &words(), deadline).unwrap();
    world.exchange();
    for elector in [CHAIR, ANNE, BRUNO] {
        world.desks[elector].cast(motion, "grant", false).unwrap();
    }
    world.exchange();
    world.desks[SECRETARIAT].close_vote(motion).unwrap();
    world.exchange();
    let sealed = world.desks[CHAIR].motion_what_if(motion, &id(&world, ANNE), Asked::Absent);
    assert!(matches!(sealed, Err(AppError::Refused(Refusal::NotOpenYet))), "{sealed:?}");
    assert!(world.desks[CHAIR].motion_view(motion).unwrap().asked_about.is_empty());
}
