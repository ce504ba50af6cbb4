//! The only door of the log: verify, place in the device's series, judge by the board's rules, append, acknowledge.
//! What is acknowledged is on the disk.

use sceau_domain::moment::Moment;
use sceau_ledger::error::VerifyError;
use sceau_ledger::tree::Hash;
use sceau_protocol::Code;
use sceau_protocol::limits;
use sceau_protocol::path::hex;
use sceau_protocol::sync::{Outcome, Receipt, SentBatch, Standing};

use crate::book::{Book, Rejection, Taken};
use crate::database::StoredBatch;
use crate::failure::Failure;
use crate::registry::{Registry, verify};

/// Takes the batches of a push, in one transaction for all that are new. Each has its own outcome; one that is
/// refused does not hold up those of other series.
///
/// # Errors
/// Too many batches, no institute, or the database refuses: then nothing was taken.
pub fn push(registry: &Registry, sent: Vec<SentBatch>) -> Result<Vec<Outcome>, Failure> {
    if sent.is_empty() {
        return Ok(Vec::new());
    }
    if sent.len() > limits::BATCHES {
        return Err(Code::TooMany.into());
    }
    let now = registry.now();
    let mut guard = registry.write()?;
    let mut book = guard.as_ref().ok_or(Code::NotFounded)?.clone();
    let mut fresh = Vec::new();
    let mut judged: Vec<(Hash, Option<Rejection>)> = Vec::new();
    for batch in sent {
        let hash = sceau_ledger::tree::sha256(&batch.record);
        let rejection = admit(&mut book, batch, now, &mut fresh).err();
        if let Some(rejection) = &rejection {
            tracing::warn!(batch = hex(&hash), code = rejection.code, "batch refused");
        }
        judged.push((hash, rejection));
    }
    if !fresh.is_empty() {
        registry.database.append(&fresh, book.size(), &book.note(&registry.keys, now))?;
        tracing::info!(entries = fresh.len(), size = book.size(), "batches logged");
    }
    let outcomes = judged
        .into_iter()
        .map(|(batch, rejection)| match rejection {
            Some(rejection) => Outcome { batch, receipt: None, code: Some(rejection.code) },
            None => outcome(&book, &batch),
        })
        .collect();
    *guard = Some(book);
    Ok(outcomes)
}

/// Verifies one batch and takes it into the book; what has to be written is added to `fresh`.
///
/// # Errors
/// Why the batch stays outside the log; the book is then as before.
pub(crate) fn admit(
    book: &mut Book,
    sent: SentBatch,
    now: Moment,
    fresh: &mut Vec<StoredBatch>,
) -> Result<(), Rejection> {
    let known = book.place_of(&sceau_ledger::tree::sha256(&sent.record)).is_some();
    if known {
        // Same record, same batch: accepted silently, whatever came beside it.
        return Ok(());
    }
    let batch = verify(book, sent.into()).map_err(code_of)?;
    let seen = batch.record().seen;
    // A checkpoint that we never signed, or one of a log that is longer than ours: a fork or a rollback of this very
    // registry. The members' laptops hold the evidence; the operator should know as soon as they do.
    if book.tree().root_at(seen.size) != Some(seen.root) {
        tracing::error!(device = %batch.device(), size = seen.size, "a batch names a checkpoint that is not this log's");
    }
    match book.take(&batch, now)? {
        Taken::Known(_) => {}
        Taken::New(stored) => fresh.push(stored),
    }
    Ok(())
}

fn code_of(error: VerifyError) -> Rejection {
    match error {
        VerifyError::UpdateNeeded => Code::UpdateNeeded.into(),
        VerifyError::WrongInstitute => Code::OtherInstitute.into(),
        VerifyError::WrongDevice => Code::DeviceUnknown.into(),
        _ => Code::BadBatch.into(),
    }
}

/// The outcome of a batch that may be in the log: its receipt is the inclusion proof in the whole tree.
pub(crate) fn outcome(book: &Book, batch: &Hash) -> Outcome {
    let Some((place, line)) = book.place_of(batch).zip(book.line_of(batch)) else {
        return Outcome { batch: *batch, receipt: None, code: Some(Code::NotFound.code().to_owned()) };
    };
    let (standing, code) = match book.outside().get(&place) {
        Some((standing, code)) => (*standing, Some((*code).to_owned())),
        None => (Standing::InForce, None),
    };
    let path = book.tree().inclusion(place, book.size()).unwrap_or_default();
    Outcome {
        batch: *batch,
        receipt: Some(Receipt { index: place, entry: line.entry.clone(), path, standing }),
        code,
    }
}
