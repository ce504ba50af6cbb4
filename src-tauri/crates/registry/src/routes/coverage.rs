//! In what order a reviewer may read: laptops are not told whose sheets are in, so the registry ranks for them.

use sceau_domain::assignment::coverage;
use sceau_protocol::coverage::{Coverage, Covered};

use super::Request;
use crate::answer::Answer;
use crate::failure::Failure;
use crate::registry::Registry;

/// `GET /v1/coverage`: the caller's own dossiers, never how many sheets are in.
///
/// # Errors
/// The caller has no computer in force.
pub fn ranks(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let caller = request.caller()?;
    let now = registry.now();
    registry.with_book(|book| {
        let ranked = coverage(book.board(), caller.member, now);
        let line = |(dossier, rank): (sceau_domain::id::DossierId, u64)| Covered { dossier: dossier.0, rank };
        Ok(Answer::cbor(&Coverage { dossiers: ranked.into_iter().map(line).collect() }))
    })
}
