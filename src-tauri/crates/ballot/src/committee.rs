//! Making the committee's key without a dealer (Pedersen), in three visits of each officer.
//!
//! ```text
//! visit 1   commitment()      32 B, logged             accept_commitment(each other)
//! visit 2   polynomial()      64 k + 64 B, logged      accept_polynomial(each other)
//! visit 3   share_for(j)      32 B, wrapped to j       accept_share(each other)
//!           complete()        the officer's share; its confirmation is logged, and the key is in force when all m agree
//! ```
//!
//! What is kept between visits is a 32-byte seed and the messages received, nothing of the library's own state: the
//! run is replayed from them. So a state in the vault is checked as it is read, and outlives a change of the library.

use core::fmt;

use chacha20::{ChaCha20Rng, rand_core::SeedableRng};
use elastic_elgamal::{
    SecretKey,
    dkg::{
        Error as Refused, ParticipantCollectingCommitments, ParticipantCollectingPolynomials,
        ParticipantExchangingSecrets,
    },
    group::Ristretto,
};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{CommitteeError, KeySet, OfficerShare, Quorum, key_set::refuse_equal, polynomial::Polynomial};

/// The format of the kept state.
const STATE_VERSION: u8 = 1;

/// One officer's side of a run. Messages may come in any order within their round and more than once.
pub struct KeyGeneration {
    quorum: Quorum,
    kept: Kept,
}

/// All that is kept between visits. Own messages are not in it: they follow from the seed.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
struct Kept {
    version: u8,
    officers: u8,
    needed: u8,
    index: u8,
    seed: [u8; 32],
    commitments: Vec<Option<[u8; 32]>>,
    polynomials: Vec<Option<Vec<u8>>>,
    shares: Vec<Option<[u8; 32]>>,
}

impl Kept {
    fn blank(quorum: Quorum, index: u8) -> Self {
        let m = usize::from(quorum.officers());
        Self {
            version: STATE_VERSION,
            officers: quorum.officers(),
            needed: quorum.needed(),
            index,
            seed: [0; 32],
            commitments: vec![None; m],
            polynomials: vec![None; m],
            shares: vec![None; m],
        }
    }
}

impl fmt::Debug for KeyGeneration {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The seed and the shares are secret: neither is ever printed.
        out.debug_struct("KeyGeneration")
            .field("quorum", &self.quorum)
            .field("index", &self.kept.index)
            .finish()
    }
}

impl KeyGeneration {
    /// Starts a run as officer `index` (from 0, in the charter's order). A run that was broken off is never
    /// continued with other officers: each attempt draws anew.
    ///
    /// # Errors
    /// [`CommitteeError::NoSuchOfficer`].
    pub fn begin(quorum: Quorum, index: u8, rng: &mut impl CryptoRng) -> Result<Self, CommitteeError> {
        quorum.officer(index)?;
        let mut run = Self { quorum, kept: Kept::blank(quorum, index) };
        rng.fill_bytes(&mut run.kept.seed);
        Ok(run)
    }

    /// Which officer this is, from 0.
    pub fn index(&self) -> u8 {
        self.kept.index
    }

    /// How many officers take part, and how many will open.
    pub fn quorum(&self) -> Quorum {
        self.quorum
    }

    /// Round 1: what this officer logs, 32 bytes.
    pub fn commitment(&self) -> [u8; 32] {
        self.start().commitment()
    }

    /// Round 1: what officer `from` logged. Repeating one's own or an already accepted message changes nothing.
    ///
    /// # Errors
    /// No such officer; another message than before; equal to another officer's.
    pub fn accept_commitment(&mut self, from: u8, commitment: [u8; 32]) -> Result<(), CommitteeError> {
        let own = self.commitment();
        let mut commitments = self.kept.commitments.clone();
        let before = (from == self.kept.index).then_some(own);
        if place(self.quorum, from, &mut commitments, before, commitment)? {
            let all = (0_u8..).zip(&commitments);
            refuse_equal(
                all.map(|(index, other)| if index == self.kept.index { Some(own) } else { *other }),
            )?;
            self.kept.commitments = commitments;
        }
        Ok(())
    }

    /// Round 2: what this officer logs once every commitment is there; before, it could still be chosen to suit.
    ///
    /// # Errors
    /// [`CommitteeError::Missing`] names an officer without commitment.
    pub fn polynomial(&self) -> Result<Vec<u8>, CommitteeError> {
        Polynomial::write(&self.commitments_closed()?.public_info(), self.kept.index)
    }

