//! The one request of a sync, and parcels by hash.

use sceau_protocol::profile::{ParcelsAnswer, ParcelsRequest};
use sceau_protocol::sync::SyncRequest;
use sceau_protocol::{Code, decode, limits};

use super::Request;
use crate::answer::Answer;
use crate::failure::Failure;
use crate::registry::Registry;
use crate::{feed, ingest};

/// `POST /v1/sync`.
///
/// # Errors
/// A malformed request; what happens to single batches is in their outcomes.
pub fn sync(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let caller = request.caller()?;
    let mut asked: SyncRequest = decode(&request.body)?;
    let outcomes = ingest::push(registry, std::mem::take(&mut asked.batches))?;
    registry.with_book(|book| {
        feed::keep_cosignature(registry, book, caller, &asked)?;
        Ok(Answer::cbor(&feed::answer(registry, book, caller, &asked, outcomes)?))
    })
}

/// `POST /v1/parcels`.
///
/// # Errors
/// A malformed request, or too many hashes.
pub fn parcels(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let caller = request.caller()?;
    let asked: ParcelsRequest = decode(&request.body)?;
    if asked.hashes.len() > limits::PARCELS_PER_REQUEST {
        return Err(Code::TooMany.into());
    }
    registry.with_book(|book| {
        let mut answer = ParcelsAnswer { parcels: Vec::new(), more: false };
        let mut weight = 0_usize;
        for hash in &asked.hashes {
            let Some(parcel) = feed::parcel(registry, book, caller.member, hash)? else { continue };
            weight = weight.saturating_add(parcel.len());
            if weight > limits::ANSWER && !answer.parcels.is_empty() {
                answer.more = true;
                break;
            }
            answer.parcels.push(parcel);
        }
        Ok(Answer::cbor(&answer))
    })
}
