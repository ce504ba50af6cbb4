//! Keys of the authority and of the seal.

use super::SealError;
use crate::sign::{KeyUnavailable, Signer};
use der::{Decode as _, Encode as _};
use p256::ecdsa::{DerSignature, SigningKey, VerifyingKey};
use p256::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _};
use sha2_10::{Digest as _, Sha256};
use signature::Signer as _;
use spki::EncodePublicKey as _;
use x509_cert::Certificate;

/// A P-256 private key; wiped when dropped.
#[derive(Clone)]
pub struct SealKey(pub(crate) SigningKey);

impl core::fmt::Debug for SealKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SealKey(…)")
    }
}

impl SealKey {
    /// A key from 32 random bytes. The caller draws them from its generator; the same seed gives the same key.
    ///
    /// # Errors
    /// [`SealError::Key`] with negligible probability.
    pub fn from_seed(seed: &[u8; 32]) -> Result<Self, SealError> {
        // Hashed with a counter until it is a scalar of the curve: all but one in 2^32 are at once.
        for counter in 0..16_u8 {
            let hash =
                Sha256::new().chain_update(b"sceau-seal-key/1").chain_update([counter]).chain_update(seed);
            if let Ok(key) = SigningKey::from_bytes(&hash.finalize()) {
                return Ok(Self(key));
            }
        }
        Err(SealError::Key)
    }

    /// Reads PKCS#8 DER.
    ///
    /// # Errors
    /// [`SealError::Key`].
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, SealError> {
        SigningKey::from_pkcs8_der(der).map(Self).map_err(|_| SealError::Key)
    }

    /// Writes PKCS#8 DER; the caller keeps it in a keyring and wipes its copy.
    ///
    /// # Errors
    /// [`SealError::Key`].
    pub fn to_pkcs8(&self) -> Result<Vec<u8>, SealError> {
        self.0.to_pkcs8_der().map(|document| document.as_bytes().to_vec()).map_err(|_| SealError::Key)
    }

    /// The public half, as SubjectPublicKeyInfo, DER: what an authority needs to certify the key.
    ///
    /// # Errors
    /// When the key cannot be written.
    pub fn public_der(&self) -> Result<Vec<u8>, SealError> {
        Ok(self.public().to_public_key_der()?.as_bytes().to_vec())
    }

    pub(crate) fn public(&self) -> VerifyingKey {
        *self.0.verifying_key()
    }
}

/// A signer whose key is in memory.
#[derive(Debug, Clone)]
pub struct MemorySigner {
    key: SealKey,
    certificate: Vec<u8>,
    authority: Vec<u8>,
}

impl MemorySigner {
    /// Joins a key with its certificate and the authority's (both DER).
    ///
    /// # Errors
    /// When one cannot be read, or key and certificate do not belong together.
    pub fn new(key: SealKey, certificate: &[u8], authority: &[u8]) -> Result<Self, SealError> {
        let read = Certificate::from_der(certificate).map_err(|_| SealError::Certificate)?;
        Certificate::from_der(authority).map_err(|_| SealError::Certificate)?;
        let public = key.public().to_public_key_der().map_err(|_| SealError::Key)?;
        if read.tbs_certificate.subject_public_key_info.to_der()? != public.as_bytes() {
            return Err(SealError::Mismatch);
        }
        Ok(Self { key, certificate: certificate.to_vec(), authority: authority.to_vec() })
    }
}

impl Signer for MemorySigner {
    fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    fn authority(&self) -> &[u8] {
        &self.authority
    }

    fn sign(&self, to_be_signed: &[u8]) -> Result<Vec<u8>, KeyUnavailable> {
        let signature: DerSignature =
            self.key.0.try_sign(to_be_signed).map_err(|error| KeyUnavailable(error.to_string()))?;
        Ok(signature.as_bytes().to_vec())
    }
}
