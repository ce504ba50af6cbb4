//! `POST /v1/sync`: the one request by which a laptop pushes what it has and pulls what it lacks
//! (`src-tauri/docs/sync-protocol.md`). With no batches it only pulls. Repeating it is harmless.
//!
//! The answer always holds *every* entry from the size that the laptop named, so that the laptop can compute the
//! root by itself and compare it with the checkpoint. Headers and parcels come as the caller is entitled to them;
//! those that would make one answer too large, or that opened later, are asked for with [`SyncRequest::lacking`].

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use sceau_ledger::batch::BatchParts;

/// What a laptop sends.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SyncRequest {
    /// Number of log entries that the laptop holds and has verified.
    #[n(0)]
    pub size: u64,
    /// Root of its log at that size; at size 0 the hash of the empty string (RFC 6962 §2.1).
    #[cbor(n(1), with = "minicbor::bytes")]
    pub root: [u8; 32],
    /// Unacknowledged batches of this very device, in ascending number. Batches of others are taken too (a courier).
    #[n(2)]
    pub batches: Vec<SentBatch>,
    /// Hashes of batch records whose headers or parcels the laptop lacks and would like, if entitled by now.
    #[cbor(n(3), with = "crate::cbor::digests")]
    pub lacking: Vec<[u8; 32]>,
    /// `cosignature/v1` line by the device key on the checkpoint (`size`, `root`) of the last verified note.
    #[n(4)]
    pub cosignature: Option<String>,
}

/// A batch as it travels: the ledger's [`BatchParts`] in CBOR. Headers are `null` when withheld; parcels that are
/// withheld are absent.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SentBatch {
    /// The batch record (record type 2), exactly as signed.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub record: Vec<u8>,
    /// The device's signature over it.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub signature: [u8; 64],
    /// Its headers (record type 1), in order.
    #[cbor(n(2), with = "crate::cbor::headers")]
    pub headers: Option<Vec<Vec<u8>>>,
    /// Its parcels, by their place in the batch.
    #[cbor(n(3), with = "crate::cbor::parcels")]
    pub parcels: BTreeMap<u8, Vec<u8>>,
}

impl From<BatchParts> for SentBatch {
    fn from(parts: BatchParts) -> Self {
        Self {
            record: parts.record,
            signature: parts.signature,
            headers: parts.headers,
            parcels: parts.parcels,
        }
    }
}

impl From<SentBatch> for BatchParts {
    fn from(sent: SentBatch) -> Self {
        Self { record: sent.record, signature: sent.signature, headers: sent.headers, parcels: sent.parcels }
    }
}

/// What the registry answers.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SyncAnswer {
    /// The registry's clock, milliseconds since 1970.
    #[n(0)]
    pub time: u64,
    /// One outcome for each batch of the request, in its order.
    #[n(1)]
    pub outcomes: Vec<Outcome>,
    /// Every entry from the request's `size` on, to the checkpoint's size, in order.
    #[n(2)]
    pub entries: Vec<LogEntry>,
    /// Headers and parcels that the caller is entitled to: of those entries, and of what it said it lacks.
    #[n(3)]
    pub contents: Vec<Content>,
    /// Whether contents were left out because the answer would have been too large: ask again with `lacking`.
    #[n(4)]
    pub more: bool,
    /// The signed note (C2SP) for the log after this request, with the log key's and the clock key's lines.
    #[n(5)]
    pub checkpoint: String,
    /// The latest cosignature of each other device that sent one.
    #[n(6)]
    pub cosignatures: Vec<Cosignature>,
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LogEntry {
    /// Its index in the log, from 0.
    #[n(0)]
    pub index: u64,
    /// Its bytes (record type 3), whose hash is the leaf.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
    /// How the registry judged it. A laptop judges again by itself; this is a courtesy that names differences.
    #[n(2)]
    pub standing: Standing,
}

/// How an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Standing {
    /// In force: part of the folds.
    #[n(0)]
    InForce,
    /// Undecided: stored and relayed, outside all folds, until somebody decides.
    #[n(1)]
    Undecided,
    /// The other branch of a forked series: kept as evidence, never in force.
    #[n(2)]
    Fork,
}

