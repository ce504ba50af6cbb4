//! Signatures: Ed25519, each over the name of its purpose, a zero byte and the bytes themselves, so that a
//! signature for one purpose never passes for another.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// What a signature is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A batch record, by the device's key.
    Batch,
    /// A charter, by an officer's key.
    Charter,
    /// A join request, by the key that it asks to enrol.
    Join,
    /// An HTTP request, by the device's key.
    Request,
}

impl Purpose {
    /// The name of the purpose, as signed.
    #[must_use]
    pub const fn context(self) -> &'static str {
        match self {
            Self::Batch => "sceau/1 batch",
            Self::Charter => "sceau/1 charter",
            Self::Join => "sceau/1 join",
            Self::Request => "sceau/1 request",
        }
    }

    /// `context ‖ 0 ‖ bytes`: the message that is signed.
    #[must_use]
    pub fn message(self, bytes: &[u8]) -> Vec<u8> {
        [self.context().as_bytes(), &[0], bytes].concat()
    }
}

/// A holder of an Ed25519 key: key handling stays outside the records.
pub trait Signer {
    /// The public key, 32 bytes.
    fn public(&self) -> [u8; 32];

    /// Signs the message as it is. Callers outside this crate use [`sign`], which adds the purpose.
    fn sign(&self, message: &[u8]) -> [u8; 64];
}

/// Signs bytes for one purpose.
pub fn sign(signer: &(impl Signer + ?Sized), purpose: Purpose, bytes: &[u8]) -> [u8; 64] {
    signer.sign(&purpose.message(bytes))
}

/// Whether the signature is this key's, for this purpose, over these bytes.
#[must_use]
pub fn verify(key: &[u8; 32], purpose: Purpose, bytes: &[u8], signature: &[u8; 64]) -> bool {
    verify_message(key, &purpose.message(bytes), signature)
}

/// `verify_strict` over a bare message: also used by the notes of the log, whose format has its own prefix.
pub(crate) fn verify_message(key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(key)
        .is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok())
}

/// An Ed25519 key in memory, wiped when dropped.
pub struct SecretSigner(SigningKey);

impl SecretSigner {
    /// Draws a new key.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(seed.as_mut());
        Self::from_seed(&seed)
    }

    /// The key of a kept seed.
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The seed, to be wrapped by the keyring.
    #[must_use]
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }
}

impl Signer for SecretSigner {
    fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}
