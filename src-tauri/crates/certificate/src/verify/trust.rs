//! Trust anchors: the authorities that the reader believes.

use super::chain::{Signed, is_authority};
use der::{Decode as _, Encode as _};
use x509_cert::Certificate;

/// Largest file of trust anchors: 4 MiB. A whole system's bundle has about 250 KB.
pub const LARGEST_ANCHORS: usize = 4 << 20;

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";
/// Length of a line in PEM.
const LINE: usize = 64;

/// An authority that the reader believes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor(pub(super) Signed);

/// Why anchors cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnchorError {
    /// No certificate at all: nothing, or a text.
    #[error("the trust anchors hold no certificate")]
    NoCertificate,
    /// Something that should be a certificate, in PEM or DER, and is none.
    #[error("the trust anchors cannot be read")]
    Unreadable,
    /// A certificate that is no authority's.
    #[error("a trust anchor is not the certificate of an authority")]
    NotAnAuthority,
    /// An authority whose key is not of the kind that seals are judged with (P-256).
    #[error("a trust anchor has a key of another kind")]
    OtherKey,
    /// Larger than [`LARGEST_ANCHORS`].
    #[error("the trust anchors are too large")]
    TooLarge,
}

impl AnchorError {
    /// Key of the sentence.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoCertificate => "verify-anchor-none",
            Self::Unreadable => "verify-no-anchor",
            Self::NotAnAuthority => "verify-anchor-no-authority",
            Self::OtherKey => "verify-anchor-other-key",
            Self::TooLarge => "verify-anchor-too-large",
        }
    }
}

/// Reads a reader's anchors: one DER certificate, or any number in PEM with any text between them.
///
/// A reader may hand in a whole system's bundle. What cannot be read in it, or is no authority's, is left out. So is
/// an authority with a key of another kind (RSA, P-384): no seal of ours can be its work, hence it would never match,
/// and a list that is empty for that reason is a good answer.
///
/// # Errors
/// No authority at all, of whatever kind: see [`AnchorError`].
pub fn anchors(file: &[u8]) -> Result<Vec<Anchor>, AnchorError> {
    let (mut trusted, mut others, mut problem) = (Vec::new(), false, AnchorError::Unreadable);
    for read in each(file)? {
        match read {
            Ok(anchor) => trusted.push(anchor),
            Err(AnchorError::OtherKey) => others = true,
            Err(AnchorError::NotAnAuthority) => problem = AnchorError::NotAnAuthority,
            Err(_) => {}
        }
    }
    if trusted.is_empty() && !others { Err(problem) } else { Ok(trusted) }
}

/// Reads anchors as [`anchors`] does, and leaves nothing out: each must be an authority that can be judged. For what
/// an institute publishes as its own.
///
/// # Errors
/// The first certificate that is none such: see [`AnchorError`].
pub fn every_anchor(file: &[u8]) -> Result<Vec<Anchor>, AnchorError> {
    each(file)?.into_iter().collect()
}

/// Every certificate of a file, or why it is no anchor.
fn each(file: &[u8]) -> Result<Vec<Result<Anchor, AnchorError>>, AnchorError> {
    if file.len() > LARGEST_ANCHORS {
        return Err(AnchorError::TooLarge);
    }
    // Bundles carry names and remarks between the blocks, in whatever encoding.
    let text = String::from_utf8_lossy(file);
    let blocks: Vec<&str> = text.split(BEGIN).skip(1).collect();
    match file.first() {
        Some(0x30) if blocks.is_empty() => Ok(vec![anchor(file)]),
        _ if blocks.is_empty() => Err(AnchorError::NoCertificate),
        _ => Ok(blocks
            .into_iter()
            .map(|block| anchor(&unarmoured(block).ok_or(AnchorError::Unreadable)?))
            .collect()),
    }
}

/// The bytes of a block whose opening line is cut off. Editors write other line ends, indentations and lengths of
/// line, which the decoder would refuse.
fn unarmoured(block: &str) -> Option<Vec<u8>> {
    let (body, _) = block.split_once(END)?;
    let digits: Vec<u8> = body.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let mut pem = BEGIN.as_bytes().to_vec();
    for line in digits.chunks(LINE) {
        pem.push(b'\n');
        pem.extend_from_slice(line);
    }
    pem.push(b'\n');
    pem.extend_from_slice(END.as_bytes());
    der::pem::decode_vec(&pem).ok().map(|(_, bytes)| bytes)
}

fn anchor(der: &[u8]) -> Result<Anchor, AnchorError> {
    let certificate = Certificate::from_der(der).map_err(|_| AnchorError::Unreadable)?;
    if !is_authority(&certificate) {
        return Err(AnchorError::NotAnAuthority);
    }
    let der = certificate.to_der().map_err(|_| AnchorError::Unreadable)?;
    Signed::read(&der).map(Anchor).ok_or(AnchorError::OtherKey)
}
