//! Boxes: a 32-byte key sealed to the committee (TDH2, Shoup and Gennaro 2002, over ristretto255; protocol §6).
//!
//! ```text
//! box = R ‖ R₂ ‖ proof(64) ‖ ciphertext(48)      R = rG, R₂ = rG₂, key from S = rK
//! share of officer i = D ‖ proof(64)              D = xᵢR; any k of them give S
//! ```
//!
//! The proof ties the box to its label and to its ciphertext. Without it, somebody's sealed key could be submitted
//! again under another title and opened there, early. The types keep the order: shares exist only of a
//! [`CheckedBox`], and only a [`VerifiedShare`] counts towards the opening.

use std::sync::LazyLock;

use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce, aead::Aead, aead::Payload};
use curve25519_dalek::{RistrettoPoint, ristretto::CompressedRistretto, traits::IsIdentity};
use elastic_elgamal::{
    CandidateDecryption, Ciphertext, LogEqualityProof, PublicKey, SecretKey, VerifiableDecryption,
    group::Ristretto,
};
use hkdf::Hkdf;
use merlin::Transcript;
use rand_core::CryptoRng;
use sha2::{Digest, Sha256, Sha512};
use zeroize::Zeroizing;

use crate::{KeySet, OfficerShare, SealError};

/// Bytes of what a box holds: always a key, never a text.
pub const MESSAGE_BYTES: usize = 32;
/// Bytes of a box.
pub const BOX_BYTES: usize = 32 + 32 + 64 + CIPHERTEXT_BYTES;
/// Bytes of an officer's share of one box.
pub const SHARE_BYTES: usize = 32 + 64;
const CIPHERTEXT_BYTES: usize = MESSAGE_BYTES + 16;

/// G₂, the second base: RFC 9496's element derivation, so that nobody knows its logarithm.
static SECOND_BASE: LazyLock<RistrettoPoint> =
    LazyLock::new(|| RistrettoPoint::from_uniform_bytes(&Sha512::digest(b"sceau/1 tdh2 second base").into()));

/// What a box is for. Opening it under any other label is refused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label(Vec<u8>);

impl Label {
    /// The sheet that `member` submitted on `dossier` as event `seq` of the submitting device.
    pub fn sheet(institute: &[u8; 32], dossier: &[u8; 16], member: &[u8; 16], seq: u64) -> Self {
        Self::new(b"sceau/1 sheet", institute, dossier, member, seq)
    }

    /// The choice that `member` made in the roll call on `motion` as event `seq` of the voting device.
    pub fn roll_call(institute: &[u8; 32], motion: &[u8; 16], member: &[u8; 16], seq: u64) -> Self {
        Self::new(b"sceau/1 roll call", institute, motion, member, seq)
    }

    fn new(name: &[u8], institute: &[u8; 32], object: &[u8; 16], member: &[u8; 16], seq: u64) -> Self {
        Self([name, &[0], institute, object, member, &seq.to_be_bytes()].concat())
    }

    /// The bytes that are sealed in and proven.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A box as it travels: 176 bytes, not yet believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedBox([u8; BOX_BYTES]);

impl SealedBox {
    /// Seals `message` (a key) to the committee under `label`. The randomness is forgotten: not even the author can
    /// open the box alone.
    ///
    /// # Errors
    /// [`SealError::MalformedBox`] when the cipher fails, which its fixed lengths exclude.
    pub fn seal(
        to: &KeySet,
        label: &Label,
        message: &[u8; MESSAGE_BYTES],
        rng: &mut impl CryptoRng,
    ) -> Result<Self, SealError> {
        let secret = SecretKey::<Ristretto>::generate(rng);
        let r = secret.expose_scalar();
        let first = RistrettoPoint::mul_base(r);
        let second = *SECOND_BASE * r;
        let common = to.keys().shared_key().as_element() * r;
        let ciphertext = cipher(to, label, &first, &common)?
            .encrypt(&Nonce::default(), Payload { msg: message, aad: label.as_bytes() })
            .map_err(|_| SealError::MalformedBox)?;
        let mut transcript = transcript(to, label, &ciphertext);
        let proof = LogEqualityProof::new(&second_base()?, &secret, (first, second), &mut transcript, rng);
        let [first, second] = [first, second].map(|point| point.compress().to_bytes());
        Self::from_bytes(&[&first, &second, proof.to_bytes().as_slice(), &ciphertext].concat())
    }

