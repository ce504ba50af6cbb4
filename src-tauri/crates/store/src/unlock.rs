//! How the database key is kept: by the system's keyring, or in this folder behind a passphrase.
//!
//! `salt.toml` says which. With a passphrase it also holds the key itself, sealed under a key that Argon2id
//! makes of the passphrase; its parameters stand beside the salt, so that they can be raised one day without
//! shutting anybody out. A recovery sheet adds the same key once more, sealed under the sheet's code. There is no
//! other way: the key is never written in the clear.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::{At, Result, StoreError};
use crate::folder::{Folder, write_whole};
use crate::key::DatabaseKey;
use crate::recovery::RecoveryCode;

const FILE: &str = "salt.toml";
const FORMAT: &str = "sceau-lock/1";
/// Most memory that a file may ask for, in KiB: a damaged file must not take the whole machine.
const MOST_MEMORY: u32 = 1 << 20;
/// Most passes that a file may ask for.
const MOST_PASSES: u32 = 64;

/// What trying one passphrase costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes that may run side by side.
    pub lanes: u32,
}

impl Default for Cost {
    /// 64 MiB, three passes, one lane: about a quarter of a second on a laptop.
    fn default() -> Self {
        Self { memory: 64 * 1024, passes: 3, lanes: 1 }
    }
}

/// Where the key is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Keeping {
    /// In the keyring of the operating system.
    Keyring,
    /// In this folder, behind a passphrase.
    Passphrase,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    cost: Cost,
    salt: String,
    nonce: String,
    key: String,
}

#[derive(Serialize, Deserialize)]
struct Contents {
    format: String,
    kept: Keeping,
    check: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sealed: Option<Sealed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recovery: Option<Sealed>,
}

/// What `salt.toml` says.
pub struct Lock {
    kept: Keeping,
    check: [u8; 8],
    sealed: Option<Sealed>,
    recovery: Option<Sealed>,
}

/// What a secret is for. Bound to what it seals: one cannot stand in the other's place.
#[derive(Clone, Copy)]
enum Slot {
    Passphrase,
    Recovery,
}

impl Slot {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Passphrase => b"sceau/1 database key\0",
            Self::Recovery => b"sceau/1 database key, recovery\0",
        }
    }
}

impl Lock {
    /// Reads the lock of a folder; `None` where nothing was founded.
    pub fn read(folder: &Folder) -> Result<Option<Self>> {
        let path = folder.salt();
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                return Err(unclear("not a text"));
            }
            Err(error) => return Err(error).at(&path),
        };
        let contents: Contents = toml::from_str(&text).map_err(|error| unclear(error.message()))?;
        if contents.format != FORMAT {
            return Err(unclear(&format!("format {}", contents.format)));
        }
        if (contents.kept == Keeping::Passphrase) != contents.sealed.is_some() {
            return Err(unclear("the sealed key is missing or superfluous"));
        }
        let Contents { kept, check, sealed, recovery, .. } = contents;
        Ok(Some(Self { kept, check: digits(&check)?, sealed, recovery }))
    }

    /// Notes that the system's keyring keeps this key. To be called after the keyring has given it back once.
    pub fn keyring(folder: &Folder, key: &DatabaseKey) -> Result<Self> {
        let recovery = kept_recovery(folder, key)?;
        Self { kept: Keeping::Keyring, check: key.check(), sealed: None, recovery }.written(folder)
    }

    /// Seals the key behind a passphrase and writes it. Also how a passphrase is changed: the database itself
    /// is not touched.
    ///
    /// The passphrase is brought to Unicode NFC first: keyboards differ in how they write `é`.
    pub fn passphrase(
        folder: &Folder,
        key: &DatabaseKey,
        passphrase: &str,
        cost: Cost,
        rng: &mut impl CryptoRng,
    ) -> Result<Self> {
        let sealed = Some(seal(key, Slot::Passphrase, passphrase, cost, rng)?);
        let recovery = kept_recovery(folder, key)?;
        Self { kept: Keeping::Passphrase, check: key.check(), sealed, recovery }.written(folder)
    }

    /// Seals the key once more, under the code of a recovery sheet. An earlier sheet opens nothing from then on.
    ///
    /// # Errors
    /// There is no lock yet, the key is not this folder's, or the disk.
    pub fn recovery(
        folder: &Folder,
        key: &DatabaseKey,
        code: &RecoveryCode,
        cost: Cost,
        rng: &mut impl CryptoRng,
    ) -> Result<Self> {
        let lock = Self::read(folder)?.ok_or(StoreError::NoDatabase)?;
        if !lock.fits(key) {
            return Err(StoreError::WrongKey);
        }
        let recovery = Some(seal(key, Slot::Recovery, &code.digits(), cost, rng)?);
        Self { recovery, ..lock }.written(folder)
    }

    /// Whether a recovery sheet opens this lock.
    #[must_use]
    pub const fn has_recovery(&self) -> bool {
        self.recovery.is_some()
    }

    /// Opens the lock with a recovery sheet's code. Takes as long as `Cost` says.
    ///
    /// # Errors
    /// There is no sheet, or this is not its code.
    pub fn open_with(&self, code: &RecoveryCode) -> Result<DatabaseKey> {
        let sealed = self.recovery.as_ref().ok_or(StoreError::NoRecovery)?;
        unseal(sealed, Slot::Recovery, &code.digits())?.ok_or(StoreError::WrongRecovery)
    }

    /// Where the key is kept.
    #[must_use]
    pub const fn kept(&self) -> Keeping {
        self.kept
    }

    /// What trying one passphrase costs; `None` with a keyring.
    #[must_use]
    pub fn cost(&self) -> Option<Cost> {
        self.sealed.as_ref().map(|sealed| sealed.cost)
    }

    /// Whether this is the key that the folder was founded with.
    #[must_use]
    pub fn fits(&self, key: &DatabaseKey) -> bool {
        self.check == key.check()
    }

    /// Opens the lock. Takes as long as `Cost` says; call it away from the thread that draws the window.
    pub fn open(&self, passphrase: &str) -> Result<DatabaseKey> {
        let sealed = self.sealed.as_ref().ok_or(StoreError::KeptInKeyring)?;
        unseal(sealed, Slot::Passphrase, passphrase)?.ok_or(StoreError::WrongPassphrase)
    }

    fn written(self, folder: &Folder) -> Result<Self> {
        folder.make()?;
        let Self { kept, check, sealed, recovery } = self;
        let contents = Contents { format: FORMAT.into(), kept, check: hex(&check), sealed, recovery };
        let text = toml::to_string(&contents).map_err(|error| unclear(&error.to_string()))?;
        write_whole(&folder.salt(), text.as_bytes())?;
        Ok(Self { kept, check, sealed: contents.sealed, recovery: contents.recovery })
    }
}

