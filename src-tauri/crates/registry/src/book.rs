//! The log in memory and what follows from it: the tree, each device's chain, and the folded board. A cache: it is
//! rebuilt from the database at every start, by the same steps that took the batches in.
//!
//! Acts are folded by `sceau_ledger::replay`, as on every laptop; what the registry adds is the door: a batch in which
//! the rules refuse an act is not logged at all. An act that is *undecided* waits: its batch is in the log and relayed,
//! outside the board, and is judged again after each later batch.

mod take;

use std::collections::BTreeMap;
use std::sync::Arc;

use sceau_domain::board::Board;
use sceau_domain::figures::Figures;
use sceau_domain::id::{DeviceId, DossierId, Institute, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::refusal::Refusal;
use sceau_ledger::batch::Access;
use sceau_ledger::charter::{CharterChain, SignedCharter};
use sceau_ledger::device::DeviceKeys;
use sceau_ledger::header::EventName;
use sceau_ledger::note::{Checkpoint, SignedNote, clock_name};
use sceau_ledger::replay::{Replay, Standing as Judgement};
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

/// A label as its publication states it.
#[derive(Debug, Clone)]
pub struct Published {
    /// Its dossier.
    pub dossier: DossierId,
    /// SHA-256 of the signed certificate.
    pub document: Hash,
    /// The public facts: the certificate's credential, canonical JSON.
    pub facts: String,
    /// What the board decided in numbers, if the publication says so.
    pub figures: Option<Figures>,
    /// When the publication was received.
    pub received: Moment,
}

/// The log in memory.
#[derive(Clone)]
pub struct Book {
    /// Labels by public number; the first publication of a number stands.
    pub labels: BTreeMap<String, Published>,
    replay: Replay,
    charters: CharterChain,
    /// Charters with the signatures gathered so far.
    proposals: BTreeMap<Hash, SignedCharter>,
    /// Charters as they travelled, by the act that brought them.
    brought: BTreeMap<EventName, SignedCharter>,
    tree: Tree,
    lines: Vec<Arc<Line>>,
    places: BTreeMap<Hash, u64>,
    /// Hashes of the batches in force of each device, by number.
    kept: BTreeMap<DeviceId, Vec<Hash>>,
    /// Entries that are outside the board for ever: forks, and what a later rule refused.
    outcast: BTreeMap<u64, (Standing, &'static str)>,
    last_received: Moment,
}

impl Book {
    /// The book of an institute in which nothing is written yet.
    #[must_use]
    pub fn new(charters: CharterChain) -> Self {
        Self {
            labels: BTreeMap::new(),
            replay: Replay::new(charters.institute()),
            charters,
            proposals: BTreeMap::new(),
            brought: BTreeMap::new(),
            tree: Tree::default(),
            lines: Vec::new(),
            places: BTreeMap::new(),
            kept: BTreeMap::new(),
            outcast: BTreeMap::new(),
            last_received: Moment(0),
        }
    }

    /// The institute.
    #[must_use]
    pub const fn institute(&self) -> Institute {
        self.charters.institute()
    }

    /// The board as all acts in force made it.
    #[must_use]
    pub const fn board(&self) -> &Board {
        &self.replay.board
    }

    /// The board, for a test that plays acts without their log.
    #[cfg(test)]
    pub(crate) const fn board_mut(&mut self) -> &mut Board {
        &mut self.replay.board
    }

    /// The fold itself.
    #[must_use]
    pub const fn replay(&self) -> &Replay {
        &self.replay
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

    /// Whether the rules refuse an act of a logged batch.
    #[must_use]
    pub fn is_refused(&self, batch: &Hash) -> bool {
        let index = self.place_of(batch);
        let refused = |code: &str| Refusal::ALL.iter().any(|refusal| refusal.code() == code);
        index.and_then(|index| self.outcast.get(&index)).is_some_and(|(_, code)| refused(code))
    }

    /// How each entry stands that is not in force as a whole, by its index.
    #[must_use]
    pub fn outside(&self) -> BTreeMap<u64, (Standing, &'static str)> {
        let waiting = self.replay.waiting().iter().filter_map(|act| match act.standing {
            Judgement::Undecided(missing) => Some((act.index, (Standing::Undecided, missing.code()))),
            _ => None,
        });
        waiting.chain(self.outcast.iter().map(|(place, why)| (*place, *why))).collect()
    }

    /// The public keys of a device that somebody vouched for.
    #[must_use]
    pub fn keys_of(&self, device: DeviceId) -> Option<DeviceKeys> {
        let state = self.board().devices.get(&device)?;
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
}
