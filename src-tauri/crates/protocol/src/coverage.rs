//! In what order a reviewer may read: where fewest sheets are in first. Ranks, never counts.

use minicbor::{Decode, Encode};

/// `GET /v1/coverage`: the dossiers in which the caller still owes a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Coverage {
    /// One line for each.
    #[n(0)]
    pub dossiers: Vec<Covered>,
}

/// One line of [`Coverage`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Covered {
    /// The dossier.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub dossier: [u8; 16],
    /// Its rank: 0 where fewest sheets are in. Dossiers with equally many share one.
    #[n(1)]
    pub rank: u64,
}
