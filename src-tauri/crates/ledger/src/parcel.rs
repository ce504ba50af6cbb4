//! Parcels: the payloads of one batch under one key, compressed, padded and sealed together.
//!
//! `salt(16) ‖ AEAD(parcel key, inflated length(4) ‖ deflated length(4) ‖ DEFLATE(CBOR array of payloads) ‖ zeros)`.
//! The random salt gives each parcel a key of its own, so the nonce is zero and a device restored from an old
//! image repeats nothing.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rand_core::CryptoRng;
use sceau_domain::id::{DeviceId, Institute};
use zeroize::Zeroizing;

use crate::encoding::{EncodingError, Reader, Writer, door};
use crate::group::{ClassKey, derive};
use crate::header::MAX_ITEMS;

/// A parcel as stored, at most (1 MiB).
pub const MAX_SEALED: usize = 1 << 20;
/// Its payloads once inflated, at most (4 MiB).
pub const MAX_INFLATED: usize = 4 << 20;
/// Salt before and tag after the sealed bytes.
pub const OVERHEAD: usize = 16 + 16;
/// The two lengths in front of the compressed bytes.
const LENGTHS: usize = 8;
/// Fixed, so that the same payloads weigh the same on every laptop.
const DEFLATE_LEVEL: u8 = 6;
/// The step in which sheets grow: nearly all of them weigh the same.
const STEP: usize = 1024;

/// Why a parcel cannot be made or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParcelError {
    /// More than [`MAX_SEALED`] bytes sealed, [`MAX_INFLATED`] inflated or [`MAX_ITEMS`] payloads.
    #[error("the parcel is beyond its limits")]
    TooLarge,
    /// Shorter than any parcel, lengths that do not fit, or padding that is not zeros.
    #[error("the parcel is malformed")]
    Malformed,
    /// Another key, another place, or changed bytes.
    #[error("the parcel does not open with this key at this place")]
    DoesNotOpen,
    /// The payloads inside are not an array of byte strings in deterministic form.
    #[error("the parcel's payloads: {0}")]
    Payloads(#[from] EncodingError),
}

/// The place of a parcel: it is part of the key, so a parcel cannot be moved to another batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParcelPlace {
    /// The institute of the batch.
    pub institute: Institute,
    /// The device of the batch.
    pub device: DeviceId,
    /// The number of the batch.
    pub number: u64,
    /// The index of the parcel in the batch.
    pub index: u8,
}

/// How far a parcel is filled with zeros before sealing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Padding {
    /// Padmé over at least 256 bytes: the length leaks at most about 12 %.
    #[default]
    Padme,
    /// Whole steps of 1 KiB, for sheets and for decisions.
    Steps,
    /// 256 bytes and never more, for choices: a longer word must not show.
    Choice,
}

/// What a choice is filled up to; its parcel weighs 288 bytes, always.
const CHOICE: usize = 256;

impl Padding {
    /// The length after padding `n` bytes; for a choice that is too long, shorter than these.
    #[must_use]
    pub const fn length(self, n: usize) -> usize {
        match self {
            Self::Choice => CHOICE,
            Self::Padme => padme(if n < 256 { 256 } else { n }),
            Self::Steps => {
                let whole = n.next_multiple_of(STEP);
                if whole == 0 { STEP } else { whole }
            }
        }
    }
}

/// The Padmé length of `n` bytes: only about log log n bits of the length remain visible.
#[must_use]
pub const fn padme(n: usize) -> usize {
    if n < 2 {
        return n;
    }
    let exponent = n.ilog2();
    let digits = exponent.ilog2().saturating_add(1);
    let mask = (1_usize << exponent.saturating_sub(digits)).saturating_sub(1);
    n.saturating_add(mask) & !mask
}

/// The key of one parcel: what a replay bundle discloses instead of the class key. Wiped when dropped.
#[derive(Clone)]
pub struct ParcelKey(Zeroizing<[u8; 32]>);

impl ParcelKey {
    /// `HKDF(class key, salt, "sceau/1 parcel" ‖ 0 ‖ institute ‖ device ‖ number(8) ‖ index(1))`.
    #[must_use]
    pub fn derive(class: &ClassKey, salt: &[u8; 16], place: &ParcelPlace) -> Self {
        let info = [
            &b"sceau/1 parcel\0"[..],
            &place.institute.0,
            &place.device.0,
            &place.number.to_be_bytes(),
            &[place.index],
        ];
        Self(derive(class.expose(), salt, &info.concat()))
    }

    /// The key of a parcel that was disclosed.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The key of the parcel with these bytes at this place; `None` if it is shorter than its salt.
    #[must_use]
    pub fn of(class: &ClassKey, sealed: &[u8], place: &ParcelPlace) -> Option<Self> {
        let salt = sealed.first_chunk::<16>()?;
        Some(Self::derive(class, salt, place))
    }

    /// The bytes, to be disclosed in a replay bundle.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&Key::from(*self.0))
    }
}

