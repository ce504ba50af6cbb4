//! People who change: a mandate ends and somebody takes the seat, a laptop is lost, somebody is away.

use std::sync::Mutex;
use std::sync::atomic::Ordering;

use sceau_app::desk::Desk;
use sceau_app::error::AppError;
use sceau_app::identity::{Joining, Progress};
use sceau_app::view::people::{MemberForm, PeopleView};
use sceau_domain::id::{GroupId, MemberId};
use sceau_domain::moment::{DAY, Moment};
use sceau_domain::refusal::Refusal;
use sceau_ledger::invitation::Invitation;
use sceau_store::key::DatabaseKey;
use sceau_tests::reviewing::review;

use crate::wire::environment;
use crate::world::{Seat, World, ground};

/// Declared, assigned to three reviewers, and open for scoring; the author's sheet is in.
fn in_scoring(name: &str) -> World {
    let world = ground().world(name);
    for seat in Seat::all().filter(|seat| *seat != Seat::Secretariat) {
        world.act(seat, |desk| desk.declare(world.dossier, Vec::new()));
    }
    world.exchange();
    let reviewers = [Seat::Author, Seat::Peer, Seat::Patient].map(|seat| world.at(seat).member);
    world.act(Seat::Secretariat, |desk| desk.assign(world.dossier, &reviewers, 3));
    world.exchange();
    let deadline = Moment(world.clock.load(Ordering::Relaxed)).plus(7 * DAY);
    world.act(Seat::Chair, |desk| desk.open_round(world.dossier, deadline, 2, world.bylaws).map(drop));
    world.exchange();
    hand_in(&world, Seat::Author);
    world.exchange();
    world
}

fn hand_in(world: &World, seat: Seat) {
    world.act(seat, |desk| {
        review(desk, world.dossier, 0).unwrap();
        desk.submit(world.dossier)
    });
}