/// What became of one batch of the request.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Outcome {
    /// SHA-256 of the batch record.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub batch: [u8; 32],
    /// The receipt, when the batch is in the log (now, or since an earlier request).
    #[n(1)]
    pub receipt: Option<Receipt>,
    /// Why it is not in the log, or why it is there but undecided or a fork: a code of
    /// [`crate::problem::Code`] or a refusal code of the rules.
    #[n(2)]
    pub code: Option<String>,
}

/// The acknowledgement of a batch: its inclusion proof.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Receipt {
    /// Index of the entry in the log.
    #[n(0)]
    pub index: u64,
    /// The entry's bytes, which the author keeps.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub entry: Vec<u8>,
    /// Inclusion path (RFC 9162 §2.1.3) in the tree of the answer's checkpoint, leaf to root.
    #[cbor(n(2), with = "crate::cbor::digests")]
    pub path: Vec<[u8; 32]>,
    /// How it stands.
    #[n(3)]
    pub standing: Standing,
}

/// Headers and parcels of one batch.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Content {
    /// SHA-256 of the batch record.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub batch: [u8; 32],
    /// All its headers, in order, or `null` when they are withheld from this caller.
    #[cbor(n(1), with = "crate::cbor::headers")]
    pub headers: Option<Vec<Vec<u8>>>,
    /// The parcels that the caller is entitled to.
    #[cbor(n(2), with = "crate::cbor::parcels")]
    pub parcels: BTreeMap<u8, Vec<u8>>,
}

/// A device's word on a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Cosignature {
    /// The device that signed.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub device: [u8; 16],
    /// Size of the checkpoint.
    #[n(1)]
    pub size: u64,
    /// The `cosignature/v1` line.
    #[n(2)]
    pub line: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cbor::{WireError, decode, encode};

    fn sample() -> SyncRequest {
        SyncRequest {
            size: 3,
            root: [7; 32],
            batches: vec![SentBatch {
                record: vec![1, 2, 3],
                signature: [9; 64],
                headers: Some(vec![vec![4], vec![5, 6]]),
                parcels: BTreeMap::from([(0, vec![8; 300]), (2, vec![])]),
            }],
            lacking: vec![[1; 32]],
            cosignature: None,
        }
    }

    #[test]
    fn a_push_reads_back_as_it_was_written() {
        assert_eq!(decode::<SyncRequest>(&encode(&sample())), Ok(sample()));
        let mut withheld = sample();
        withheld.batches[0].headers = None;
        withheld.cosignature = Some("— o/sceau/1 abc".to_owned());
        assert_eq!(decode::<SyncRequest>(&encode(&withheld)), Ok(withheld));
    }

    #[test]
    fn cut_bodies_longer_bodies_and_other_forms_of_the_same_body_are_refused() {
        let bytes = encode(&sample());
        for cut in 0..bytes.len() {
            assert_eq!(decode::<SyncRequest>(&bytes[..cut]), Err(WireError::Malformed), "{cut}");
        }
        let mut longer = bytes.clone();
        longer.push(0);
        assert_eq!(decode::<SyncRequest>(&longer), Err(WireError::Trailing));
        // The first element, 3, written in two bytes instead of one.
        let mut loose = vec![bytes[0], 0x18, 3];
        loose.extend_from_slice(&bytes[2..]);
        assert_eq!(decode::<SyncRequest>(&loose), Err(WireError::NotCanonical));
    }

    #[test]
    fn a_claimed_length_does_not_cost_memory() {
        // An array of 2^60 digests in a body of a dozen bytes.
        let body = [0x84, 0x00, 0x40, 0x9b, 0x10, 0, 0, 0, 0, 0, 0, 0];
        assert_eq!(decode::<SyncRequest>(&body), Err(WireError::Malformed));
        let body = [0x81, 0x9b, 0x10, 0, 0, 0, 0, 0, 0, 0];
        assert_eq!(decode::<crate::profile::ParcelsRequest>(&body), Err(WireError::Malformed));
    }
}
