//! Sealed profiles: an ordinary table beside the log, so that a name can be erased.

use sceau_domain::action::ActionKind;
use sceau_domain::id::MemberId;
use sceau_ledger::tree::sha256;
use sceau_protocol::Code;
use sceau_protocol::profile::{ProfileDigest, Profiles};

use super::Request;
use crate::answer::Answer;
use crate::database::StoredProfile;
use crate::failure::Failure;
use crate::registry::Registry;

/// `GET /v1/profiles`.
///
/// # Errors
/// The database fails.
pub fn digests(registry: &Registry, _: &Request) -> Result<Answer, Failure> {
    let blobs = registry.database.profiles()?;
    let digest = |kept: StoredProfile| ProfileDigest { member: kept.member, sha256: sha256(&kept.blob) };
    Ok(Answer::cbor(&Profiles { blobs: blobs.into_iter().map(digest).collect() }))
}

/// `PUT /v1/profiles/{member}`: the blob whose digest the member's last `profile.set` names.
///
/// # Errors
/// Another blob, or the caller may not set this profile.
pub fn put(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let member = may_set(registry, request)?;
    let digest = sha256(&request.body);
    registry.with_book(|book| {
        let named = book.board().members.get(&member).and_then(|state| state.profile);
        if named == Some(digest) { Ok(()) } else { Err(Code::BadProfile.into()) }
    })?;
    registry.database.set_profile(&member.0, Some(&request.body))?;
    Ok(Answer::done())
}

/// `GET /v1/profiles/{member}`.
///
/// # Errors
/// There is none, or it was erased.
pub fn show(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let member: [u8; 16] = request.id(0)?;
    let blob = registry.database.profile(&member)?.ok_or(Code::NotFound)?;
    // Not for ever: it can be erased.
    Ok(Answer { cache: "no-store", ..Answer::bytes(blob) })
}

/// `DELETE /v1/profiles/{member}`: the name is gone, its digest stays in the log.
///
/// # Errors
/// The caller may not set this profile.
pub fn erase(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let member = may_set(registry, request)?;
    registry.database.set_profile(&member.0, None)?;
    tracing::info!(%member, "profile erased");
    Ok(Answer::done())
}

fn may_set(registry: &Registry, request: &Request) -> Result<MemberId, Failure> {
    let member = MemberId(request.id(0)?);
    let caller = request.caller()?;
    let now = registry.now();
    registry.with_book(|book| caller.must(book.board(), ActionKind::ProfileSet, &[member.0], now))?;
    Ok(member)
}