fn refused(answer: Result<impl std::fmt::Debug, AppError>) -> Refusal {
    match answer {
        Err(AppError::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

fn line(view: &PeopleView, member: MemberId) -> &sceau_app::view::people::MemberLine {
    view.members.iter().find(|one| one.member == member.to_string()).unwrap()
}

#[test]
fn a_seat_goes_to_somebody_else_and_the_board_goes_on_without_waiting_for_who_left() {
    let world = in_scoring("mandate");
    let (peer, chair) = (world.at(Seat::Peer).member, world.at(Seat::Chair).member);
    let lone = world.at(Seat::Secretariat).desk().end_mandate(chair);
    assert_eq!(refused(lone), Refusal::LastChair, "a board without a chair could do nothing");
    let own = world.at(Seat::Chair).desk().end_mandate(chair);
    assert_eq!(refused(own), Refusal::SamePerson);
    let stranger = world.at(Seat::Unassigned).desk().end_mandate(peer);
    assert_eq!(refused(stranger), Refusal::NotByYou, "a reviewer ends nobody's mandate");

    let form = MemberForm {
        name: "Nadia Orsini".to_owned(),
        title: None,
        affiliation: None,
        email: None,
        college: None,
    };
    let said = world.act(Seat::Secretariat, |desk| desk.people_replace(peer, Some(form)));
    assert_eq!((said.computers, said.relieved.len(), said.sheets_kept.len()), (1, 1, 0), "{said:?}");
    assert_eq!((said.keys_changed, said.keys_kept), (2, 0), "the board's key and the dossier's");
    world.exchange_but(&[Seat::Peer]);
    let view = world.at(Seat::Chair).desk().people_view().unwrap();
    assert!(line(&view, peer).college.is_none(), "the seat is given back");
    assert_eq!(said.roles_left.len(), line(&view, peer).roles.len(), "roles are an officer's to take back");
    let successor: MemberId = said.successor.unwrap().member.parse().unwrap();
    assert_eq!(line(&view, successor).college.as_deref(), Some("academics"), "the same seat");
    assert!(world.try_sync(Seat::Peer).is_err(), "the registry no longer answers that computer");

    // Two sheets are in and nobody waits for the third.
    hand_in(&world, Seat::Patient);
    world.exchange_but(&[Seat::Peer]);
    world.act(Seat::Secretariat, |desk| desk.close_intake(world.dossier));
    for officer in [Seat::ViceChair, Seat::Officer] {
        world.exchange_but(&[Seat::Peer]);
        world.act(officer, |desk| desk.publish_sheet_shares(world.dossier).map(drop));
    }
    world.exchange_but(&[Seat::Peer]);
    let desk = world.at(Seat::Author).desk();
    assert_eq!(desk.opened_sheets(world.dossier).unwrap().len(), 2);
    drop(desk);
    let words = sceau_app::vote::MotionWords { fr: "Accorder ?".into(), en: "Grant?".into() };
    let deadline = Moment(world.clock.load(Ordering::Relaxed)).plus(DAY);
    let motion = world.act(Seat::Chair, |desk| desk.table_motion(world.dossier, &words, deadline));
    let desk = world.at(Seat::Chair).desk();
    let state = &desk.board().motions[&motion];
    assert!(state.is_elector(successor) && !state.is_elector(peer), "the seat votes, not who held it");
}

#[test]
fn roles_are_taken_back_by_an_officer_and_a_seat_may_move_to_another_college() {
    let world = ground().world("roles");
    let examiner = world.at(Seat::Examiner).member;
    let author = world.at(Seat::Author).member;
    let said = world.act(Seat::Secretariat, |desk| desk.people_replace(examiner, None));
    assert_eq!(said.roles_left.len(), 2, "reviewer and examiner: an officer's act: {said:?}");
    assert!(said.successor.is_none());
    world.exchange_but(&[Seat::Examiner]);
    let view = world.act(Seat::Chair, |desk| desk.people_roles(examiner, &[]));
    assert!(!line(&view, examiner).roles.contains(&sceau_app::view::session::Role::Examiner));
    let view = world.act(Seat::Secretariat, |desk| desk.people_seat(author, "patients"));
    assert_eq!(line(&view, author).college.as_deref(), Some("patients"));
    let unknown = world.at(Seat::Secretariat).desk().people_seat(author, "astronauts");
    assert!(matches!(unknown, Err(AppError::Unknown("college"))), "{unknown:?}");
}

#[test]
fn a_lost_laptop_is_shut_out_by_one_click_and_its_member_comes_back_on_another_one() {
    let world = in_scoring("lost");
    let (author, lost) = (world.at(Seat::Author).member, world.at(Seat::Author).desk().device());
    let group = GroupId::of_dossier(world.dossier);
    let before = world.at(Seat::Secretariat).desk().board().groups[&group].epoch();
    let said = world.act(Seat::Secretariat, |desk| desk.people_revoke(lost));
    assert_eq!((said.keys_changed, said.dossiers.len(), said.others.len()), (2, 1, 0), "{said:?}");
    world.exchange_but(&[Seat::Author]);
    assert!(world.try_sync(Seat::Author).is_err());
    assert_eq!(world.at(Seat::Peer).desk().board().groups[&group].epoch(), before + 1);

    let fresh = join_again(&world, author);
    assert_eq!(fresh.member(), Some(author), "the same person, on another computer");
    assert!(fresh.holds_key(group), "and with the dossier's new key");
    let round = fresh.board().dossiers[&world.dossier].round().unwrap();
    assert!(round.sheets.contains_key(&author), "what was handed in from the lost laptop stands");
}

/// A computer on which an invitation was opened: its request lies with the registry.
fn knock(world: &World, code: &Invitation) -> Mutex<Desk> {
    let machine = environment(&world.clock, "another computer");
    world.wait_for(async {
        let joining = Joining::begin(&code.to_text(), machine.now()).await.unwrap();
        let key = DatabaseKey::from_bytes([8; 32]);
        let desk = joining.make_desk(machine, &world.root.join("desks/again"), &key).unwrap();
        desk.store().write(|write| write.put_setting("registry-address", &code.url)).unwrap();
        let desk = Mutex::new(desk);
        assert!(matches!(Desk::join_progress(&desk).await.unwrap(), Progress::Waiting));
        desk
    })
}

#[test]
fn a_member_adds_a_further_computer_alone_and_the_registry_shows_its_request_to_nobody_else() {
    let world = ground().world("further");
    let patient = world.at(Seat::Patient).member;
    let invitation = world.act(Seat::Patient, |desk| desk.invite(patient));
    let url = format!("http://127.0.0.1:{}", world.wired.port);
    let code = Invitation { url, ..invitation };
    let fresh = knock(&world, &code);
    let digits = fresh.lock().unwrap().join_request().unwrap().unwrap().digits().to_string();
    let waiting = |seat| world.wait_for(Desk::waiting_joins(&world.at(seat).desk)).unwrap();
    assert!(waiting(Seat::Unassigned).is_empty());
    assert_eq!(waiting(Seat::Secretariat).len(), 1, "who keeps the roster sees what waits");
    let mine = waiting(Seat::Patient);
    let device = world.act(Seat::Patient, |desk| desk.add_device(&mine[0], &digits));
    world.wait_for(async {
        assert!(matches!(Desk::join_progress(&fresh).await.unwrap(), Progress::InForce));
    });
    world.act(Seat::Patient, |desk| desk.people_revoke(device));
    assert!(waiting(Seat::Patient).is_empty());
}

/// The same member is invited, reads the digits, is confirmed by a second person, and is given the keys anew.
fn join_again(world: &World, member: MemberId) -> Desk {
    let (secretariat, chair) = (world.at(Seat::Secretariat), world.at(Seat::Chair));
    let invitation = world.act(Seat::Secretariat, |desk| desk.invite(member));
    let code = Invitation { url: format!("http://127.0.0.1:{}", world.wired.port), ..invitation };
    let fresh = knock(world, &code);
    let digits = fresh.lock().unwrap().join_request().unwrap().unwrap().digits().to_string();
    let waiting = world.wait_for(Desk::waiting_joins(&secretariat.desk)).unwrap();
    let waiting = waiting.iter().find(|one| one.invite == code.secret.id().0).unwrap();
    let device = world.act(Seat::Secretariat, |desk| desk.add_device(waiting, &digits));
    world.wait_for(chair.sync()).unwrap();
    world.act(Seat::Chair, |desk| desk.countersign(device));
    world.wait_for(secretariat.sync()).unwrap();
    world.act(Seat::Secretariat, |desk| desk.tend_keys());
    world.wait_for(async {
        assert!(matches!(Desk::join_progress(&fresh).await.unwrap(), Progress::InForce));
    });
    fresh.into_inner().unwrap()
}

#[test]
fn whoever_is_away_is_not_proposed_until_they_are_back() {
    let world = ground().world("away");
    for seat in Seat::all().filter(|seat| *seat != Seat::Secretariat) {
        world.act(seat, |desk| desk.declare(world.dossier, Vec::new()));
    }
    world.exchange();
    let patient = world.at(Seat::Patient).member;
    let proposed = || {
        let found = world.at(Seat::Secretariat).desk().candidates(world.dossier, 4).unwrap();
        found.candidates.iter().any(|one| one.proposed && one.member == patient.to_string())
    };
    assert!(proposed(), "somebody who sits for patients is always proposed");
    let other = world.at(Seat::Unassigned).desk().people_away(patient, Some("2026-11-25"));
    assert_eq!(refused(other), Refusal::NotByYou);
    let wrong = world.at(Seat::Patient).desk().people_away(patient, Some("demain"));
    assert!(matches!(wrong, Err(AppError::Input(_))), "{wrong:?}");
    world.act(Seat::Patient, |desk| desk.people_away(patient, Some("2026-11-25")).map(drop));
    world.exchange();
    let view = world.at(Seat::Secretariat).desk().people_view().unwrap();
    assert_eq!(line(&view, patient).away_until.as_deref(), Some("2026-11-25"));
    assert!(!proposed());
    world.clock.fetch_add(3 * DAY, Ordering::Relaxed);
    assert!(!proposed(), "the last day is a day of absence");
    world.clock.fetch_add(DAY, Ordering::Relaxed);
    assert!(proposed());
}
