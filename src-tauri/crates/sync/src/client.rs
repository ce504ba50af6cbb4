//! The half that speaks HTTP. It judges nothing but the form of what comes back: the right type, the right size, one
//! deterministic body, or a problem with a code of ours. What the content is worth, [`crate::engine`] says.
//!
//! The keys decide who answers, not the host: whatever address is dialled, signed requests name the charter's origin.
//! The program installs the provider for TLS (ring) before the first client is made.

use core::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use reqwest::{Method, Response};
use sceau_domain::id::{DeviceId, Institute, MemberId};
use sceau_domain::moment::Moment;
use sceau_ledger::request::{Asked, Authorization};
use sceau_ledger::sign::Signer;
use sceau_ledger::tree::Hash;
use sceau_protocol::file::{Leaves, Missing};
use sceau_protocol::institute::{Founding, InstituteAnswer};
use sceau_protocol::join::{Join, JoinState, Joins};
use sceau_protocol::profile::{ParcelsAnswer, ParcelsRequest, Profiles};
use sceau_protocol::sync::{SyncAnswer, SyncRequest};
use sceau_protocol::{BYTES, CBOR, Code, PROBLEM, Problem, decode, encode, limits, path};
use tokio::time::timeout;
use url::{Host, Url};

use crate::engine::Reply;
use crate::error::Failure;

/// How long a connection may take to stand, and how long a standing one may be silent.
const PATIENCE: Duration = Duration::from_secs(30);
/// The slowest line that is still waited for while a body goes up, in bytes a second.
const SLOWEST: u64 = 8 << 10;
/// Largest answer with a log in it: all entries come, whatever their number (a board's year is about 3 MiB).
const LOG_ANSWER: usize = 64 << 20;
/// Largest answer of any other kind that is read into records.
const RECORDS: usize = 8 << 20;
/// Largest problem that is read.
const PROBLEM_BYTES: usize = 64 << 10;

/// Who asks: a device of a member of an institute.
#[derive(Clone, Copy)]
pub struct Caller<'c> {
    /// The institute.
    pub institute: &'c Institute,
    /// The host in the charter's origin.
    pub host: &'c str,
    /// The device.
    pub device: DeviceId,
    /// Its key.
    pub signer: &'c (dyn Signer + Sync),
}

/// A connection to one registry.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    /// Scheme, host and port; without a slash at the end.
    base: String,
    /// How long silence is borne.
    patience: Duration,
}

struct Ask<'a> {
    method: Method,
    path: &'a str,
    media: &'static str,
    body: Vec<u8>,
    /// The type that the answer must have; `None` when its body does not matter.
    expects: Option<&'static str>,
    limit: usize,
}

impl<'a> Ask<'a> {
    fn get(path: &'a str, limit: usize) -> Self {
        Self { method: Method::GET, path, media: CBOR, body: Vec::new(), expects: Some(CBOR), limit }
    }

    fn put(path: &'a str, media: &'static str, body: Vec<u8>) -> Self {
        Self { method: Method::PUT, path, media, body, expects: None, limit: RECORDS }
    }

    fn post(path: &'a str, body: Vec<u8>, limit: usize) -> Self {
        Self { method: Method::POST, path, media: CBOR, body, expects: Some(CBOR), limit }
    }

    fn bytes(self) -> Self {
        Self { expects: Some(BYTES), ..self }
    }
}

/// What a request brought.
enum Heard {
    Body(Vec<u8>),
    Problem(Problem),
}

