//! Things that stand beside the log: profiles, which can be erased, and parcels asked for by their hash.

use minicbor::{Decode, Encode};

/// `GET /v1/profiles`: the digest of each profile on the table, so that a laptop fetches what changed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Profiles {
    /// Member and SHA-256 of the sealed blob, by member.
    #[n(0)]
    pub blobs: Vec<ProfileDigest>,
}

/// One line of [`Profiles`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ProfileDigest {
    /// The member.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub member: [u8; 16],
    /// SHA-256 of the blob.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub sha256: [u8; 32],
}

/// `POST /v1/parcels`: parcels by the SHA-256 of their ciphertext.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ParcelsRequest {
    /// The hashes wanted, at most [`crate::limits::PARCELS_PER_REQUEST`].
    #[cbor(n(0), with = "crate::cbor::digests")]
    pub hashes: Vec<[u8; 32]>,
}

/// The parcels found, among those that the caller is entitled to.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ParcelsAnswer {
    /// Ciphertexts in the order of the request; the laptop recognises each by its hash.
    #[cbor(n(0), with = "crate::cbor::blobs")]
    pub parcels: Vec<Vec<u8>>,
    /// Whether some were left out because the answer would have been too large: ask again for the rest.
    #[n(1)]
    pub more: bool,
}
