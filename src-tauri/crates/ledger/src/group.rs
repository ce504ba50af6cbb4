//! Key groups: dossier, board and self. Every shared key is a random 32-byte key of a group and an epoch,
//! named by a commitment and wrapped to devices by HPKE.

use hkdf::Hkdf;
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal_with_rng,
};
use rand_core::CryptoRng;
use sceau_domain::id::{DeviceId, GroupId, Institute};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::batch::KeyName;

/// Why a key cannot be wrapped or taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrapError {
    /// The receiving key is not a point that can receive.
    #[error("the receiving key is not valid")]
    BadRecipient,
    /// Made for another device, group, epoch or institute, or changed on the way.
    #[error("the wrap does not open for this device, group and epoch")]
    DoesNotOpen,
    /// The key inside is not the one that the group announced: refused, and said so in an event.
    #[error("the wrapped key is not the one that was announced")]
    WrongCommitment,
}

/// HKDF-SHA256 with 32 bytes out.
pub(crate) fn derive(secret: &[u8], salt: &[u8], info: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut out = Zeroizing::new([0; 32]);
    let expanded = Hkdf::<Sha256>::new(Some(salt), secret).expand(info, out.as_mut());
    debug_assert!(expanded.is_ok(), "32 bytes are far below the limit of 255 blocks");
    out
}

/// The commitment to a group's key: `HKDF(key, salt = institute, "sceau/1 key id")`. The cipher alone does
/// not bind a ciphertext to one key, so without it an author could show different texts to different readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Commitment(pub [u8; 32]);

impl Commitment {
    /// The key's name in batches: the first 8 bytes.
    #[must_use]
    pub fn name(&self) -> KeyName {
        let mut name = [0; 8];
        name.iter_mut().zip(self.0).for_each(|(to, from)| *to = from);
        KeyName(name)
    }
}

/// The key of a group at one epoch. Wiped when dropped, never printed.
#[derive(Clone)]
pub struct GroupKey(Zeroizing<[u8; 32]>);

impl GroupKey {
    /// Draws a new key.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        rng.fill_bytes(key.as_mut());
        Self(key)
    }

    /// A key that was kept.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, to be kept in the vault.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// What `key.new` states of this key.
    #[must_use]
    pub fn commitment(&self, institute: &Institute) -> Commitment {
        Commitment(*derive(self.expose(), &institute.0, b"sceau/1 key id"))
    }

    /// The key's name in batches.
    #[must_use]
    pub fn name(&self, institute: &Institute) -> KeyName {
        self.commitment(institute).name()
    }

    /// Whether this is the key that was announced.
    #[must_use]
    pub fn matches(&self, announced: &Commitment, institute: &Institute) -> bool {
        self.commitment(institute).0.ct_eq(&announced.0).into()
    }

    /// The key of group parcels (access 1), and of own parcels (access 3) when the group is a member's.
    #[must_use]
    pub fn class(&self) -> ClassKey {
        ClassKey(self.0.clone())
    }

    /// The key of sealed parcels (access 2): `HKDF(sheet key ‖ dossier key, salt = institute, "sceau/1 sealed")`.
    /// Whoever holds only one of the two keys reads nothing: officers can help to open what they may not read.
    #[must_use]
    pub fn sealed_class(&self, sheet: &SheetKey, institute: &Institute) -> ClassKey {
        let both = Zeroizing::new([&sheet.0[..], &self.0[..]].concat());
        ClassKey(derive(&both, &institute.0, b"sceau/1 sealed"))
    }
}

/// The key of one sealed sheet or choice: it travels in a box to the committee. Wiped when dropped.
#[derive(Clone)]
pub struct SheetKey(Zeroizing<[u8; 32]>);

impl SheetKey {
    /// Draws a new key.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        Self(GroupKey::draw(rng).0)
    }

    /// A key that came out of a box.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, to be boxed to the committee.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The key from which the keys of parcels of one class derive. Wiped when dropped, never printed.
#[derive(Clone)]
pub struct ClassKey(Zeroizing<[u8; 32]>);

