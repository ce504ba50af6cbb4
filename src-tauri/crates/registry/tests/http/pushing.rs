use reqwest::Method;
use sceau_domain::action::Action;
use sceau_domain::role::Role;
use sceau_ledger::charter::LogIdentity;
use sceau_ledger::log::Receipt as Kept;
use sceau_protocol::institute::InstituteAnswer;
use sceau_protocol::sync::{Standing, SyncAnswer, SyncRequest};
use sceau_protocol::{encode, limits, path};

use crate::world::{Person, START, World, accepted, empty, problem, read};

fn label_secretary(world: &mut World) -> sceau_protocol::sync::SentBatch {
    let member = world.founder.member;
    world.founder.act(world.institute, vec![Action::Role { member, role: Role::Secretariat, granted: true }])
}

async fn log_of(world: &World) -> LogIdentity {
    let answer: InstituteAnswer = read(world.get(path::INSTITUTE, None).await).await;
    answer.card.identity()
}

fn receipt(answer: &SyncAnswer) -> Kept {
    let receipt = answer.outcomes[0].receipt.clone().expect("a receipt");
    Kept { entry: receipt.entry, index: receipt.index, path: receipt.path, note: answer.checkpoint.clone() }
}

#[tokio::test]
async fn a_push_is_acknowledged_by_an_inclusion_proof_and_repeating_it_changes_nothing() {
    let mut world = World::founded().await;
    let log = log_of(&world).await;
    let batch = label_secretary(&mut world);
    let first = world.sync(&world.founder, vec![batch.clone()]).await;
    accepted(&first);
    receipt(&first).verify(&log).expect("the receipt leads to the signed root");
    world.pass(5_000);
    let again = world.sync(&world.founder, vec![batch]).await;
    accepted(&again);
    assert_eq!(again.entries.len(), first.entries.len());
    assert_eq!(receipt(&again).entry, receipt(&first).entry);
    assert_eq!(receipt(&again).index, 1);
}

#[tokio::test]
async fn a_restart_keeps_everything_and_old_receipts_still_verify() {
    let mut world = World::founded().await;
    let log = log_of(&world).await;
    let member = world.member(Some("patients")).await;
    let before = world.sync(&member, Vec::new()).await;
    world.restart().await;
    world.pass(60_000);
    let after = world.sync(&member, Vec::new()).await;
    assert_eq!((after.entries, after.contents), (before.entries, before.contents));
    let batch = label_secretary(&mut world);
    let answer = world.sync(&world.founder, vec![batch]).await;
    accepted(&answer);
    receipt(&answer).verify(&log).expect("the tree goes on");
    // The founding, repeated because its answer was lost, is the same founding; another one is refused.
    let again = world.post(path::INSTITUTE, encode(&world.founding), None).await;
    assert_eq!(again.status(), 200);
    let mut other = world.founding.clone();
    other.charter = vec![0x82, 0x40, 0x80];
    let refused = world.post(path::INSTITUTE, encode(&other), None).await;
    assert!([409, 422].contains(&refused.status().as_u16()));
}

#[tokio::test]
async fn an_altered_batch_is_refused_and_the_series_goes_on() {
    let mut world = World::founded().await;
    let good = label_secretary(&mut world);
    let mut record = good.clone();
    let last = record.record.len() - 40;
    record.record[last] ^= 1;
    let mut header = good.clone();
    header.headers.as_mut().expect("headers")[0][3] ^= 1;
    let mut parcel = good.clone();
    parcel.parcels.get_mut(&0).expect("a parcel")[1] ^= 1;
    let mut withheld = good.clone();
    withheld.headers = None;
    let mut stripped = good.clone();
    stripped.parcels.clear();
    for (altered, code) in [
        (record, "batch.bad"),
        (header, "batch.bad"),
        (parcel, "batch.bad"),
        (withheld, "batch.incomplete"),
        (stripped, "batch.incomplete"),
    ] {
        let answer = world.sync(&world.founder, vec![altered]).await;
        assert_eq!(answer.outcomes[0].code.as_deref(), Some(code));
        assert!(answer.outcomes[0].receipt.is_none());
        assert_eq!(answer.entries.len(), 1);
    }
    accepted(&world.sync(&world.founder, vec![good]).await);
}

#[tokio::test]
async fn a_gap_is_named_and_the_other_branch_of_a_fork_is_kept_beside() {
    let mut world = World::founded().await;
    let before = world.founder.head;
    let first = label_secretary(&mut world);
    let second = label_secretary(&mut world);
    let gap = world.sync(&world.founder, vec![second.clone()]).await;
    assert_eq!(gap.outcomes[0].code.as_deref(), Some("series.gap"));
    accepted(&world.sync(&world.founder, vec![first, second]).await);
    // A laptop restored from an old image writes on from where it was.
    world.founder.head = before;
    let member = world.founder.member;
    let other = world
        .founder
        .act(world.institute, vec![Action::Role { member, role: Role::Examiner, granted: true }]);
    let answer = world.sync(&world.founder, vec![other]).await;
    let outcome = &answer.outcomes[0];
    assert_eq!(outcome.code.as_deref(), Some("series.fork"));
    assert_eq!(outcome.receipt.as_ref().map(|receipt| receipt.standing), Some(Standing::Fork));
    world.restart().await;
    let after = world.sync(&world.founder, Vec::new()).await;
    let standings: Vec<Standing> = after.entries.iter().map(|entry| entry.standing).collect();
    assert_eq!(standings, [Standing::InForce, Standing::InForce, Standing::InForce, Standing::Fork]);
}