/// The sheet that opens this folder now: it outlives a change of passphrase.
fn kept_recovery(folder: &Folder, key: &DatabaseKey) -> Result<Option<Sealed>> {
    match Lock::read(folder) {
        Ok(lock) => Ok(lock.filter(|lock| lock.fits(key)).and_then(|lock| lock.recovery)),
        // Nothing in a damaged file can be kept, and a new lock is the way out of it.
        Err(StoreError::Lock { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn seal(key: &DatabaseKey, slot: Slot, secret: &str, cost: Cost, rng: &mut impl CryptoRng) -> Result<Sealed> {
    let (mut salt, mut nonce) = ([0; 16], [0; 12]);
    rng.fill_bytes(&mut salt);
    rng.fill_bytes(&mut nonce);
    let cipher = cipher(secret, cost, &salt)?;
    let payload = Payload { msg: key.expose(), aad: &bound(slot, cost, &salt) };
    let sealed =
        cipher.encrypt(&Nonce::from(nonce), payload).map_err(|_| unclear("the key could not be sealed"))?;
    Ok(Sealed { cost, salt: hex(&salt), nonce: hex(&nonce), key: hex(&sealed) })
}

/// The key, or nothing for the wrong secret.
fn unseal(sealed: &Sealed, slot: Slot, secret: &str) -> Result<Option<DatabaseKey>> {
    let (salt, nonce) = (digits::<16>(&sealed.salt)?, digits::<12>(&sealed.nonce)?);
    let ciphertext = digits::<48>(&sealed.key)?;
    let cipher = cipher(secret, sealed.cost, &salt)?;
    let payload = Payload { msg: &ciphertext, aad: &bound(slot, sealed.cost, &salt) };
    let Ok(plain) = cipher.decrypt(&Nonce::from(nonce), payload).map(Zeroizing::new) else {
        return Ok(None);
    };
    let bytes = <[u8; 32]>::try_from(plain.as_slice()).map_err(|_| unclear("length of the key"))?;
    Ok(Some(DatabaseKey::from_bytes(bytes)))
}

fn cipher(passphrase: &str, cost: Cost, salt: &[u8; 16]) -> Result<ChaCha20Poly1305> {
    if cost.memory > MOST_MEMORY || cost.passes > MOST_PASSES {
        return Err(unclear("the cost is beyond reason"));
    }
    let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(32))
        .map_err(|error| unclear(&error.to_string()))?;
    let written: Zeroizing<String> = Zeroizing::new(passphrase.nfc().collect());
    let mut derived = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(written.as_bytes(), salt, derived.as_mut_slice())
        .map_err(|error| unclear(&error.to_string()))?;
    Ok(ChaCha20Poly1305::new(&Key::from(*derived)))
}

/// Binds the parameters to the sealed key, so that nobody can swap one without breaking the other.
fn bound(slot: Slot, cost: Cost, salt: &[u8; 16]) -> Vec<u8> {
    let mut bytes = slot.label().to_vec();
    for number in [cost.memory, cost.passes, cost.lanes] {
        bytes.extend_from_slice(&number.to_be_bytes());
    }
    bytes.extend_from_slice(salt);
    bytes
}

fn unclear(why: &str) -> StoreError {
    StoreError::Lock { file: FILE, why: why.into() }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn digits<const N: usize>(text: &str) -> Result<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != N * 2 || !text.is_ascii() {
        return Err(unclear("digits of the wrong length"));
    }
    for (place, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let pair = std::str::from_utf8(pair).map_err(|_| unclear("not digits"))?;
        *place = u8::from_str_radix(pair, 16).map_err(|_| unclear("not digits"))?;
    }
    Ok(bytes)
}
