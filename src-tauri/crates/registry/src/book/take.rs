//! Taking a batch: its place in its device's chain, the judgement of each act, the entry.

use std::sync::Arc;

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::moment::Moment;
use sceau_domain::permission::Missing;
use sceau_ledger::batch::ParcelEntry;
use sceau_ledger::charter::SignedCharter;
use sceau_ledger::encoding::Record as _;
use sceau_ledger::header::Header;
use sceau_ledger::log::Entry;
use sceau_ledger::payload;
use sceau_ledger::replay::{Judged, Replay, Standing as Judgement};
use sceau_ledger::series::{Placing, place};
use sceau_ledger::tree::{Hash, leaf};
use sceau_ledger::verify::{VerifiedBatch, payload_of};
use sceau_protocol::Code;
use sceau_protocol::sync::Standing;

use super::{ActLine, Book, Line, Published};
use crate::boxes;
use crate::database::{StoredBatch, StoredParcel};

/// Why a batch stays outside the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// A code of the protocol, or of the rules.
    pub code: String,
}

impl From<Code> for Rejection {
    fn from(code: Code) -> Self {
        Self { code: code.code().to_owned() }
    }
}

/// What became of a batch.
#[derive(Debug)]
pub enum Taken {
    /// It was in the log already, at this index.
    Known(u64),
    /// It is in the log now, to be written to the database as it stands here.
    New(StoredBatch),
}

/// Whether a batch comes from outside or from our own database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arrival {
    Fresh,
    Replayed,
}

impl Book {
    /// Takes a batch that was just received. The book is as before when it is refused.
    ///
    /// # Errors
    /// [`Rejection`] names the misdeed or the rule.
    pub fn take(&mut self, batch: &VerifiedBatch, now: Moment) -> Result<Taken, Rejection> {
        // Time in the log never goes back, whatever happened to the registry's clock.
        let received = now.max(self.last_received);
        self.enter(batch, received, Arrival::Fresh)
    }

    /// Takes a batch again that is in the database: at start. What was logged stays logged, so an act that today's
    /// rules refuse is outside the board instead.
    ///
    /// # Errors
    /// The batch does not continue its chain: the database was altered.
    pub fn replay_again(&mut self, batch: &VerifiedBatch, received: Moment) -> Result<Taken, Rejection> {
        self.enter(batch, received, Arrival::Replayed)
    }

    fn enter(
        &mut self,
        batch: &VerifiedBatch,
        received: Moment,
        arrival: Arrival,
    ) -> Result<Taken, Rejection> {
        if let Some(place) = self.place_of(&batch.hash()) {
            return Ok(Taken::Known(place));
        }
        let events = batch.events().ok_or(Code::Incomplete)?;
        if arrival == Arrival::Fresh && batch.parts().parcels.len() != batch.record().parcels.len() {
            return Err(Code::Incomplete.into());
        }
        // An act that everybody must fold and whose content is sealed, or nowhere, would be judged by nobody.
        if arrival == Arrival::Fresh && payload::acts(batch).is_none() {
            return Err(Code::BadBatch.into());
        }
        let fork = self.is_fork(batch)?;
        let index = self.size();
        let judged = match arrival {
            Arrival::Replayed => self.replay.take(batch, index, received),
            Arrival::Fresh => {
                let mut replay = self.replay.clone();
                let judged = replay.take(batch, index, received);
                let mut own = judged.iter().filter(|act| !fork && act.index == index);
                own.try_for_each(|act| admissible(&replay, act))?;
                self.replay = replay;
                judged
            }
        };
        let charters = events.iter().filter(|event| event.header.kind == ActionKind::Charter.code());
        let charters: Vec<_> =
            charters.filter_map(|event| Some((event.name, charter(batch, &event.header)?))).collect();
        self.brought.extend(charters);
        judged.iter().for_each(|act| self.note_effects(act));
        Ok(Taken::New(self.append(batch, received, fork)))
    }

