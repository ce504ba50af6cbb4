//! One series per device: repetitions are silent, gaps and forks are visible.

use crate::batch::BatchRecord;
use crate::tree::Hash;
use crate::verify::VerifiedBatch;

/// Where a device's chain of batches stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Number of the batch that comes next, from 0.
    pub next_number: u64,
    /// `seq` of the event that comes next, from 0.
    pub next_seq: u64,
    /// SHA-256 of the last batch record; zeros before the first.
    pub hash: Hash,
}

impl Head {
    /// A device that has written nothing.
    #[must_use]
    pub const fn start() -> Self {
        Self { next_number: 0, next_seq: 0, hash: [0; 32] }
    }

    /// The head once this record stands.
    #[must_use]
    pub fn after(record: &BatchRecord, hash: Hash) -> Self {
        Self { next_number: record.number.saturating_add(1), next_seq: record.next_seq(), hash }
    }
}

/// How a verified batch stands to what is known of its device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    /// It follows: the chain grows to this head.
    Next(Head),
    /// The very batch that is already kept: accepted silently.
    Repetition,
    /// An earlier batch is missing: ask for the batches from this number on.
    Gap {
        /// The first number that is missing.
        missing: u64,
    },
    /// It follows the kept batch by hash, but its events leave a hole or overlap: no honest laptop makes this.
    BrokenSeq {
        /// The `seq` that had to come.
        expected: u64,
    },
    /// The device signed two different batches for one place: a copied or restored laptop, or theft. Both
    /// are kept, both signatures are the proof, the one first logged stays in force.
    Fork {
        /// The number at which the branches part.
        number: u64,
    },
}

/// Places a batch after `head`. `kept` answers with the hash of the batch that is kept under a number below
/// `head.next_number`.
#[must_use]
pub fn place(batch: &VerifiedBatch, head: &Head, kept: impl FnOnce(u64) -> Option<Hash>) -> Placing {
    let record = batch.record();
    if record.number > head.next_number {
        return Placing::Gap { missing: head.next_number };
    }
    if record.number < head.next_number {
        return match kept(record.number) {
            Some(hash) if hash == batch.hash() => Placing::Repetition,
            _ => Placing::Fork { number: record.number },
        };
    }
    if record.previous != head.hash {
        // It follows another batch than the one kept: the branches part one place earlier at the latest.
        return Placing::Fork { number: record.number.saturating_sub(1) };
    }
    if record.first_seq != head.next_seq {
        return Placing::BrokenSeq { expected: head.next_seq };
    }
    Placing::Next(Head::after(record, batch.hash()))
}

/// Whether two batches prove that a device contradicts itself: same device and number, different records.
/// The signatures may differ over equal records without being a contradiction.
#[must_use]
pub fn contradicts(one: &VerifiedBatch, other: &VerifiedBatch) -> bool {
    let (a, b) = (one.record(), other.record());
    a.device == b.device && a.number == b.number && one.hash() != other.hash()
}
