//! Charters for whoever pins the institute; founding.

use sceau_ledger::encoding::Record as _;
use sceau_protocol::decode;
use sceau_protocol::institute::{Founding, InstituteAnswer};

use super::Request;
use crate::answer::Answer;
use crate::failure::Failure;
use crate::founding;
use crate::registry::Registry;

/// `GET /v1/institute`.
///
/// # Errors
/// No institute yet.
pub fn show(registry: &Registry, _: &Request) -> Result<Answer, Failure> {
    registry.with_book(|book| {
        let now = registry.now();
        Ok(Answer::cbor(&InstituteAnswer {
            time: now.0,
            charters: book.charters().charters().iter().map(|(signed, _)| signed.encode()).collect(),
            checkpoint: book.note(&registry.keys, now),
            card: registry.keys.card(&registry.settings),
        }))
    })
}

/// `POST /v1/institute`.
///
/// # Errors
/// See [`founding::found`].
pub fn found(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let asked: Founding = decode(&request.body)?;
    Ok(Answer::cbor(&founding::found(registry, asked)?))
}
