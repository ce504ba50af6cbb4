//! Taking a batch: its place in its device's chain, the judgement of each act, the entry.

use std::sync::Arc;

use sceau_domain::action::Action;
use sceau_domain::board::Board;
use sceau_domain::moment::Moment;
use sceau_domain::permission::{Missing, Permission};
use sceau_ledger::encoding::Record as _;
use sceau_ledger::log::Entry;
use sceau_ledger::series::{Head, Placing, place};
use sceau_ledger::tree::{Hash, leaf};
use sceau_ledger::verify::VerifiedBatch;
use sceau_protocol::Code;

use super::{ActLine, Book, Candidate, Chain, Line, Published};
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
    /// rules refuse is parked instead.
    ///
    /// # Errors
    /// The batch does not continue its chain: the database was altered.
    pub fn replay(&mut self, batch: &VerifiedBatch, received: Moment) -> Result<Taken, Rejection> {
        self.enter(batch, received, Arrival::Replayed)
    }

    fn enter(
        &mut self,
        batch: &VerifiedBatch,
        received: Moment,
        arrival: Arrival,
    ) -> Result<Taken, Rejection> {
        let hash = batch.hash();
        if let Some(place) = self.place_of(&hash) {
            return Ok(Taken::Known(place));
        }
        let events = batch.events().ok_or(Code::Incomplete)?;
        if arrival == Arrival::Fresh && batch.parts().parcels.len() != batch.record().parcels.len() {
            return Err(Code::Incomplete.into());
        }
        let head = self.place_in_chain(batch)?;
        let index = self.size();
        let candidates = events
            .iter()
            .map(|event| Candidate::read(batch, event, index, received))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|_| Rejection::from(Code::BadBatch))?;
        if head.is_some() {
            self.fold(candidates, arrival)?;
        }
        Ok(Taken::New(self.append(batch, received, head)))
    }

    /// The device's new head; `None` for the other branch of a fork, which is kept as evidence.
    fn place_in_chain(&self, batch: &VerifiedBatch) -> Result<Option<Head>, Rejection> {
        let chain = self.chains.get(&batch.device());
        let head = chain.map_or_else(Head::start, |chain| chain.head);
        let kept = |number: u64| chain?.kept.get(usize::try_from(number).ok()?).copied();
        match place(batch, &head, kept) {
            Placing::Next(head) => Ok(Some(head)),
            Placing::Fork { .. } => Ok(None),
            Placing::Gap { .. } => Err(Code::Gap.into()),
            // A repetition has been found by its hash before; the same number and hash cannot come here.
            Placing::Repetition | Placing::BrokenSeq { .. } => Err(Code::BadBatch.into()),
        }
    }

    /// Judges and folds the acts in their order: all of them, or none and the first refusal.
    fn fold(&mut self, candidates: Vec<Candidate>, arrival: Arrival) -> Result<(), Rejection> {
        let mut board = self.board.clone();
        let mut parked = Vec::new();
        let mut folded = Vec::new();
        for mut act in candidates {
            match act.judge(&board) {
                Permission::Allowed => {
                    if arrival == Arrival::Fresh {
                        boxes::check(&board, &act).map_err(|code| Rejection { code })?;
                    }
                    accept_late(&act, &mut self.parked, &mut board, &mut folded);
                    act.apply(&mut board);
                    folded.push(act);
                }
                Permission::Undecided(missing) => {
                    act.missing = missing;
                    parked.push(act);
                }
                Permission::Refused(refusal) if arrival == Arrival::Fresh => {
                    return Err(Rejection { code: refusal.code().to_owned() });
                }
                Permission::Refused(_) => {
                    act.missing = Missing::Acceptance;
                    parked.push(act);
                }
            }
        }
        self.board = board;
        self.parked.extend(parked);
        folded.iter().for_each(|act| self.note_effects(act));
        self.settle();
        Ok(())
    }

    /// Judges what is parked again, in the order of the log, until nothing more comes into force.
    fn settle(&mut self) {
        loop {
            let allowed = |act: &Candidate, board: &Board| act.judge(board) == Permission::Allowed;
            let Some(at) = self.parked.iter().position(|act| allowed(act, &self.board)) else { break };
            let act = self.parked.remove(at);
            act.apply(&mut self.board);
            self.note_effects(&act);
        }
        for act in &mut self.parked {
            if let Permission::Undecided(missing) = act.judge(&self.board) {
                act.missing = missing;
            }
        }
    }

    /// What the registry itself keeps of an act in force: charters with their signatures, labels by number.
    fn note_effects(&mut self, act: &Candidate) {
        if let Some(charter) = &act.charter {
            let known = self.proposals.entry(charter.hash()).or_insert_with(|| charter.clone());
            known.signatures.extend(&charter.signatures);
            // Not yet enough signatures, or a charter that does not follow: it waits.
            let _ = self.charters.extend(known.clone());
        }
        if let Some(Action::Publication { dossier, number, document, facts }) = &act.action {
            self.labels.entry(number.clone()).or_insert_with(|| Published {
                dossier: *dossier,
                document: *document,
                facts: facts.clone(),
                received: act.received,
            });
        }
    }

    fn append(&mut self, batch: &VerifiedBatch, received: Moment, head: Option<Head>) -> StoredBatch {
        let parts = batch.parts();
        let hash: Hash = batch.hash();
        let place = self.size();
        let entry = Entry::of(parts, received).encode();
        self.tree.append(leaf(&entry));
        self.places.insert(hash, place);
        self.last_received = received;
        if let Some(head) = head {
            let chain = self.chains.entry(batch.device());
            let chain = chain.or_insert_with(|| Chain { head: Head::start(), kept: Vec::new() });
            chain.head = head;
            chain.kept.push(hash);
        }
        self.lines.push(Arc::new(Line {
            batch: hash,
            entry: entry.clone(),
            member: batch.record().member,
            device: batch.device(),
            received,
            acts: act_lines(batch),
            parcels: batch.record().parcels.iter().map(|parcel| parcel.access).collect(),
            fork: head.is_none(),
        }));
        let stored = |(index, parcel): (u8, &sceau_ledger::batch::ParcelEntry)| StoredParcel {
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

/// Whether a batch comes from outside or from our own database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arrival {
    Fresh,
    Replayed,
}

/// The chair accepts a late act: it takes effect as of its own place, before the acceptance itself is folded.
fn accept_late(act: &Candidate, parked: &mut Vec<Candidate>, board: &mut Board, folded: &mut Vec<Candidate>) {
    let Some(Action::LateAccept { member, device, seq }) = &act.action else { return };
    let named = |late: &Candidate| {
        (late.member, late.device, late.seq) == (*member, *device, *seq)
            && late.missing == Missing::Acceptance
    };
    if let Some(at) = parked.iter().position(named) {
        let late = parked.remove(at);
        late.apply(board);
        folded.push(late);
    }
}

fn act_lines(batch: &VerifiedBatch) -> Vec<ActLine> {
    let events = batch.events().unwrap_or_default();
    let line = |header: &sceau_ledger::header::Header| ActLine {
        kind: header.kind,
        objects: header.objects.clone(),
        parcel: header.parcel,
    };
    events.iter().map(|event| line(&event.header)).collect()
}
