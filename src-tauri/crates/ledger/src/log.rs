//! The log: entries, receipts, and what a reader checks when the log grows.

use sceau_domain::moment::Moment;

use crate::batch::{BatchParts, Seen};
use crate::charter::LogIdentity;
use crate::encoding::{ENTRY, EncodingError, Reader, Record, Writer};
use crate::note::{NoteError, VerifiedCheckpoint};
use crate::tree::{Frontier, Hash, Tree, includes, leaf};

/// Steps of an inclusion path, at most: one per bit of the size.
const MAX_PATH: u64 = 64;

/// Record 3: one batch, received at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When the registry received it; never decreases along the log.
    pub received: Moment,
    /// The bytes of the batch record.
    pub batch: Vec<u8>,
    /// The device's signature over them.
    pub signature: [u8; 64],
}

impl Entry {
    /// The entry of a batch.
    #[must_use]
    pub fn of(parts: &BatchParts, received: Moment) -> Self {
        Self { received, batch: parts.record.clone(), signature: parts.signature }
    }

    /// The entry's leaf in the tree: `SHA-256(00 ‖ entry)`.
    #[must_use]
    pub fn leaf(&self) -> Hash {
        leaf(&self.encode())
    }

    /// The batch without headers and parcels, which lie beside the log.
    #[must_use]
    pub fn bare_parts(&self) -> BatchParts {
        BatchParts {
            record: self.batch.clone(),
            signature: self.signature,
            headers: None,
            parcels: std::collections::BTreeMap::new(),
        }
    }
}

impl Record for Entry {
    fn write(&self, to: &mut Writer) {
        to.array(4).uint(ENTRY).moment(self.received).bytes(&self.batch).bytes(&self.signature);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.record(ENTRY, 4)?;
        Ok(Self { received: from.moment()?, batch: from.bytes()?.to_vec(), signature: from.exactly()? })
    }
}

/// The acknowledgement that an author keeps: `[entry, index, path, note]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The entry's bytes.
    pub entry: Vec<u8>,
    /// Its index in the log, from 0.
    pub index: u64,
    /// From its leaf to the checkpoint's root, nearest first.
    pub path: Vec<Hash>,
    /// The checkpoint.
    pub note: String,
}

impl Record for Receipt {
    fn write(&self, to: &mut Writer) {
        to.array(4).bytes(&self.entry).uint(self.index).array(self.path.len());
        for step in &self.path {
            to.bytes(step);
        }
        to.text(&self.note);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(4)?;
        Ok(Self {
            entry: from.bytes()?.to_vec(),
            index: from.uint()?,
            path: from.list(MAX_PATH, Reader::exactly)?,
            note: from.text()?.to_owned(),
        })
    }
}

/// What the log did, or what is wrong with what it sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// The checkpoint itself does not hold.
    #[error("{0}")]
    Note(#[from] NoteError),
    /// An entry that is not an entry in its one form.
    #[error("log entry: {0}")]
    Entry(EncodingError),
    /// The log belongs to another epoch than the one that was being read.
    #[error("the log is at epoch {found}, not {expected}")]
    WrongEpoch {
        /// The epoch read so far.
        expected: u64,
        /// The epoch offered.
        found: u64,
    },
    /// The log is shorter than what it already signed.
    #[error("the log went back from {known} entries to {offered}")]
    RolledBack {
        /// Entries already verified.
        known: u64,
        /// Entries now claimed.
        offered: u64,
    },
    /// The entries do not lead to the size that the checkpoint claims.
    #[error("the log sent {sent} entries where {claimed} are claimed")]
    WrongCount {
        /// Entries beyond those already known.
        sent: u64,
        /// What the checkpoint claims beyond them.
        claimed: u64,
    },
    /// An entry received before its predecessor.
    #[error("the log's clock went back at entry {index}")]
    ClockWentBack {
        /// The entry's index.
        index: u64,
    },
    /// The entries do not lead to the signed root: something was rewritten, dropped, inserted or reordered.
    #[error("the log's entries do not lead to its signed root")]
    WrongRoot,
    /// The receipt's path does not lead to the signed root.
    #[error("the receipt does not lead to the signed root")]
    NotIncluded,
}

