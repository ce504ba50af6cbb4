//! Evidence in sealed chunks. The leaves come first and must make the root in the path; each chunk must match its
//! leaf. Who may read follows from the dossier that the leaves name.

use sceau_domain::action::ActionKind;
use sceau_domain::id::DossierId;
use sceau_domain::visibility::may_read_dossier;
use sceau_ledger::file::Leaves as SealedLeaves;
use sceau_protocol::file::{Leaves, Missing};
use sceau_protocol::{Code, decode, limits};

use super::Request;
use crate::answer::Answer;
use crate::caller::Caller;
use crate::database::StoredFile;
use crate::failure::Failure;
use crate::registry::Registry;

/// `PUT /v1/files/{root}/leaves`.
///
/// # Errors
/// The leaves do not make the root, the file belongs to another dossier, or the caller may not bring evidence.
pub fn put_leaves(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let root: [u8; 32] = request.id(0)?;
    let asked: Leaves = decode(&request.body)?;
    may_bring(registry, request.caller()?, asked.dossier)?;
    let count = asked.leaves.len();
    let leaves = SealedLeaves::from_hashes(asked.leaves);
    if count == 0 || count > limits::CHUNKS || leaves.root() != root {
        return Err(Code::BadLeaves.into());
    }
    let leaves = decode::<Leaves>(&request.body)?.leaves;
    let fresh = StoredFile { dossier: asked.dossier, leaves };
    let kept = registry.database.file(&root, &fresh)?;
    // Ciphertext under a fresh key: the same root in two dossiers is not an accident.
    if kept != fresh {
        return Err(Code::BadLeaves.into());
    }
    Ok(Answer::done())
}

/// `GET /v1/files/{root}/leaves`.
///
/// # Errors
/// There is no such file, or the caller may not read its dossier.
pub fn leaves(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let (_, file) = readable(registry, request)?;
    Ok(Answer::cbor(&Leaves { dossier: file.dossier, leaves: file.leaves }))
}

/// `GET /v1/files/{root}/missing`.
///
/// # Errors
/// As [`leaves`].
pub fn missing(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let (root, file) = readable(registry, request)?;
    let count = u32::try_from(file.leaves.len()).map_err(|_| Code::BadLeaves)?;
    Ok(Answer::cbor(&Missing { count, indexes: registry.files.missing(&root, count) }))
}

/// `PUT /v1/files/{root}/{index}`.
///
/// # Errors
/// The leaves are not here yet, the chunk does not match its leaf, or the caller may not bring evidence.
pub fn put_chunk(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let root: [u8; 32] = request.id(0)?;
    let index = chunk_index(request)?;
    let file = registry.database.file_of(&root)?.ok_or(Code::NoLeaves)?;
    may_bring(registry, request.caller()?, file.dossier)?;
    SealedLeaves::from_hashes(file.leaves).check(index.into(), &request.body).map_err(|_| Code::BadChunk)?;
    registry.files.put_chunk(&root, index, &request.body)?;
    Ok(Answer::done())
}

/// `GET /v1/files/{root}/{index}`.
///
/// # Errors
/// The chunk is not here, or the caller may not read its dossier.
pub fn chunk(registry: &Registry, request: &Request) -> Result<Answer, Failure> {
    let index = chunk_index(request)?;
    let (root, _) = readable(registry, request)?;
    Ok(Answer::bytes(registry.files.chunk(&root, index)?.ok_or(Code::ChunkMissing)?))
}

fn chunk_index(request: &Request) -> Result<u32, Failure> {
    let text = request.place(1);
    let index: u32 = text.parse().map_err(|_| Code::NotFound)?;
    // One address per chunk: no leading zeros, no plus sign.
    if index.to_string() == text { Ok(index) } else { Err(Code::NotFound.into()) }
}

fn may_bring(registry: &Registry, caller: Caller, dossier: [u8; 16]) -> Result<(), Failure> {
    let now = registry.now();
    registry.with_book(|book| caller.must(book.board(), ActionKind::Evidence, &[dossier], now))
}

/// The file in the path, if the caller may read its dossier. To anybody else it is as if it were not there.
fn readable(registry: &Registry, request: &Request) -> Result<([u8; 32], StoredFile), Failure> {
    let root: [u8; 32] = request.id(0)?;
    let caller = request.caller()?;
    let file = registry.database.file_of(&root)?.ok_or(Code::NotFound)?;
    let now = registry.now();
    registry.with_book(|book| {
        let reads = may_read_dossier(book.board(), caller.member, DossierId(file.dossier));
        if reads || caller.must(book.board(), ActionKind::Evidence, &[file.dossier], now).is_ok() {
            return Ok(());
        }
        Err(Code::NotFound.into())
    })?;
    Ok((root, file))
}
