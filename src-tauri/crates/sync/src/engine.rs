//! One synchronisation as a machine without input or output.
//!
//! ```text
//!            next()                        receive(reply)                     kept(…)
//! ready ──► Step::Ask(request) ──► verified? ──► Step::Keep(round) ──► more to do? ──► ready
//!                                     │ no                                   │ no
//!                                     ▼                                      ▼
//!                                 Step::Stop(error)                      Step::Done(summary)
//! ```
//!
//! Each round sends size, root and the unsent batches, and takes every entry from that size on. The laptop extends its
//! own frontier and compares roots: equality is the proof that nothing before was rewritten either. Every step may be
//! repeated; the caller stores a round as a whole, then says [`Engine::kept`].

use std::collections::{BTreeMap, BTreeSet};

use sceau_domain::id::DeviceId;
use sceau_domain::moment::Moment;
use sceau_ledger::batch::{BatchParts, Seen};
use sceau_ledger::charter::LogIdentity;
use sceau_ledger::log::LogReader;
use sceau_ledger::tree::{Hash, sha256};
use sceau_protocol::limits;
use sceau_protocol::sync::{Content, Cosignature, Receipt, SentBatch, Standing, SyncAnswer, SyncRequest};

use crate::error::{Failure, SyncError};

mod check;

/// Bytes of batches in one request: well under the registry's limit, so that a slow line gets each through within the
/// registry's patience, and a broken one repeats little.
const PUSH: usize = 2 << 20;

/// What the laptop has verified so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The registry as the charter pins it.
    pub log: LogIdentity,
    /// Size, peaks and last receipt time of the verified log.
    pub reader: LogReader,
    /// The last verified note, as text.
    pub note: Option<String>,
    /// The registry's dated word in that note; 0 without one.
    pub noted: Moment,
    /// Roots at earlier sizes, as far as kept: against them the checkpoints that others have seen are compared.
    pub roots: BTreeMap<u64, Hash>,
}

/// An entry that came down, verified to stand in the log. The batch's signature is not checked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// Its place in the log.
    pub index: u64,
    /// When the registry received it.
    pub received: Moment,
    /// The batch; headers and parcels as far as the caller is entitled to them.
    pub parts: BatchParts,
    /// How the registry judged it; the laptop judges again.
    pub standing: Standing,
    /// The log's root up to and including this entry.
    pub root: Hash,
}

/// A batch of this laptop that is now in the log, with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledged {
    /// SHA-256 of the batch record.
    pub batch: Hash,
    /// When the registry received it.
    pub received: Moment,
    /// Index, entry and path, verified under the round's note.
    pub receipt: Receipt,
    /// Why it is undecided or a fork, if it is.
    pub code: Option<String>,
}

/// A batch of this laptop that the registry did not take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedBatch {
    /// SHA-256 of the batch record.
    pub batch: Hash,
    /// Why.
    pub code: String,
}

/// Somebody signed to have seen another log than this one: a sign that the registry shows two, or that this device lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disputed {
    /// The entry whose batch says so.
    pub index: u64,
    /// The device that signed it.
    pub device: DeviceId,
    /// What it has seen.
    pub seen: Seen,
}

/// One verified answer, to be stored as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// What is verified from now on.
    pub known: Known,
    /// New entries, in order.
    pub arrived: Vec<Arrived>,
    /// Headers and parcels of earlier entries that were asked for.
    pub late: Vec<Content>,
    /// Own batches that are in the log.
    pub acknowledged: Vec<Acknowledged>,
    /// Own batches that were not taken.
    pub refused: Vec<RefusedBatch>,
    /// Batches of this round whose `seen` contradicts the log verified here.
    pub disputed: Vec<Disputed>,
    /// Other devices' latest cosignatures, not yet checked.
    pub cosignatures: Vec<Cosignature>,
    /// How far the registry's clock is ahead of the laptop's, in milliseconds; beyond 5 minutes it is worth a warning.
    pub clock_ahead: i64,
    /// Contents were left out for their size: ask again.
    pub more: bool,
}

/// What came back for a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The registry's answer, and the time under which the request was signed.
    Answer {
        /// What it says.
        answer: Box<SyncAnswer>,
        /// The time in the request's signature: the laptop's, or after a correction the registry's.
        asked: Moment,
    },
    /// No usable answer.
    Failed(Failure),
}

/// What the caller does next.
#[derive(Debug, PartialEq, Eq)]
pub enum Step<'e> {
    /// Send this, then [`Engine::receive`]. Sending it twice is harmless.
    Ask(&'e SyncRequest),
    /// Store this in one transaction, then [`Engine::kept`].
    Keep(&'e Round),
    /// Nothing is left to do.
    Done(Summary),
    /// It ends here; what was kept stays.
    Stop(&'e SyncError),
}

/// What a synchronisation did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Requests that were answered and kept.
    pub rounds: u64,
    /// Entries that came down, own ones included.
    pub arrived: u64,
    /// Own batches acknowledged.
    pub acknowledged: u64,
    /// Own batches not taken.
    pub refused: u64,
    /// Entries in the log now.
    pub size: u64,
    /// Its root: the same on every laptop that is as far.
    pub root: Hash,
}

impl Summary {
    /// Both together: what was counted is added, where the log stands is where the later one left it.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        Self {
            rounds: self.rounds.saturating_add(later.rounds),
            arrived: self.arrived.saturating_add(later.arrived),
            acknowledged: self.acknowledged.saturating_add(later.acknowledged),
            refused: self.refused.saturating_add(later.refused),
            size: later.size,
            root: later.root,
        }
    }
}

