//! Folding the log: verified batches in the order of the log → the state of the board, with a standing for
//! each event. A laptop and the registry run this same code, so neither can allow what the other forbids.

use std::collections::BTreeMap;

use sceau_domain::action::Action;
use sceau_domain::board::{Board, Event as Happening};
use sceau_domain::id::{DeviceId, Institute, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::permission::{Act, Missing, Permission, content, permit};
use sceau_domain::refusal::Refusal;

use crate::batch::{Access, BatchParts, BatchRecord};
use crate::device::DeviceKeys;
use crate::encoding::Record;
use crate::error::VerifyError;
use crate::header::{EventName, Header};
use crate::parcel;
use crate::payload::{self, PayloadError};
use crate::series::{Head, Placing, place};
use crate::tree::Hash;
use crate::verify::VerifiedBatch;

/// How an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Part of the fold.
    InForce,
    /// Outside the fold until what is missing comes.
    Undecided(Missing),
    /// Outside the fold for ever: the rules say no.
    Refused(Refusal),
    /// Outside the fold for ever: its clear payload is not what its header says.
    Unreadable(PayloadError),
    /// Outside the fold for ever: its batch does not follow the device's series (a fork or a hole).
    OutOfSeries,
}

/// An event that was judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Its name.
    pub name: EventName,
    /// Its author.
    pub member: MemberId,
    /// Its header.
    pub header: Header,
    /// The hash of its batch.
    pub batch: Hash,
    /// Index of its batch in the log.
    pub index: u64,
    /// When the registry received it.
    pub received: Moment,
    /// What it says in clear, when that could be read.
    pub action: Option<Action>,
    /// How it stands.
    pub standing: Standing,
}

/// The state of the board after some prefix of the log.
#[derive(Debug, Clone)]
pub struct Replay {
    /// The state.
    pub board: Board,
    waiting: Vec<Judged>,
    series: BTreeMap<DeviceId, Head>,
}

impl Replay {
    /// Before the first entry.
    #[must_use]
    pub fn new(institute: Institute) -> Self {
        Self { board: Board::new(institute), waiting: Vec::new(), series: BTreeMap::new() }
    }

    /// Events that wait for something.
    #[must_use]
    pub fn waiting(&self) -> &[Judged] {
        &self.waiting
    }

    /// The keys with which a batch of a device is verified: those of the roster, or, for the very first batch,
    /// those of its own founding request, which charter 1 vouches for.
    #[must_use]
    pub fn keys_of(&self, device: DeviceId, clear: &[Vec<u8>]) -> Option<DeviceKeys> {
        if let Some(state) = self.board.devices.get(&device) {
            return Some(DeviceKeys { sign: state.signing, receive: state.receiving });
        }
        if !self.board.devices.is_empty() {
            return None;
        }
        clear.iter().find_map(|payload| founding_keys(payload, &self.board.institute, device))
    }

    /// Verifies a batch with the keys that its device has on this board; `None` for a device that is not known.
    ///
    /// # Errors
    /// What [`VerifiedBatch::verify`] answers.
    pub fn verify(&self, parts: BatchParts) -> Option<Result<VerifiedBatch, VerifyError>> {
        let record = match BatchRecord::decode(&parts.record) {
            Ok(record) => record,
            Err(cause) => return Some(Err(VerifyError::Record(cause))),
        };
        let clear: Vec<Vec<u8>> = (0_u8..)
            .zip(&record.parcels)
            .filter(|(_, entry)| entry.access == Access::Clear)
            .filter_map(|(place, _)| parcel::unpack(parts.parcels.get(&place)?).ok())
            .flatten()
            .collect();
        let keys = self.keys_of(record.device, &clear)?;
        Some(VerifiedBatch::verify(parts, &keys, &self.board.institute))
    }

    /// Where the series of a device stands: what its next batch must follow.
    #[must_use]
    pub fn head(&self, device: DeviceId) -> Head {
        self.series.get(&device).copied().unwrap_or_else(Head::start)
    }

    /// Whether a batch follows its device's series; remembers it when it does.
    fn follows(&mut self, batch: &VerifiedBatch) -> bool {
        let head = self.head(batch.device());
        // Earlier batches are not kept here, so a repetition looks like a fork: whoever folds a log never meets
        // one, since a batch is logged once.
        match place(batch, &head, |_| None) {
            Placing::Next(next) => {
                self.series.insert(batch.device(), next);
                true
            }
            _ => false,
        }
    }

    /// Folds a batch at its place in the log. Answers its events, then those of earlier batches that it decided.
    /// Events whose header or clear payload are withheld are not among them.
    pub fn take(&mut self, batch: &VerifiedBatch, index: u64, received: Moment) -> Vec<Judged> {
        let mut judged = Vec::new();
        let follows = self.follows(batch);
        for (event, act) in payload::acts(batch).unwrap_or_default() {
            let base = Judged {
                name: event.name,
                member: batch.record().member,
                header: event.header.clone(),
                batch: batch.hash(),
                index,
                received,
                action: None,
                standing: Standing::InForce,
            };
            let one = match act {
                _ if !follows => Judged { standing: Standing::OutOfSeries, ..base },
                Ok(action) => self.judge(Judged { action: Some(action), ..base }),
                Err(PayloadError::Newer) => {
                    Judged { standing: Standing::Undecided(Missing::Version), ..base }
                }
                Err(cause) => Judged { standing: Standing::Unreadable(cause), ..base },
            };
            judged.push(one);
        }
        self.waiting
            .extend(judged.iter().filter(|one| matches!(one.standing, Standing::Undecided(_))).cloned());
        judged.extend(self.retry());
        judged
    }

    fn judge(&mut self, one: Judged) -> Judged {
        let Some(action) = one.action.clone() else { return one };
        let act = Act {
            member: one.member,
            device: one.name.device,
            kind: one.header.kind,
            objects: &one.header.objects,
            seq: one.name.seq,
            index: one.index,
            received: one.received,
        };
        let permission = match permit(&act, &self.board) {
            Permission::Allowed => content(&act, &action, &self.board),
            other => other,
        };
        let standing = match permission {
            Permission::Allowed => {
                self.board.apply(&Happening {
                    member: one.member,
                    device: one.name.device,
                    seq: one.name.seq,
                    index: one.index,
                    received: one.received,
                    action: &action,
                });
                Standing::InForce
            }
            Permission::Refused(reason) => Standing::Refused(reason),
            Permission::Undecided(missing) => Standing::Undecided(missing),
        };
        Judged { standing, ..one }
    }

    /// Judges again what waited; repeated while something was decided, since one decision may free another.
    fn retry(&mut self) -> Vec<Judged> {
        let mut decided = Vec::new();
        loop {
            let before = self.waiting.len();
            for one in std::mem::take(&mut self.waiting) {
                let again = self.judge(one);
                match again.standing {
                    Standing::Undecided(_) => self.waiting.push(again),
                    _ => decided.push(again),
                }
            }
            if self.waiting.len() == before || self.waiting.is_empty() {
                return decided;
            }
        }
    }
}

fn founding_keys(payload: &[u8], institute: &Institute, device: DeviceId) -> Option<DeviceKeys> {
    let request = crate::device::SignedJoin::decode(payload).ok()?.check(institute).ok()?;
    (request.keys.id() == device).then_some(request.keys)
}
