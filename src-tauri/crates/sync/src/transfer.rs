//! Evidence files, chunk by chunk: sealed chunks under the tree hash that names the file. Both directions can be broken
//! off anywhere and taken up again; every chunk is checked on arrival, without a key.

use std::collections::BTreeSet;

use sceau_ledger::tree::{Hash, leaf, root};
use sceau_protocol::file::{Leaves, Missing};
use sceau_protocol::limits;

use crate::error::Failure;

/// Why a file's transfer stops.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransferError {
    /// No usable answer.
    #[error(transparent)]
    Failure(#[from] Failure),
    /// The leaves do not make the file's name.
    #[error("the list of chunks is not this file's")]
    WrongLeaves,
    /// No chunk at all, or more than a file may have.
    #[error("a file of {0} chunks is not allowed")]
    TooManyChunks(usize),
    /// A chunk that is not the one in the list.
    #[error("chunk {0} is not the one in the file's list")]
    WrongChunk(u32),
    /// The other side speaks of a chunk that the file does not have.
    #[error("chunk {0} does not exist")]
    NoSuchChunk(u32),
}

fn check_leaves(file: &Hash, leaves: &[Hash]) -> Result<(), TransferError> {
    if leaves.is_empty() || leaves.len() > limits::CHUNKS {
        return Err(TransferError::TooManyChunks(leaves.len()));
    }
    if root(leaves) == *file { Ok(()) } else { Err(TransferError::WrongLeaves) }
}

fn check_chunk(leaves: &[Hash], index: u32, sealed: &[u8]) -> Result<(), TransferError> {
    let expected = usize::try_from(index).ok().and_then(|at| leaves.get(at));
    let expected = expected.ok_or(TransferError::NoSuchChunk(index))?;
    if sealed.len() <= limits::CHUNK && leaf(sealed) == *expected {
        Ok(())
    } else {
        Err(TransferError::WrongChunk(index))
    }
}

/// What to do next for a file that goes up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UploadStep<'u> {
    /// `PUT …/leaves`, then [`Upload::leaves_sent`].
    PutLeaves(&'u Leaves),
    /// `GET …/missing`, then [`Upload::missing`].
    AskMissing,
    /// `PUT …/{index}`, then [`Upload::chunk_sent`].
    PutChunk(u32),
    /// The registry holds the whole file.
    Done,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum UploadState {
    Leaves,
    Asking,
    Sending,
}

/// A file that goes up. Started anew after an interruption it sends only what the registry still lacks.
#[derive(Debug, Clone)]
pub struct Upload {
    file: Hash,
    leaves: Leaves,
    state: UploadState,
    wanted: BTreeSet<u32>,
    confirmed: bool,
}

impl Upload {
    /// A file by its name (tree hash), with the dossier whose readers may fetch it.
    ///
    /// # Errors
    /// The leaves do not make that name, or are too many.
    pub fn new(file: Hash, dossier: [u8; 16], leaves: Vec<Hash>) -> Result<Self, TransferError> {
        check_leaves(&file, &leaves)?;
        let leaves = Leaves { dossier, leaves };
        Ok(Self { file, leaves, state: UploadState::Leaves, wanted: BTreeSet::new(), confirmed: false })
    }

    /// The file's name.
    #[must_use]
    pub const fn file(&self) -> &Hash {
        &self.file
    }

    /// What to do now.
    #[must_use]
    pub fn next(&self) -> UploadStep<'_> {
        match self.state {
            UploadState::Leaves => UploadStep::PutLeaves(&self.leaves),
            UploadState::Sending if self.confirmed => UploadStep::Done,
            UploadState::Sending => {
                self.wanted.first().map_or(UploadStep::AskMissing, |i| UploadStep::PutChunk(*i))
            }
            UploadState::Asking => UploadStep::AskMissing,
        }
    }

    /// The registry took the leaves.
    pub fn leaves_sent(&mut self) {
        self.state = UploadState::Asking;
    }

    /// What the registry lacks; nothing, when it has the whole file.
    ///
    /// # Errors
    /// It counts other chunks than the file has.
    pub fn missing(&mut self, missing: &Missing) -> Result<(), TransferError> {
        let count = self.leaves.leaves.len();
        if usize::try_from(missing.count) != Ok(count) {
            return Err(TransferError::WrongLeaves);
        }
        if let Some(beyond) = missing.indexes.iter().find(|index| **index >= missing.count) {
            return Err(TransferError::NoSuchChunk(*beyond));
        }
        self.wanted = missing.indexes.iter().copied().collect();
        self.confirmed = self.wanted.is_empty();
        self.state = UploadState::Sending;
        Ok(())
    }

    /// Checks a chunk before it is sent: a damaged file on this disk is noticed here.
    ///
    /// # Errors
    /// It is not the one in the list.
    pub fn check(&self, index: u32, sealed: &[u8]) -> Result<(), TransferError> {
        check_chunk(&self.leaves.leaves, index, sealed)
    }

    /// The registry took a chunk. After the last one it is asked once more what it lacks.
    pub fn chunk_sent(&mut self, index: u32) {
        self.wanted.remove(&index);
    }

    /// Chunks sent and chunks in all.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let all = self.leaves.leaves.len();
        match self.state {
            UploadState::Sending => (all.saturating_sub(self.wanted.len()), all),
            _ => (0, all),
        }
    }
}

/// What to do next for a file that comes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DownloadStep {
    /// `GET …/leaves`, then [`Download::leaves`].
    GetLeaves,
    /// `GET …/{index}`, then [`Download::chunk`]; when it holds, keep the chunk.
    GetChunk(u32),
    /// The whole file is here.
    Done,
}

