//! Evidence files: what they are and which chunks are in. The chunks lie beside the database as the
//! ciphertext that travelled, `files/<root>/<index>`; their key stands in the manifest, inside the database.

use std::ops::Range;
use std::path::PathBuf;

use rusqlite::{OptionalExtension, Row, params};
use sceau_domain::id::DossierId;
use sha2::{Digest, Sha256};

use crate::access::{Reading, Writing, exactly};
use crate::error::{At, Result, StoreError};
use crate::folder::{Folder, make_private, write_whole};
use crate::store::Store;
use crate::unlock::hex;

/// A file of evidence.
#[derive(Clone, PartialEq, Eq)]
pub struct EvidenceFile {
    /// Root of the tree over its sealed chunks: its name everywhere.
    pub root: [u8; 32],
    /// The dossier it belongs to.
    pub dossier: DossierId,
    /// Number of sealed chunks.
    pub chunks: u32,
    /// The manifest as it came out of its parcel. It holds the key of the file.
    pub manifest: Vec<u8>,
}

impl Reading<'_> {
    /// A file by its root.
    pub fn file(&self, root: &[u8; 32]) -> Result<Option<EvidenceFile>> {
        self.connection
            .prepare_cached("SELECT root, dossier, chunks, manifest FROM file WHERE root = ?1")?
            .query_row([root], raw)
            .optional()?
            .map(file)
            .transpose()
    }

    /// The files of a dossier, in the order in which they became known.
    pub fn files(&self, dossier: DossierId) -> Result<Vec<EvidenceFile>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT root, dossier, chunks, manifest FROM file WHERE dossier = ?1 ORDER BY rowid",
        )?;
        let rows = statement.query_map([dossier.0], raw)?;
        rows.map(|row| file(row?)).collect()
    }

    /// Hashes of the leaves of a file, against which each chunk is checked; `None` until they are known.
    pub fn leaves(&self, root: &[u8; 32]) -> Result<Option<Vec<[u8; 32]>>> {
        let leaves: Option<Option<Vec<u8>>> = self
            .connection
            .prepare_cached("SELECT leaves FROM file WHERE root = ?1")?
            .query_row([root], |row| row.get(0))
            .optional()?;
        leaves.flatten().map(|leaves| leaves.chunks_exact(32).map(exactly).collect()).transpose()
    }

    /// The chunks of a file that are not in, in order. Empty for a file that is whole.
    pub fn missing_chunks(&self, root: &[u8; 32]) -> Result<Vec<u32>> {
        let chunks = self.file(root)?.ok_or(StoreError::Unknown { what: "file" })?.chunks;
        let mut statement =
            self.connection.prepare_cached("SELECT place FROM chunk WHERE root = ?1 ORDER BY place")?;
        let mut present = statement.query_map([root], |row| row.get::<_, u32>(0))?;
        let mut next = present.next().transpose()?;
        let mut missing = Vec::new();
        for place in 0..chunks {
            if next == Some(place) {
                next = present.next().transpose()?;
            } else {
                missing.push(place);
            }
        }
        Ok(missing)
    }

    /// Files of which at least one chunk is missing.
    pub fn incomplete_files(&self) -> Result<Vec<[u8; 32]>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT root FROM file WHERE chunks > (SELECT count(*) FROM chunk WHERE chunk.root = file.root)
             ORDER BY rowid",
        )?;
        let rows = statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|row| exactly(&row?)).collect()
    }

    fn chunk_hash(&self, root: &[u8; 32], place: u32) -> Result<Option<Vec<u8>>> {
        Ok(self
            .connection
            .prepare_cached("SELECT sha256 FROM chunk WHERE root = ?1 AND place = ?2")?
            .query_row(params![root, place], |row| row.get(0))
            .optional()?)
    }
}

