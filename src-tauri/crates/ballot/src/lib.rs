//! The officers' common key, and what is sealed to it.
//!
//! A sheet or a roll-call choice is sealed on its author's laptop and can be opened by no single person until the
//! board opens it: its key lies in a *box* for the committee, and `k` of the `m` officers must each publish a share.
//! This crate is the only place that knows the curve and the proofs; it does no input or output, keeps no clock, and
//! judges no permission. The bytes are those of the protocol, §6; changing one is a new protocol version.
//!
//! | I want to | Here |
//! | --- | --- |
//! | make the key of a term, without a dealer, in three visits | [`KeyGeneration`] |
//! | know the key, or check that it is in force | [`KeySet`] |
//! | keep an officer's part of it | [`OfficerShare`] |
//! | seal a sheet key | [`SealedBox::seal`] under a [`Label`] |
//! | check a box, publish a share, check one, open | [`SealedBox::check`] then [`CheckedBox`] |
//!
//! Left out on purpose: wrapping a share for its officer (the records' own wraps do that), who may open and when
//! (the rules say), and secret ballots, whose choices are summed and never opened one by one.

mod committee;
mod error;
mod key_set;
mod polynomial;
mod seal;

pub use committee::KeyGeneration;
pub use error::{CommitteeError, SealError};
pub use key_set::{KeySet, OfficerShare, Quorum};
pub use polynomial::{commitment_of, polynomial_length};
pub use seal::{BOX_BYTES, CheckedBox, Label, MESSAGE_BYTES, SHARE_BYTES, SealedBox, VerifiedShare};
