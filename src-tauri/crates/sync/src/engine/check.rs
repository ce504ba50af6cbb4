//! An answer, checked: the only way from a [`SyncAnswer`] to a [`Round`].

use std::collections::{BTreeMap, BTreeSet};

use sceau_domain::moment::{DAY, Moment};
use sceau_ledger::batch::{BatchRecord, Seen};
use sceau_ledger::encoding::Record;
use sceau_ledger::log::{Entry, LogError};
use sceau_ledger::note::{NoteError, VerifiedCheckpoint};
use sceau_ledger::tree::{Hash, includes, leaf};
use sceau_protocol::Code;
use sceau_protocol::sync::{Content, LogEntry, Outcome, SyncAnswer, SyncRequest};

use super::{Acknowledged, Arrived, Disputed, Known, RefusedBatch, Round, name_of};
use crate::error::{Failure, Misdeed, SyncError};

/// A misdeed before its evidence is put beside it, or a failure.
enum Wrong {
    Misdeed(Misdeed),
    Failure(Failure),
}

impl From<Misdeed> for Wrong {
    fn from(what: Misdeed) -> Self {
        Self::Misdeed(what)
    }
}

/// What a failed request means, given what is known.
pub(super) fn refusal(known: &Known, failure: Failure) -> SyncError {
    match failure {
        // It signed the very log that it denies now: the note here proves it.
        Failure::Refused(Code::LogDiffers) => SyncError::Misdeed {
            what: Misdeed::Denied { size: known.reader.frontier().size() },
            known: known.note.clone(),
            offered: None,
        },
        other => SyncError::Failure(other),
    }
}

/// Checks an answer against what is known and what was asked.
pub(super) fn answer(
    known: &Known,
    request: &SyncRequest,
    answer: SyncAnswer,
    asked: Moment,
    now: Moment,
) -> Result<Round, SyncError> {
    let offered = answer.checkpoint.clone();
    checked(known, request, answer, asked, now).map_err(|wrong| match wrong {
        Wrong::Failure(failure) => SyncError::Failure(failure),
        Wrong::Misdeed(what) => {
            SyncError::Misdeed { what, known: known.note.clone(), offered: Some(offered) }
        }
    })
}

fn checked(
    known: &Known,
    request: &SyncRequest,
    answer: SyncAnswer,
    asked: Moment,
    now: Moment,
) -> Result<Round, Wrong> {
    let checkpoint = VerifiedCheckpoint::verify(&answer.checkpoint, &known.log).map_err(note_misdeed)?;
    check_freshness(known, &checkpoint, asked)?;
    let entries = extend(known, &answer.entries, &checkpoint)?;
    let (reader, entries, roots) = entries;
    let (acknowledged, refused) = outcomes(request, answer.outcomes, &checkpoint)?;
    let disputed = disputes(known, &entries, &roots);
    let (arrived, late) = assemble(request, answer.entries, entries, &roots, answer.contents)?;
    let mut all_roots = known.roots.clone();
    all_roots.extend(roots);
    Ok(Round {
        known: Known {
            log: known.log.clone(),
            reader,
            note: Some(answer.checkpoint),
            noted: checkpoint.at(),
            roots: all_roots,
        },
        arrived,
        late,
        acknowledged,
        refused,
        disputed,
        cosignatures: answer.cosignatures,
        clock_ahead: signed_difference(answer.time, now.0),
        more: answer.more,
    })
}

fn note_misdeed(error: NoteError) -> Misdeed {
    match error {
        NoteError::Malformed => Misdeed::NoteMalformed,
        NoteError::WrongOrigin => Misdeed::OtherLog,
        NoteError::Unsigned | NoteError::BadSignature => Misdeed::NoteNotSigned,
    }
}