impl Writing<'_> {
    /// Makes a file known. Twice is harmless; another content under the same root is refused.
    pub fn add_file(&self, file: &EvidenceFile) -> Result<()> {
        if let Some(kept) = self.file(&file.root)? {
            return if kept == *file { Ok(()) } else { Err(StoreError::Conflict { what: "file" }) };
        }
        self.connection
            .prepare_cached("INSERT INTO file (root, dossier, chunks, manifest) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![file.root, file.dossier.0, file.chunks, file.manifest])?;
        Ok(())
    }

    /// Keeps the hashes of the leaves of a known file. Their number is the number of its chunks.
    pub fn put_leaves(&self, root: &[u8; 32], leaves: &[[u8; 32]]) -> Result<()> {
        let file = self.file(root)?.ok_or(StoreError::Unknown { what: "file" })?;
        if u32::try_from(leaves.len()) != Ok(file.chunks) {
            return Err(StoreError::Conflict { what: "number of leaves" });
        }
        self.connection
            .prepare_cached("UPDATE file SET leaves = ?2 WHERE root = ?1")?
            .execute(params![root, leaves.concat()])?;
        Ok(())
    }
}

impl Store {
    /// Keeps a sealed chunk that was checked against its leaf. It is on the disk before it counts as there.
    pub fn put_chunk(&self, root: &[u8; 32], place: u32, sealed: &[u8]) -> Result<()> {
        let file = self.read(|kept| kept.file(root))?.ok_or(StoreError::Unknown { what: "file" })?;
        if place >= file.chunks {
            return Err(StoreError::Unknown { what: "chunk" });
        }
        let folder = folder_of(self.folder(), root);
        make_private(&folder)?;
        write_whole(&folder.join(place.to_string()), sealed)?;
        let hash: [u8; 32] = Sha256::digest(sealed).into();
        self.write(|to| {
            to.connection
                .prepare_cached(
                    "INSERT INTO chunk (root, place, sha256) VALUES (?1, ?2, ?3)
                     ON CONFLICT (root, place) DO UPDATE SET sha256 = excluded.sha256",
                )?
                .execute(params![root, place, hash])?;
            Ok(())
        })
    }

    /// Sealed chunks of a file, in order. A chunk that is gone or was altered on the disk counts as missing
    /// from then on, so that the next sync fetches it again.
    pub fn chunks(&self, root: &[u8; 32], places: Range<u32>) -> Result<Vec<Vec<u8>>> {
        places.map(|place| self.chunk(root, place)).collect()
    }

    fn chunk(&self, root: &[u8; 32], place: u32) -> Result<Vec<u8>> {
        let expected =
            self.read(|kept| kept.chunk_hash(root, place))?.ok_or(StoreError::Unknown { what: "chunk" })?;
        let path = folder_of(self.folder(), root).join(place.to_string());
        let found = match std::fs::read(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(error).at(&path),
        };
        match found {
            Some(bytes) if Sha256::digest(&bytes).as_slice() == expected => Ok(bytes),
            _ => {
                self.write(|to| {
                    to.connection
                        .prepare_cached("DELETE FROM chunk WHERE root = ?1 AND place = ?2")?
                        .execute(params![root, place])
                        .map_err(StoreError::from)
                })?;
                Err(StoreError::corrupt(format!("chunk {place} of file {}", hex(root))))
            }
        }
    }

    /// Removes the chunks of files that the database does not know: what a crash may leave of an erased
    /// dossier.
    pub(crate) fn sweep_files(&self) -> Result<()> {
        let parent = self.folder().files();
        for found in std::fs::read_dir(&parent).at(&parent)? {
            let path = found.at(&parent)?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            let known: bool = self.read(|kept| {
                Ok::<_, StoreError>(
                    kept.connection
                        .prepare_cached("SELECT 1 FROM file WHERE lower(hex(root)) = ?1")?
                        .exists([&name])?,
                )
            })?;
            if !known && name.len() == 64 && path.is_dir() {
                std::fs::remove_dir_all(&path).at(&path)?;
            }
        }
        Ok(())
    }
}

pub(crate) fn folder_of(folder: &Folder, root: &[u8; 32]) -> PathBuf {
    folder.files().join(hex(root))
}

type Raw = (Vec<u8>, Vec<u8>, u32, Vec<u8>);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

fn file((root, dossier, chunks, manifest): Raw) -> Result<EvidenceFile> {
    Ok(EvidenceFile { root: exactly(&root)?, dossier: DossierId(exactly(&dossier)?), chunks, manifest })
}