impl Receipt {
    /// Checks that the entry stands in the log that the charter names.
    ///
    /// # Errors
    /// What does not hold.
    pub fn verify(&self, log: &LogIdentity) -> Result<(Entry, VerifiedCheckpoint), LogError> {
        let checkpoint = VerifiedCheckpoint::verify(&self.note, log)?;
        self.verify_against(checkpoint)
    }

    /// The same against a checkpoint that was verified already.
    ///
    /// # Errors
    /// What does not hold.
    pub fn verify_against(
        &self,
        checkpoint: VerifiedCheckpoint,
    ) -> Result<(Entry, VerifiedCheckpoint), LogError> {
        let entry = Entry::decode(&self.entry).map_err(LogError::Entry)?;
        let tree = checkpoint.checkpoint();
        if includes(&leaf(&self.entry), self.index, tree.size, &self.path, &tree.root) {
            Ok((entry, checkpoint))
        } else {
            Err(LogError::NotIncluded)
        }
    }
}

/// A reader of the log: what it has verified so far, in at most 64 hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogReader {
    epoch: u64,
    frontier: Frontier,
    last_received: Moment,
}

impl LogReader {
    /// A reader who has seen nothing of an epoch.
    #[must_use]
    pub fn new(epoch: u64) -> Self {
        Self { epoch, frontier: Frontier::default(), last_received: Moment(0) }
    }

    /// A reader read back from storage.
    #[must_use]
    pub const fn restore(epoch: u64, frontier: Frontier, last_received: Moment) -> Self {
        Self { epoch, frontier, last_received }
    }

    /// The log's epoch.
    #[must_use]
    pub const fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Size and peaks of what was verified.
    #[must_use]
    pub const fn frontier(&self) -> &Frontier {
        &self.frontier
    }

    /// `received` of the last entry verified.
    #[must_use]
    pub const fn last_received(&self) -> Moment {
        self.last_received
    }

    /// Takes the entries from the known size on and compares with the signed root: equality is the proof that
    /// nothing before was rewritten either. Gives the decoded entries, the first one at the old size; the
    /// reader stays as it was if anything is wrong.
    ///
    /// # Errors
    /// The misdeed found.
    pub fn extend(
        &mut self,
        entries: &[Vec<u8>],
        checkpoint: &VerifiedCheckpoint,
    ) -> Result<Vec<Entry>, LogError> {
        let (seen, known) = (checkpoint.seen(), self.frontier.size());
        if seen.epoch != self.epoch {
            return Err(LogError::WrongEpoch { expected: self.epoch, found: seen.epoch });
        }
        let claimed =
            seen.size.checked_sub(known).ok_or(LogError::RolledBack { known, offered: seen.size })?;
        let sent = entries.len() as u64;
        if sent != claimed {
            return Err(LogError::WrongCount { sent, claimed });
        }
        let mut next = self.clone();
        let entries = entries.iter().map(|bytes| next.take(bytes)).collect::<Result<Vec<_>, _>>()?;
        if next.frontier.root() != seen.root {
            return Err(LogError::WrongRoot);
        }
        *self = next;
        Ok(entries)
    }

    fn take(&mut self, bytes: &[u8]) -> Result<Entry, LogError> {
        let entry = Entry::decode(bytes).map_err(LogError::Entry)?;
        if entry.received < self.last_received {
            return Err(LogError::ClockWentBack { index: self.frontier.size() });
        }
        self.last_received = entry.received;
        self.frontier.append(&leaf(bytes));
        Ok(entry)
    }
}

/// What another author's last checkpoint says about the log that was read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gossip {
    /// Both saw the same tree at that size.
    Agrees,
    /// The author saw more of the log, or another epoch: judge again once it is read here too.
    Later,
    /// The author was shown another tree at that size: the log is forked, and the author's signed batch beside
    /// the checkpoint kept here is the proof.
    Forked,
}

/// Compares what a batch says of the log with the tree read here (its leaves: [`Entry::leaf`]).
#[must_use]
pub fn gossip(seen: &Seen, epoch: u64, tree: &Tree) -> Gossip {
    match tree.root_at(seen.size) {
        Some(root) if seen.epoch == epoch => {
            if root == seen.root {
                Gossip::Agrees
            } else {
                Gossip::Forked
            }
        }
        _ => Gossip::Later,
    }
}
