//! What crosses the wire between a laptop and the registry: plain data, their CBOR form, limits, paths, and the
//! one table of error codes. Nothing here judges, verifies or stores; signatures are checked by `sceau_ledger`,
//! rights by `sceau_domain`.
//!
//! Every body is a deterministic CBOR array (RFC 8949 §4.2.1, `src-tauri/docs/records.cddl`), read with
//! [`decode`], which encodes again and refuses any difference; errors are RFC 9457 problems in JSON. Requests are
//! signed as `sceau_ledger::request` says, over the host of the charter's origin and the body as sent; bodies of
//! requests are never compressed (ciphertext does not compress), those of answers may be.
//!
//! | Module | Speaks of |
//! | --- | --- |
//! | [`sync`] | the one request by which a laptop pushes and pulls |
//! | [`institute`] | founding, charters, the public log |
//! | [`join`] | a new laptop's request to be enrolled |
//! | [`file`] | evidence in sealed chunks, leaves first |
//! | [`coverage`] | in what order a reviewer may read |
//! | [`profile`] | erasable profiles and parcels asked for by hash |
//! | [`limits`] | how much of anything |
//! | [`path`] | where each thing is asked for |
//! | [`problem`] | what can go wrong, with its HTTP status |

pub mod cbor;
pub mod coverage;
pub mod file;
pub mod institute;
pub mod join;
pub mod limits;
pub mod path;
pub mod problem;
pub mod profile;
pub mod sync;

pub use cbor::{WireError, decode, encode};
pub use problem::{Code, Problem};

/// The protocol's version, as it stands in every path (`/v1/…`).
pub const VERSION: u8 = 1;

/// Media type of every CBOR body.
pub const CBOR: &str = "application/cbor";

/// Media type of raw bytes: file chunks and sealed profiles.
pub const BYTES: &str = "application/octet-stream";

/// Media type of errors (RFC 9457 §3).
pub const PROBLEM: &str = "application/problem+json";
