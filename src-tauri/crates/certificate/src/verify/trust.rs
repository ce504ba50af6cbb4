//! Trust anchors: the authorities that the reader believes.

use super::chain::Signed;
use der::{Decode as _, Encode as _};
use x509_cert::Certificate;

/// Most anchors that are read from one file.
const MOST: usize = 64;

/// An authority that the reader believes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor(pub(super) Signed);

/// Why anchors cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnchorError {
    /// Neither PEM nor DER of a certificate.
    #[error("the trust anchors cannot be read")]
    Unreadable,
    /// A certificate that is no authority's.
    #[error("a trust anchor is not the certificate of an authority")]
    NotAnAuthority,
}

/// Reads anchors: one DER certificate, or any number in PEM.
///
/// # Errors
/// See [`AnchorError`].
pub fn anchors(file: &[u8]) -> Result<Vec<Anchor>, AnchorError> {
    let list = if file.starts_with(b"0") {
        vec![Certificate::from_der(file).map_err(|_| AnchorError::Unreadable)?]
    } else {
        // A window's editor may have written other line ends or spaces around the blocks.
        let text = core::str::from_utf8(file).map_err(|_| AnchorError::Unreadable)?.replace('\r', "");
        Certificate::load_pem_chain(text.trim().as_bytes()).map_err(|_| AnchorError::Unreadable)?
    };
    if list.is_empty() || list.len() > MOST {
        return Err(AnchorError::Unreadable);
    }
    list.into_iter()
        .map(|certificate| {
            let der = certificate.to_der().map_err(|_| AnchorError::Unreadable)?;
            let signed = Signed::read(&der).ok_or(AnchorError::Unreadable)?;
            if signed.is_authority() { Ok(Anchor(signed)) } else { Err(AnchorError::NotAnAuthority) }
        })
        .collect()
}
