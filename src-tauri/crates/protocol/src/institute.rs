//! The institute's charters, its founding, and the public log.

use minicbor::{Decode, Encode};

use crate::sync::SentBatch;

/// `GET /v1/institute`: all that a stranger needs to pin the institute and read its log.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct InstituteAnswer {
    /// The registry's clock, milliseconds since 1970.
    #[n(0)]
    pub time: u64,
    /// Charter containers `[record, [[key, signature]…]]`, version 1 first.
    #[cbor(n(1), with = "crate::cbor::blobs")]
    pub charters: Vec<Vec<u8>>,
    /// The latest checkpoint, a signed note.
    #[n(2)]
    pub checkpoint: String,
    /// The card's own words, for a laptop that has only an address.
    #[n(3)]
    pub card: Card,
}

/// The registry's card: what a founder pastes, and what the first charter repeats in its `log` field.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Card {
    /// Origin of the log, e.g. `registry.example.org/sceau/1`.
    #[n(0)]
    pub origin: String,
    /// Address of the registry, without a slash at the end.
    #[n(1)]
    pub url: String,
    /// Ed25519 key of the log.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub log_key: [u8; 32],
    /// Ed25519 key of the clock.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub clock_key: [u8; 32],
    /// X25519 key to which bundles are sealed.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub receive_key: [u8; 32],
}

/// `POST /v1/institute`: founds the institute, once.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Founding {
    /// The one-time founding token that `sceau-registry init` printed.
    #[n(0)]
    pub token: String,
    /// Container of charter 1.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub charter: Vec<u8>,
    /// The log's first batches: of the founders' own devices, whose members charter 1 lists.
    #[n(2)]
    pub batches: Vec<SentBatch>,
}

/// `GET /v1/log/entries?from=&count=`: entries for outsiders (batch records, no headers).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Entries {
    /// Index of the first entry.
    #[n(0)]
    pub from: u64,
    /// Entry bytes, in order.
    #[cbor(n(1), with = "crate::cbor::blobs")]
    pub entries: Vec<Vec<u8>>,
}

/// `GET /v1/log/consistency?from=&to=`: RFC 9162 §2.1.4.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Consistency {
    /// The older size.
    #[n(0)]
    pub from: u64,
    /// The newer size.
    #[n(1)]
    pub to: u64,
    /// The proof's nodes.
    #[cbor(n(2), with = "crate::cbor::digests")]
    pub path: Vec<[u8; 32]>,
}
