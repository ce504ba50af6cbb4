//! Charters: who the officers are, which log is ours. No institute key exists: a chain of charters, each
//! signed by enough officers of the one before and of itself; the first one's hash is the institute.

use std::collections::{BTreeMap, BTreeSet};

use sceau_domain::id::{Institute, MemberId};
use sceau_domain::moment::Moment;

use crate::encoding::{CHARTER, EncodingError, Reader, Record, Writer};
use crate::sign::{Purpose, Signer, sign, verify};
use crate::tree::{Hash, sha256};

/// Officers of one charter, at most.
pub const MAX_OFFICERS: usize = 32;
/// Certificate authorities named by one charter, at most.
const MAX_SEAL_CAS: u64 = 16;

/// An officer: a member and the key used for charters only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Officer {
    /// The member.
    pub member: MemberId,
    /// Ed25519.
    pub key: [u8; 32],
}

/// The registry as the charter pins it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogIdentity {
    /// `<host>/sceau/<epoch>`: the first line of checkpoints.
    pub origin: String,
    /// Ed25519: signs checkpoints.
    pub log_key: [u8; 32],
    /// Ed25519: signs the registry's dated word.
    pub clock_key: [u8; 32],
    /// Where the registry answers.
    pub url: String,
    /// X25519: receives bundles.
    pub receive_key: [u8; 32],
}

impl LogIdentity {
    /// The host that signed requests name: the origin up to its first slash.
    #[must_use]
    pub fn host(&self) -> &str {
        self.origin.split('/').next().unwrap_or_default()
    }

    /// The log's epoch: the last part of the origin.
    #[must_use]
    pub fn epoch(&self) -> Option<u64> {
        crate::note::epoch_of(&self.origin)
    }
}

/// Record 5.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charter {
    /// From 1, without gaps.
    pub version: u64,
    /// SHA-256 of the previous charter's record; zeros for version 1.
    pub previous: Hash,
    /// The institute's name.
    pub name: String,
    /// The officers.
    pub officers: Vec<Officer>,
    /// How many officers act together, 1 to their number.
    pub k: u64,
    /// The registry.
    pub log: LogIdentity,
    /// SHA-256 of the certificate authorities whose seals count.
    pub seal_ca: Vec<Hash>,
    /// The oldest version of the application that may write.
    pub minimum_version: u64,
    /// From when it applies.
    pub from: Moment,
}

impl Record for Charter {
    fn write(&self, to: &mut Writer) {
        to.array(10).uint(CHARTER).uint(self.version).bytes(&self.previous).text(&self.name);
        to.array(self.officers.len());
        for officer in &self.officers {
            to.array(2).bytes(&officer.member.0).bytes(&officer.key);
        }
        to.uint(self.k).array(5).text(&self.log.origin).bytes(&self.log.log_key);
        to.bytes(&self.log.clock_key).text(&self.log.url).bytes(&self.log.receive_key);
        to.array(self.seal_ca.len());
        for authority in &self.seal_ca {
            to.bytes(authority);
        }
        to.uint(self.minimum_version).moment(self.from);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.record(CHARTER, 10)?;
        Ok(Self {
            version: from.uint()?,
            previous: from.exactly()?,
            name: from.text()?.to_owned(),
            officers: from.list(MAX_OFFICERS as u64, |from| {
                from.places(2)?;
                Ok(Officer { member: MemberId(from.exactly()?), key: from.exactly()? })
            })?,
            k: from.uint()?,
            log: read_log(from)?,
            seal_ca: from.list(MAX_SEAL_CAS, Reader::exactly)?,
            minimum_version: from.uint()?,
            from: from.moment()?,
        })
    }
}

fn read_log(from: &mut Reader<'_>) -> Result<LogIdentity, EncodingError> {
    from.places(5)?;
    Ok(LogIdentity {
        origin: from.text()?.to_owned(),
        log_key: from.exactly()?,
        clock_key: from.exactly()?,
        url: from.text()?.to_owned(),
        receive_key: from.exactly()?,
    })
}

