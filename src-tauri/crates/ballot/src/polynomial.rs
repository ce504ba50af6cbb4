//! The second message of key generation: an officer's public polynomial, as bytes.
//!
//! `k points ‖ challenge ‖ k responses ‖ opening`, 32 bytes each: 192 bytes for k = 2. The library offers no byte
//! codec for the proof and none for the opening, only serde; so both cross through mirrors of the same shape.

use elastic_elgamal::{PublicKey, dkg::PublicInfo, group::Ristretto, sharing::PublicKeySet};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::{CommitteeError, Quorum};

/// Bytes of a polynomial message for this quorum: 64 k + 64.
pub fn polynomial_length(quorum: Quorum) -> usize {
    64 * usize::from(quorum.needed()) + 64
}

/// The commitment that a polynomial message opens: SHA-256 (first point ‖ opening).
///
/// # Errors
/// [`CommitteeError::MalformedPolynomial`] when the message has another length.
pub fn commitment_of(message: &[u8], quorum: Quorum, index: u8) -> Result<[u8; 32], CommitteeError> {
    if message.len() != polynomial_length(quorum) {
        return Err(CommitteeError::MalformedPolynomial { index });
    }
    let (Some(first), Some(opening)) = (message.first_chunk::<32>(), message.last_chunk::<32>()) else {
        return Err(CommitteeError::MalformedPolynomial { index });
    };
    Ok(Sha256::new().chain_update(first).chain_update(opening).finalize().into())
}

/// 32 bytes as the library's own serde writes them: a byte string, not an array of numbers.
struct Word([u8; 32]);

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = <&[u8]>::deserialize(deserializer)?;
        bytes.try_into().map(Word).map_err(|_| serde::de::Error::invalid_length(bytes.len(), &"32 bytes"))
    }
}

#[derive(Serialize, Deserialize)]
struct ProofMirror {
    challenge: Word,
    responses: Vec<Word>,
}

#[derive(Serialize, Deserialize)]
struct Mirror {
    polynomial: Vec<Word>,
    proof_of_possession: ProofMirror,
    opening: Word,
}

/// A polynomial message whose points are points, none of them the identity element. Not yet proven.
pub(crate) struct Polynomial(pub(crate) PublicInfo<'static, Ristretto>);

impl Polynomial {
    /// Reads the message of officer `index`.
    pub(crate) fn parse(message: &[u8], quorum: Quorum, index: u8) -> Result<Self, CommitteeError> {
        let malformed = CommitteeError::MalformedPolynomial { index };
        if message.len() != polynomial_length(quorum) {
            return Err(malformed);
        }
        let mut words = message.as_chunks::<32>().0.iter().map(|word| Word(*word));
        let k = usize::from(quorum.needed());
        let polynomial: Vec<Word> = words.by_ref().take(k).collect();
        // A public key refuses the identity element; the library's own reader of points does not.
        if polynomial.iter().any(|point| PublicKey::<Ristretto>::from_bytes(&point.0).is_err()) {
            return Err(malformed);
        }
        let challenge = words.next().ok_or(malformed)?;
        let responses = words.by_ref().take(k).collect();
        let opening = words.next().ok_or(malformed)?;
        let mirror =
            Mirror { polynomial, proof_of_possession: ProofMirror { challenge, responses }, opening };
        let bytes = postcard::to_allocvec(&mirror).map_err(|_| malformed)?;
        let info: PublicInfo<'static, Ristretto> = postcard::from_bytes(&bytes).map_err(|_| malformed)?;
        Ok(Self(info))
    }

    /// The message of this officer's own polynomial.
    pub(crate) fn write(info: &PublicInfo<'_, Ristretto>, index: u8) -> Result<Vec<u8>, CommitteeError> {
        let malformed = |_| CommitteeError::MalformedPolynomial { index };
        let bytes = postcard::to_allocvec(info).map_err(malformed)?;
        let mirror: Mirror = postcard::from_bytes(&bytes).map_err(malformed)?;
        let proof = mirror.proof_of_possession;
        let words = mirror.polynomial.into_iter().chain([proof.challenge]).chain(proof.responses);
        Ok(words.chain([mirror.opening]).flat_map(|word| word.0).collect())
    }

    /// The officers' keys that this polynomial alone would give; checks its proof.
    pub(crate) fn key_set(
        &self,
        quorum: Quorum,
        index: u8,
    ) -> Result<PublicKeySet<Ristretto>, CommitteeError> {
        PublicKeySet::new(quorum.params(), self.0.polynomial.clone(), &self.0.proof_of_possession)
            .map_err(|_| CommitteeError::PolynomialNotProven { index })
    }
}
