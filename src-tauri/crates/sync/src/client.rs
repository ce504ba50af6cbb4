//! The half that speaks HTTP. It judges nothing but the form of what comes back: the right type, the right size, one
//! deterministic body, or a problem with a code of ours. What the content is worth, [`crate::engine`] says.
//!
//! The keys decide who answers, not the host: whatever address is dialled, signed requests name the charter's origin.
//! The program installs the provider for TLS (ring) before the first client is made.

use core::time::Duration;

use reqwest::Method;
use sceau_domain::id::{DeviceId, Institute, MemberId};
use sceau_domain::moment::Moment;
use sceau_ledger::sign::Signer;
use sceau_ledger::tree::Hash;
use sceau_protocol::coverage::Coverage;
use sceau_protocol::file::{Leaves, Missing};
use sceau_protocol::institute::{Founding, InstituteAnswer};
use sceau_protocol::join::{Join, JoinState, Joins};
use sceau_protocol::profile::{ParcelsAnswer, ParcelsRequest, Profiles};
use sceau_protocol::sync::{SyncAnswer, SyncRequest};
use sceau_protocol::{BYTES, CBOR, decode, encode, limits, path};
use url::{Host, Url};

use exchange::{Ask, PATIENCE};

use crate::engine::Reply;
use crate::error::Failure;

mod exchange;

/// Largest answer with a log in it: all entries come, whatever their number (a board's year is about 3 MiB).
const LOG_ANSWER: usize = 64 << 20;
/// Largest answer of any other kind that is read into records.
const RECORDS: usize = 8 << 20;

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

    /// In what order the caller may read what they still owe a sheet.
    ///
    /// # Errors
    /// No usable answer, or the registry's reason.
    pub async fn coverage(&self, caller: &Caller<'_>, now: Moment) -> Result<Coverage, Failure> {
        read(&self.signed(&Ask::get(path::COVERAGE, RECORDS), caller, now).await?.0)
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
}

fn read<T>(body: &[u8]) -> Result<T, Failure>
where
    T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>,
{
    decode(body).map_err(|_| Failure::Unreadable)
}

#[cfg(test)]
mod tests;
