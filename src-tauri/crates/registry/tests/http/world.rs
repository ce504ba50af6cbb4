//! A registry on a port of the loopback with a clock that tests move, and people with keys.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use minicbor::Encode;
use rand_core::UnwrapErr;
use reqwest::{Client, Method, Response};
use sceau_domain::action::Action;
use sceau_domain::id::{DossierId, Institute, InviteId, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::role::Role;
use sceau_ledger::batch::Seen;
use sceau_ledger::build::{BatchBuilder, Door, Draft};
use sceau_ledger::charter::{Charter, LogIdentity, Officer, SignedCharter};
use sceau_ledger::device::{DeviceSecrets, InviteSecret, JoinRequest, SignedJoin};
use sceau_ledger::encoding::Record as _;
use sceau_ledger::group::GroupKey;
use sceau_ledger::payload;
use sceau_ledger::request::{Asked, Authorization};
use sceau_ledger::series::Head;
use sceau_ledger::sign::{Purpose, SecretSigner, Signer as _, sign};
use sceau_protocol::institute::{Card, Founding};
use sceau_protocol::join::Join;
use sceau_protocol::sync::{SentBatch, SyncAnswer, SyncRequest};
use sceau_protocol::{Problem, decode, encode, path};
use sceau_registry::settings::{Rates, Settings};
use sceau_registry::{Registry, router};

pub const START: u64 = 1_795_305_600_000;
const ORIGIN: &str = "registre.example.org/sceau/1";

pub fn chance() -> UnwrapErr<getrandom::SysRng> {
    UnwrapErr(getrandom::SysRng)
}

pub fn draw() -> [u8; 16] {
    let mut bytes = [0; 16];
    rand_core::Rng::fill_bytes(&mut chance(), &mut bytes);
    bytes
}

/// Somebody with one device.
pub struct Person {
    pub member: MemberId,
    pub secrets: DeviceSecrets,
    pub head: Head,
}

impl Person {
    pub fn new() -> Self {
        let secrets = DeviceSecrets::draw(&mut chance());
        Self { member: MemberId(draw()), secrets, head: Head::start() }
    }

    /// The key with which this person signs charters.
    pub fn officer(&self) -> SecretSigner {
        SecretSigner::from_seed(&sceau_ledger::tree::sha256(&self.member.0))
    }

    fn builder(&self, institute: Institute) -> BatchBuilder {
        BatchBuilder::new(institute, self.member, self.secrets.id(), self.head, Seen::nothing(1))
    }

    fn close(&mut self, builder: BatchBuilder) -> SentBatch {
        let (parts, head) = builder.close(&self.secrets.signer, &mut chance()).expect("a batch");
        self.head = head;
        parts.into()
    }

    /// A batch of acts; those that are records of their own bring their bytes.
    pub fn signed(&mut self, institute: Institute, acts: Vec<(Action, Option<Vec<u8>>)>) -> SentBatch {
        let mut builder = self.builder(institute);
        for (action, bytes) in acts {
            let draft = Draft {
                at: Moment(START),
                kind: action.kind().code(),
                version: payload::VERSION,
                objects: action.objects(),
                payload: bytes.unwrap_or_else(|| payload::encode(&action)),
            };
            builder.push(draft, &Door::clear()).expect("room");
        }
        self.close(builder)
    }

    pub fn act(&mut self, institute: Institute, acts: Vec<Action>) -> SentBatch {
        self.signed(institute, acts.into_iter().map(|act| (act, None)).collect())
    }

    /// A draft that only this person's own devices can read.
    pub fn draft(&mut self, institute: Institute, dossier: DossierId) -> SentBatch {
        let key = GroupKey::draw(&mut chance());
        let mut builder = self.builder(institute);
        let draft = Draft {
            at: Moment(START),
            kind: 200,
            version: payload::VERSION,
            objects: vec![dossier.0],
            payload: b"half a thought".to_vec(),
        };
        builder.push(draft, &Door::own(key.name(&institute), key.class())).expect("room");
        self.close(builder)
    }

    /// The request of a new laptop.
    pub fn join(&self, institute: Institute, secret: &InviteSecret) -> SignedJoin {
        SignedJoin::make(institute, secret, &self.secrets.keys(), &self.secrets.signer)
    }
}

/// A running registry.
pub struct World {
    pub dir: tempfile::TempDir,
    pub clock: Arc<AtomicU64>,
    pub url: String,
    pub institute: Institute,
    pub founder: Person,
    pub client: Client,
    pub founding: Founding,
    task: tokio::task::JoinHandle<()>,
}

pub fn client() -> Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().no_proxy().build().expect("a client")
}

