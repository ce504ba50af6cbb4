//! The machine-readable credential: the claim in canonical JSON, attached to the PDF and named by its digest in the
//! two-dimensional code.
//!
//! Canonical as in RFC 8785 for the values that occur here (objects, lists, strings, true and false): keys in order,
//! no spaces, shortest escapes. The same claim has one spelling only.

use crate::content::{Claim, FORMAT};
use serde_json::Value;
use sha2_10::{Digest as _, Sha256};

/// A credential as bytes, with its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// Canonical JSON, UTF-8.
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    pub digest: String,
}

/// Why bytes are no credential of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CredentialError {
    /// Not JSON, or not a claim.
    #[error("the credential cannot be read")]
    Unreadable,
    /// Another format or a later version.
    #[error("the credential has the format {0}")]
    Format(String),
    /// Readable, but not in its one spelling.
    #[error("the credential is not in canonical form")]
    NotCanonical,
}

/// Writes the credential of a claim.
///
/// # Errors
/// When the claim cannot be written as JSON (no claim made of the public types is known that cannot).
pub fn write(claim: &Claim) -> Result<Credential, CredentialError> {
    let mut value = serde_json::to_value(claim).map_err(|_| CredentialError::Unreadable)?;
    if let Some(object) = value.as_object_mut() {
        object.insert("format".into(), Value::String(FORMAT.into()));
    }
    let mut bytes = Vec::new();
    canonical(&value, &mut bytes)?;
    let digest = hex(&Sha256::digest(&bytes));
    Ok(Credential { bytes, digest })
}

/// Reads a credential back; only its canonical spelling is accepted.
///
/// # Errors
/// See [`CredentialError`].
pub fn read(bytes: &[u8]) -> Result<Claim, CredentialError> {
    let mut value: Value = serde_json::from_slice(bytes).map_err(|_| CredentialError::Unreadable)?;
    let format = value.as_object_mut().and_then(|object| object.remove("format"));
    match format {
        Some(Value::String(format)) if format == FORMAT => {}
        Some(Value::String(format)) => {
            return Err(CredentialError::Format(format.chars().take(40).collect()));
        }
        _ => return Err(CredentialError::Unreadable),
    }
    let claim: Claim = serde_json::from_value(value).map_err(|_| CredentialError::Unreadable)?;
    if write(&claim)?.bytes == bytes { Ok(claim) } else { Err(CredentialError::NotCanonical) }
}

/// The address in the two-dimensional code: the label's page, with the digest of the credential, so that the page can
/// say whether it is this very certificate.
#[must_use]
pub fn code_address(claim: &Claim, credential: &Credential) -> String {
    let joint = if claim.check_url.contains('?') { '&' } else { '?' };
    format!("{}{joint}c={}", claim.check_url, credential.digest)
}

fn canonical(value: &Value, out: &mut Vec<u8>) -> Result<(), CredentialError> {
    match value {
        Value::Null | Value::Number(_) => return Err(CredentialError::NotCanonical),
        Value::Bool(b) => out.extend_from_slice(if *b { b"true" } else { b"false" }),
        // serde_json's escapes are those of RFC 8785: short forms, lower-case \u00xx, everything else as it is.
        Value::String(text) => {
            out.extend_from_slice(&serde_json::to_vec(text).map_err(|_| CredentialError::Unreadable)?);
        }
        Value::Array(items) => {
            out.push(b'[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(b',');
                }
                canonical(item, out)?;
            }
            out.push(b']');
        }
        Value::Object(map) => {
            // Sorted here and not by serde_json, whose map keeps the order of insertion when another crate of the
            // workspace asks for it. All our keys are ASCII, so bytes and UTF-16 units sort alike.
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort();
            out.push(b'{');
            for (i, key) in keys.into_iter().enumerate() {
                if i > 0 {
                    out.push(b',');
                }
                canonical(&Value::String(key.clone()), out)?;
                out.push(b':');
                canonical(&map[key.as_str()], out)?;
            }
            out.push(b'}');
        }
    }
    Ok(())
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use core::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