/// The registry's dated word must not be older than its last one, nor a day behind the time under which it took the
/// request: an honest registry takes only requests of within ten minutes of its clock.
fn check_freshness(known: &Known, checkpoint: &VerifiedCheckpoint, asked: Moment) -> Result<(), Misdeed> {
    let said = checkpoint.at();
    let size = known.reader.frontier().size();
    if checkpoint.seen().size < size {
        return Err(Misdeed::RolledBack { known: size, offered: checkpoint.seen().size });
    }
    if said < known.noted {
        return Err(Misdeed::ClockWentBack);
    }
    if said.plus(DAY) < asked { Err(Misdeed::ClockStandsStill { since: said }) } else { Ok(()) }
}

type Extended = (sceau_ledger::log::LogReader, Vec<Entry>, BTreeMap<u64, Hash>);

/// The entries in their places, leading to the signed root; with the root after each.
fn extend(known: &Known, sent: &[LogEntry], checkpoint: &VerifiedCheckpoint) -> Result<Extended, Wrong> {
    let start = known.reader.frontier().size();
    check_places(start, sent)?;
    let bytes: Vec<Vec<u8>> = sent.iter().map(|entry| entry.bytes.clone()).collect();
    let mut reader = known.reader.clone();
    let entries = reader.extend(&bytes, checkpoint).map_err(|error| log_misdeed(error, start, sent))?;
    let mut frontier = known.reader.frontier().clone();
    let mut roots = BTreeMap::from([(start, frontier.root())]);
    for entry in &bytes {
        frontier.append(&leaf(entry));
        roots.insert(frontier.size(), frontier.root());
    }
    Ok((reader, entries, roots))
}

/// The claimed places must be those that follow, each once; else the misdeed is named before the root is compared.
fn check_places(start: u64, sent: &[LogEntry]) -> Result<(), Misdeed> {
    let claimed: BTreeSet<u64> = sent.iter().map(|entry| entry.index).collect();
    let mut seen = BTreeSet::new();
    for (expected, entry) in (start..).zip(sent) {
        let index = entry.index;
        if index < start || !seen.insert(entry.bytes.as_slice()) {
            return Err(Misdeed::EntryReplayed { index });
        }
        if index != expected {
            let later = claimed.contains(&expected);
            return Err(if later {
                Misdeed::EntriesReordered { index: expected }
            } else if index < expected {
                Misdeed::EntryReplayed { index }
            } else {
                Misdeed::EntryDropped { index: expected }
            });
        }
    }
    Ok(())
}

fn log_misdeed(error: LogError, start: u64, sent: &[LogEntry]) -> Wrong {
    let what = match error {
        LogError::Note(error) => note_misdeed(error),
        LogError::Entry(cause) if cause.update_needed() => return Wrong::Failure(Failure::UpdateNeeded),
        LogError::Entry(_) => {
            let bad = sent.iter().find(|entry| Entry::decode(&entry.bytes).is_err());
            Misdeed::EntryUnreadable { index: bad.map_or(start, |entry| entry.index) }
        }
        LogError::WrongEpoch { .. } => Misdeed::OtherLog,
        LogError::RolledBack { known, offered } => Misdeed::RolledBack { known, offered },
        LogError::WrongCount { sent, claimed } if sent < claimed => {
            Misdeed::EntryDropped { index: start.saturating_add(sent) }
        }
        LogError::WrongCount { claimed, .. } => {
            Misdeed::EntryInserted { index: start.saturating_add(claimed) }
        }
        LogError::ClockWentBack { index } => Misdeed::ReceivedWentBack { index },
        LogError::WrongRoot if sent.is_empty() => Misdeed::Forked { size: start },
        LogError::WrongRoot | LogError::NotIncluded => Misdeed::RootDiffers,
    };
    Wrong::Misdeed(what)
}