/// A charter as it travels: `[record, [[key, signature] …]]`, ordered by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCharter {
    /// The signed bytes of the [`Charter`].
    pub record: Vec<u8>,
    /// Officers' signatures by their keys.
    pub signatures: BTreeMap<[u8; 32], [u8; 64]>,
}

impl SignedCharter {
    /// A charter without signatures yet.
    #[must_use]
    pub fn draft(charter: &Charter) -> Self {
        Self { record: charter.encode(), signatures: BTreeMap::new() }
    }

    /// Adds an officer's signature.
    pub fn sign(&mut self, officer: &(impl Signer + ?Sized)) {
        self.signatures.insert(officer.public(), sign(officer, Purpose::Charter, &self.record));
    }

    /// SHA-256 of the record: what the next charter names, and for version 1 the institute.
    #[must_use]
    pub fn hash(&self) -> Hash {
        sha256(&self.record)
    }
}

impl Record for SignedCharter {
    fn write(&self, to: &mut Writer) {
        to.array(2).bytes(&self.record).array(self.signatures.len());
        for (key, signature) in &self.signatures {
            to.array(2).bytes(key).bytes(signature);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(2)?;
        let record = from.bytes()?.to_vec();
        // Officers of two charters at once. Disorder and repetitions disappear in the map, so the door,
        // which compares with what the map writes, refuses them.
        let signatures = from.list(2 * MAX_OFFICERS as u64, |from| {
            from.places(2)?;
            Ok((from.exactly()?, from.exactly()?))
        })?;
        Ok(Self { record, signatures: signatures.into_iter().collect() })
    }
}

/// Why a chain of charters is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CharterError {
    /// Not a charter in its one form.
    #[error("charter: {0}")]
    Encoding(#[from] EncodingError),
    /// No charter at all.
    #[error("there is no charter")]
    Empty,
    /// The first charter is not the one whose hash is pinned.
    #[error("the chain of charters does not begin with this institute's first charter")]
    WrongInstitute,
    /// Not the number that follows.
    #[error("charter {found} stands where {expected} belongs")]
    WrongVersion {
        /// The number that follows.
        expected: u64,
        /// The number found.
        found: u64,
    },
    /// It follows another charter than the one before it.
    #[error("the charter does not follow the one before it")]
    WrongPrevious,
    /// No officer, the same member or key twice, or k not between 1 and their number.
    #[error("the charter's officers or threshold contradict themselves")]
    BadOfficers,
    /// The origin is not `<host>/sceau/<epoch>`.
    #[error("the charter's log has no proper name")]
    BadOrigin,
    /// A signature that is not its key's.
    #[error("a signature under the charter is false")]
    BadSignature,
    /// A signature by somebody who is not an officer.
    #[error("somebody who is no officer signed the charter")]
    Stranger,
    /// Too few officers of the charter before.
    #[error("{found} of the previous officers signed, {needed} are needed")]
    TooFewPrevious {
        /// Signatures needed.
        needed: u64,
        /// Signatures found.
        found: u64,
    },
    /// Too few officers of the charter itself.
    #[error("{found} of the officers signed, {needed} are needed")]
    TooFewOwn {
        /// Signatures needed.
        needed: u64,
        /// Signatures found.
        found: u64,
    },
}

/// A chain of charters that was walked from the pinned institute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharterChain {
    institute: Institute,
    charters: Vec<(SignedCharter, Charter)>,
    /// Always the last of `charters`: kept apart so that there is always one.
    current: Charter,
    current_hash: Hash,
}

impl CharterChain {
    /// Founds an institute with its first charter, signed by all its officers.
    ///
    /// # Errors
    /// A charter that contradicts itself, or a signature that is missing or false.
    pub fn found(first: SignedCharter) -> Result<Self, CharterError> {
        let charter = Charter::decode(&first.record)?;
        let hash = first.hash();
        check_form(&charter, 1, [0; 32])?;
        let signers = check_signatures(&first)?;
        let own = count(&charter, &signers);
        let needed = charter.officers.len() as u64;
        if signers.len() as u64 > own {
            return Err(CharterError::Stranger);
        }
        if own < needed {
            return Err(CharterError::TooFewOwn { needed, found: own });
        }
        Ok(Self {
            institute: Institute(hash),
            current: charter.clone(),
            current_hash: hash,
            charters: vec![(first, charter)],
        })
    }