impl ClassKey {
    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

/// For whom and for what a key is wrapped: bound by the wrap itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrapLabel {
    /// The institute.
    pub institute: Institute,
    /// The group whose key it is.
    pub group: GroupId,
    /// The epoch of the key, from 1.
    pub epoch: u64,
    /// The receiving device.
    pub device: DeviceId,
}

impl WrapLabel {
    /// `"sceau/1 wrap" ‖ 0 ‖ institute ‖ group ‖ epoch(8) ‖ device`.
    #[must_use]
    pub fn info(&self) -> Vec<u8> {
        let epoch = self.epoch.to_be_bytes();
        [&b"sceau/1 wrap\0"[..], &self.institute.0, &self.group.0, &epoch, &self.device.0].concat()
    }
}

/// A wrapped key: `enc(32) ‖ ct(48)`.
pub type Wrap = [u8; 80];

/// Wraps a group's key to a device's receiving key.
///
/// # Errors
/// A receiving key that cannot receive.
pub fn wrap(
    key: &GroupKey,
    receive: &[u8; 32],
    label: &WrapLabel,
    rng: &mut impl CryptoRng,
) -> Result<Wrap, WrapError> {
    let (enc, ct) = hpke_seal(receive, &label.info(), key.expose(), rng).ok_or(WrapError::BadRecipient)?;
    [&enc[..], &ct].concat().try_into().map_err(|_| WrapError::BadRecipient)
}

/// Takes a wrapped key and refuses one that does not match what was announced.
///
/// # Errors
/// A wrap for somebody or something else, or a key other than the announced one.
pub fn unwrap(
    wrap: &Wrap,
    secret: &ReceiveSecret,
    label: &WrapLabel,
    announced: &Commitment,
) -> Result<GroupKey, WrapError> {
    let key = unwrap_unannounced(wrap, secret, label)?;
    if key.matches(announced, &label.institute) { Ok(key) } else { Err(WrapError::WrongCommitment) }
}

/// Takes a wrapped secret for which nothing was announced: an officer's share, which its polynomial judges.
///
/// # Errors
/// A wrap for somebody or something else.
pub fn unwrap_unannounced(
    wrap: &Wrap,
    secret: &ReceiveSecret,
    label: &WrapLabel,
) -> Result<GroupKey, WrapError> {
    let (enc, ct) = wrap.split_first_chunk::<32>().ok_or(WrapError::DoesNotOpen)?;
    let plain = Zeroizing::new(hpke_open(secret, enc, &label.info(), ct).ok_or(WrapError::DoesNotOpen)?);
    let bytes = plain.as_slice().try_into().map_err(|_| WrapError::DoesNotOpen)?;
    Ok(GroupKey::from_bytes(bytes))
}

/// The X25519 secret of a device or of the registry. Wiped when dropped, never printed.
#[derive(Clone)]
pub struct ReceiveSecret(Zeroizing<[u8; 32]>);

impl ReceiveSecret {
    /// Draws a new secret.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        Self(GroupKey::draw(rng).0)
    }

    /// A secret that was kept.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, to be wrapped by the keyring.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// The public key to which others seal.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        x25519_dalek::PublicKey::from(&x25519_dalek::StaticSecret::from(*self.0)).to_bytes()
    }
}

/// One HPKE sealing in base mode with empty associated data; `None` for a key that cannot receive.
pub(crate) fn hpke_seal(
    receive: &[u8; 32],
    info: &[u8],
    plain: &[u8],
    rng: &mut impl CryptoRng,
) -> Option<([u8; 32], Vec<u8>)> {
    let recipient = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(receive).ok()?;
    let (enc, ct) = single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeS::Base,
        &recipient,
        info,
        plain,
        &[],
        rng,
    )
    .ok()?;
    Some((enc.to_bytes().as_slice().try_into().ok()?, ct))
}

/// Opens what [`hpke_seal`] made; `None` for another key, another purpose or changed bytes.
pub(crate) fn hpke_open(secret: &ReceiveSecret, enc: &[u8; 32], info: &[u8], ct: &[u8]) -> Option<Vec<u8>> {
    let secret = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(secret.expose()).ok()?;
    let enc = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(enc).ok()?;
    single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &secret,
        &enc,
        info,
        ct,
        &[],
    )
    .ok()
}
