//! The table of routes: method, path, who may call, how large a body may be, and the function that answers.
//!
//! [`Who`] has no default and no route is made elsewhere, so a route without an answer to "who may call this?" does
//! not compile. Answers are plain functions that may block; the dispatcher runs them beside the network's threads.

mod coverage;
mod dispatch;
mod documents;
mod evidence;
mod health;
mod institute;
mod joins;
mod log;
mod profiles;
pub(crate) mod public;
mod sharing;
mod sync;

use std::net::IpAddr;

use axum::http::Method;
pub use dispatch::router;
use sceau_protocol::{Code, limits};

use crate::answer::Answer;
use crate::caller::Caller;
use crate::failure::Failure;
use crate::registry::Registry;

/// Who may call a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anybody, without a word.
    Anyone,
    /// Anybody, seldom: the work is heavy.
    AnyoneSeldom,
    /// Whoever holds the founding token, which stands in the body.
    Founder,
    /// A laptop with an invitation, whose name stands in the path. Limited by address.
    Invited,
    /// A member's device in force, by its signature.
    Device,
    /// The same, and the member may set the profile that the path names.
    ProfileKeeper,
    /// The same, and the member may read the dossier of the file that the path names.
    DossierReader,
    /// The same, and the member may bring evidence to the dossier of the file.
    EvidenceBringer,
    /// The same, and the member may publish the document that the path names.
    Publisher,
}

/// A route.
#[derive(Debug, Clone)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with its places in braces.
    pub path: &'static str,
    /// Who may call it.
    pub who: Who,
    /// Most bytes of a body.
    pub body: usize,
    /// What answers.
    pub answer: fn(&Registry, &Request) -> Result<Answer, Failure>,
}

/// A request that has passed the door: size, signature and rate are checked.
#[derive(Debug)]
pub struct Request {
    /// The device that asks, on routes for devices.
    pub caller: Option<Caller>,
    /// What stands in the path's places, in order.
    pub places: Vec<String>,
    /// The query, without its question mark.
    pub query: String,
    /// The body, as sent.
    pub body: Vec<u8>,
    /// The body's media type.
    pub kind: String,
    /// Where it came from.
    pub address: IpAddr,
}

impl Request {
    /// The device that asks.
    ///
    /// # Errors
    /// On a route that is not for devices: [`Code::Unsigned`].
    pub fn caller(&self) -> Result<Caller, Failure> {
        Ok(self.caller.ok_or(Code::Unsigned)?)
    }

    /// What stands in a place of the path.
    #[must_use]
    pub fn place(&self, index: usize) -> &str {
        self.places.get(index).map_or("", String::as_str)
    }

    /// An identifier in hexadecimal in a place of the path.
    ///
    /// # Errors
    /// [`Code::NotFound`] when it is none: there is nothing at such an address.
    pub fn id<const N: usize>(&self, index: usize) -> Result<[u8; N], Failure> {
        Ok(sceau_protocol::path::from_hex(self.place(index)).ok_or(Code::NotFound)?)
    }

    /// A number in the query.
    ///
    /// # Errors
    /// [`Code::Malformed`] when it is missing or no number.
    pub fn number(&self, name: &str) -> Result<u64, Failure> {
        Ok(self.parameter(name).and_then(|text| text.parse().ok()).ok_or(Code::Malformed)?)
    }

    /// A parameter of the query, decoded.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<String> {
        crate::pages::form_field(self.query.as_bytes(), name)
    }
}

macro_rules! routes {
    ($( $method:ident $path:literal, $who:ident, $body:expr, $answer:path; )*) => {
        /// Every route.
        #[must_use]
        pub fn table() -> Vec<Route> {
            vec![ $( Route { method: Method::$method, path: $path, who: Who::$who, body: $body, answer: $answer }, )* ]
        }
    };
}

routes! {
    GET    "/healthz", Anyone, 0, health::alive;
    GET    "/readyz", Anyone, 0, health::ready;

    GET    "/v1/institute", Anyone, 0, institute::show;
    POST   "/v1/institute", Founder, limits::FOUNDING, institute::found;
    POST   "/v1/joins/{invite}", Invited, limits::JOIN, joins::ask;
    GET    "/v1/joins/{invite}", Invited, 0, joins::state;
    GET    "/v1/joins", Device, 0, joins::waiting;
    GET    "/v1/coverage", Device, 0, coverage::ranks;
    POST   "/v1/sync", Device, limits::PUSH, sync::sync;
    POST   "/v1/parcels", Device, limits::PARCELS_PER_REQUEST * 34 + 16, sync::parcels;
    PUT    "/v1/files/{root}/leaves", EvidenceBringer, limits::LEAVES, evidence::put_leaves;
    GET    "/v1/files/{root}/leaves", DossierReader, 0, evidence::leaves;
    GET    "/v1/files/{root}/missing", DossierReader, 0, evidence::missing;
    PUT    "/v1/files/{root}/{index}", EvidenceBringer, limits::CHUNK, evidence::put_chunk;
    GET    "/v1/files/{root}/{index}", DossierReader, 0, evidence::chunk;
    GET    "/v1/profiles", Device, 0, profiles::digests;
    PUT    "/v1/profiles/{member}", ProfileKeeper, limits::PROFILE, profiles::put;
    GET    "/v1/profiles/{member}", Device, 0, profiles::show;
    DELETE "/v1/profiles/{member}", ProfileKeeper, 0, profiles::erase;
    PUT    "/v1/documents/{sha256}", Publisher, limits::DOCUMENT, documents::put;
    GET    "/v1/log/checkpoint", Anyone, 0, log::checkpoint;
    GET    "/v1/log/consistency", Anyone, 0, log::consistency;
    GET    "/v1/log/entries", Anyone, 0, log::entries;

    GET    "/", Anyone, 0, public::root;
    GET    "/join", Anyone, 0, public::join;
    GET    "/{lang}/", Anyone, 0, public::list;
    GET    "/{lang}/feed", Anyone, 0, sharing::feed;
    GET    "/{lang}/labels/{number}", Anyone, 0, public::label;
    GET    "/{lang}/labels/{number}/opinion", Anyone, 0, public::opinion;
    GET    "/{lang}/labels/{number}/feed", Anyone, 0, sharing::label_feed;
    GET    "/{lang}/labels/{number}/block", Anyone, 0, sharing::block;
    GET    "/{lang}/labels/{number}/embed", Anyone, 0, sharing::embed;
    GET    "/{lang}/verify", Anyone, 0, public::verify;
    POST   "/{lang}/verify", AnyoneSeldom, limits::DOCUMENT, public::verify_file;
    GET    "/labels/{file}", Anyone, 0, public::label_json;
    GET    "/labels/{number}/certificate.pdf", Anyone, 0, public::certificate;
    GET    "/ca.pem", Anyone, 0, public::seal_authority;
    GET    "/ca.crl", Anyone, 0, public::revocation_list;
    GET    "/style.css", Anyone, 0, public::style;
    GET    "/fonts/{file}", Anyone, 0, public::font;
}