impl Client {
    /// A client for an address such as `https://registre.example.org`. Plain HTTP is for this computer alone.
    ///
    /// # Errors
    /// [`Failure::Address`]; [`Failure::NoProvider`] when the program has installed none.
    pub fn new(address: &str) -> Result<Self, Failure> {
        let url = Url::parse(address).map_err(|_| Failure::Address)?;
        let local = match url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        };
        let bare = url.username().is_empty() && url.password().is_none() && url.query().is_none();
        if !bare || !(url.scheme() == "https" || url.scheme() == "http" && local) {
            return Err(Failure::Address);
        }
        // reqwest would panic without one.
        if rustls::crypto::CryptoProvider::get_default().is_none() {
            return Err(Failure::NoProvider);
        }
        let builder = reqwest::Client::builder()
            .connect_timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("sceau/", env!("CARGO_PKG_VERSION")));
        // A proxy for the outside has no business with this computer's own registry.
        let builder = if local { builder.no_proxy() } else { builder };
        let http = builder.build().map_err(|_| Failure::Address)?;
        Ok(Self { http, base: url.as_str().trim_end_matches('/').to_owned(), patience: PATIENCE })
    }

    /// One round of a synchronisation.
    pub async fn sync(&self, caller: &Caller<'_>, request: &SyncRequest, now: Moment) -> Reply {
        let ask = Ask::post(path::SYNC, encode(request), LOG_ANSWER);
        match self.signed(&ask, caller, now).await {
            Ok((body, asked)) => match decode::<SyncAnswer>(&body) {
                Ok(answer) => Reply::Answer { answer: Box::new(answer), asked },
                Err(_) => Reply::Failed(Failure::Unreadable),
            },
            Err(failure) => Reply::Failed(failure),
        }
    }

    /// Charters and checkpoint: all that a stranger needs to pin the institute.
    ///
    /// # Errors
    /// No usable answer.
    pub async fn institute(&self) -> Result<InstituteAnswer, Failure> {
        read(&self.public(&Ask::get(path::INSTITUTE, RECORDS)).await?)
    }

    /// Founds the institute. The answer is that of a first sync: an [`Engine`](crate::Engine) checks it.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn found(&self, founding: &Founding) -> Result<SyncAnswer, Failure> {
        read(&self.public(&Ask::post(path::INSTITUTE, encode(founding), LOG_ANSWER)).await?)
    }

    /// Hands in a join request under its invitation.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn join(&self, invite: &[u8; 16], join: &Join) -> Result<(), Failure> {
        let place = path::join(invite);
        let ask = Ask { expects: None, ..Ask::post(&place, encode(join), RECORDS) };
        self.public(&ask).await.map(drop)
    }

    /// How far a join request is.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn join_state(&self, invite: &[u8; 16]) -> Result<JoinState, Failure> {
        read(&self.public(&Ask::get(&path::join(invite), RECORDS)).await?)
    }

    /// The join requests that wait for the secretariat.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn joins(&self, caller: &Caller<'_>, now: Moment) -> Result<Joins, Failure> {
        read(&self.signed(&Ask::get(path::JOINS, RECORDS), caller, now).await?.0)
    }

    /// Parcels by hash. The laptop recognises each by its hash: none is believed here.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn parcels(
        &self,
        caller: &Caller<'_>,
        request: &ParcelsRequest,
        now: Moment,
    ) -> Result<ParcelsAnswer, Failure> {
        read(&self.signed(&Ask::post(path::PARCELS, encode(request), LOG_ANSWER), caller, now).await?.0)
    }

    /// The digests of all profiles.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn profiles(&self, caller: &Caller<'_>, now: Moment) -> Result<Profiles, Failure> {
        read(&self.signed(&Ask::get(path::PROFILES, RECORDS), caller, now).await?.0)
    }

    /// A member's sealed profile.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn profile(&self, caller: &Caller<'_>, of: MemberId, now: Moment) -> Result<Vec<u8>, Failure> {
        let place = path::profile(&of.0);
        Ok(self.signed(&Ask::get(&place, limits::PROFILE).bytes(), caller, now).await?.0)
    }

    /// Puts a member's sealed profile on the table.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn put_profile(
        &self,
        caller: &Caller<'_>,
        of: MemberId,
        sealed: Vec<u8>,
        now: Moment,
    ) -> Result<(), Failure> {
        self.signed(&Ask::put(&path::profile(&of.0), BYTES, sealed), caller, now).await.map(drop)
    }

    /// Erases a member's profile.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn erase_profile(&self, caller: &Caller<'_>, of: MemberId, now: Moment) -> Result<(), Failure> {
        let place = path::profile(&of.0);
        let ask = Ask { method: Method::DELETE, expects: None, ..Ask::get(&place, RECORDS) };
        self.signed(&ask, caller, now).await.map(drop)
    }

    /// The list of a file's chunks goes up, before any of them.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn put_leaves(
        &self,
        caller: &Caller<'_>,
        file: &Hash,
        leaves: &Leaves,
        now: Moment,
    ) -> Result<(), Failure> {
        self.signed(&Ask::put(&path::leaves(file), CBOR, encode(leaves)), caller, now).await.map(drop)
    }

    /// The list of a file's chunks.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn leaves(&self, caller: &Caller<'_>, file: &Hash, now: Moment) -> Result<Leaves, Failure> {
        read(&self.signed(&Ask::get(&path::leaves(file), limits::LEAVES), caller, now).await?.0)
    }

    /// What the registry lacks of a file.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn missing(&self, caller: &Caller<'_>, file: &Hash, now: Moment) -> Result<Missing, Failure> {
        read(&self.signed(&Ask::get(&path::missing(file), RECORDS), caller, now).await?.0)
    }

    /// A sealed chunk goes up.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn put_chunk(
        &self,
        caller: &Caller<'_>,
        file: &Hash,
        index: u32,
        sealed: Vec<u8>,
        now: Moment,
    ) -> Result<(), Failure> {
        self.signed(&Ask::put(&path::chunk(file, index), BYTES, sealed), caller, now).await.map(drop)
    }

    /// A sealed chunk comes down. [`crate::transfer::Download`] says whether it is the right one.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn chunk(
        &self,
        caller: &Caller<'_>,
        file: &Hash,
        index: u32,
        now: Moment,
    ) -> Result<Vec<u8>, Failure> {
        let place = path::chunk(file, index);
        Ok(self.signed(&Ask::get(&place, limits::CHUNK).bytes(), caller, now).await?.0)
    }

    /// A public document (a certificate) goes up, under its SHA-256.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn put_document(
        &self,
        caller: &Caller<'_>,
        sha256: &Hash,
        pdf: Vec<u8>,
        now: Moment,
    ) -> Result<(), Failure> {
        self.signed(&Ask::put(&path::document(sha256), BYTES, pdf), caller, now).await.map(drop)
    }

    async fn public(&self, ask: &Ask<'_>) -> Result<Vec<u8>, Failure> {
        match self.exchange(ask, None).await? {
            Heard::Body(body) => Ok(body),
            Heard::Problem(problem) => Err(refused(&problem)),
        }
    }

    /// Signs and sends. When the registry's clock says otherwise, once more with its time: no event is touched by that,
    /// only the request. Gives the body and the time under which it was asked.
    async fn signed(
        &self,
        ask: &Ask<'_>,
        caller: &Caller<'_>,
        now: Moment,
    ) -> Result<(Vec<u8>, Moment), Failure> {
        let mut at = now;
        for last in [false, true] {
            let asked = Asked {
                institute: caller.institute,
                host: caller.host,
                method: ask.method.as_str(),
                path: ask.path,
                body: &ask.body,
            };
            let header = Authorization::make(&asked, caller.device, at, caller.signer).to_header();
            match self.exchange(ask, Some(header)).await? {
                Heard::Body(body) => return Ok((body, at)),
                Heard::Problem(problem) if problem.code == Code::Clock.code() => {
                    let registry = Moment(problem.time);
                    if last {
                        return Err(Failure::Clock { registry });
                    }
                    tracing::warn!(here = now.0, registry = registry.0, "the clocks differ; asking again");
                    at = registry;
                }
                Heard::Problem(problem) => return Err(refused(&problem)),
            }
        }
        Err(Failure::Clock { registry: at })
    }

    async fn exchange(&self, ask: &Ask<'_>, authorization: Option<String>) -> Result<Heard, Failure> {
        let mut request = self.http.request(ask.method.clone(), format!("{}{}", self.base, ask.path));
        request = request.header(ACCEPT, ask.expects.unwrap_or("*/*"));
        if let Some(authorization) = authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        if !ask.body.is_empty() {
            request = request.header(CONTENT_TYPE, ask.media).body(ask.body.clone());
        }
        let upload = Duration::from_secs((ask.body.len() as u64).div_ceil(SLOWEST));
        let sent = timeout(self.patience.saturating_add(upload), request.send());
        let response = sent.await.map_err(|_| Failure::TimedOut)?.map_err(|error| classify(&error))?;
        let status = response.status();
        if status.is_redirection() {
            return Err(Failure::Redirected);
        }
        let media = media_of(&response);
        if status.is_success() {
            let right = ask.expects.is_none_or(|expected| media == expected);
            return if right {
                Ok(Heard::Body(self.body(response, ask.limit).await?))
            } else {
                Err(Failure::NotTheRegistry { status: status.as_u16() })
            };
        }
        let stranger = Failure::NotTheRegistry { status: status.as_u16() };
        if media != PROBLEM {
            return Err(stranger);
        }
        let bytes = self.body(response, PROBLEM_BYTES).await?;
        Problem::from_json(&bytes).map(Heard::Problem).ok_or(stranger)
    }

    /// The body, cut off neither by the network nor by its size. What was compressed counts as it unfolds.
    async fn body(&self, mut response: Response, limit: usize) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        loop {
            let chunk = timeout(self.patience, response.chunk()).await.map_err(|_| Failure::TimedOut)?;
            let Some(chunk) = chunk.map_err(|error| classify(&error))? else { return Ok(bytes) };
            if bytes.len().saturating_add(chunk.len()) > limit {
                return Err(Failure::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
    }
}

fn media_of(response: &Response) -> String {
    let value =
        response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn refused(problem: &Problem) -> Failure {
    match Code::from_code(&problem.code) {
        Some(code) => Failure::Refused(code),
        None => Failure::RefusedOtherwise(problem.code.chars().take(80).collect()),
    }
}

fn classify(error: &reqwest::Error) -> Failure {
    if error.is_timeout() {
        Failure::TimedOut
    } else if error.is_redirect() {
        Failure::Redirected
    } else if error.is_body() || error.is_decode() {
        Failure::Truncated
    } else if error.is_builder() {
        Failure::Address
    } else {
        Failure::Unreachable
    }
}

fn read<T>(body: &[u8]) -> Result<T, Failure>
where
    T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>,
{
    decode(body).map_err(|_| Failure::Unreadable)
}

#[cfg(test)]
mod tests;
