//! Desks with real stores around a log kept in memory, which plays the registry: every batch gets its index and its
//! time of receipt, and reaches every desk.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sceau_domain::action::{Action, ActionKind, CharterFacts, Declaration};
use sceau_domain::id::{DossierId, GroupId, InviteId, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::role::Role;
use sceau_ledger::batch::BatchParts;
use sceau_ledger::charter::{Charter, LogIdentity, Officer, SignedCharter};
use sceau_ledger::device::{DeviceSecrets, JoinRequest, SignedJoin};
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::{Beside, EvidenceItem, Profile};
use sceau_ledger::replay::Standing;
use sceau_ledger::sign::{Purpose, SecretSigner, Signer, sign};
use sceau_ledger::tree::sha256;
use sceau_protocol::join::{Join, JoinStep, WaitingJoin};
use sceau_store::folder::Folder;
use sceau_store::key::DatabaseKey;
use sceau_store::store::Store;
use tempfile::TempDir;

use crate::act::{Body, Intent};
use crate::desk::{Desk, secret};
use crate::environment::{Environment, NoKeyring};
use crate::identity::{SEAL_AUTHORITY, SEAL_AUTHORITY_KEY};

/// 22 November 2026, 10:00 UTC.
const START: u64 = 1_795_341_600_000;

pub struct World {
    pub desks: Vec<Desk>,
    clock: Arc<AtomicU64>,
    log: Vec<(BatchParts, Moment)>,
    folders: Vec<TempDir>,
}

/// Seats in a [`World`]: chair, two more officers, a further reviewer, the secretariat.
pub const CHAIR: usize = 0;
pub const ANNE: usize = 1;
pub const BRUNO: usize = 2;
pub const CHLOE: usize = 3;
pub const SECRETARIAT: usize = 4;

impl World {
    /// An institute with five enrolled desks, three officers of whom two open together, a committee key in force and
    /// a seal.
    pub fn founded() -> Self {
        let mut world = Self::chartered();
        world.keyed();
        world
    }

    /// An institute with five enrolled desks and three officers, who have not made their key yet.
    pub fn chartered() -> Self {
        let clock = Arc::new(AtomicU64::new(START));
        let folders: Vec<TempDir> = (0..5).map(|_| tempfile::tempdir().unwrap()).collect();
        let chair = founder(environment(0, &clock), folders[CHAIR].path());
        let mut world = Self { desks: vec![chair], clock, log: Vec::new(), folders };
        for (place, college) in
            [Some("clinicians"), Some("clinicians"), Some("patients"), None].into_iter().enumerate()
        {
            world.join(place + 1, college);
        }
        let members: Vec<MemberId> = world.desks.iter().map(|desk| desk.me().unwrap()).collect();
        world.desks[CHAIR].set_roles(&[(members[SECRETARIAT], Role::Secretariat, true)]).unwrap();
        for officer in [CHAIR, ANNE, BRUNO] {
            world.desks[officer].show_officer_key().unwrap();
        }
        world.exchange();
        world.desks[CHAIR].propose_charter(&members[..3], 2).unwrap();
        world.exchange();
        for officer in [ANNE, BRUNO] {
            world.desks[officer].sign_next_charter().unwrap();
        }
        world.exchange();
        world
    }

    /// The officers make their key, and the chair gives the secretariat its seal.
    fn keyed(&mut self) {
        let world = self;
        let committee = world.desks[CHAIR].begin_committee().unwrap();
        for _ in 0..4 {
            world.exchange();
            for officer in [CHAIR, ANNE, BRUNO] {
                world.desks[officer].advance_committee(committee).unwrap();
            }
        }
        world.exchange();
        assert!(world.desks[SECRETARIAT].board().committee_in_force().is_some());
        let request = world.desks[SECRETARIAT].request_seal().unwrap();
        let (certificate, authority) = world.desks[CHAIR].issue_seal(&request).unwrap();
        world.desks[SECRETARIAT].take_seal(&certificate, &authority).unwrap();
    }

    /// A desk is closed and opened again from its disk.
    pub fn restart(&mut self, place: usize) {
        let desk = self.desks.remove(place);
        let env = desk.env.clone();
        desk.close().unwrap();
        let folder = Folder::new(self.folders[place].path());
        let store = Store::open(&folder, &DatabaseKey::from_bytes([7; 32])).unwrap();
        self.desks.insert(place, Desk::open(env, store).unwrap());
    }

    fn join(&mut self, place: usize, college: Option<&str>) {
        let profile = Profile { name: format!("Member {place}"), ..Profile::default() };
        let member = self.desks[CHAIR].add_member(&profile, college).unwrap();
        self.enrol(CHAIR, place, member);
        self.desks[place].ensure_own_key().unwrap();
        self.exchange();
    }

    /// A member's next computer, confirmed by a second person; answers its place.
    pub fn another_computer(&mut self, member: MemberId) -> usize {
        self.folders.push(tempfile::tempdir().unwrap());
        let place = self.desks.len();
        self.enrol(CHAIR, place, member);
        let device = self.desks[place].device();
        self.desks[ANNE].countersign(device).unwrap();
        self.exchange();
        self.desks[place].ensure_own_key().unwrap();
        self.exchange();
        place
    }

    /// A further computer that a member adds on their own; answers its place.
    pub fn own_computer(&mut self, of: usize) -> usize {
        self.folders.push(tempfile::tempdir().unwrap());
        let (place, member) = (self.desks.len(), self.desks[of].me().unwrap());
        self.enrol(of, place, member);
        place
    }

    /// Somebody who joins later, confirmed by a second person; answers their place.
    pub fn newcomer(&mut self, name: &str, college: Option<&str>) -> usize {
        let profile = Profile { name: name.to_owned(), ..Profile::default() };
        let member = self.desks[CHAIR].add_member(&profile, college).unwrap();
        self.another_computer(member)
    }

    fn enrol(&mut self, by: usize, place: usize, member: MemberId) {
        let env = environment(place, &self.clock);
        let inviter = &mut self.desks[by];
        let invitation = inviter.invite(member).unwrap();
        let secrets = DeviceSecrets::draw(&mut env.chance());
        let store =
            Store::create(&Folder::new(self.folders[place].path()), &DatabaseKey::from_bytes([7; 32]))
                .unwrap();
        let charters: Vec<SignedCharter> =
            inviter.charters.charters().iter().map(|(signed, _)| signed.clone()).collect();
        Desk::equip(&store, &secrets, &charters).unwrap();
        let join =
            SignedJoin::make(inviter.institute(), &invitation.secret, &secrets.keys(), &secrets.signer);
        let waiting = WaitingJoin {
            invite: invitation.secret.id().0,
            received: self.clock.load(Ordering::Relaxed),
            join: Join { request: join.request.clone(), signature: join.signature, mac: join.code },
            step: JoinStep::Waiting,
        };
        inviter.add_device(&waiting, &join.digits().to_string()).unwrap();
        self.desks.push(Desk::open(env, store).unwrap());
        self.exchange();
    }

    /// The present moment of every clock.
    pub fn now(&self) -> Moment {
        Moment(self.clock.load(Ordering::Relaxed))
    }

    /// Every clock moves on.
    pub fn pass(&self, milliseconds: u64) {
        self.clock.fetch_add(milliseconds, Ordering::Relaxed);
    }

    /// Every desk sends what it has, and reads what the log has; everything of it counts.
    pub fn exchange(&mut self) {
        let outside = self.pass_on();
        assert!(outside.is_empty(), "{outside:?}");
    }

    /// Every desk sends what it has, and reads what the log has. Answers what does not count, as the first desk judges
    /// it: all judge alike.
    pub fn pass_on(&mut self) -> Vec<(MemberId, Standing)> {
        for desk in &self.desks {
            for kept in desk.store.read(|read| read.unsent()).unwrap() {
                let received = Moment(self.clock.fetch_add(1000, Ordering::Relaxed));
                self.log.push((kept.parts, received));
            }
        }
        let mut outside: Vec<Vec<(MemberId, Standing)>> = Vec::new();
        for desk in &mut self.desks {
            outside.push(Vec::new());
            let from = desk.store.read(|read| read.log_size()).unwrap();
            let mut replay = desk.state.confirmed.replay.clone();
            for (index, (parts, received)) in (0..).zip(&self.log).skip(usize::try_from(from).unwrap()) {
                let batch = replay.verify(parts.clone()).unwrap().unwrap();
                let judged = replay.take(&batch, index, *received);
                let not = judged.into_iter().filter(|one| one.standing != Standing::InForce);
                outside.last_mut().unwrap().extend(not.map(|one| (one.member, one.standing)));
                desk.store.write(|write| write.append_entry(index, *received, &batch)).unwrap();
            }
            desk.rebuild().unwrap();
        }
        assert!(outside.windows(2).all(|pair| pair[0] == pair[1]), "{outside:?}");
        outside.swap_remove(0)
    }

    /// Every member says that nothing links them to a dossier.
    pub fn all_declare_nothing(&mut self, dossier: DossierId) {
        for desk in &mut self.desks {
            let action =
                Action::Interests { dossier, declaration: Declaration::Nothing, details: Default::default() };
            desk.act(vec![Intent::clear(action)]).unwrap();
        }
        self.exchange();
    }

    /// The sealed pieces of evidence reach every desk, as ciphertext.
    pub fn carry_files(&mut self, dossier: DossierId) {
        let (others, own) = self.desks.split_at_mut(SECRETARIAT);
        for file in own[0].store.read(|read| read.files(dossier)).unwrap() {
            let leaves = own[0].store.read(|read| read.leaves(&file.root)).unwrap().unwrap();
            let chunks = own[0].store.chunks(&file.root, 0..file.chunks).unwrap();
            for desk in others.iter_mut() {
                desk.store.write(|write| write.add_file(&file)).unwrap();
                desk.store.write(|write| write.put_leaves(&file.root, &leaves)).unwrap();
                for (place, chunk) in (0..).zip(&chunks) {
                    desk.store.put_chunk(&file.root, place, chunk).unwrap();
                }
            }
        }
    }

    /// One more file of evidence reaches every desk, under the digest that its manifest claims.
    pub fn lay_evidence(&mut self, dossier: DossierId, plain: &[u8], claimed: Option<[u8; 32]>) -> String {
        let own = &mut self.desks[SECRETARIAT];
        let number = own.evidence(dossier).unwrap().len() as u64 + 1;
        let sealed = own.seal_file(plain).unwrap();
        let digest = claimed.unwrap_or_else(|| sha256(plain));
        let item = EvidenceItem {
            place: sealed.place.clone(),
            sha256: digest,
            media: "application/pdf".into(),
            name: "more.pdf".into(),
            title: String::new(),
            kind: String::new(),
            number,
            criteria: Vec::new(),
            beside: Beside::default(),
        };
        own.keep_file(dossier, &item, sealed).unwrap();
        let action = Action::Sealed { kind: ActionKind::Evidence, objects: vec![dossier.0] };
        own.act(vec![Intent::group(action, GroupId::of_dossier(dossier), item.encode())]).unwrap();
        self.exchange();
        self.carry_files(dossier);
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn environment(seed: usize, clock: &Arc<AtomicU64>) -> Environment {
    let clock = Arc::clone(clock);
    let mut drawn = 0_u64;
    let fill = move |bytes: &mut [u8]| {
        for byte in bytes.chunks_mut(32) {
            let block = sha256(&[&drawn.to_be_bytes()[..], &seed.to_be_bytes()].concat());
            drawn += 1;
            byte.iter_mut().zip(block).for_each(|(to, from)| *to = from);
        }
    };
    Environment::new(move || Moment(clock.load(Ordering::Relaxed)), fill, Arc::new(NoKeyring))
}

/// The founder's desk, as founding makes it, without a registry to tell.
fn founder(env: Environment, folder: &Path) -> Desk {
    let mut chance = env.chance();
    let member = MemberId(env.draw_id());
    let (secrets, officer) = (DeviceSecrets::draw(&mut chance), SecretSigner::draw(&mut chance));
    let key = sceau_certificate::seal::SealKey::from_seed(&[9; 32]).unwrap();
    let authority = sceau_certificate::seal::authority(
        &key,
        &sceau_certificate::seal::AuthorityProfile {
            name: "Autorité de cachet".into(),
            organisation: "Institut d’essai".into(),
            country: "FR".into(),
            serial: [1; 16],
            from: env.now(),
            until: env.now().plus(12 * 365 * 86_400_000),
        },
    )
    .unwrap();
    let charter = Charter {
        version: 1,
        previous: [0; 32],
        name: "Institut d’essai".into(),
        officers: vec![Officer { member, key: officer.public() }],
        k: 1,
        log: LogIdentity {
            origin: "registre.example/sceau/1".into(),
            log_key: [1; 32],
            clock_key: [2; 32],
            url: "https://registre.example".into(),
            receive_key: [3; 32],
        },
        seal_ca: vec![sha256(&authority)],
        minimum_version: 1,
        from: env.now(),
    };
    let mut signed = SignedCharter::draft(&charter);
    signed.sign(&officer);
    let store = Store::create(&Folder::new(folder), &DatabaseKey::from_bytes([7; 32])).unwrap();
    Desk::equip(&store, &secrets, std::slice::from_ref(&signed)).unwrap();
    let kept: [(&str, Vec<u8>); 4] = [
        (secret::MEMBER, member.0.to_vec()),
        (secret::OFFICER, officer.seed().to_vec()),
        (SEAL_AUTHORITY, authority),
        (SEAL_AUTHORITY_KEY, key.to_pkcs8().unwrap()),
    ];
    for (name, bytes) in kept {
        store.write(|write| write.put_secret(name, &bytes)).unwrap();
    }
    let mut desk = Desk::open(env, store).unwrap();
    let keys = desk.secrets.keys();
    let request = JoinRequest { institute: desk.institute(), invite: InviteId([0; 16]), keys }.encode();
    let signature = sign(&desk.secrets.signer, Purpose::Join, &request);
    let facts = CharterFacts {
        digest: signed.hash(),
        previous: charter.previous,
        version: 1,
        name: charter.name.clone(),
        officers: [(member, officer.public())].into(),
        threshold: 1,
        signers: signed.signatures.keys().copied().collect(),
    };
    let device = Action::DeviceAdd {
        member,
        device: desk.device(),
        signing: keys.sign,
        receiving: keys.receive,
        invite: None,
    };
    desk.act(vec![
        Intent { action: Action::Charter(facts), body: Body::Signed(signed.encode()) },
        Intent::clear(Action::Member { member, college: Some("clinicians".into()) }),
        Intent::clear(Action::Role { member, role: Role::Chair, granted: true }),
        Intent {
            action: device,
            body: Body::Signed(SignedJoin { request, signature, code: [0; 32] }.encode()),
        },
    ])
    .unwrap();
    desk.new_key(GroupId::of_board(&desk.institute())).unwrap();
    desk.ensure_own_key().unwrap();
    desk
}