    /// Takes 176 bytes; nothing is checked but their number.
    ///
    /// # Errors
    /// [`SealError::MalformedBox`] for another number.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SealError> {
        bytes.try_into().map(Self).map_err(|_| SealError::MalformedBox)
    }

    /// The 176 bytes.
    pub fn as_bytes(&self) -> &[u8; BOX_BYTES] {
        &self.0
    }

    /// Checks that the box was made for this committee under this label and not altered since. The registry, the
    /// officers and the readers all do this before anything else; none needs a secret for it.
    ///
    /// # Errors
    /// [`SealError::MalformedBox`], [`SealError::BoxNotProven`].
    pub fn check(&self, committee: &KeySet, label: &Label) -> Result<CheckedBox, SealError> {
        let (first, rest) = self.0.split_first_chunk::<32>().ok_or(SealError::MalformedBox)?;
        let (second, rest) = rest.split_first_chunk::<32>().ok_or(SealError::MalformedBox)?;
        let (proof, ciphertext) = rest.split_first_chunk::<64>().ok_or(SealError::MalformedBox)?;
        let first = element(first).ok_or(SealError::MalformedBox)?;
        let second = element(second).ok_or(SealError::MalformedBox)?;
        let proof = LogEqualityProof::<Ristretto>::from_bytes(proof).ok_or(SealError::MalformedBox)?;
        proof
            .verify(&second_base()?, (first, second), &mut transcript(committee, label, ciphertext))
            .map_err(|_| SealError::BoxNotProven)?;
        Ok(CheckedBox {
            committee: committee.clone(),
            label: label.clone(),
            first,
            ciphertext: ciphertext.try_into().map_err(|_| SealError::MalformedBox)?,
        })
    }
}

/// A box that was checked against its committee and label.
#[derive(Debug, Clone)]
pub struct CheckedBox {
    committee: KeySet,
    label: Label,
    first: RistrettoPoint,
    ciphertext: [u8; CIPHERTEXT_BYTES],
}

/// One officer's share of one box, proven. Whose and of which box is part of it.
#[derive(Debug, Clone)]
pub struct VerifiedShare {
    index: u8,
    of: CompressedRistretto,
    part: VerifiableDecryption<Ristretto>,
}

impl VerifiedShare {
    /// Whose share it is, from 0.
    pub fn index(&self) -> u8 {
        self.index
    }
}

impl CheckedBox {
    /// What the box is for.
    pub fn label(&self) -> &Label {
        &self.label
    }

    /// The share that this officer publishes: `D ‖ proof`. Alone it opens nothing.
    ///
    /// # Errors
    /// [`SealError::OtherCommittee`] when the officer's part belongs to another key.
    pub fn share(
        &self,
        officer: &OfficerShare,
        rng: &mut impl CryptoRng,
    ) -> Result<[u8; SHARE_BYTES], SealError> {
        if *officer.key_set() != self.committee {
            return Err(SealError::OtherCommittee);
        }
        let (part, proof) = officer.part().decrypt_share(self.as_sum(), rng);
        let malformed = SealError::MalformedShare { index: officer.index() };
        [part.to_bytes(), proof.to_bytes()].concat().try_into().map_err(|_| malformed)
    }

    /// Checks a published share of officer `index`; anybody can.
    ///
    /// # Errors
    /// [`SealError::NoSuchOfficer`], [`SealError::MalformedShare`], [`SealError::ShareNotProven`].
    pub fn verify_share(&self, index: u8, share: &[u8]) -> Result<VerifiedShare, SealError> {
        let officers = self.committee.quorum().officers();
        // The library panics beyond m.
        if index >= officers {
            return Err(SealError::NoSuchOfficer { index, officers });
        }
        let malformed = SealError::MalformedShare { index };
        let share: &[u8; SHARE_BYTES] = share.try_into().map_err(|_| malformed)?;
        let (point, proof) = share.split_first_chunk::<32>().ok_or(malformed)?;
        // The library takes the identity element; we do not.
        element(point).ok_or(malformed)?;
        let candidate = CandidateDecryption::<Ristretto>::from_bytes(point).ok_or(malformed)?;
        let proof = LogEqualityProof::from_bytes(proof).ok_or(malformed)?;
        let part = self
            .committee
            .keys()
            .verify_share(candidate, self.as_sum(), usize::from(index), &proof)
            .map_err(|_| SealError::ShareNotProven { index })?;
        Ok(VerifiedShare { index, of: self.first.compress(), part })
    }

