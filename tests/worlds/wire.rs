//! A registry inside this process, with a clock that is moved and a seeded source, and an ear on its wire: who asked
//! what, and how many bytes went each way.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use sceau_app::environment::{Environment, NoKeyring};
use sceau_domain::moment::Moment;
use sceau_ledger::tree::sha256;
use sceau_protocol::institute::Card;
use sceau_registry::settings::Settings;
use sceau_registry::{Registry, router};
use sceau_tests::registry_process::Prepared;

/// The clock of a world: it stands still until the story moves it.
pub type Clock = Arc<AtomicU64>;

/// Clock and randomness that are the same in every world.
pub fn environment(clock: &Clock, seed: &str) -> Environment {
    let (clock, seed) = (Arc::clone(clock), seed.to_owned());
    let mut drawn = 0_u64;
    let fill = move |bytes: &mut [u8]| {
        for part in bytes.chunks_mut(32) {
            let block = sha256(&[&drawn.to_be_bytes()[..], seed.as_bytes()].concat());
            drawn += 1;
            part.iter_mut().zip(block).for_each(|(to, from)| *to = from);
        }
    };
    Environment::new(move || Moment(clock.load(Ordering::Relaxed)), fill, Arc::new(NoKeyring))
}

/// One exchange of messages, as whoever taps the line sees it. Bodies are weighed before compression: sealed bytes
/// look random and do not compress, so what is left over says nothing about what they hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// The device that signed, or nobody.
    pub device: String,
    /// Method and path.
    pub asked: String,
    /// Bytes sent.
    pub sent: usize,
    /// Status and bytes of the answer, headers included.
    pub answered: (u16, usize),
}

/// A registry that runs until it is dropped.
pub struct Wired {
    pub registry: Arc<Registry>,
    pub port: u16,
    ear: Arc<Ear>,
    handle: axum_server::Handle<SocketAddr>,
}

/// What is heard, and what is given away on purpose: a header of so many bytes in answers to one device.
#[derive(Default)]
struct Ear {
    messages: Mutex<Vec<Message>>,
    leak: Mutex<(String, usize)>,
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes the folder of a registry that will answer on this listener.
pub fn prepare(folder: &Path, listener: &TcpListener, clock: &Clock) -> Prepared {
    let listen = listener.local_addr().unwrap();
    let settings = Settings::new("registre.essai.example/sceau/1", &format!("http://{listen}"), listen);
    let made = Registry::init(folder, &settings.unwrap(), &mut environment(clock, "registry").chance());
    let made = made.unwrap();
    Prepared { card: Card::parse(&made.card).unwrap(), token: made.token }
}

/// Listens on a free port of the loopback.
pub fn listener() -> TcpListener {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    listener
}

impl Wired {
    /// Serves the registry of a folder on the runtime that calls.
    pub fn start(folder: &Path, listener: TcpListener, clock: &Clock) -> Self {
        let now = Arc::clone(clock);
        let registry = Registry::open(folder, Arc::new(move || Moment(now.load(Ordering::Relaxed))));
        let registry = Arc::new(registry.unwrap());
        let ear = Arc::new(Ear::default());
        let listening = Arc::clone(&ear);
        let app = router(Arc::clone(&registry)).layer(from_fn(move |request: Request, next: Next| {
            let ear = Arc::clone(&listening);
            async move { overhear(request, next, &ear).await }
        }));
        let port = listener.local_addr().unwrap().port();
        let handle = axum_server::Handle::new();
        let server = axum_server::from_tcp(listener).unwrap().handle(handle.clone());
        tokio::spawn(server.serve(app.into_make_service_with_connect_info::<SocketAddr>()));
        Self { registry, port, ear, handle }
    }

    /// What crossed since the last time, in an order that does not depend on which answer came first.
    pub fn overheard(&self) -> Vec<Message> {
        let mut messages = std::mem::take(&mut *held(&self.ear.messages));
        messages.sort();
        messages
    }

    /// From now on answers to a device carry so many bytes more: a leak on the line.
    pub fn give_away(&self, device: &str, bytes: usize) {
        *held(&self.ear.leak) = (device.to_owned(), bytes);
    }
}

impl Drop for Wired {
    fn drop(&mut self) {
        self.handle.shutdown();
    }
}

async fn overhear(request: Request, next: Next, ear: &Ear) -> Response {
    let (mut parts, body) = request.into_parts();
    parts.headers.remove(header::ACCEPT_ENCODING);
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let signed = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let device = signed.and_then(|value| value.split(['.', ' ']).nth(1)).unwrap_or("nobody").to_owned();
    let asked = format!("{} {}", parts.method, parts.uri);
    let sent = body.len();
    let answer = next.run(Request::from_parts(parts, Body::from(body))).await;
    let (mut parts, body) = answer.into_parts();
    let leak = held(&ear.leak).clone();
    if leak.0 == device && leak.1 > 0 {
        parts.headers.insert("x-planted", "x".repeat(leak.1).parse().unwrap());
    }
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let headers: usize = parts.headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    let answered = (parts.status.as_u16(), headers + body.len());
    held(&ear.messages).push(Message { device, asked, sent, answered });
    Response::from_parts(parts, Body::from(body))
}
