//! The key of the database.

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Thirty-two random bytes that open the database. It has no `Debug`, no `Clone` and no `Serialize`, so that
/// it cannot end up in a log or in a second place by accident; it is wiped when dropped.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct DatabaseKey([u8; 32]);

impl DatabaseKey {
    /// Draws a new key.
    #[must_use]
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = [0; 32];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// The key that a keyring gave back.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, for a keyring to keep.
    #[must_use]
    pub const fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// A short fingerprint that tells a wrong key from a damaged file. The key is uniformly random, so its
    /// hash gives nothing away.
    #[must_use]
    pub fn check(&self) -> [u8; 8] {
        let digest =
            Sha256::new().chain_update(b"sceau/1 database key check\0").chain_update(self.0).finalize();
        let mut check = [0; 8];
        check.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        check
    }

    /// `x'…'`: SQLCipher takes sixty-four digits as the key itself and derives nothing from them.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(67));
        text.push_str("x'");
        for byte in self.0 {
            for nibble in [byte >> 4, byte & 15] {
                text.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
            }
        }
        text.push('\'');
        text
    }
}
