//! The last checkpoint that this laptop verified, kept twice.
//!
//! SQLCipher notices an altered page, not an old file put back. So the checkpoint also lies outside the
//! database, and the two are compared when it opens. The database is written first: after a crash the file
//! may be behind, never ahead.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::access::{Reading, Writing, exactly, from_sql, to_sql};
use crate::error::{At, Result, StoreError};
use crate::folder::{Folder, write_whole};
use crate::unlock::hex;

/// A verified state of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Number of entries.
    pub size: u64,
    /// Root of the tree over them.
    pub root: [u8; 32],
    /// The signed note, as it came.
    pub note: String,
    /// Roots of the complete subtrees, from which the tree goes on.
    pub frontier: Vec<[u8; 32]>,
}

/// How the checkpoint in the database and its double outside compared when the database was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was ever verified.
    Fresh,
    /// Both say the same.
    Agree,
    /// The file was behind, as after a crash, or was gone or damaged; it has been written again.
    Renewed,
    /// The file knows a longer log than the database: an old database was put back. Before this desk writes
    /// again it must ask the registry for its own series.
    Old {
        /// Entries that the database knows.
        database: u64,
        /// Entries that were once verified.
        verified: u64,
    },
    /// Same length, other content.
    Differ {
        /// Entries in both.
        size: u64,
    },
}

#[derive(Serialize, Deserialize)]
struct Double {
    size: u64,
    root: String,
    note: String,
}

impl Reading<'_> {
    /// The last verified checkpoint; `None` before the first sync.
    pub fn checkpoint(&self) -> Result<Option<Checkpoint>> {
        let row = self
            .connection
            .prepare_cached("SELECT size, root, note, frontier FROM checkpoint")?
            .query_row([], |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, Vec<u8>>(1)?,
                    row.get::<_, String>(2)?,
                    row.get::<_, Vec<u8>>(3)?,
                ))
            })
            .optional()?;
        let Some((size, root, note, frontier)) = row else { return Ok(None) };
        let frontier = frontier.chunks_exact(32).map(exactly).collect::<Result<_>>()?;
        Ok(Some(Checkpoint { size: from_sql(size)?, root: exactly(&root)?, note, frontier }))
    }
}

impl Writing<'_> {
    /// Keeps a checkpoint that was verified. Whether it may follow the last one is for the caller to know.
    pub fn set_checkpoint(&self, checkpoint: &Checkpoint) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO checkpoint (one, size, root, note, frontier) VALUES (1, ?1, ?2, ?3, ?4)
                 ON CONFLICT (one) DO UPDATE SET size = excluded.size, root = excluded.root,
                   note = excluded.note, frontier = excluded.frontier",
            )?
            .execute(params![
                to_sql(checkpoint.size)?,
                checkpoint.root,
                checkpoint.note,
                checkpoint.frontier.concat()
            ])?;
        self.verified.replace(Some(checkpoint.clone()));
        Ok(())
    }
}

/// Writes the double.
pub(crate) fn mirror(folder: &Folder, checkpoint: &Checkpoint) -> Result<()> {
    let double = Double { size: checkpoint.size, root: hex(&checkpoint.root), note: checkpoint.note.clone() };
    let text = toml::to_string(&double).map_err(|error| unclear(&error.to_string()))?;
    write_whole(&folder.checkpoint(), text.as_bytes())
}

/// Compares both, and writes the double again where the database has gone further.
pub(crate) fn compare(folder: &Folder, kept: Option<&Checkpoint>) -> Result<Standing> {
    let path = folder.checkpoint();
    let double: Option<Double> = match std::fs::read(&path) {
        // A damaged double tells no more than a missing one, and must not keep a person from their desk.
        Ok(bytes) => std::str::from_utf8(&bytes).ok().and_then(|text| toml::from_str(text).ok()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(error).at(&path),
    };
    let standing = match (kept, double) {
        (None, None) => Standing::Fresh,
        (None, Some(double)) => Standing::Old { database: 0, verified: double.size },
        (Some(kept), Some(double)) if double.size > kept.size => {
            Standing::Old { database: kept.size, verified: double.size }
        }
        (Some(kept), Some(double)) if double.size == kept.size && double.root != hex(&kept.root) => {
            Standing::Differ { size: kept.size }
        }
        (Some(kept), Some(double)) if double.size == kept.size && double.note == kept.note => Standing::Agree,
        (Some(kept), _) => {
            mirror(folder, kept)?;
            Standing::Renewed
        }
    };
    Ok(standing)
}

fn unclear(why: &str) -> StoreError {
    StoreError::Lock { file: "checkpoint", why: why.into() }
}
