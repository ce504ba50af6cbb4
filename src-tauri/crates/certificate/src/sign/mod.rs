//! Signing in phases, each a value that can be kept and resumed: [`prepare`](prepare::prepare) reserves room and fixes
//! the byte range, [`digest`](prepare::Prepared::digest) is taken, [`cms`] makes the signature container,
//! [`embed`](prepare::Prepared::embed) puts it in without moving a byte.
//!
//! Level reached: PAdES B-B. The time stands in `/M`, as the signer states it; nobody else vouches for it.

pub mod cms;
pub mod prepare;
pub mod revision;

use crate::sign::cms::CmsError;
use crate::sign::prepare::{PrepareError, Stamp, prepare};

/// A private key with its certificate. Implemented by a key in memory, and open to tokens and remote services.
pub trait Signer {
    /// The signer's certificate, DER.
    fn certificate(&self) -> &[u8];
    /// The certificate of the authority that issued it, DER; put beside it in the signature.
    fn authority(&self) -> &[u8];
    /// ECDSA on P-256 over the SHA-256 of `to_be_signed`, as a DER `Ecdsa-Sig-Value`.
    ///
    /// # Errors
    /// When the key cannot be used.
    fn sign(&self, to_be_signed: &[u8]) -> Result<Vec<u8>, KeyUnavailable>;
}

/// The key could not be used; the text says why, in the signing device's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the signing key cannot be used: {0}")]
pub struct KeyUnavailable(pub String);

/// Why a file was not signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// The file or the field does not allow it.
    #[error(transparent)]
    Prepare(#[from] PrepareError),
    /// The container could not be made.
    #[error(transparent)]
    Cms(#[from] CmsError),
    /// The key could not be used.
    #[error(transparent)]
    Key(#[from] KeyUnavailable),
}

/// All phases at once, for a key that is at hand.
///
/// # Errors
/// See [`SignError`].
pub fn sign(pdf: &[u8], field: &str, stamp: &Stamp, signer: &impl Signer) -> Result<Vec<u8>, SignError> {
    let prepared = prepare(pdf, field, stamp)?;
    let attributes = cms::attributes(&prepared.digest(), signer.certificate())?;
    let signature = signer.sign(&attributes.to_be_signed)?;
    let container = cms::assemble(&attributes, &signature, signer.certificate(), signer.authority())?;
    Ok(prepared.embed(&container)?)
}