/// What became of each batch of the request; each acknowledgement leads to the signed root and holds our very bytes.
fn outcomes(
    request: &SyncRequest,
    outcomes: Vec<Outcome>,
    checkpoint: &VerifiedCheckpoint,
) -> Result<(Vec<Acknowledged>, Vec<RefusedBatch>), Wrong> {
    if outcomes.len() != request.batches.len() {
        return Err(Misdeed::Unacknowledged.into());
    }
    let (mut acknowledged, mut refused) = (Vec::new(), Vec::new());
    for (sent, outcome) in request.batches.iter().zip(outcomes) {
        let batch = name_of(&sent.record);
        if outcome.batch != batch {
            return Err(Misdeed::Unacknowledged.into());
        }
        let Some(receipt) = outcome.receipt else {
            let code = outcome.code.ok_or(Misdeed::Unacknowledged)?;
            refused.push(RefusedBatch { batch, code });
            continue;
        };
        let index = receipt.index;
        let entry = Entry::decode(&receipt.entry).map_err(|_| Misdeed::EntryUnreadable { index })?;
        if entry.batch != sent.record || entry.signature != sent.signature {
            return Err(Misdeed::EntryAltered { index }.into());
        }
        let tree = checkpoint.seen();
        if !includes(&leaf(&receipt.entry), index, tree.size, &receipt.path, &tree.root) {
            return Err(Misdeed::ReceiptFalse { index }.into());
        }
        acknowledged.push(Acknowledged { batch, received: entry.received, receipt, code: outcome.code });
    }
    Ok((acknowledged, refused))
}

/// Batches whose author has seen another log than this: other root at a size that is known here, or more entries than
/// the log had when it took the batch.
fn disputes(known: &Known, entries: &[Entry], roots: &BTreeMap<u64, Hash>) -> Vec<Disputed> {
    let start = known.reader.frontier().size();
    let differs = |index: u64, seen: &Seen| {
        let here = roots.get(&seen.size).or_else(|| known.roots.get(&seen.size));
        seen.epoch == known.reader.epoch()
            && (seen.size > index || here.is_some_and(|root| *root != seen.root))
    };
    let records = (start..).zip(entries).filter_map(|(index, entry)| {
        let record = BatchRecord::decode(&entry.batch).ok()?;
        Some((index, record))
    });
    records
        .filter(|(index, record)| differs(*index, &record.seen))
        .map(|(index, record)| Disputed { index, device: record.device, seen: record.seen })
        .collect()
}

/// Each new entry with the contents that came for it; and the contents of earlier ones that were asked for.
fn assemble(
    request: &SyncRequest,
    sent: Vec<LogEntry>,
    entries: Vec<Entry>,
    roots: &BTreeMap<u64, Hash>,
    contents: Vec<Content>,
) -> Result<(Vec<Arrived>, Vec<Content>), Wrong> {
    let asked: BTreeSet<_> = request.lacking.iter().copied().collect();
    let mut contents: BTreeMap<Hash, Content> =
        contents.into_iter().map(|content| (content.batch, content)).collect();
    let mut arrived = Vec::with_capacity(entries.len());
    for (place, entry) in sent.into_iter().zip(entries) {
        let mut parts = entry.bare_parts();
        if let Some(content) = contents.remove(&parts.hash()) {
            parts.headers = content.headers;
            parts.parcels = content.parcels;
        }
        let after = place.index.saturating_add(1);
        let root = roots.get(&after).copied().ok_or(Misdeed::RootDiffers)?;
        arrived.push(Arrived {
            index: place.index,
            received: entry.received,
            parts,
            standing: place.standing,
            root,
        });
    }
    if contents.keys().any(|batch| !asked.contains(batch)) {
        return Err(Misdeed::StrayContent.into());
    }
    Ok((arrived, contents.into_values().collect()))
}

/// `a − b`, at most what fits.
fn signed_difference(a: u64, b: u64) -> i64 {
    let distance = i64::try_from(a.abs_diff(b)).unwrap_or(i64::MAX);
    if a >= b { distance } else { distance.saturating_neg() }
}
