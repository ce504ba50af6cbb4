//! The institute's own X.509 authority and its seal: P-256, made without randomness other than what is handed in.
//!
//! Signatures are deterministic (RFC 6979), so no generator is needed after the seed.

mod authority;
mod key;
mod list;

pub use authority::{AuthorityProfile, Purpose, SealProfile, authority, issue, issue_for, pem};
pub use key::{MemorySigner, SealKey};
pub use list::{ListFacts, Revoked, read_list, revocation_list};

/// Key purpose "document signing" (RFC 9336). Only seals carry it, so that no other certificate of the same authority
/// can seal a label.
pub(crate) const DOCUMENT_SIGNING: const_oid::ObjectIdentifier =
    const_oid::ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36");

/// Why a key or certificate could not be made or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// No P-256 key in PKCS#8.
    #[error("the key cannot be read")]
    Key,
    /// No certificate that can be read.
    #[error("the certificate cannot be read")]
    Certificate,
    /// The key does not belong to the certificate.
    #[error("the key and the certificate do not belong together")]
    Mismatch,
    /// A name or date cannot be written into a certificate.
    #[error("the certificate cannot be written: {0}")]
    Write(String),
}

impl From<der::Error> for SealError {
    fn from(error: der::Error) -> Self {
        Self::Write(error.to_string())
    }
}

impl From<x509_cert::builder::Error> for SealError {
    fn from(error: x509_cert::builder::Error) -> Self {
        Self::Write(error.to_string())
    }
}

impl From<spki::Error> for SealError {
    fn from(error: spki::Error) -> Self {
        Self::Write(error.to_string())
    }
}
