//! What a caller may pull. Every entry flows, because the root needs it; headers and parcels flow as
//! `domain::visibility` says, the whole batch's headers or none of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use sceau_domain::id::MemberId;
use sceau_domain::moment::Moment;
use sceau_domain::visibility::{Seen, Visibility, visible};
use sceau_ledger::batch::Access;
use sceau_ledger::note::{SignedNote, witness_name};
use sceau_protocol::Code;
use sceau_protocol::limits;
use sceau_protocol::sync::{Content, Cosignature, LogEntry, Outcome, Standing, SyncAnswer, SyncRequest};

use crate::book::{Book, Line};
use crate::caller::Caller;
use crate::database::{StoredBatch, StoredCosignature};
use crate::failure::Failure;
use crate::registry::Registry;

/// What of a batch a viewer may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entitled {
    /// The headers of the batch.
    pub headers: bool,
    /// Its parcels, by place.
    pub parcels: Vec<bool>,
}

/// What of a batch a viewer may have by now.
#[must_use]
pub fn entitled(book: &Book, viewer: MemberId, line: &Line) -> Entitled {
    let sight = |act: &crate::book::ActLine| {
        visible(book.board(), viewer, &Seen { author: line.member, kind: act.kind, objects: &act.objects })
    };
    let sights: Vec<Visibility> = line.acts.iter().map(sight).collect();
    // The headers hash to the root that was signed: one that is missing makes the others useless.
    let headers = sights.iter().all(|sight| *sight != Visibility::Entry);
    // What the rules refuse has no effect; a key wrapped to somebody who may not hold it must not arrive either.
    let shunned = viewer != line.member && book.is_refused(&line.batch);
    let parcels = (0_u8..).zip(&line.parcels).map(|(place, access)| match access {
        _ if shunned => false,
        // The box of a sheet must reach an officer who may not read the dossier; so must every governance act.
        Access::Clear => headers,
        Access::Own => viewer == line.member,
        Access::Group | Access::Sealed => headers && full(line, &sights, place),
    });
    Entitled { headers, parcels: parcels.collect() }
}

/// Whether every act that points at a parcel may be read; a parcel at which none points belongs to all of them.
fn full(line: &Line, sights: &[Visibility], place: u8) -> bool {
    let pointed = line.acts.iter().any(|act| act.parcel == place);
    let mut concerned = line.acts.iter().zip(sights).filter(|(act, _)| !pointed || act.parcel == place);
    concerned.all(|(_, sight)| *sight == Visibility::Everything)
}

fn content(entitled: &Entitled, stored: StoredBatch) -> Content {
    let may = |place: u8| entitled.parcels.get(usize::from(place)).copied().unwrap_or(false);
    Content {
        batch: stored.batch,
        headers: entitled.headers.then_some(stored.headers),
        parcels: stored
            .parcels
            .into_iter()
            .filter(|parcel| may(parcel.place))
            .filter_map(|parcel| Some((parcel.place, parcel.bytes?)))
            .collect(),
    }
}

/// Answers a sync: entries from the caller's size on, what it is entitled to, and the checkpoint over all of it.
///
/// # Errors
/// Too many hashes, or the database fails.
pub fn answer(
    registry: &Registry,
    book: &Book,
    caller: Caller,
    asked: &SyncRequest,
    outcomes: Vec<Outcome>,
) -> Result<SyncAnswer, Failure> {
    if asked.lacking.len() > limits::LACKING {
        return Err(Code::TooMany.into());
    }
    let now = registry.now();
    let new = book.lines_from(asked.size);
    let lacking = asked.lacking.iter().filter_map(|batch| book.line_of(batch));
    let (contents, more) = contents(registry, book, caller.member, lacking.chain(new))?;
    let cosignatures = registry.database.cosignatures()?;
    let others = cosignatures.into_iter().filter(|word| word.device != caller.device.0);
    Ok(SyncAnswer {
        time: now.0,
        outcomes,
        entries: entries(book, asked.size),
        contents,
        more,
        checkpoint: book.note(&registry.keys, now),
        cosignatures: others
            .map(|word| Cosignature { device: word.device, size: word.size, line: word.line })
            .collect(),
    })
}

