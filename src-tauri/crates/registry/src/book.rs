//! The log in memory and what follows from it: the tree, each device's chain, and the folded board. A cache: it is
//! rebuilt from the database at every start, by the same steps that took the batches in.
//!
//! A batch is taken whole or not at all. An act that is *undecided* is parked: its batch is in the log and relayed,
//! but outside the board, and it is judged again after each batch that could have brought what was missing.

mod candidate;
mod take;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use candidate::Candidate;
use sceau_domain::board::Board;
use sceau_domain::id::{DeviceId, DossierId, Institute, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::permission::Missing;
use sceau_ledger::batch::Access;
use sceau_ledger::charter::{CharterChain, SignedCharter};
use sceau_ledger::device::DeviceKeys;
use sceau_ledger::note::{Checkpoint, SignedNote, clock_name};
use sceau_ledger::series::Head;
use sceau_ledger::tree::{Hash, Tree};
use sceau_protocol::sync::Standing;
pub use take::{Rejection, Taken};

use crate::keys::Keys;

/// What the registry knows of one batch without asking the database.
#[derive(Debug)]
pub struct Line {
    /// SHA-256 of its record.
    pub batch: Hash,
    /// The entry's bytes.
    pub entry: Vec<u8>,
    /// Its author.
    pub member: MemberId,
    /// On which device.
    pub device: DeviceId,
    /// When it was received.
    pub received: Moment,
    /// Its acts as their headers show them.
    pub acts: Vec<ActLine>,
    /// Who can read each parcel.
    pub parcels: Vec<Access>,
    /// The other branch of a forked series.
    pub fork: bool,
}

/// An act as its header shows it.
#[derive(Debug)]
pub struct ActLine {
    /// The kind, known to this version or not.
    pub kind: u16,
    /// The objects.
    pub objects: Vec<[u8; 16]>,
    /// The parcel at which it points.
    pub parcel: u8,
}

/// A device's chain.
#[derive(Debug, Clone)]
struct Chain {
    head: Head,
    /// Hashes of the batches in force, by number.
    kept: Vec<Hash>,
}

/// A label as its publication states it.
#[derive(Debug, Clone)]
pub struct Published {
    /// Its dossier.
    pub dossier: DossierId,
    /// SHA-256 of the signed certificate.
    pub document: Hash,
    /// The public facts: the certificate's credential, canonical JSON.
    pub facts: String,
    /// When the publication was received.
    pub received: Moment,
}

/// The log in memory.
#[derive(Clone)]
pub struct Book {
    /// The board as all acts in force made it.
    pub board: Board,
    /// Labels by public number; the first publication of a number stands.
    pub labels: BTreeMap<String, Published>,
    charters: CharterChain,
    /// Charters with the signatures gathered so far.
    proposals: BTreeMap<Hash, SignedCharter>,
    tree: Tree,
    lines: Vec<Arc<Line>>,
    places: BTreeMap<Hash, u64>,
    chains: BTreeMap<DeviceId, Chain>,
    parked: Vec<Candidate>,
    last_received: Moment,
}

impl Book {
    /// The book of an institute in which nothing is written yet.
    #[must_use]
    pub fn new(charters: CharterChain) -> Self {
        Self {
            board: Board::new(charters.institute()),
            labels: BTreeMap::new(),
            charters,
            proposals: BTreeMap::new(),
            tree: Tree::default(),
            lines: Vec::new(),
            places: BTreeMap::new(),
            chains: BTreeMap::new(),
            parked: Vec::new(),
            last_received: Moment(0),
        }
    }

    /// The institute.
    #[must_use]
    pub const fn institute(&self) -> Institute {
        self.charters.institute()
    }

    /// The chain of charters in force.
    #[must_use]
    pub const fn charters(&self) -> &CharterChain {
        &self.charters
    }

    /// The tree over all entries.
    #[must_use]
    pub const fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Number of entries.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.tree.size()
    }

    /// The lines from an index on.
    #[must_use]
    pub fn lines_from(&self, from: u64) -> &[Arc<Line>] {
        usize::try_from(from).ok().and_then(|from| self.lines.get(from..)).unwrap_or_default()
    }

    /// Where a batch stands in the log.
    #[must_use]
    pub fn place_of(&self, batch: &Hash) -> Option<u64> {
        self.places.get(batch).copied()
    }

    /// The line of a batch.
    #[must_use]
    pub fn line_of(&self, batch: &Hash) -> Option<&Arc<Line>> {
        self.lines_from(self.place_of(batch)?).first()
    }

    /// How each entry stands that is not in force, by its index.
    #[must_use]
    pub fn outside(&self) -> BTreeMap<u64, (Standing, &'static str)> {
        let forks = (0_u64..).zip(&self.lines).filter(|(_, line)| line.fork);
        let forks = forks.map(|(place, _)| (place, (Standing::Fork, sceau_protocol::Code::Fork.code())));
        let parked = self.parked.iter();
        let parked = parked.map(|act| (act.place, (Standing::Undecided, act.missing.code())));
        forks.chain(parked).collect()
    }

    /// The public keys of a device that somebody vouched for.
    #[must_use]
    pub fn keys_of(&self, device: DeviceId) -> Option<DeviceKeys> {
        let state = self.board.devices.get(&device)?;
        Some(DeviceKeys { sign: state.signing, receive: state.receiving })
    }

    /// The checkpoint over all entries, signed by the log key and dated by the clock key.
    #[must_use]
    pub fn note(&self, keys: &Keys, now: Moment) -> String {
        let origin = self.charters.current().log.origin.clone();
        let clock = clock_name(&origin);
        let size = self.tree.size();
        let root = self.tree.root_at(size).unwrap_or_else(sceau_ledger::tree::empty_root);
        let mut note = SignedNote::issue(Checkpoint { origin, size, root }, &keys.log);
        note.cosign(&clock, &keys.clock, now);
        note.to_text()
    }

    /// What a parked act lacks, if this event is parked.
    #[must_use]
    pub fn missing_of(&self, device: DeviceId, seq: u64) -> Option<Missing> {
        self.parked.iter().find(|act| act.device == device && act.seq == seq).map(|act| act.missing)
    }
}
