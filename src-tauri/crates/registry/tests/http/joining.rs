use sceau_domain::action::Action;
use sceau_domain::moment::Moment;
use sceau_ledger::device::InviteSecret;
use sceau_protocol::join::{Join, JoinState, JoinStep, Joins};
use sceau_protocol::{encode, path};

use crate::world::{Person, World, accepted, chance, problem, read};

fn body(person: &Person, world: &World, secret: &InviteSecret) -> Vec<u8> {
    let join = person.join(world.institute, secret);
    encode(&Join { request: join.request, signature: join.signature, mac: join.code })
}

async fn invited(world: &mut World, life: u64) -> (Person, InviteSecret) {
    let person = Person::new();
    let secret = InviteSecret::draw(&mut chance());
    let expires = Moment(world.now() + life);
    let acts = vec![
        Action::Member { member: person.member, college: Some("patients".to_owned()) },
        Action::Invite { member: person.member, invite: secret.id(), expires },
    ];
    let batch = world.founder.act(world.institute, acts);
    accepted(&world.sync(&world.founder, vec![batch]).await);
    (person, secret)
}

#[tokio::test]
async fn an_invitation_works_once_for_one_laptop_and_the_secretariat_sees_it_waiting() {
    let mut world = World::founded().await;
    let (person, secret) = invited(&mut world, 60_000).await;
    let address = path::join(&secret.id().0);
    let open: JoinState = read(world.get(&address, None).await).await;
    assert_eq!((open.step, open.received), (JoinStep::Open, None));
    let asked = body(&person, &world, &secret);
    for _ in 0..2 {
        // The second time because the first answer was lost.
        let state: JoinState = read(world.post(&address, asked.clone(), None).await).await;
        assert_eq!((state.step, state.received), (JoinStep::Waiting, Some(world.now())));
    }
    // Somebody who stole the link and comes second.
    let thief = body(&Person::new(), &world, &secret);
    assert_eq!(problem(world.post(&address, thief, None).await).await, (409, "invite.used".to_owned()));
    let joins: Joins = read(world.get(path::JOINS, Some(&world.founder)).await).await;
    assert_eq!(joins.waiting.len(), 1);
    assert_eq!(joins.waiting[0].invite, secret.id().0);
    world.restart().await;
    let state: JoinState = read(world.get(&address, None).await).await;
    assert_eq!(state.step, JoinStep::Waiting);
}

#[tokio::test]
async fn an_expired_or_invented_invitation_is_refused_by_name() {
    let mut world = World::founded().await;
    let (person, secret) = invited(&mut world, 60_000).await;
    let address = path::join(&secret.id().0);
    let asked = body(&person, &world, &secret);
    world.pass(60_001);
    assert_eq!(
        problem(world.post(&address, asked.clone(), None).await).await,
        (410, "invite.expired".to_owned())
    );
    assert_eq!(problem(world.get(&address, None).await).await, (410, "invite.expired".to_owned()));
    let nowhere = path::join(&[9; 16]);
    assert_eq!(problem(world.post(&nowhere, asked, None).await).await, (404, "invite.unknown".to_owned()));
    assert_eq!(problem(world.get("/v1/joins/xyz", None).await).await, (404, "request.not-found".to_owned()));
}

#[tokio::test]
async fn a_request_under_another_invitation_or_with_swapped_keys_is_refused() {
    let mut world = World::founded().await;
    let (person, secret) = invited(&mut world, 60_000).await;
    let (_, other) = invited(&mut world, 60_000).await;
    let asked = body(&person, &world, &secret);
    let elsewhere = world.post(&path::join(&other.id().0), asked, None).await;
    assert_eq!(problem(elsewhere).await, (422, "invite.bad-request".to_owned()));
    let mut join = person.join(world.institute, &secret);
    let key = join.request.len() - 70;
    join.request[key] ^= 1;
    let swapped = encode(&Join { request: join.request, signature: join.signature, mac: join.code });
    let swapped = world.post(&path::join(&secret.id().0), swapped, None).await;
    assert_eq!(problem(swapped).await, (422, "invite.bad-request".to_owned()));
}