    /// Whether a batch is the other branch of a fork, which is kept as evidence.
    fn is_fork(&self, batch: &VerifiedBatch) -> Result<bool, Rejection> {
        let head = self.replay.head(batch.device());
        let kept = |number: u64| self.kept.get(&batch.device())?.get(usize::try_from(number).ok()?).copied();
        match place(batch, &head, kept) {
            Placing::Next(_) => Ok(false),
            Placing::Fork { .. } => Ok(true),
            Placing::Gap { .. } => Err(Code::Gap.into()),
            // A repetition has been found by its hash before; the same number and hash cannot come here.
            Placing::Repetition | Placing::BrokenSeq { .. } => Err(Code::BadBatch.into()),
        }
    }

    /// What the registry itself keeps of a judged act: charters with their signatures, labels by number, and what
    /// fell out of the fold.
    fn note_effects(&mut self, act: &Judged) {
        match act.standing {
            Judgement::InForce => {}
            Judgement::Undecided(_) => return,
            Judgement::OutOfSeries => {
                self.outcast.insert(act.index, (Standing::Fork, Code::Fork.code()));
                return;
            }
            Judgement::Refused(refusal) => {
                self.outcast.insert(act.index, (Standing::Undecided, refusal.code()));
                return;
            }
            Judgement::Unreadable(_) => {
                self.outcast.insert(act.index, (Standing::Undecided, Code::BadBatch.code()));
                return;
            }
        }
        if let Some(charter) = self.brought.get(&act.name) {
            let known = self.proposals.entry(charter.hash()).or_insert_with(|| charter.clone());
            known.signatures.extend(&charter.signatures);
            // Not yet enough signatures, or a charter that does not follow: it waits.
            let _ = self.charters.extend(known.clone());
        }
        if let Some(Action::Publication { dossier, number, document, facts, figures }) = &act.action {
            self.labels.entry(number.clone()).or_insert_with(|| Published {
                dossier: *dossier,
                document: *document,
                facts: facts.clone(),
                figures: figures.as_deref().cloned(),
                received: act.received,
            });
        }
    }

    fn append(&mut self, batch: &VerifiedBatch, received: Moment, fork: bool) -> StoredBatch {
        let parts = batch.parts();
        let hash: Hash = batch.hash();
        let place = self.size();
        let entry = Entry::of(parts, received).encode();
        self.tree.append(leaf(&entry));
        self.places.insert(hash, place);
        self.last_received = received;
        if !fork {
            self.kept.entry(batch.device()).or_default().push(hash);
        }
        self.lines.push(Arc::new(Line {
            batch: hash,
            entry: entry.clone(),
            member: batch.record().member,
            device: batch.device(),
            received,
            acts: act_lines(batch),
            parcels: batch.record().parcels.iter().map(|parcel| parcel.access).collect(),
        }));
        let stored = |(index, parcel): (u8, &ParcelEntry)| StoredParcel {
            place: index,
            sha256: parcel.sha256,
            bytes: parts.parcels.get(&index).cloned(),
        };
        StoredBatch {
            place,
            batch: hash,
            entry,
            headers: parts.headers.clone().unwrap_or_default(),
            parcels: (0_u8..).zip(&batch.record().parcels).map(stored).collect(),
        }
    }
}

/// The door: an act that the rules refuse, or whose sealed keys prove nothing, keeps its whole batch out.
fn admissible(replay: &Replay, act: &Judged) -> Result<(), Rejection> {
    match act.standing {
        // What the chair may still accept is checked now: nobody would look at its box again.
        Judgement::InForce | Judgement::Undecided(Missing::Acceptance) => {
            boxes::check(&replay.board, act).map_err(Rejection::from)
        }
        Judgement::Undecided(_) => Ok(()),
        Judgement::Refused(refusal) if refusal.may_be_stale() => Ok(()),
        Judgement::Refused(refusal) => Err(Rejection { code: refusal.code().to_owned() }),
        Judgement::Unreadable(_) | Judgement::OutOfSeries => Err(Code::BadBatch.into()),
    }
}

fn charter(batch: &VerifiedBatch, header: &Header) -> Option<SignedCharter> {
    let parcel = batch.clear_payloads(header.parcel)?;
    SignedCharter::decode(payload_of(header, &parcel)?).ok()
}

fn act_lines(batch: &VerifiedBatch) -> Vec<ActLine> {
    let events = batch.events().unwrap_or_default();
    let line = |header: &Header| ActLine {
        kind: header.kind,
        objects: header.objects.clone(),
        parcel: header.parcel,
    };
    events.iter().map(|event| line(&event.header)).collect()
}