#[derive(Debug)]
enum State {
    Asking(Box<SyncRequest>),
    Holding(Box<Round>),
    Finished,
    Stopped(Box<SyncError>),
}

/// One synchronisation, from the first request to agreement.
#[derive(Debug)]
pub struct Engine {
    known: Known,
    unsent: Vec<BatchParts>,
    state: State,
    summary: Summary,
}

impl Engine {
    /// Starts. `unsent` are the own batches without acknowledgement, in ascending number; `lacking` the hashes of batch
    /// records whose headers or parcels are missing here; `cosignature` the device's line under the last note.
    #[must_use]
    pub fn new(
        known: Known,
        unsent: Vec<BatchParts>,
        lacking: Vec<Hash>,
        cosignature: Option<String>,
    ) -> Self {
        let mut engine = Self { known, unsent, state: State::Finished, summary: Summary::default() };
        engine.ask(lacking, cosignature);
        engine
    }

    /// What to do now. Asking again without having done it gives the same answer.
    #[must_use]
    pub fn next(&self) -> Step<'_> {
        match &self.state {
            State::Asking(request) => Step::Ask(request),
            State::Holding(round) => Step::Keep(round),
            State::Finished => Step::Done(self.summary()),
            State::Stopped(error) => Step::Stop(error),
        }
    }

    /// Takes what came back for the request; `now` is the laptop's clock. Without an open request nothing happens.
    pub fn receive(&mut self, reply: Reply, now: Moment) {
        let State::Asking(request) = &self.state else { return };
        let outcome = match reply {
            Reply::Answer { answer, asked } => check::answer(&self.known, request, *answer, asked, now),
            Reply::Failed(failure) => Err(check::refusal(&self.known, failure)),
        };
        self.state = match outcome {
            Ok(round) => State::Holding(Box::new(round)),
            Err(error) => State::Stopped(Box::new(error)),
        };
    }

    /// The round is stored. `lacking` and `cosignature` as for [`Engine::new`], after it. Gives the round away.
    pub fn kept(&mut self, lacking: Vec<Hash>, cosignature: Option<String>) -> Option<Round> {
        let round = match core::mem::replace(&mut self.state, State::Finished) {
            State::Holding(round) => round,
            other => {
                self.state = other;
                return None;
            }
        };
        self.known = round.known.clone();
        self.summary.rounds = self.summary.rounds.saturating_add(1);
        self.summary.arrived = self.summary.arrived.saturating_add(round.arrived.len() as u64);
        self.summary.acknowledged = self.summary.acknowledged.saturating_add(round.acknowledged.len() as u64);
        self.summary.refused = self.summary.refused.saturating_add(round.refused.len() as u64);
        let acknowledged = round.acknowledged.iter().map(|own| own.batch);
        let settled: BTreeSet<_> = acknowledged.chain(round.refused.iter().map(|own| own.batch)).collect();
        self.unsent.retain(|parts| !settled.contains(&parts.hash()));
        // A refused batch breaks the chain: what follows it would only be refused as well, now and in this run.
        if !round.refused.is_empty() {
            self.unsent.clear();
        }
        // Asking again for contents is useful only while contents come.
        let delivered = !round.late.is_empty() || !round.arrived.is_empty();
        let wanted = round.more && delivered && !lacking.is_empty();
        if wanted || !self.unsent.is_empty() {
            self.ask(if round.more { lacking } else { Vec::new() }, cosignature);
        }
        Some(*round)
    }

    /// What was done so far.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let frontier = self.known.reader.frontier();
        Summary { size: frontier.size(), root: frontier.root(), ..self.summary }
    }

    fn ask(&mut self, mut lacking: Vec<Hash>, cosignature: Option<String>) {
        lacking.truncate(limits::LACKING);
        let frontier = self.known.reader.frontier();
        let batches = as_many_as_fit(&self.unsent);
        let request =
            SyncRequest { size: frontier.size(), root: frontier.root(), batches, lacking, cosignature };
        self.state = State::Asking(Box::new(request));
    }
}

/// The first batches, up to the size of one push; always at least one.
fn as_many_as_fit(unsent: &[BatchParts]) -> Vec<SentBatch> {
    let mut room = PUSH;
    let mut batches: Vec<SentBatch> = Vec::new();
    for parts in unsent.iter().take(limits::BATCHES) {
        let headers: usize =
            parts.headers.iter().flatten().map(|header| header.len().saturating_add(3)).sum();
        let parcels: usize = parts.parcels.values().map(|parcel| parcel.len().saturating_add(8)).sum();
        let length = parts.record.len().saturating_add(headers).saturating_add(parcels).saturating_add(96);
        match room.checked_sub(length) {
            Some(left) => room = left,
            None if batches.is_empty() => room = 0,
            None => break,
        }
        batches.push(parts.clone().into());
    }
    batches
}

/// The hash by which a batch is named.
fn name_of(record: &[u8]) -> Hash {
    sha256(record)
}

#[cfg(test)]
mod tests;