    /// Opens the box with the shares of at least k distinct officers.
    ///
    /// # Errors
    /// [`SealError::ShareOfOtherBox`], [`SealError::SameOfficerTwice`], [`SealError::TooFewShares`];
    /// [`SealError::UnreadableContent`] when the author sealed rubbish: then all see the same.
    pub fn open(&self, shares: &[VerifiedShare]) -> Result<Zeroizing<[u8; MESSAGE_BYTES]>, SealError> {
        let mut seen = std::collections::BTreeSet::new();
        let of = self.first.compress();
        for share in shares {
            let index = share.index;
            if share.of != of || index >= self.committee.quorum().officers() {
                return Err(SealError::ShareOfOtherBox { index });
            }
            // The library would return a wrong value without a word.
            if !seen.insert(index) {
                return Err(SealError::SameOfficerTwice { index });
            }
        }
        let needed = usize::from(self.committee.quorum().needed());
        let too_few = SealError::TooFewShares { have: shares.len(), needed };
        let parts = shares.iter().map(|share| (usize::from(share.index), share.part));
        let common = self.committee.quorum().params().combine_shares(parts).ok_or(too_few)?;
        let plain = cipher(&self.committee, &self.label, &self.first, common.as_element())?
            .decrypt(&Nonce::default(), Payload { msg: &self.ciphertext, aad: self.label.as_bytes() })
            .map_err(|_| SealError::UnreadableContent)?;
        let plain = Zeroizing::new(plain);
        let message = plain.as_slice().try_into().map_err(|_| SealError::UnreadableContent)?;
        Ok(Zeroizing::new(message))
    }

    /// As the library wants it; only R matters to a share.
    fn as_sum(&self) -> Ciphertext<Ristretto> {
        Ciphertext::from_elements(self.first, self.first)
    }
}

/// A point that is one, in its only form, and not the identity element.
fn element(bytes: &[u8; 32]) -> Option<RistrettoPoint> {
    CompressedRistretto(*bytes).decompress().filter(|point| !point.is_identity())
}

fn second_base() -> Result<PublicKey<Ristretto>, SealError> {
    PublicKey::from_bytes(SECOND_BASE.compress().as_bytes()).map_err(|_| SealError::MalformedBox)
}

fn transcript(committee: &KeySet, label: &Label, ciphertext: &[u8]) -> Transcript {
    let mut transcript = Transcript::new(b"sceau/1 box");
    transcript.append_message(b"K", &committee.common_key());
    transcript.append_message(b"label", label.as_bytes());
    transcript.append_message(b"ct", &Sha256::digest(ciphertext));
    transcript
}

/// The cipher of one box. Its key comes from S, new for each box, so a nonce of zeros is used once.
fn cipher(
    committee: &KeySet,
    label: &Label,
    first: &RistrettoPoint,
    common: &RistrettoPoint,
) -> Result<ChaCha20Poly1305, SealError> {
    let secret = Zeroizing::new(common.compress().to_bytes());
    let mut key = Zeroizing::new([0; 32]);
    let (common_key, first) = (committee.common_key(), first.compress());
    let info: [&[u8]; 3] = [b"sceau/1 box key", &common_key, first.as_bytes()];
    Hkdf::<Sha256>::new(Some(&Sha256::digest(label.as_bytes())), secret.as_slice())
        .expand_multi_info(&info, key.as_mut_slice())
        .map_err(|_| SealError::MalformedBox)?;
    ChaCha20Poly1305::new_from_slice(key.as_slice()).map_err(|_| SealError::MalformedBox)
}

#[cfg(test)]
mod tests;
