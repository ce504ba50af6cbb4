//! What the door refuses to people who are otherwise entitled: too early, alone, to the wrong recipient, too often.

use std::collections::BTreeMap;

use sceau_domain::action::{Action, ActionKind, Declaration, KeyShare, RecusalLevel};
use sceau_domain::id::{CommitteeId, DossierId, GroupId, RoundId};
use sceau_domain::moment::Moment;
use sceau_domain::role::Role;
use sceau_protocol::sync::{Outcome, Standing};
use sceau_protocol::{encode, path};
use sceau_registry::settings::Rates;

use crate::world::{Person, World, accepted, draw, empty, problem};

const DAY: u64 = 86_400_000;

/// What became of one batch: its code, and whether it is in the log.
fn said(outcome: &Outcome) -> (Option<&str>, bool) {
    (outcome.code.as_deref(), outcome.receipt.is_some())
}

/// A board with three officers (the founder, who is chair and secretariat here, and two seated members).
pub async fn board() -> (World, Person, Person) {
    let mut world = World::founded().await;
    let anne = world.member(Some("clinicians")).await;
    let bruno = world.member(Some("patients")).await;
    let member = world.founder.member;
    let role = Action::Role { member, role: Role::Secretariat, granted: true };
    let batch = world.founder.act(world.institute, vec![role]);
    accepted(&world.sync(&world.founder, vec![batch]).await);
    world.second_charter([&anne, &bruno]).await;
    (world, anne, bruno)
}

/// A dossier for which both members declared nothing, and Anne is to review.
pub async fn dossier(world: &mut World, anne: &mut Person, bruno: &mut Person) -> DossierId {
    let dossier = DossierId(draw());
    let institute = world.institute;
    let batch = world.founder.act(institute, vec![Action::DossierNew { dossier }]);
    accepted(&world.sync(&world.founder, vec![batch]).await);
    for member in [&mut *anne, bruno] {
        let declared =
            Action::Interests { dossier, declaration: Declaration::Nothing, details: BTreeMap::new() };
        let batch = member.act(institute, vec![declared]);
        accepted(&world.sync(member, vec![batch]).await);
    }
    let assigned = Action::Assignment { dossier, member: anne.member, assigned: true };
    let batch = world.founder.act(institute, vec![assigned]);
    accepted(&world.sync(&world.founder, vec![batch]).await);
    dossier
}

/// A committee whose officers all confirmed the same; its key is never used here.
pub async fn committee(world: &mut World, anne: &mut Person, bruno: &mut Person) -> CommitteeId {
    let committee = CommitteeId(draw());
    let institute = world.institute;
    let officers = vec![world.founder.member, anne.member, bruno.member];
    for round in [
        ActionKind::CommitteeCommit,
        ActionKind::CommitteePolynomial,
        ActionKind::CommitteeShare,
        ActionKind::CommitteeConfirm,
    ] {
        let said = |officers: Vec<_>| Action::Committee { round, committee, message: vec![7; 32], officers };
        let batch = world.founder.act(institute, vec![said(officers.clone())]);
        accepted(&world.sync(&world.founder, vec![batch]).await);
        for officer in [&mut *anne, &mut *bruno] {
            let batch = officer.act(institute, vec![said(Vec::new())]);
            accepted(&world.sync(officer, vec![batch]).await);
        }
    }
    committee
}

#[tokio::test]
async fn a_device_that_one_person_added_alone_is_nobody_until_a_second_person_confirms_it() {
    let (mut world, mut anne, _) = board().await;
    // The founder invites and vouches, as before charter 2, but no longer suffices.
    let claimed = world.member(Some("patients")).await;
    let ask = || empty();
    let refused = world.post(path::SYNC, encode(&ask()), Some(&claimed)).await;
    assert_eq!(problem(refused).await, (403, "device.unknown".to_owned()));
    let device = claimed.secrets.id();
    let own = world.founder.act(world.institute, vec![Action::DeviceCountersign { device }]);
    let answer = world.sync(&world.founder, vec![own]).await;
    assert_eq!(said(&answer.outcomes[0]), (Some("refusal-same-person"), false));
    let confirm = anne.act(world.institute, vec![Action::DeviceCountersign { device }]);
    accepted(&world.sync(&anne, vec![confirm]).await);
    assert_eq!(world.post(path::SYNC, encode(&ask()), Some(&claimed)).await.status(), 200);
}

