//! Keystrokes that are not in a batch yet. One row is one statement, durable when it returns.

use rusqlite::{OptionalExtension, Row, params};
use sceau_domain::id::DossierId;
use sceau_domain::moment::Moment;

use crate::access::{Reading, Writing, exactly, from_sql, to_sql};
use crate::error::Result;

/// A row that somebody is typing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The id that the row keeps for ever, also once it is in a batch.
    pub row: [u8; 16],
    /// The dossier it belongs to.
    pub dossier: DossierId,
    /// What it is: a mark, a note, …
    pub kind: String,
    /// What it is about: the code of a criterion, …
    pub key: String,
    /// Grows with each change.
    pub version: u64,
    /// When it was last changed.
    pub updated: Moment,
    /// The content, in whatever form the caller writes it.
    pub body: Vec<u8>,
}

const COLUMNS: &str = "row, dossier, kind, key, version, updated, body";

impl Reading<'_> {
    /// A draft by its id.
    pub fn draft(&self, row: &[u8; 16]) -> Result<Option<Draft>> {
        self.connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM draft WHERE row = ?1"))?
            .query_row([row], raw)
            .optional()?
            .map(draft)
            .transpose()
    }

    /// The drafts of a dossier, by kind and key.
    pub fn drafts(&self, dossier: DossierId) -> Result<Vec<Draft>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM draft WHERE dossier = ?1 ORDER BY kind, key, row"
        ))?;
        let rows = statement.query_map([dossier.0], raw)?;
        rows.map(|row| draft(row?)).collect()
    }
}

impl Writing<'_> {
    /// Keeps a draft. `false` when a newer version is there already: saves may overtake each other, and an
    /// old one must not win.
    pub fn save_draft(&self, draft: &Draft) -> Result<bool> {
        let changed = self
            .connection
            .prepare_cached(
                "INSERT INTO draft (row, dossier, kind, key, version, updated, body)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (row) DO UPDATE SET kind = excluded.kind, key = excluded.key,
                   version = excluded.version, updated = excluded.updated, body = excluded.body
                 WHERE excluded.version >= version AND excluded.dossier = dossier",
            )?
            .execute(params![
                draft.row,
                draft.dossier.0,
                draft.kind,
                draft.key,
                to_sql(draft.version)?,
                to_sql(draft.updated.0)?,
                draft.body
            ])?;
        Ok(changed > 0)
    }

    /// Forgets a draft. Whether there was one.
    pub fn forget_draft(&self, row: &[u8; 16]) -> Result<bool> {
        Ok(self.connection.prepare_cached("DELETE FROM draft WHERE row = ?1")?.execute([row])? > 0)
    }
}

type Raw = (Vec<u8>, Vec<u8>, String, String, i64, i64, Vec<u8>);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?))
}

fn draft((row, dossier, kind, key, version, updated, body): Raw) -> Result<Draft> {
    Ok(Draft {
        row: exactly(&row)?,
        dossier: DossierId(exactly(&dossier)?),
        kind,
        key,
        version: from_sql(version)?,
        updated: Moment(from_sql(updated)?),
        body,
    })
}
