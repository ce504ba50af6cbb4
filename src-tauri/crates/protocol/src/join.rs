//! A new laptop asks to be enrolled (`src-tauri/docs/sync-protocol.md`): the request waits beside the log until
//! the secretariat has typed its digits and a second person has signed.

use minicbor::{Decode, Encode};

/// `POST /v1/joins/{invite}`: a join request with its two proofs.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Join {
    /// The request (record type 7).
    #[cbor(n(0), with = "minicbor::bytes")]
    pub request: Vec<u8>,
    /// Signature by the new device's key.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub signature: [u8; 64],
    /// HMAC-SHA256 under the key that only the invitation's holder and the secretariat can derive. The registry
    /// cannot check it.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub mac: [u8; 32],
}

/// `GET /v1/joins/{invite}`: where a request stands.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct JoinState {
    /// The registry's clock, milliseconds since 1970.
    #[n(0)]
    pub time: u64,
    /// When the request came in; `null` when none has.
    #[n(1)]
    pub received: Option<u64>,
    /// How far it is.
    #[n(2)]
    pub step: JoinStep,
}

/// How far a join request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum JoinStep {
    /// The invitation is open and nobody has used it.
    #[n(0)]
    Open,
    /// The request is here; the secretariat has not yet typed its digits.
    #[n(1)]
    Waiting,
    /// The secretariat has added the device; an officer or the chair has yet to countersign.
    #[n(2)]
    Added,
    /// The device is in force and may sync.
    #[n(3)]
    InForce,
}

/// `GET /v1/joins`: what waits for the secretariat.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Joins {
    /// The requests that are waiting, oldest first.
    #[n(0)]
    pub waiting: Vec<WaitingJoin>,
}

/// One waiting request.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct WaitingJoin {
    /// Identifier of the invitation (16 bytes of the hash of its secret).
    #[cbor(n(0), with = "minicbor::bytes")]
    pub invite: [u8; 16],
    /// When it came in, milliseconds since 1970.
    #[n(1)]
    pub received: u64,
    /// The request with its proofs.
    #[n(2)]
    pub join: Join,
    /// How far it is.
    #[n(3)]
    pub step: JoinStep,
}
