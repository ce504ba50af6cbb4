//! What was written in time and arrived late: it waits, the chair decides, everybody folds the same.

use sceau_domain::action::ActionKind;
use sceau_domain::id::MotionId;
use sceau_domain::moment::DAY;
use sceau_domain::permission::Missing;
use sceau_domain::refusal::Refusal;
use sceau_ledger::replay::Standing;

use super::journey::{BYLAWS, in_scoring, opened_under, submit};
use super::world::{ANNE, BRUNO, CHAIR, CHLOE, SECRETARIAT, World};
use crate::error::AppError;
use crate::review::SheetStanding;
use crate::view::desk::TaskKind;
use crate::vote::MotionWords;

const WAITS: Standing = Standing::Undecided(Missing::Acceptance);

fn refused_as(result: crate::error::Result<()>, code: &str) {
    assert!(matches!(&result, Err(AppError::Procedure(found)) if found == code), "{result:?}");
}

#[test]
fn a_sheet_that_arrives_late_counts_once_the_chair_accepts_it_and_not_before() {
    let mut world = World::founded();
    let (dossier, _, round) = in_scoring(&mut world);
    let bruno = world.desks[BRUNO].me().unwrap();
    submit(&mut world, BRUNO, dossier, round);
    let late = world.desks[BRUNO].store.read(|read| read.unsent()).unwrap();
    world.pass(2 * DAY);
    assert_eq!((late.len(), world.pass_on()), (1, vec![(bruno, WAITS)]));
    let waiting = world.desks[CHAIR].late();
    assert_eq!(
        waiting.iter().map(|one| (one.member, one.kind)).collect::<Vec<_>>(),
        [(bruno, ActionKind::Sheet)]
    );
    let (device, seq) = (waiting[0].name.device, waiting[0].name.seq);
    let sheets = |world: &World, desk: usize| {
        let rounds = &world.desks[desk].board().dossiers[&dossier].rounds;
        rounds[0].sheets.keys().copied().collect::<Vec<_>>()
    };
    assert!(sheets(&world, CHAIR).is_empty());

    refused_as(world.desks[CHAIR].accept_late(device, seq, "  "), "late.no-reason");
    let other = world.desks[SECRETARIAT].accept_late(device, seq, "Panne de réseau.");
    assert!(matches!(other, Err(AppError::Refused(Refusal::NotByYou))), "{other:?}");
    let unknown = world.desks[CHAIR].accept_late(device, seq + 1, "Panne de réseau.");
    assert!(matches!(unknown, Err(AppError::Unknown(_))), "{unknown:?}");
    world.desks[CHAIR].accept_late(device, seq, "Panne de réseau.").unwrap();
    world.exchange();

    for desk in [CHAIR, ANNE, BRUNO, CHLOE, SECRETARIAT] {
        assert_eq!(sheets(&world, desk), [bruno], "every laptop folds it");
        assert!(world.desks[desk].late().is_empty());
    }
    assert_eq!(world.desks[ANNE].late_reasons(bruno).unwrap(), ["Panne de réseau."]);
    assert!(
        world.desks[CHLOE].late_reasons(bruno).unwrap().is_empty(),
        "the words are for readers of the dossier"
    );
}

#[test]
fn a_sheet_that_nobody_accepted_before_the_opening_stays_outside_for_ever() {
    let mut world = World::founded();
    let (dossier, _, round) = in_scoring(&mut world);
    let members: Vec<_> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
    submit(&mut world, ANNE, dossier, round);
    world.exchange();
    submit(&mut world, ANNE, dossier, round);
    submit(&mut world, BRUNO, dossier, round);
    world.pass(2 * DAY);
    assert_eq!(world.pass_on(), vec![(members[ANNE], WAITS), (members[BRUNO], WAITS)]);
    let second = world.desks[CHAIR].late().into_iter().find(|one| one.member == members[BRUNO]).unwrap();
    world.desks[CHAIR].accept_late(second.name.device, second.name.seq, "Panne.").unwrap();
    world.exchange();
    world.desks[SECRETARIAT].close_intake(dossier).unwrap();
    assert_eq!(world.pass_on(), vec![(members[ANNE], Standing::Refused(Refusal::AlreadyOpen))]);
    for officer in [ANNE, BRUNO] {
        assert!(world.desks[officer].publish_sheet_shares(dossier).unwrap().is_empty());
    }
    world.exchange();
    let read = world.desks[CHAIR].opened_sheets(dossier).unwrap();
    assert!(read.len() == 2 && read.iter().all(|(_, sheet)| sheet.is_ok()), "{read:?}");
    assert!(world.desks[CHAIR].late().is_empty());
}

/// A vote in which Anne and the chair voted in time and Bruno's ballot arrived after the deadline.
fn late_ballot(world: &mut World, late: &str) -> MotionId {
    let text = format!("{}\n[late_ballots]\nmode = \"{late}\"\n", BYLAWS.replace("\"essai\"", "\"tardif\""));
    let (dossier, _) = opened_under(world, &text);
    let words = MotionWords { fr: "Accorder le label ?".into(), en: "Grant the label?".into() };
    let deadline = world.now().plus(DAY);
    let motion = world.desks[CHAIR].table_motion(dossier, &words, deadline).unwrap();
    world.exchange();
    for voter in [CHAIR, ANNE] {
        world.desks[voter].cast(motion, "grant", false).unwrap();
    }
    world.exchange();
    for voter in [ANNE, BRUNO] {
        world.desks[voter].cast(motion, "refuse", false).unwrap();
    }
    world.pass(2 * DAY);
    let members = [ANNE, BRUNO].map(|desk| world.desks[desk].me().unwrap());
    assert_eq!(world.pass_on(), members.map(|member| (member, WAITS)));
    world.desks[SECRETARIAT].close_vote(motion).unwrap();
    world.exchange();
    motion
}