    /// Walks a chain from its first charter and checks that it is the pinned institute's.
    ///
    /// # Errors
    /// The first charter that does not hold.
    pub fn walk(
        charters: impl IntoIterator<Item = SignedCharter>,
        pinned: &Institute,
    ) -> Result<Self, CharterError> {
        let mut charters = charters.into_iter();
        let first = charters.next().ok_or(CharterError::Empty)?;
        if first.hash() != pinned.0 {
            return Err(CharterError::WrongInstitute);
        }
        let mut chain = Self::found(first)?;
        charters.try_for_each(|next| chain.extend(next))?;
        Ok(chain)
    }

    /// Adds the next charter: signed by at least k officers of the one before, and at least k of its own.
    ///
    /// # Errors
    /// A charter that does not follow, or too few or false signatures; the chain then stays as it was.
    pub fn extend(&mut self, next: SignedCharter) -> Result<(), CharterError> {
        let charter = Charter::decode(&next.record)?;
        let hash = next.hash();
        check_form(&charter, self.current.version.saturating_add(1), self.current_hash)?;
        let signers = check_signatures(&next)?;
        let stranger = |key: &[u8; 32]| !is_officer(&charter, key) && !is_officer(&self.current, key);
        if signers.iter().any(stranger) {
            return Err(CharterError::Stranger);
        }
        let before = count(&self.current, &signers);
        if before < self.current.k {
            return Err(CharterError::TooFewPrevious { needed: self.current.k, found: before });
        }
        let own = count(&charter, &signers);
        if own < charter.k {
            return Err(CharterError::TooFewOwn { needed: charter.k, found: own });
        }
        self.current = charter.clone();
        self.current_hash = hash;
        self.charters.push((next, charter));
        Ok(())
    }

    /// The identity that everybody pins: SHA-256 of the first charter.
    #[must_use]
    pub const fn institute(&self) -> Institute {
        self.institute
    }

    /// The charter in force.
    #[must_use]
    pub const fn current(&self) -> &Charter {
        &self.current
    }

    /// SHA-256 of the charter in force: what the next one names as `previous`.
    #[must_use]
    pub const fn current_hash(&self) -> Hash {
        self.current_hash
    }

    /// All charters in order, as they travel and as they read.
    #[must_use]
    pub fn charters(&self) -> &[(SignedCharter, Charter)] {
        &self.charters
    }
}

fn check_form(charter: &Charter, version: u64, previous: Hash) -> Result<(), CharterError> {
    if charter.version != version {
        return Err(CharterError::WrongVersion { expected: version, found: charter.version });
    }
    if charter.previous != previous {
        return Err(CharterError::WrongPrevious);
    }
    let officers = charter.officers.len();
    let members: BTreeSet<_> = charter.officers.iter().map(|officer| officer.member).collect();
    let keys: BTreeSet<_> = charter.officers.iter().map(|officer| officer.key).collect();
    let threshold = (1..=officers as u64).contains(&charter.k);
    if !threshold || members.len() != officers || keys.len() != officers {
        return Err(CharterError::BadOfficers);
    }
    if charter.log.epoch().is_none() { Err(CharterError::BadOrigin) } else { Ok(()) }
}

fn check_signatures(signed: &SignedCharter) -> Result<BTreeSet<[u8; 32]>, CharterError> {
    let holds = |key: &[u8; 32], signature| verify(key, Purpose::Charter, &signed.record, signature);
    if signed.signatures.iter().all(|(key, signature)| holds(key, signature)) {
        Ok(signed.signatures.keys().copied().collect())
    } else {
        Err(CharterError::BadSignature)
    }
}

fn is_officer(charter: &Charter, key: &[u8; 32]) -> bool {
    charter.officers.iter().any(|officer| officer.key == *key)
}

fn count(charter: &Charter, signers: &BTreeSet<[u8; 32]>) -> u64 {
    charter.officers.iter().filter(|officer| signers.contains(&officer.key)).count() as u64
}
