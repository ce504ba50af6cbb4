//! The log for outsiders: checkpoint, consistency, entries. Entries show batch records, no headers.

use sceau_protocol::institute::{Consistency, Entries};
use sceau_protocol::{Code, limits};

use super::Request;
use crate::answer::Answer;
use crate::failure::Failure;
use crate::registry::Registry;

/// `GET /v1/log/checkpoint`: the signed note, as text.
///
/// # Errors
/// No institute yet.
pub fn checkpoint(registry: &Registry, _: &Request) -> Result<Answer, Failure> {
    registry.with_book(|book| Ok(Answer::text(book.note(&registry.keys, registry.now()))))
}

/// `GET /v1/log/consistency?from=&to=`.
///
/// # Errors
/// The sizes are not those of two states of this log.
pub fn consistency(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let (from, to) = (request.number("from")?, request.number("to")?);
    registry.with_book(|book| {
        let path = book.tree().consistency(from, to).ok_or(Code::Malformed)?;
        Ok(Answer::cbor(&Consistency { from, to, path }))
    })
}

/// `GET /v1/log/entries?from=&count=`.
///
/// # Errors
/// No institute yet, or no numbers.
pub fn entries(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let (from, count) = (request.number("from")?, request.number("count")?.min(limits::ENTRIES));
    registry.with_book(|book| {
        let count = usize::try_from(count).map_err(|_| Code::Malformed)?;
        let entries = book.lines_from(from).iter().take(count).map(|line| line.entry.clone()).collect();
        Ok(Answer::cbor(&Entries { from, entries }))
    })
}