/// A file that comes down. `held` are the chunks of an earlier attempt that are kept and were checked then.
#[derive(Debug, Clone)]
pub struct Download {
    file: Hash,
    leaves: Vec<Hash>,
    held: BTreeSet<u32>,
}

impl Download {
    /// A file by its name (tree hash).
    #[must_use]
    pub fn new(file: Hash, held: BTreeSet<u32>) -> Self {
        Self { file, leaves: Vec::new(), held }
    }

    /// The file's name.
    #[must_use]
    pub const fn file(&self) -> &Hash {
        &self.file
    }

    /// What to do now.
    #[must_use]
    pub fn next(&self) -> DownloadStep {
        if self.leaves.is_empty() {
            return DownloadStep::GetLeaves;
        }
        let mut places = (0_u32..).zip(&self.leaves).map(|(index, _)| index);
        places.find(|index| !self.held.contains(index)).map_or(DownloadStep::Done, DownloadStep::GetChunk)
    }

    /// The list of chunks came, or was kept from an earlier attempt.
    ///
    /// # Errors
    /// It does not make the file's name.
    pub fn leaves(&mut self, leaves: Vec<Hash>) -> Result<(), TransferError> {
        check_leaves(&self.file, &leaves)?;
        self.leaves = leaves;
        Ok(())
    }

    /// A chunk came. Only when it holds may it be kept.
    ///
    /// # Errors
    /// It is not the one in the list.
    pub fn chunk(&mut self, index: u32, sealed: &[u8]) -> Result<(), TransferError> {
        check_chunk(&self.leaves, index, sealed)?;
        self.held.insert(index);
        Ok(())
    }

    /// Chunks here and chunks in all; 0 in all until the list is here.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.held.len().min(self.leaves.len()), self.leaves.len())
    }
}

#[cfg(test)]
mod drawings;

#[cfg(test)]
mod tests {
    use super::*;

    fn file(chunks: u8) -> (Vec<Vec<u8>>, Vec<Hash>, Hash) {
        let chunks: Vec<Vec<u8>> = (0..chunks).map(|i| vec![i; 100]).collect();
        let leaves: Vec<Hash> = chunks.iter().map(|chunk| leaf(chunk)).collect();
        let name = root(&leaves);
        (chunks, leaves, name)
    }

    #[test]
    fn an_upload_broken_off_goes_on_where_it_stopped() {
        let (chunks, leaves, name) = file(5);
        let mut there: BTreeSet<u32> = BTreeSet::new();
        let missing = |there: &BTreeSet<u32>| Missing {
            count: 5,
            indexes: (0..5).filter(|i| !there.contains(i)).collect(),
        };
        let mut sent = 0;
        for allowed in [2, 100] {
            let mut upload = Upload::new(name, [1; 16], leaves.clone()).unwrap();
            for _ in 0..allowed + 2 {
                match upload.next() {
                    UploadStep::PutLeaves(list) => {
                        assert_eq!(list.leaves, leaves);
                        upload.leaves_sent();
                    }
                    UploadStep::AskMissing => upload.missing(&missing(&there)).unwrap(),
                    UploadStep::PutChunk(i) => {
                        upload.check(i, &chunks[usize::try_from(i).unwrap()]).unwrap();
                        there.insert(i);
                        sent += 1;
                        upload.chunk_sent(i);
                    }
                    UploadStep::Done => break,
                }
            }
        }
        assert_eq!((there.len(), sent), (5, 5), "no chunk was sent twice");
    }

    #[test]
    fn a_download_broken_off_goes_on_and_keeps_no_false_chunk() {
        let (chunks, leaves, name) = file(4);
        let mut download = Download::new(name, BTreeSet::new());
        assert_eq!(download.next(), DownloadStep::GetLeaves);
        assert_eq!(download.leaves(leaves[1..].to_vec()), Err(TransferError::WrongLeaves));
        assert_eq!(download.leaves(Vec::new()), Err(TransferError::TooManyChunks(0)));
        download.leaves(leaves.clone()).unwrap();
        assert_eq!(download.chunk(0, &chunks[1]), Err(TransferError::WrongChunk(0)));
        assert_eq!(download.next(), DownloadStep::GetChunk(0));
        download.chunk(0, &chunks[0]).unwrap();
        download.chunk(2, &chunks[2]).unwrap();

        let mut again = Download::new(name, BTreeSet::from([0, 2]));
        again.leaves(leaves).unwrap();
        assert_eq!(again.progress(), (2, 4));
        for index in [1, 3] {
            assert_eq!(again.next(), DownloadStep::GetChunk(index));
            again.chunk(index, &chunks[usize::try_from(index).unwrap()]).unwrap();
        }
        assert_eq!(again.next(), DownloadStep::Done);
        assert_eq!(again.chunk(9, &chunks[0]), Err(TransferError::NoSuchChunk(9)));
    }

    #[test]
    fn a_registry_that_asks_for_other_chunks_is_not_followed() {
        let (chunks, leaves, name) = file(3);
        assert_eq!(Upload::new([0; 32], [1; 16], leaves.clone()).unwrap_err(), TransferError::WrongLeaves);
        let mut upload = Upload::new(name, [1; 16], leaves).unwrap();
        upload.leaves_sent();
        let other = Missing { count: 4, indexes: vec![0] };
        assert_eq!(upload.missing(&other), Err(TransferError::WrongLeaves));
        let beyond = Missing { count: 3, indexes: vec![0, 3] };
        assert_eq!(upload.missing(&beyond), Err(TransferError::NoSuchChunk(3)));
        assert_eq!(upload.check(0, &chunks[2]), Err(TransferError::WrongChunk(0)));
    }
}
