//! The committee's public keys, and one officer's secret part.

use std::collections::BTreeMap;

use curve25519_dalek::{RistrettoPoint, traits::IsIdentity};
use elastic_elgamal::{
    PublicKey, SecretKey,
    group::Ristretto,
    sharing::{ActiveParticipant, Params, PublicKeySet},
};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{
    CommitteeError,
    polynomial::{Polynomial, commitment_of},
};

/// How many officers there are and how many must act together. Protocol §2: m ≥ 3, k ≥ 2, k > m/2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quorum {
    officers: u8,
    needed: u8,
}

impl Quorum {
    /// The most officers that one committee may have; more would be a crowd, not a committee.
    pub const MOST: u8 = 15;

    /// A committee of `officers` (3 to 15), of whom `needed` open together (at least 2, more than half, at most all).
    ///
    /// # Errors
    /// [`CommitteeError::Quorum`] outside these bounds.
    pub fn new(officers: u8, needed: u8) -> Result<Self, CommitteeError> {
        let sound =
            (3..=Self::MOST).contains(&officers) && (2..=officers).contains(&needed) && needed > officers / 2;
        if sound { Ok(Self { officers, needed }) } else { Err(CommitteeError::Quorum { officers, needed }) }
    }

    /// Officers in all (m).
    pub fn officers(self) -> u8 {
        self.officers
    }

    /// Officers needed to open (k).
    pub fn needed(self) -> u8 {
        self.needed
    }

    /// Refuses an index that is not an officer's.
    pub(crate) fn officer(self, index: u8) -> Result<usize, CommitteeError> {
        if index < self.officers {
            Ok(usize::from(index))
        } else {
            Err(CommitteeError::NoSuchOfficer { index, officers: self.officers })
        }
    }

    /// The same two numbers for the proofs. Cannot panic there: `new` keeps 0 < k ≤ m.
    pub(crate) fn params(self) -> Params {
        Params::new(usize::from(self.officers), usize::from(self.needed))
    }
}

/// The public side of a committee: the common key K to which everything is sealed, and each officer's own key, with
/// which shares are checked. Public, small, the same for everybody.
#[derive(Debug, Clone)]
pub struct KeySet {
    quorum: Quorum,
    keys: PublicKeySet<Ristretto>,
}

impl PartialEq for KeySet {
    fn eq(&self, other: &Self) -> bool {
        self.to_bytes() == other.to_bytes()
    }
}

impl Eq for KeySet {}

impl KeySet {
    /// What everybody computes from the log: the keys that follow from the officers' commitments and polynomials, in
    /// the charter's order. No secret is needed, so any member checks that K is what the officers made.
    ///
    /// # Errors
    /// As the officers' own laptops would refuse: missing, equal, not opened, not proven.
    pub fn from_log(
        quorum: Quorum,
        commitments: &[[u8; 32]],
        polynomials: &[impl AsRef<[u8]>],
    ) -> Result<Self, CommitteeError> {
        refuse_equal(commitments.iter().copied().map(Some))?;
        let mut sums = vec![RistrettoPoint::default(); usize::from(quorum.officers)];
        for index in 0..quorum.officers {
            let at = usize::from(index);
            let commitment = commitments.get(at).ok_or(CommitteeError::Missing { index })?;
            let bytes = polynomials.get(at).ok_or(CommitteeError::Missing { index })?.as_ref();
            if commitment_of(bytes, quorum, index)? != *commitment {
                return Err(CommitteeError::CommitmentNotOpened { index });
            }
            let part = Polynomial::parse(bytes, quorum, index)?.key_set(quorum, index)?;
            for (sum, key) in sums.iter_mut().zip(part.participant_keys()) {
                *sum += key.as_element();
            }
        }
        if commitments.len() != sums.len() || polynomials.len() != sums.len() {
            return Err(CommitteeError::NoSuchOfficer { index: quorum.officers, officers: quorum.officers });
        }
        Self::from_points(quorum, &sums)
    }

    pub(crate) fn from_points(quorum: Quorum, points: &[RistrettoPoint]) -> Result<Self, CommitteeError> {
        let keys: Result<Vec<_>, _> =
            points.iter().map(|point| PublicKey::from_bytes(point.compress().as_bytes())).collect();
        let keys = keys.map_err(|_| CommitteeError::InconsistentKeys)?;
        Self::from_keys(quorum, keys)
    }

    fn from_keys(quorum: Quorum, keys: Vec<PublicKey<Ristretto>>) -> Result<Self, CommitteeError> {
        let keys = PublicKeySet::from_participants(quorum.params(), keys)
            .map_err(|_| CommitteeError::InconsistentKeys)?;
        if keys.shared_key().as_element().is_identity() {
            return Err(CommitteeError::InconsistentKeys);
        }
        Ok(Self { quorum, keys })
    }

    /// How many officers there are, and how many open.
    pub fn quorum(&self) -> Quorum {
        self.quorum
    }

    /// K, 32 bytes: what reviewers and voters seal to.
    pub fn common_key(&self) -> [u8; 32] {
        self.keys.shared_key().as_element().compress().to_bytes()
    }

    /// The public keys of the officers, 32 bytes each, in the charter's order.
    pub fn officer_keys(&self) -> Vec<[u8; 32]> {
        self.keys.participant_keys().iter().map(|key| key.as_element().compress().to_bytes()).collect()
    }

    /// What each officer logs in the last round: SHA-256 of the m officers' keys (protocol §6, `confirm`).
    pub fn confirmation(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        for key in self.officer_keys() {
            hash.update(key);
        }
        hash.finalize().into()
    }

