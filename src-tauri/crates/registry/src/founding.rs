//! The first hour: one token, one charter, the founder's own device.

use sceau_ledger::charter::{CharterChain, SignedCharter};
use sceau_ledger::encoding::Record as _;
use sceau_ledger::tree::sha256;
use sceau_protocol::Code;
use sceau_protocol::institute::Founding;
use sceau_protocol::path::hex;
use sceau_protocol::sync::SyncAnswer;

use crate::book::Book;
use crate::failure::Failure;
use crate::feed;
use crate::ingest;
use crate::registry::{FIRST_CHARTER, FOUNDING_TOKEN, Registry};

/// Founds the institute. Repeating the very same founding is harmless: the first answer may have been lost.
///
/// # Errors
/// Token, charter or batches are not in order, or another institute exists.
pub fn found(registry: &Registry, asked: Founding) -> Result<SyncAnswer, Failure> {
    let charter = SignedCharter::decode(&asked.charter)
        .map_err(|error| Failure::RefusedBecause(Code::BadCharter, error.to_string()))?;
    let mut guard = registry.write()?;
    if let Some(book) = guard.as_ref() {
        if book.institute().0 != charter.hash() {
            return Err(Code::AlreadyFounded.into());
        }
        return answer(registry, book, &asked);
    }
    check_token(registry, &asked.token)?;
    let chain = CharterChain::found(charter)
        .map_err(|error| Failure::RefusedBecause(Code::BadCharter, error.to_string()))?;
    if chain.current().log != registry.keys.card(&registry.settings).identity() {
        return Err(Code::OtherRegistry.into());
    }
    let mut book = Book::new(chain);
    let now = registry.now();
    let mut fresh = Vec::new();
    for sent in &asked.batches {
        ingest::admit(&mut book, sent.clone(), now, &mut fresh)
            .map_err(|rejection| Failure::RefusedBecause(Code::BadBatch, rejection.code))?;
    }
    if book.board().devices.is_empty() {
        return Err(Failure::RefusedBecause(Code::BadBatch, "no device".to_owned()));
    }
    // The charter first: a start after a crash between the two finds an institute with an empty log, and the founder
    // repeats the same request.
    registry.database.set_fact(FIRST_CHARTER, &asked.charter)?;
    registry.database.append(&fresh, book.size(), &book.note(&registry.keys, now))?;
    registry.database.set_fact(FOUNDING_TOKEN, &[])?;
    tracing::info!(institute = %book.institute(), entries = book.size(), "institute founded");
    let made = answer(registry, &book, &asked);
    *guard = Some(book);
    made
}

fn check_token(registry: &Registry, token: &str) -> Result<(), Failure> {
    let expected = registry.database.fact(FOUNDING_TOKEN)?.unwrap_or_default();
    // Compared as digests: the time that it takes says nothing about the token.
    if expected.len() == 32 && expected == sha256(token.trim().as_bytes()) {
        return Ok(());
    }
    tracing::warn!(token_digest = hex(&sha256(token.as_bytes())), "founding refused: wrong token");
    Err(Code::BadToken.into())
}

fn answer(registry: &Registry, book: &Book, asked: &Founding) -> Result<SyncAnswer, Failure> {
    let now = registry.now();
    let outcomes = asked.batches.iter().map(|sent| ingest::outcome(book, &sha256(&sent.record))).collect();
    feed::answer_founder(registry, book, outcomes, now)
}
