//! Evidence files: sealed chunks of 256 KiB under the RFC 6962 root of their hashes. The list of leaves goes
//! first, so that each chunk is checked on arrival without a key; what is missing can be asked for at any time.

use minicbor::{Decode, Encode};

/// `PUT|GET /v1/files/{root}/leaves`.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Leaves {
    /// The dossier whose readers may fetch the file.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub dossier: [u8; 16],
    /// Leaf hashes of the sealed chunks, in order; their tree hash is the root in the path.
    #[cbor(n(1), with = "crate::cbor::digests")]
    pub leaves: Vec<[u8; 32]>,
}

/// `GET /v1/files/{root}/missing`: the chunks that the registry does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Missing {
    /// Number of chunks of the file.
    #[n(0)]
    pub count: u32,
    /// Indexes of the missing ones, ascending.
    #[n(1)]
    pub indexes: Vec<u32>,
}