    /// The key is in force only when all m officers confirmed this very set. `confirmed` holds, by officer, what each
    /// has logged.
    ///
    /// # Errors
    /// [`CommitteeError::Missing`] while one has not, [`CommitteeError::OtherKeySetConfirmed`] when one differs.
    pub fn require_in_force(&self, confirmed: &BTreeMap<u8, [u8; 32]>) -> Result<(), CommitteeError> {
        let expected = self.confirmation();
        for (&index, digest) in confirmed {
            self.quorum.officer(index)?;
            if *digest != expected {
                return Err(CommitteeError::OtherKeySetConfirmed { index });
            }
        }
        match (0..self.quorum.officers).find(|index| !confirmed.contains_key(index)) {
            Some(index) => Err(CommitteeError::Missing { index }),
            None => Ok(()),
        }
    }

    /// `k ‖ m ‖ K ‖ the m officers' keys`: 2 + 32 (m + 1) bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![self.quorum.needed, self.quorum.officers];
        bytes.extend_from_slice(&self.common_key());
        for key in self.officer_keys() {
            bytes.extend_from_slice(&key);
        }
        bytes
    }

    /// Reads [`Self::to_bytes`] and checks that the keys belong together: K is recomputed, never believed.
    ///
    /// # Errors
    /// [`CommitteeError::Unreadable`] for another length, [`CommitteeError::InconsistentKeys`] for keys that are no
    /// points, the identity element, or off the polynomial.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CommitteeError> {
        let [needed, officers, points @ ..] = bytes else { return Err(CommitteeError::Unreadable) };
        let quorum = Quorum::new(*officers, *needed)?;
        let (points, rest) = points.as_chunks::<32>();
        let [common, officer_keys @ ..] = points else { return Err(CommitteeError::Unreadable) };
        if !rest.is_empty() || officer_keys.len() != usize::from(quorum.officers) {
            return Err(CommitteeError::Unreadable);
        }
        let keys: Result<Vec<_>, _> = officer_keys.iter().map(|key| PublicKey::from_bytes(key)).collect();
        let set = Self::from_keys(quorum, keys.map_err(|_| CommitteeError::InconsistentKeys)?)?;
        if set.common_key() == *common { Ok(set) } else { Err(CommitteeError::InconsistentKeys) }
    }

    pub(crate) fn keys(&self) -> &PublicKeySet<Ristretto> {
        &self.keys
    }
}

/// Two equal commitments mean a copied polynomial; later it would only fail at its shares, with the wrong one blamed.
pub(crate) fn refuse_equal(
    commitments: impl Iterator<Item = Option<[u8; 32]>>,
) -> Result<(), CommitteeError> {
    let mut seen = BTreeMap::new();
    for (index, commitment) in (0_u8..).zip(commitments) {
        let Some(commitment) = commitment else { continue };
        if let Some(first) = seen.insert(commitment, index) {
            return Err(CommitteeError::EqualCommitments { first, second: index });
        }
    }
    Ok(())
}

/// One officer's part of the committee's secret, with the key set that it belongs to. Kept in the vault; wrapped, by
/// whoever holds it, to the officer's second device. The memory is wiped when dropped.
#[derive(Debug, Clone)]
pub struct OfficerShare {
    key_set: KeySet,
    index: u8,
    part: ActiveParticipant<Ristretto>,
}

impl OfficerShare {
    /// Puts a scalar (32 bytes, little-endian) back beside its key set, as on an officer's second device.
    ///
    /// # Errors
    /// [`CommitteeError::NoSuchOfficer`], or [`CommitteeError::ForeignSecret`] when it is not this officer's.
    pub fn new(key_set: KeySet, index: u8, scalar: &[u8; 32]) -> Result<Self, CommitteeError> {
        let at = key_set.quorum.officer(index)?;
        let secret = SecretKey::from_bytes(scalar).ok_or(CommitteeError::ForeignSecret { index })?;
        let part = ActiveParticipant::new(key_set.keys.clone(), at, secret)
            .map_err(|_| CommitteeError::ForeignSecret { index })?;
        Ok(Self { key_set, index, part })
    }

    /// The public keys of this officer's committee.
    pub fn key_set(&self) -> &KeySet {
        &self.key_set
    }

    /// Which officer this is, from 0.
    pub fn index(&self) -> u8 {
        self.index
    }

    /// The secret itself, 32 bytes: only to be wrapped to another device of the same officer.
    pub fn scalar(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.part.secret_share().expose_scalar().to_bytes())
    }

    /// `index ‖ scalar ‖ key set`, for the vault.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let public = self.key_set.to_bytes();
        // The room is taken at once: a growing vector would leave copies of the secret behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(33 + public.len()));
        bytes.push(self.index);
        bytes.extend_from_slice(self.scalar().as_slice());
        bytes.extend_from_slice(&public);
        bytes
    }

    /// Reads [`Self::to_bytes`], and checks that the secret belongs to the keys.
    ///
    /// # Errors
    /// [`CommitteeError::Unreadable`] and those of [`Self::new`] and [`KeySet::from_bytes`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CommitteeError> {
        let (index, rest) = bytes.split_first().ok_or(CommitteeError::Unreadable)?;
        let (scalar, public) = rest.split_first_chunk::<32>().ok_or(CommitteeError::Unreadable)?;
        Self::new(KeySet::from_bytes(public)?, *index, scalar)
    }

    pub(crate) fn part(&self) -> &ActiveParticipant<Ristretto> {
        &self.part
    }
}