#[tokio::test]
async fn sheets_are_not_opened_and_shares_not_taken_before_their_time() {
    let (mut world, mut anne, mut bruno) = board().await;
    let dossier = dossier(&mut world, &mut anne, &mut bruno).await;
    let committee = committee(&mut world, &mut anne, &mut bruno).await;
    let (round, institute) = (RoundId(draw()), world.institute);
    let deadline = Moment(world.now() + DAY);
    let opens = Action::Round { dossier, round, deadline, minimum_sheets: 1, committee, bylaws: [2; 32] };
    let batch = world.founder.act(institute, vec![opens]);
    accepted(&world.sync(&world.founder, vec![batch]).await);

    let share = KeyShare { member: anne.member, device: anne.secrets.id(), seq: 9, share: vec![0; 96] };
    let early = anne.act(institute, vec![Action::SheetShares { dossier, round, shares: vec![share] }]);
    let answer = world.sync(&anne, vec![early]).await;
    assert_eq!(said(&answer.outcomes[0]), (Some("refusal-not-open-yet"), false));

    // Too early, and after the deadline too few: one is awaited, none has come.
    for wait in [0, 2 * DAY] {
        world.pass(wait);
        let head = world.founder.head;
        let early = world.founder.act(institute, vec![Action::SheetsOpen { dossier, round }]);
        let answer = world.sync(&world.founder, vec![early]).await;
        assert_eq!(said(&answer.outcomes[0]), (Some("refusal-sheets-missing"), false));
        world.founder.head = head;
    }
}

#[tokio::test]
async fn a_key_wrapped_to_a_recused_device_has_no_effect_and_reaches_nobody() {
    let (mut world, mut anne, mut bruno) = board().await;
    let dossier = dossier(&mut world, &mut anne, &mut bruno).await;
    let institute = world.institute;
    let level = Some(RecusalLevel::Full);
    let recusal =
        world.founder.act(institute, vec![Action::Recusal { dossier, member: bruno.member, level }]);
    accepted(&world.sync(&world.founder, vec![recusal]).await);
    let group = GroupId::of_dossier(dossier);
    let new = Action::KeyNew { group, epoch: 1, commitment: [5; 32], previous: Vec::new() };
    let batch = world.founder.act(institute, vec![new]);
    accepted(&world.sync(&world.founder, vec![batch]).await);

    let wraps = [anne.secrets.id(), bruno.secrets.id()].map(|device| (device, vec![8; 80]));
    let wrap = world.founder.act(institute, vec![Action::KeyWrap { group, epoch: 1, wraps: wraps.into() }]);
    let hash = sceau_ledger::tree::sha256(&wrap.record);
    let answer = world.sync(&world.founder, vec![wrap]).await;
    // An honest laptop that had not heard of the recusal could have made it: it stays in its author's chain.
    assert_eq!(said(&answer.outcomes[0]), (Some("refusal-recipient-not-entitled"), true));
    let standing = answer.outcomes[0].receipt.as_ref().map(|receipt| receipt.standing);
    assert_eq!(standing, Some(Standing::Undecided));
    for reader in [&anne, &bruno] {
        let pulled = world.sync(reader, Vec::new()).await;
        let content = pulled.contents.iter().find(|content| content.batch == hash);
        assert!(content.is_none_or(|content| content.parcels.is_empty()), "no key travels");
    }
}

#[tokio::test]
async fn a_laptop_gone_wild_slows_itself_and_nobody_else() {
    let mut world = World::founded_at(Rates { device: 8, join: 3, check: 2 }).await;
    let member = world.member(None).await;
    let ask = |who| world.post(path::SYNC, encode(&empty()), who);
    let mut answers = Vec::new();
    for _ in 0..9 {
        answers.push(ask(Some(&member)).await.status().as_u16());
    }
    assert_eq!(answers, [200, 200, 200, 200, 200, 200, 200, 200, 429]);
    assert_eq!(problem(ask(Some(&member)).await).await, (429, "request.too-often".to_owned()));
    assert_eq!(ask(Some(&world.founder)).await.status(), 200, "another device is not slowed");

    // Strangers are counted by their address. One request of this minute was the member's own.
    let invite = [3; 16];
    let mut strangers = Vec::new();
    for _ in 0..3 {
        strangers.push(world.get(&path::join(&invite), None).await.status().as_u16());
    }
    assert_eq!(strangers, [404, 404, 429]);
}