    /// Round 2: what officer `from` logged.
    ///
    /// # Errors
    /// A commitment is missing; malformed; does not open the commitment; not proven; another message than before.
    pub fn accept_polynomial(&mut self, from: u8, message: &[u8]) -> Result<(), CommitteeError> {
        let own = if from == self.kept.index { Some(self.polynomial()?) } else { None };
        let mut stage = self.commitments_closed()?;
        let mut polynomials = self.kept.polynomials.clone();
        if place(self.quorum, from, &mut polynomials, own, message.to_vec())? {
            add_polynomial(&mut stage, self.quorum, from, message)?;
            self.kept.polynomials = polynomials;
        }
        Ok(())
    }

    /// Round 3: the secret scalar (32 bytes, little-endian) that officer `to`, and nobody else, may receive.
    ///
    /// # Errors
    /// [`CommitteeError::Missing`] names an officer without polynomial; no such officer.
    pub fn share_for(&self, to: u8) -> Result<Zeroizing<[u8; 32]>, CommitteeError> {
        let at = self.quorum.officer(to)?;
        let share = self.polynomials_closed()?.secret_share_for_participant(at);
        Ok(Zeroizing::new(share.expose_scalar().to_bytes()))
    }

    /// Round 3: the scalar that officer `from` wrapped to this one; refused at once when it is off the polynomial.
    ///
    /// # Errors
    /// A polynomial is missing; [`CommitteeError::ShareOffPolynomial`]; another share than before.
    pub fn accept_share(&mut self, from: u8, scalar: &[u8; 32]) -> Result<(), CommitteeError> {
        let own = if from == self.kept.index { Some(*self.share_for(from)?) } else { None };
        let mut stage = self.polynomials_closed()?;
        let known = self.kept.shares.get(self.quorum.officer(from)?).copied().flatten().or(own);
        if let Some(known) = known.map(Zeroizing::new) {
            let same = bool::from(known.as_slice().ct_eq(scalar));
            return if same { Ok(()) } else { Err(CommitteeError::Contradiction { index: from }) };
        }
        add_share(&mut stage, from, scalar)?;
        if let Some(place) = self.kept.shares.get_mut(usize::from(from)) {
            *place = Some(*scalar);
        }
        Ok(())
    }

    /// The end: this officer's share of the key. Its key set's confirmation is what the officer then logs; the key
    /// is in force when [`KeySet::require_in_force`] holds.
    ///
    /// # Errors
    /// [`CommitteeError::Missing`] names an officer without share.
    pub fn complete(&self) -> Result<OfficerShare, CommitteeError> {
        let mut stage = self.polynomials_closed()?;
        for (from, share) in (0_u8..).zip(&self.kept.shares) {
            match share {
                _ if from == self.kept.index => {}
                Some(scalar) => add_share(&mut stage, from, scalar)?,
                None => return Err(CommitteeError::Missing { index: from }),
            }
        }
        // Cannot panic there: every share was just inserted.
        let part = stage.complete().map_err(|_| CommitteeError::InconsistentKeys)?;
        let points: Vec<_> =
            part.key_set().participant_keys().iter().map(elastic_elgamal::PublicKey::as_element).collect();
        let key_set = KeySet::from_points(self.quorum, &points)?;
        let scalar = Zeroizing::new(part.secret_share().expose_scalar().to_bytes());
        OfficerShare::new(key_set, self.kept.index, &scalar)
    }

    /// The first officer whose message of the current round is not here yet; `None` when the run can be completed.
    pub fn waiting_for(&self) -> Option<u8> {
        let missing = |here: &dyn Fn(usize) -> bool| {
            (0..self.quorum.officers()).find(|&i| i != self.kept.index && !here(usize::from(i)))
        };
        missing(&|i| self.kept.commitments.get(i).is_some_and(Option::is_some))
            .or_else(|| missing(&|i| self.kept.polynomials.get(i).is_some_and(Option::is_some)))
            .or_else(|| missing(&|i| self.kept.shares.get(i).is_some_and(Option::is_some)))
    }