pub async fn listen(dir: &Path, clock: &Arc<AtomicU64>) -> (String, tokio::task::JoinHandle<()>) {
    let ticking = Arc::clone(clock);
    let registry =
        Registry::open(dir, Arc::new(move || Moment(ticking.load(Ordering::SeqCst)))).expect("opens");
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let service = router(Arc::new(registry)).into_make_service_with_connect_info::<SocketAddr>();
    let task = tokio::spawn(async move { axum::serve(listener, service).await.expect("serves") });
    (url, task)
}

/// Charter 1 and the founder's first batch.
pub fn founding(founder: &mut Person, card: &Card, token: &str) -> (Institute, Founding) {
    let officer = founder.officer();
    let log: LogIdentity = card.identity();
    let charter = Charter {
        version: 1,
        previous: [0; 32],
        name: "Institut d'essai <b>".to_owned(),
        officers: vec![Officer { member: founder.member, key: officer.public() }],
        k: 1,
        log,
        seal_ca: Vec::new(),
        minimum_version: 1,
        from: Moment(START),
    };
    let mut signed = SignedCharter::draft(&charter);
    signed.sign(&officer);
    let institute = Institute(signed.hash());
    let keys = founder.secrets.keys();
    let request = JoinRequest { institute, invite: InviteId([0; 16]), keys }.encode();
    let signature = sign(&founder.secrets.signer, Purpose::Join, &request);
    let join = SignedJoin { request, signature, code: [0; 32] };
    let member = founder.member;
    let add = Action::DeviceAdd {
        member,
        device: keys.id(),
        signing: keys.sign,
        receiving: keys.receive,
        invite: None,
    };
    let facts = sceau_domain::action::CharterFacts {
        digest: signed.hash(),
        previous: [0; 32],
        version: 1,
        name: charter.name.clone(),
        officers: charter.officers.iter().map(|officer| (officer.member, officer.key)).collect(),
        threshold: 1,
        signers: signed.signatures.keys().copied().collect(),
    };
    let batch = founder.signed(
        institute,
        vec![
            (Action::Charter(facts), Some(signed.encode())),
            (Action::Member { member, college: Some("clinicians".to_owned()) }, None),
            (Action::Role { member, role: Role::Chair, granted: true }, None),
            (add, Some(join.encode())),
        ],
    );
    (institute, Founding { token: token.to_owned(), charter: signed.encode(), batches: vec![batch] })
}

impl World {
    /// A registry with an institute.
    pub async fn founded() -> Self {
        Self::founded_at(Rates::default()).await
    }