#[tokio::test]
async fn what_the_rules_refuse_stays_out_of_the_log_with_the_rules_own_code() {
    let mut world = World::founded().await;
    let mut member = world.member(Some("patients")).await;
    let target = world.founder.member;
    let grab =
        member.act(world.institute, vec![Action::Role { member: target, role: Role::Chair, granted: false }]);
    let answer = world.sync(&member, vec![grab]).await;
    assert_eq!(answer.outcomes[0].code.as_deref(), Some("refusal-not-by-you"));
    assert!(answer.outcomes[0].receipt.is_none());
}

#[tokio::test]
async fn a_revoked_laptop_gets_nothing_and_what_a_courier_brings_of_it_is_undecided() {
    let mut world = World::founded().await;
    let mut member = world.member(Some("patients")).await;
    let late =
        member.act(world.institute, vec![Action::ProfileSet { member: member.member, digest: [7; 32] }]);
    let device = member.secrets.id();
    let revoke = world.founder.act(world.institute, vec![Action::DeviceRevoke { device }]);
    accepted(&world.sync(&world.founder, vec![revoke]).await);
    let refused = world.post(path::SYNC, encode(&empty()), Some(&member)).await;
    assert_eq!(problem(refused).await, (403, "device.revoked".to_owned()));
    let answer = world.sync(&world.founder, vec![late]).await;
    let outcome = &answer.outcomes[0];
    assert_eq!(outcome.receipt.as_ref().map(|receipt| receipt.standing), Some(Standing::Undecided));
    assert_eq!(outcome.code.as_deref(), Some("missing-confirmation"));
}

#[tokio::test]
async fn a_clock_one_year_off_is_answered_with_the_registrys_time() {
    let world = World::founded().await;
    let body = encode(&empty());
    let year = 365 * 24 * 3_600_000;
    let off =
        world.send(Method::POST, path::SYNC, body.clone(), Some(&world.founder), world.now() + year).await;
    let status = off.status();
    let told = sceau_protocol::Problem::from_json(&off.bytes().await.expect("body")).expect("a problem");
    assert_eq!((status.as_u16(), told.code.as_str(), told.time), (401, "request.clock", START));
    let right = world.send(Method::POST, path::SYNC, body, Some(&world.founder), told.time).await;
    assert_eq!(right.status(), 200);
}

#[tokio::test]
async fn garbage_and_bodies_beyond_their_limit_are_refused_by_name() {
    let world = World::founded().await;
    for garbage in [Vec::new(), b"<html>".to_vec(), vec![0xff; 100], vec![0x85, 0x00]] {
        let answer = world.post(path::SYNC, garbage, Some(&world.founder)).await;
        assert_eq!(problem(answer).await, (400, "request.malformed".to_owned()));
    }
    let large = world.post(path::SYNC, vec![0; limits::PUSH + 1], Some(&world.founder)).await;
    assert_eq!(problem(large).await, (413, "request.too-large".to_owned()));
    let join = world.post(&path::join(&[1; 16]), vec![0; limits::JOIN + 1], None).await;
    assert_eq!(problem(join).await, (413, "request.too-large".to_owned()));
    let many = SyncRequest { lacking: vec![[0; 32]; limits::LACKING + 1], ..empty() };
    let many = world.post(path::SYNC, encode(&many), Some(&world.founder)).await;
    assert_eq!(problem(many).await, (400, "request.too-many".to_owned()));
    let packed = world
        .client
        .post(format!("{}{}", world.url, path::SYNC))
        .header("content-encoding", "zstd")
        .body("x")
        .send()
        .await
        .expect("an answer");
    assert_eq!(problem(packed).await, (415, "request.encoding".to_owned()));
    assert_eq!(problem(world.get("/v1/nothing", None).await).await, (404, "request.not-found".to_owned()));
    let wrong = world.put(path::SYNC, Vec::new(), None).await;
    assert_eq!(problem(wrong).await, (405, "request.method".to_owned()));
}

#[tokio::test]
async fn a_signature_over_another_request_does_not_open_this_one() {
    let world = World::founded().await;
    let stranger = Person::new();
    let unknown = world.post(path::SYNC, encode(&empty()), Some(&stranger)).await;
    assert_eq!(problem(unknown).await, (403, "device.unknown".to_owned()));
    let unsigned = world.post(path::SYNC, encode(&empty()), None).await;
    assert_eq!(problem(unsigned).await, (401, "request.unsigned".to_owned()));
    // The founder's device named by somebody who has another key.
    let thief = Person { member: world.founder.member, ..Person::new() };
    let asked = sceau_ledger::request::Asked {
        institute: &world.institute,
        host: "registre.example.org",
        method: "POST",
        path: path::SYNC,
        body: &encode(&empty()),
    };
    let at = sceau_domain::moment::Moment(world.now());
    let word = sceau_ledger::request::Authorization::make(
        &asked,
        world.founder.secrets.id(),
        at,
        &thief.secrets.signer,
    );
    let request =
        world.client.post(format!("{}{}", world.url, path::SYNC)).header("authorization", word.to_header());
    let answer = request.body(encode(&empty())).send().await.expect("an answer");
    assert_eq!(problem(answer).await, (401, "request.bad-signature".to_owned()));
}