    /// The state between visits, secret: it belongs in the vault and nowhere else.
    ///
    /// # Errors
    /// [`CommitteeError::Unreadable`] when it cannot be written, which the fixed shape excludes.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, CommitteeError> {
        // Room for all of it at once: a growing vector would leave copies of the seed behind.
        let each = crate::polynomial_length(self.quorum) + 80;
        let mut bytes = Zeroizing::new(vec![0; 64 + usize::from(self.quorum.officers()) * each]);
        let used = postcard::to_slice(&self.kept, &mut bytes).map_err(|_| CommitteeError::Unreadable)?.len();
        bytes.truncate(used);
        Ok(bytes)
    }

    /// Reads [`Self::to_bytes`] and replays it, so that an altered state is refused here and not later.
    ///
    /// # Errors
    /// [`CommitteeError::Unreadable`] for other bytes; else what the altered message is refused for.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CommitteeError> {
        let (kept, rest): (Kept, _) =
            postcard::take_from_bytes(bytes).map_err(|_| CommitteeError::Unreadable)?;
        let quorum = Quorum::new(kept.officers, kept.needed)?;
        quorum.officer(kept.index)?;
        let m = usize::from(kept.officers);
        let shaped = kept.commitments.len() == m && kept.polynomials.len() == m && kept.shares.len() == m;
        if kept.version != STATE_VERSION || !rest.is_empty() || !shaped {
            return Err(CommitteeError::Unreadable);
        }
        let mut run = Self { quorum, kept: Kept::blank(quorum, kept.index) };
        run.kept.seed = kept.seed;
        for (from, commitment) in (0_u8..).zip(&kept.commitments) {
            commitment.map_or(Ok(()), |value| run.accept_commitment(from, value))?;
        }
        for (from, message) in (0_u8..).zip(&kept.polynomials) {
            message.as_ref().map_or(Ok(()), |value| run.accept_polynomial(from, value))?;
        }
        for (from, share) in (0_u8..).zip(&kept.shares) {
            share.as_ref().map_or(Ok(()), |value| run.accept_share(from, value))?;
        }
        Ok(run)
    }

    /// The run before any message: all of it follows from the seed.
    fn start(&self) -> ParticipantCollectingCommitments<Ristretto> {
        let mut drawn = ChaCha20Rng::from_seed(self.kept.seed);
        // Cannot panic there: `begin` and `from_bytes` refuse an index beyond m.
        ParticipantCollectingCommitments::new(self.quorum.params(), usize::from(self.kept.index), &mut drawn)
    }

    fn commitments_closed(&self) -> Result<ParticipantCollectingPolynomials<Ristretto>, CommitteeError> {
        let mut stage = self.start();
        for (from, commitment) in (0_u8..).zip(&self.kept.commitments) {
            match commitment {
                _ if from == self.kept.index => {}
                Some(value) => stage.insert_commitment(usize::from(from), *value),
                None => return Err(CommitteeError::Missing { index: from }),
            }
        }
        // Cannot panic there: none is missing, each was inserted once.
        Ok(stage.finish_commitment_phase())
    }

    fn polynomials_closed(&self) -> Result<ParticipantExchangingSecrets<Ristretto>, CommitteeError> {
        let mut stage = self.commitments_closed()?;
        for (from, message) in (0_u8..).zip(&self.kept.polynomials) {
            match message {
                _ if from == self.kept.index => {}
                Some(message) => add_polynomial(&mut stage, self.quorum, from, message)?,
                None => return Err(CommitteeError::Missing { index: from }),
            }
        }
        // Cannot panic there: none is missing, as above.
        Ok(stage.finish_polynomials_phase())
    }
}

/// Puts a message in its sender's place. `false`: it was there already. `own` is the sender's known message when the
/// sender is oneself.
fn place<T: PartialEq + Clone>(
    quorum: Quorum,
    from: u8,
    places: &mut [Option<T>],
    own: Option<T>,
    message: T,
) -> Result<bool, CommitteeError> {
    let absent = CommitteeError::NoSuchOfficer { index: from, officers: quorum.officers() };
    let place = places.get_mut(quorum.officer(from)?).ok_or(absent)?;
    match own.or_else(|| place.clone()) {
        Some(known) if known == message => Ok(false),
        Some(_) => Err(CommitteeError::Contradiction { index: from }),
        None => {
            *place = Some(message);
            Ok(true)
        }
    }
}

fn add_polynomial(
    stage: &mut ParticipantCollectingPolynomials<Ristretto>,
    quorum: Quorum,
    from: u8,
    message: &[u8],
) -> Result<(), CommitteeError> {
    let info = Polynomial::parse(message, quorum, from)?.0;
    // Cannot panic there: `parse` gives k ≥ 2 points, and every caller has checked `from`.
    stage.insert_public_polynomial(usize::from(from), info).map_err(|why| match why {
        Refused::InvalidCommitment => CommitteeError::CommitmentNotOpened { index: from },
        _ => CommitteeError::PolynomialNotProven { index: from },
    })
}

fn add_share(
    stage: &mut ParticipantExchangingSecrets<Ristretto>,
    from: u8,
    scalar: &[u8; 32],
) -> Result<(), CommitteeError> {
    let refused = CommitteeError::ShareOffPolynomial { index: from };
    let secret = SecretKey::from_bytes(scalar).ok_or(refused)?;
    // Cannot panic there: every caller has checked `from`.
    stage.insert_secret_share(usize::from(from), secret).map_err(|_| refused)
}

#[cfg(test)]
pub(crate) mod tests;