#[test]
fn a_ballot_accepted_before_the_shares_counts_where_none_came_in_time() {
    let mut world = World::founded();
    let motion = late_ballot(&mut world, "chair-may-accept");
    assert!(!world.desks[CHAIR].headcount(motion).unwrap().quorum.met);
    for one in world.desks[CHAIR].late() {
        world.desks[CHAIR].accept_late(one.name.device, one.name.seq, "Panne de réseau.").unwrap();
    }
    world.exchange();
    for officer in [ANNE, BRUNO] {
        world.desks[officer].publish_ballot_shares(motion).unwrap();
    }
    world.exchange();
    let count = world.desks[CHAIR].count(motion).unwrap();
    assert_eq!(count, world.desks[ANNE].count(motion).unwrap(), "everybody counts the same");
    let [chair, anne, bruno] = [CHAIR, ANNE, BRUNO].map(|desk| world.desks[desk].me().unwrap());
    let said = |member| count.choices.get(&member).map(|choice| choice.option.as_str());
    assert_eq!([said(chair), said(anne), said(bruno)], [Some("grant"), Some("grant"), Some("refuse")]);
    let codes: Vec<_> = count.decision.reasons.iter().map(|reason| reason.code.to_string()).collect();
    assert!(
        ["ballot.late-accepted", "ballot.late"].iter().all(|code| codes.iter().any(|known| known == code)),
        "{codes:?}"
    );
}

#[test]
fn a_reviewer_who_is_late_sends_the_sheet_all_the_same_and_is_told_that_it_waits() {
    let mut world = World::founded();
    let (dossier, _, round) = in_scoring(&mut world);
    submit(&mut world, BRUNO, dossier, round);
    world.exchange();
    world.pass(2 * DAY);
    submit(&mut world, ANNE, dossier, round);
    let standing = |world: &World| world.desks[ANNE].sheet_standing(dossier).unwrap();
    assert!(matches!(standing(&world), SheetStanding::Late { received: false, .. }));
    world.pass_on();
    assert!(matches!(standing(&world), SheetStanding::Late { received: true, .. }));
    assert!(world.desks[ANNE].submitted_sheet(dossier).unwrap().is_some(), "it can be read again");
    world.desks[ANNE].take_back(dossier).unwrap();
    assert_eq!(standing(&world), SheetStanding::Draft, "and be corrected");
    submit(&mut world, ANNE, dossier, round);
    world.pass_on();
    let page = world.desks[CHAIR].dossier_page(dossier).unwrap();
    assert_eq!(page.late.len(), 2);
    assert!(page.late.iter().all(|one| one.problem.is_none() && !one.ballot), "the chair may accept it");
    let tasks = world.desks[CHAIR].desk_view().unwrap().tasks;
    assert!(tasks.iter().any(|task| task.kind == TaskKind::Late && task.count == 2), "and is told to decide");
    let page = world.desks[SECRETARIAT].dossier_page(dossier).unwrap();
    assert!(page.late.iter().all(|one| one.problem.is_some()), "the secretariat sees it and may not");
    let last = world.desks[CHAIR].late()[1];
    let device = last.name.device.to_string();
    let page =
        world.desks[CHAIR].accept_late_view(dossier, &device, last.name.seq, "Train en panne.").unwrap();
    assert_eq!(page.round.unwrap().received, 2);
    world.pass_on();
    assert!(
        matches!(standing(&world), SheetStanding::Sealed { received: true, .. }),
        "{:?}",
        standing(&world)
    );
}

#[test]
fn a_voter_who_is_late_is_told_so_and_keeps_a_receipt() {
    let mut world = World::founded();
    let motion = late_ballot(&mut world, "chair-may-accept");
    let mine = world.desks[BRUNO].vote_view(motion).unwrap();
    let ballot = mine.ballot.unwrap();
    assert!(ballot.late && ballot.received && ballot.counts.is_none());
    assert!(mine.may_be_late, "another one may be sent while nothing is opened");
    let again = world.desks[BRUNO].vote_cast(motion, "grant", false).unwrap().ballot.unwrap();
    assert!(again.late && !again.received && again.replaces == 1);
    assert_ne!(again.tracking, ballot.tracking);
    let mut world = World::founded();
    let motion = late_ballot(&mut world, "refuse");
    assert!(!world.desks[BRUNO].vote_view(motion).unwrap().may_be_late, "not where the bylaws refuse it");
}

#[test]
fn a_late_ballot_stays_out_where_the_bylaws_do_not_provide_for_it() {
    let mut world = World::founded();
    let motion = late_ballot(&mut world, "refuse");
    let one = world.desks[CHAIR].late()[1];
    refused_as(world.desks[CHAIR].accept_late(one.name.device, one.name.seq, "Panne."), "late.not-provided");
    let shares = world.desks[ANNE].publish_ballot_shares(motion);
    assert!(shares.is_err(), "no quorum, nothing to open: {shares:?}");
}
