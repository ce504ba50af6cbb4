use sceau_domain::action::{Action, Declaration};
use sceau_domain::id::DossierId;
use sceau_domain::role::Role;
use sceau_ledger::file::Leaves as SealedLeaves;
use sceau_ledger::tree::sha256;
use sceau_protocol::file::{Leaves, Missing};
use sceau_protocol::profile::{ParcelsAnswer, ParcelsRequest};
use sceau_protocol::sync::SyncRequest;
use sceau_protocol::{encode, path};

use crate::world::{World, accepted, draw, empty, problem, read};

async fn dossier(world: &mut World) -> DossierId {
    let dossier = DossierId(draw());
    let member = world.founder.member;
    let acts =
        vec![Action::Role { member, role: Role::Secretariat, granted: true }, Action::DossierNew { dossier }];
    let batch = world.founder.act(world.institute, acts);
    accepted(&world.sync(&world.founder, vec![batch]).await);
    dossier
}

fn declares(dossier: DossierId) -> Action {
    Action::Interests { dossier, declaration: Declaration::Nothing, details: Default::default() }
}

#[tokio::test]
async fn a_draft_reaches_only_its_author_and_nobody_else_can_fetch_its_parcel() {
    let mut world = World::founded().await;
    let mut amara = world.member(Some("patients")).await;
    let dossier = dossier(&mut world).await;
    let declared = amara.act(world.institute, vec![declares(dossier)]);
    let draft = amara.draft(world.institute, dossier);
    let (record, parcel) = (sha256(&draft.record), sha256(&draft.parcels[&0]));
    let own = world.sync(&amara, vec![declared, draft]).await;
    accepted(&own);
    let mine = own.contents.iter().find(|content| content.batch == record).expect("my own draft");
    assert!(mine.headers.is_some() && mine.parcels.contains_key(&0));
    let others = world.sync(&world.founder, Vec::new()).await;
    assert_eq!(others.entries.len(), own.entries.len(), "every entry flows");
    assert!(others.contents.iter().all(|content| content.batch != record));
    let asked = encode(&ParcelsRequest { hashes: vec![parcel] });
    let none: ParcelsAnswer =
        read(world.post(path::PARCELS, asked.clone(), Some(&world.founder)).await).await;
    assert!(none.parcels.is_empty());
    let some: ParcelsAnswer = read(world.post(path::PARCELS, asked, Some(&amara)).await).await;
    assert_eq!(some.parcels.len(), 1);
    let again = SyncRequest { size: own.entries.len() as u64, lacking: vec![record], ..empty() };
    assert!(world.pull(&world.founder, again.clone()).await.contents.is_empty());
    assert_eq!(world.pull(&amara, again).await.contents.len(), 1);
}

#[tokio::test]
async fn evidence_goes_up_in_checked_chunks_and_down_only_to_those_who_declared() {
    let mut world = World::founded().await;
    let mut amara = world.member(Some("patients")).await;
    let dossier = dossier(&mut world).await;
    let chunks: [&[u8]; 3] = [&[1; 500], &[2; 500], &[3; 100]];
    let leaves = SealedLeaves::of(chunks);
    let root = leaves.root();
    let hashes: Vec<[u8; 32]> = chunks.iter().map(|chunk| sceau_ledger::tree::leaf(chunk)).collect();
    let list = encode(&Leaves { dossier: dossier.0, leaves: hashes.clone() });
    let early = world.put(&path::chunk(&root, 0), chunks[0].to_vec(), Some(&world.founder)).await;
    assert_eq!(problem(early).await, (409, "file.no-leaves".to_owned()));
    let wrong = encode(&Leaves { dossier: dossier.0, leaves: hashes[..2].to_vec() });
    let wrong = world.put(&path::leaves(&root), wrong, Some(&world.founder)).await;
    assert_eq!(problem(wrong).await, (422, "file.bad-leaves".to_owned()));
    let stranger = world.put(&path::leaves(&root), list.clone(), Some(&amara)).await;
    assert_eq!(problem(stranger).await, (403, "request.not-allowed".to_owned()));
    assert_eq!(world.put(&path::leaves(&root), list, Some(&world.founder)).await.status(), 204);
    for index in [0_u32, 2] {
        let chunk = chunks[index as usize].to_vec();
        assert_eq!(world.put(&path::chunk(&root, index), chunk, Some(&world.founder)).await.status(), 204);
    }
    let bad = world.put(&path::chunk(&root, 1), chunks[0].to_vec(), Some(&world.founder)).await;
    assert_eq!(problem(bad).await, (422, "file.bad-chunk".to_owned()));
    world.restart().await;
    let missing: Missing = read(world.get(&path::missing(&root), Some(&world.founder)).await).await;
    assert_eq!((missing.count, missing.indexes), (3, vec![1]));
    assert_eq!(
        world.put(&path::chunk(&root, 1), chunks[1].to_vec(), Some(&world.founder)).await.status(),
        204
    );
    let closed = world.get(&path::chunk(&root, 1), Some(&amara)).await;
    assert_eq!(
        problem(closed).await,
        (404, "request.not-found".to_owned()),
        "before declaring, not even that it exists"
    );
    let declared = amara.act(world.institute, vec![declares(dossier)]);
    accepted(&world.sync(&amara, vec![declared]).await);
    let open = world.get(&path::chunk(&root, 1), Some(&amara)).await;
    assert_eq!(open.bytes().await.expect("bytes"), chunks[1]);
}

#[tokio::test]
async fn a_name_can_be_erased_and_only_its_owner_or_the_roster_keepers_may_set_it() {
    let mut world = World::founded().await;
    let mut amara = world.member(Some("patients")).await;
    let mut bjorn = world.member(Some("patients")).await;
    let blob = b"sealed name".to_vec();
    let place = path::profile(&amara.member.0);
    let unnamed = world.put(&place, blob.clone(), Some(&amara)).await;
    assert_eq!(problem(unnamed).await, (422, "profile.bad".to_owned()));
    let set =
        amara.act(world.institute, vec![Action::ProfileSet { member: amara.member, digest: sha256(&blob) }]);
    accepted(&world.sync(&amara, vec![set]).await);
    let other = world.put(&place, blob.clone(), Some(&bjorn)).await;
    assert_eq!(problem(other).await, (403, "request.not-allowed".to_owned()));
    assert_eq!(world.put(&place, blob.clone(), Some(&amara)).await.status(), 204);
    assert_eq!(world.get(&place, Some(&bjorn)).await.bytes().await.expect("bytes"), blob);
    let erased =
        world.send(reqwest::Method::DELETE, &place, Vec::new(), Some(&world.founder), world.now()).await;
    assert_eq!(erased.status(), 204);
    assert_eq!(problem(world.get(&place, Some(&bjorn)).await).await, (404, "request.not-found".to_owned()));
    let _ = bjorn.draft(world.institute, DossierId(draw()));
}
