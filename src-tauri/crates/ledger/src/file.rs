//! Evidence files in sealed chunks: each can be checked on arrival without a key, fetched again alone, and
//! opened in any order.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::encoding::{EncodingError, Reader, Record, Writer};
use crate::parcel::Padding;
use crate::tree::{Hash, leaf, root};

/// A chunk before sealing (256 KiB); 16 bytes more as stored.
pub const CHUNK: usize = 256 << 10;
/// A chunk as stored, at most.
pub const MAX_CHUNK: usize = CHUNK + 16;
/// A file, at most (512 MiB).
pub const MAX_FILE: u64 = 512 << 20;
/// Chunks of one file, at most: padding adds up to 12 %.
pub const MAX_CHUNKS: u64 = 2 * MAX_FILE / CHUNK as u64;

/// Why a file or a chunk is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// More than 512 MiB.
    #[error("the file is too large")]
    TooLarge,
    /// An index beyond the file's end, or a plain chunk of another length than its place has.
    #[error("the chunk does not belong at this place")]
    WrongPlace,
    /// Not the chunk whose hash stands in the list.
    #[error("the chunk is not the one in the file's list")]
    WrongChunk,
    /// The list of hashes does not lead to the file's name.
    #[error("the list of chunks is not this file's")]
    WrongLeaves,
    /// Another key, another place, or changed bytes.
    #[error("the chunk does not open with this key at this place")]
    DoesNotOpen,
    /// The list is malformed.
    #[error("list of chunks: {0}")]
    Encoding(#[from] EncodingError),
}

/// The key of one file: 32 random bytes, kept in its manifest. Wiped when dropped, never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct FileKey(Zeroizing<[u8; 32]>);

impl FileKey {
    /// Draws a new key. A key seals one file only: its nonces start from 0.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        rng.fill_bytes(key.as_mut());
        Self(key)
    }

    /// A key from a manifest.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, to be put into a manifest.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&Key::from(*self.0))
    }
}

/// How a file of a given size is cut: padded by Padmé with zeros, then in chunks of 256 KiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    size: u64,
    padded: u64,
}

impl Cut {
    /// The cut of a file of `size` bytes.
    ///
    /// # Errors
    /// More than 512 MiB.
    pub fn of(size: u64) -> Result<Self, FileError> {
        if size > MAX_FILE {
            return Err(FileError::TooLarge);
        }
        let bytes = usize::try_from(size).map_err(|_| FileError::TooLarge)?;
        Ok(Self { size, padded: Padding::Padme.length(bytes) as u64 })
    }

    /// Bytes of the plain file.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Number of chunks, at least 1.
    #[must_use]
    pub const fn chunks(&self) -> u64 {
        self.padded.div_ceil(CHUNK as u64)
    }

    /// Where the file's own bytes of a chunk begin and end in the plain file; empty in pure padding.
    #[must_use]
    pub fn plain_range(&self, index: u64) -> core::ops::Range<u64> {
        let start = index.saturating_mul(CHUNK as u64);
        start.min(self.size)..start.saturating_add(CHUNK as u64).min(self.size)
    }

    /// Bytes of a chunk before sealing, padding included; `None` beyond the end.
    fn length(&self, index: u64) -> Option<usize> {
        let start = index.checked_mul(CHUNK as u64)?;
        let left = self.padded.checked_sub(start).filter(|left| *left > 0)?;
        usize::try_from(left.min(CHUNK as u64)).ok()
    }

    /// Chunk index (11 bytes) ‖ last flag (1 byte).
    fn nonce(&self, index: u64) -> Nonce {
        let mut nonce = [0; 12];
        let last = u8::from(index.saturating_add(1) == self.chunks());
        let bytes = index.to_be_bytes().into_iter().chain([last]);
        nonce.iter_mut().skip(3).zip(bytes).for_each(|(to, from)| *to = from);
        nonce.into()
    }

    /// Seals the file's own bytes of a chunk, as [`Cut::plain_range`] cuts them.
    ///
    /// # Errors
    /// Bytes of another length, or an index beyond the end.
    pub fn seal(&self, key: &FileKey, index: u64, own: &[u8]) -> Result<Vec<u8>, FileError> {
        let length = self.length(index).ok_or(FileError::WrongPlace)?;
        let range = self.plain_range(index);
        if own.len() as u64 != range.end.saturating_sub(range.start) {
            return Err(FileError::WrongPlace);
        }
        let mut plain = Zeroizing::new(own.to_vec());
        plain.resize(length, 0);
        key.cipher().encrypt(&self.nonce(index), plain.as_slice()).map_err(|_| FileError::TooLarge)
    }

    /// Opens a chunk and gives the file's own bytes.
    ///
    /// # Errors
    /// Another key, file or place, or changed bytes.
    pub fn open(&self, key: &FileKey, index: u64, sealed: &[u8]) -> Result<Vec<u8>, FileError> {
        let length = self.length(index).ok_or(FileError::WrongPlace)?;
        let opened = key.cipher().decrypt(&self.nonce(index), sealed);
        let mut plain = opened.map_err(|_| FileError::DoesNotOpen)?;
        let range = self.plain_range(index);
        let own =
            usize::try_from(range.end.saturating_sub(range.start)).map_err(|_| FileError::WrongPlace)?;
        if plain.len() != length || plain.iter().skip(own).any(|byte| *byte != 0) {
            return Err(FileError::WrongPlace);
        }
        plain.truncate(own);
        Ok(plain)
    }
}

/// The hashes of a file's sealed chunks, which travel first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaves(Vec<Hash>);

impl Leaves {
    /// Hashes of sealed chunks in order.
    #[must_use]
    pub fn of<'c>(chunks: impl IntoIterator<Item = &'c [u8]>) -> Self {
        Self(chunks.into_iter().map(leaf).collect())
    }

    /// Hashes that were computed chunk by chunk with [`crate::tree::leaf`].
    #[must_use]
    pub const fn from_hashes(hashes: Vec<Hash>) -> Self {
        Self(hashes)
    }

    /// Reads a list and checks that it leads to the file's name.
    ///
    /// # Errors
    /// A malformed list, or another file's.
    pub fn verify(bytes: &[u8], file: &Hash) -> Result<Self, FileError> {
        let leaves = Self::decode(bytes)?;
        if leaves.root() == *file { Ok(leaves) } else { Err(FileError::WrongLeaves) }
    }

    /// The file's name: RFC 6962 root over its sealed chunks.
    #[must_use]
    pub fn root(&self) -> Hash {
        root(&self.0)
    }

    /// Number of chunks.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no chunk: never so for a file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Checks a chunk on arrival, without any key.
    ///
    /// # Errors
    /// An index beyond the end, or another chunk.
    pub fn check(&self, index: u64, sealed: &[u8]) -> Result<(), FileError> {
        let place = usize::try_from(index).map_err(|_| FileError::WrongPlace)?;
        let expected = self.0.get(place).ok_or(FileError::WrongPlace)?;
        if sealed.len() <= MAX_CHUNK && leaf(sealed) == *expected {
            Ok(())
        } else {
            Err(FileError::WrongChunk)
        }
    }
}

impl Record for Leaves {
    /// An array of hashes.
    fn write(&self, to: &mut Writer) {
        to.array(self.0.len());
        for hash in &self.0 {
            to.bytes(hash);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.list(MAX_CHUNKS, Reader::exactly).map(Self)
    }
}