    /// A registry with an institute, which may be asked this often.
    pub async fn founded_at(limits: Rates) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let place = dir.path().join("registry");
        let loopback = SocketAddr::from(([127, 0, 0, 1], 0));
        let settings = Settings::new(ORIGIN, "http://127.0.0.1:47320", loopback).expect("settings");
        let settings = Settings { limits, ..settings };
        let prepared = Registry::init(&place, &settings, &mut chance()).expect("prepared");
        let clock = Arc::new(AtomicU64::new(START));
        let (url, task) = listen(&place, &clock).await;
        let mut founder = Person::new();
        let card = Card::parse(&prepared.card).expect("a card");
        let (institute, founding) = founding(&mut founder, &card, &prepared.token);
        let world = Self { dir, clock, url, institute, founder, client: client(), founding, task };
        let response = world.post("/v1/institute", encode(&world.founding), None).await;
        assert_eq!(response.status(), 200, "{}", response.text().await.unwrap_or_default());
        world
    }

    /// Stops the server and starts another on the same folder.
    pub async fn restart(&mut self) {
        self.task.abort();
        let _ = (&mut self.task).await;
        let (url, task) = listen(&self.dir.path().join("registry"), &self.clock).await;
        (self.url, self.task) = (url, task);
    }

    pub fn pass(&self, milliseconds: u64) {
        self.clock.fetch_add(milliseconds, Ordering::SeqCst);
    }

    pub fn now(&self) -> u64 {
        self.clock.load(Ordering::SeqCst)
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: Vec<u8>,
        who: Option<&Person>,
        at: u64,
    ) -> Response {
        let mut request = self.client.request(method.clone(), format!("{}{path}", self.url));
        if let Some(person) = who {
            let asked = Asked {
                institute: &self.institute,
                host: "registre.example.org",
                method: method.as_str(),
                path,
                body: &body,
            };
            let word = Authorization::make(&asked, person.secrets.id(), Moment(at), &person.secrets.signer);
            request = request.header("authorization", word.to_header());
        }
        request.body(body).send().await.expect("an answer")
    }

    pub async fn get(&self, path: &str, who: Option<&Person>) -> Response {
        self.send(Method::GET, path, Vec::new(), who, self.now()).await
    }

    pub async fn post(&self, path: &str, body: Vec<u8>, who: Option<&Person>) -> Response {
        self.send(Method::POST, path, body, who, self.now()).await
    }

    pub async fn put(&self, path: &str, body: Vec<u8>, who: Option<&Person>) -> Response {
        self.send(Method::PUT, path, body, who, self.now()).await
    }

    pub async fn sync(&self, who: &Person, batches: Vec<SentBatch>) -> SyncAnswer {
        self.pull(who, SyncRequest { batches, ..empty() }).await
    }

    pub async fn pull(&self, who: &Person, asked: SyncRequest) -> SyncAnswer {
        let response = self.post(path::SYNC, encode(&asked), Some(who)).await;
        assert_eq!(response.status(), 200);
        read(response).await
    }

    /// Charter 2: the founder and two more are officers, two of whom act together.
    pub async fn second_charter(&mut self, others: [&Person; 2]) {
        let first = SignedCharter::decode(&self.founding.charter).expect("charter 1");
        let before = Charter::decode(&first.record).expect("its record");
        let people = [&self.founder, others[0], others[1]];
        let officers: Vec<Officer> = people
            .iter()
            .map(|person| Officer { member: person.member, key: person.officer().public() })
            .collect();
        let charter = Charter { version: 2, previous: first.hash(), officers, k: 2, ..before };
        let mut signed = SignedCharter::draft(&charter);
        people.iter().for_each(|person| signed.sign(&person.officer()));
        let facts = sceau_domain::action::CharterFacts {
            digest: signed.hash(),
            previous: charter.previous,
            version: 2,
            name: charter.name.clone(),
            officers: charter.officers.iter().map(|officer| (officer.member, officer.key)).collect(),
            threshold: 2,
            signers: signed.signatures.keys().copied().collect(),
        };
        let batch =
            self.founder.signed(self.institute, vec![(Action::Charter(facts), Some(signed.encode()))]);
        accepted(&self.sync(&self.founder, vec![batch]).await);
    }

    /// Invites, joins and vouches for a new member; with one officer no second person is needed.
    pub async fn member(&mut self, college: Option<&str>) -> Person {
        let person = Person::new();
        let secret = InviteSecret::draw(&mut chance());
        let member = person.member;
        let expires = Moment(self.now() + 1_000_000);
        let invite = Action::Invite { member, invite: secret.id(), expires };
        let college = college.map(str::to_owned);
        let batch = self.founder.act(self.institute, vec![Action::Member { member, college }, invite]);
        accepted(&self.sync(&self.founder, vec![batch]).await);
        let join = person.join(self.institute, &secret);
        let sent = Join { request: join.request.clone(), signature: join.signature, mac: join.code };
        let response = self.post(&path::join(&secret.id().0), encode(&sent), None).await;
        assert_eq!(response.status(), 200);
        let keys = person.secrets.keys();
        let add = Action::DeviceAdd {
            member,
            device: keys.id(),
            signing: keys.sign,
            receiving: keys.receive,
            invite: Some(secret.id()),
        };
        let batch = self.founder.signed(self.institute, vec![(add, Some(join.encode()))]);
        accepted(&self.sync(&self.founder, vec![batch]).await);
        person
    }
}

pub fn empty() -> SyncRequest {
    SyncRequest { root: sceau_ledger::tree::empty_root(), ..SyncRequest::default() }
}

pub fn accepted(answer: &SyncAnswer) {
    for outcome in &answer.outcomes {
        assert_eq!((outcome.code.as_deref(), outcome.receipt.is_some()), (None, true));
    }
}

pub async fn read<T>(response: Response) -> T
where
    T: Encode<()> + for<'b> minicbor::Decode<'b, ()>,
{
    decode(&response.bytes().await.expect("a body")).expect("what was asked")
}

pub async fn problem(response: Response) -> (u16, String) {
    let status = response.status().as_u16();
    let body = response.bytes().await.expect("a body");
    let problem = Problem::from_json(&body).unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&body)));
    assert_eq!(problem.status, status);
    (status, problem.code)
}