/// Answers the founder, who knows everything that there is.
///
/// # Errors
/// None today; the type is that of [`answer`].
pub(crate) fn answer_founder(
    registry: &Registry,
    book: &Book,
    outcomes: Vec<Outcome>,
    now: Moment,
) -> Result<SyncAnswer, Failure> {
    Ok(SyncAnswer {
        time: now.0,
        outcomes,
        entries: entries(book, 0),
        contents: Vec::new(),
        more: false,
        checkpoint: book.note(&registry.keys, now),
        cosignatures: Vec::new(),
    })
}

fn entries(book: &Book, from: u64) -> Vec<LogEntry> {
    let outside = book.outside();
    let entry = |(index, line): (u64, &Arc<Line>)| LogEntry {
        index,
        bytes: line.entry.clone(),
        standing: outside.get(&index).map_or(Standing::InForce, |(standing, _)| *standing),
    };
    (from..).zip(book.lines_from(from)).map(entry).collect()
}

/// Headers and parcels of lines, oldest asked first, as far as one answer carries them.
fn contents<'l>(
    registry: &Registry,
    book: &Book,
    viewer: MemberId,
    lines: impl Iterator<Item = &'l Arc<Line>>,
) -> Result<(Vec<Content>, bool), Failure> {
    let mut sent = BTreeMap::new();
    let mut contents = Vec::new();
    let mut weight = 0_usize;
    for line in lines {
        if sent.insert(line.batch, ()).is_some() {
            continue;
        }
        let entitled = entitled(book, viewer, line);
        if !entitled.headers && !entitled.parcels.contains(&true) {
            continue;
        }
        let Some(stored) = registry.database.batch(&line.batch)? else { continue };
        let content = content(&entitled, stored);
        let headers = content.headers.iter().flatten().map(Vec::len).sum::<usize>();
        weight = weight.saturating_add(headers).saturating_add(content.parcels.values().map(Vec::len).sum());
        if weight > limits::ANSWER && !contents.is_empty() {
            return Ok((contents, true));
        }
        contents.push(content);
    }
    Ok((contents, false))
}

/// A parcel by its hash, if the viewer is entitled to it in any batch that holds it.
///
/// # Errors
/// The database fails.
pub fn parcel(
    registry: &Registry,
    book: &Book,
    viewer: MemberId,
    sha256: &[u8; 32],
) -> Result<Option<Vec<u8>>, Failure> {
    for (batch, place) in registry.database.parcel_homes(sha256)? {
        let Some(line) = book.line_of(&batch) else { continue };
        if entitled(book, viewer, line).parcels.get(usize::from(place)) != Some(&true) {
            continue;
        }
        let stored = registry.database.batch(&batch)?;
        let parcels = stored.map(|stored| stored.parcels).unwrap_or_default();
        let found = parcels.into_iter().find(|parcel| parcel.place == place);
        if let Some(bytes) = found.and_then(|parcel| parcel.bytes) {
            return Ok(Some(bytes));
        }
    }
    Ok(None)
}

/// Keeps a device's word on a checkpoint that this log really had. Anything else is not an error of the sync: the
/// laptop sees the difference by itself, and the registry says so to its operator.
///
/// # Errors
/// The database fails.
pub fn keep_cosignature(
    registry: &Registry,
    book: &Book,
    caller: Caller,
    asked: &SyncRequest,
) -> Result<(), Failure> {
    let Some(line) = &asked.cosignature else { return Ok(()) };
    if book.tree().root_at(asked.size) != Some(asked.root) {
        tracing::error!(device = %caller.device, size = asked.size, "a laptop cosigned a checkpoint that is not this log's");
        return Ok(());
    }
    let origin = &book.charters().current().log.origin;
    let keys = book.keys_of(caller.device).ok_or(Code::DeviceUnknown)?;
    let checkpoint =
        sceau_ledger::note::Checkpoint { origin: origin.clone(), size: asked.size, root: asked.root };
    // Read back as a note of one line: the same parser, the same check as everywhere.
    let note = SignedNote::parse(&format!("{}\n{}\n", checkpoint.body(), line.trim_end()));
    let holds = note.and_then(|note| note.cosigned(&witness_name(origin, &caller.device), &keys.sign));
    if holds.is_err() {
        return Err(Failure::RefusedBecause(Code::Malformed, "cosignature".to_owned()));
    }
    let word =
        StoredCosignature { device: caller.device.0, size: asked.size, line: line.trim_end().to_owned() };
    Ok(registry.database.cosign(&word)?)
}