/// Payloads as one CBOR array of byte strings: a clear parcel is exactly this.
///
/// # Errors
/// Too many payloads, or too many bytes.
pub fn pack(payloads: &[Vec<u8>]) -> Result<Vec<u8>, ParcelError> {
    if payloads.len() > MAX_ITEMS {
        return Err(ParcelError::TooLarge);
    }
    let mut to = Writer::new();
    write_payloads(payloads, &mut to);
    let packed = to.finish();
    if packed.len() > MAX_INFLATED { Err(ParcelError::TooLarge) } else { Ok(packed) }
}

/// The payloads of a clear or of an opened parcel.
///
/// # Errors
/// Not such an array, or one in another form.
pub fn unpack(packed: &[u8]) -> Result<Vec<Vec<u8>>, ParcelError> {
    let read = |from: &mut Reader<'_>| from.list(MAX_ITEMS as u64, |from| Ok(from.bytes()?.to_vec()));
    Ok(door(packed, read, |payloads, to| write_payloads(payloads, to))?)
}

fn write_payloads(payloads: &[Vec<u8>], to: &mut Writer) {
    to.array(payloads.len());
    for payload in payloads {
        to.bytes(payload);
    }
}

/// Compresses, pads and seals payloads for one place.
///
/// # Errors
/// Beyond the limits of a parcel.
pub fn seal(
    payloads: &[Vec<u8>],
    class: &ClassKey,
    place: &ParcelPlace,
    padding: Padding,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, ParcelError> {
    let packed = Zeroizing::new(pack(payloads)?);
    let deflated = Zeroizing::new(compress_to_vec(&packed, DEFLATE_LEVEL));
    let (inflated_length, deflated_length) = (length_of(&packed)?, length_of(&deflated)?);
    let filled = deflated.len().saturating_add(LENGTHS);
    let padded = padding.length(filled);
    if padded < filled || padded.saturating_add(OVERHEAD) > MAX_SEALED {
        return Err(ParcelError::TooLarge);
    }
    let mut plain = Zeroizing::new(Vec::with_capacity(padded));
    plain.extend_from_slice(&inflated_length);
    plain.extend_from_slice(&deflated_length);
    plain.extend_from_slice(&deflated);
    plain.resize(padded, 0);

    let mut salt = [0; 16];
    rng.fill_bytes(&mut salt);
    let sealed = ParcelKey::derive(class, &salt, place)
        .cipher()
        .encrypt(&Nonce::default(), plain.as_slice())
        .map_err(|_| ParcelError::TooLarge)?;
    Ok([&salt[..], &sealed].concat())
}

fn length_of(bytes: &[u8]) -> Result<[u8; 4], ParcelError> {
    u32::try_from(bytes.len()).map(u32::to_be_bytes).map_err(|_| ParcelError::TooLarge)
}

/// Opens a sealed parcel with the key of its class.
///
/// # Errors
/// Another key or place, changed bytes, or contents beyond the limits.
pub fn open(sealed: &[u8], class: &ClassKey, place: &ParcelPlace) -> Result<Vec<Vec<u8>>, ParcelError> {
    open_with(sealed, &ParcelKey::of(class, sealed, place).ok_or(ParcelError::Malformed)?)
}

/// Opens a sealed parcel with its own key.
///
/// # Errors
/// Another key, changed bytes, or contents beyond the limits.
pub fn open_with(sealed: &[u8], key: &ParcelKey) -> Result<Vec<Vec<u8>>, ParcelError> {
    if sealed.len() > MAX_SEALED {
        return Err(ParcelError::TooLarge);
    }
    let (_salt, body) = sealed.split_first_chunk::<16>().ok_or(ParcelError::Malformed)?;
    let plain = key.cipher().decrypt(&Nonce::default(), body).map_err(|_| ParcelError::DoesNotOpen)?;
    let plain = Zeroizing::new(plain);
    let (inflated_length, rest) = plain.split_first_chunk::<4>().ok_or(ParcelError::Malformed)?;
    let (deflated_length, rest) = rest.split_first_chunk::<4>().ok_or(ParcelError::Malformed)?;
    let inflated_length = u32::from_be_bytes(*inflated_length) as usize;
    let deflated_length = u32::from_be_bytes(*deflated_length) as usize;
    // The stated length is judged before a single byte is inflated: a bomb never unfolds.
    if inflated_length > MAX_INFLATED {
        return Err(ParcelError::TooLarge);
    }
    let (deflated, zeros) = rest.split_at_checked(deflated_length).ok_or(ParcelError::Malformed)?;
    if zeros.iter().any(|byte| *byte != 0) {
        return Err(ParcelError::Malformed);
    }
    let packed =
        decompress_to_vec_with_limit(deflated, inflated_length).map_err(|_| ParcelError::Malformed)?;
    let packed = Zeroizing::new(packed);
    if packed.len() != inflated_length {
        return Err(ParcelError::Malformed);
    }
    unpack(&packed)
}
