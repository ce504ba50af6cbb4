//! Verified batches and the order in which the registry logged them. Append-only: what is kept is never
//! written over, only what was withheld may be filled in.

use rusqlite::{OptionalExtension, Row, params};
use sceau_domain::moment::Moment;
use sceau_ledger::batch::BatchParts;
use sceau_ledger::verify::VerifiedBatch;

use crate::access::{Reading, Writing, exactly, from_sql, to_sql};
use crate::error::{Result, StoreError};

/// Whether something was new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    /// It was kept.
    New,
    /// The same bytes were there already; nothing changed.
    Repeated,
}

/// A batch as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptBatch {
    /// SHA-256 of its record.
    pub hash: [u8; 32],
    /// Its place in the log and when the registry received it; `None` while it is unsent.
    pub logged: Option<(u64, Moment)>,
    /// Its bytes, as far as they are not withheld.
    pub parts: BatchParts,
}

/// What the log's tree is made of, without headers and parcels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedRecord {
    /// Place in the log, from 0.
    pub index: u64,
    /// When the registry received it.
    pub received: Moment,
    /// The signed bytes of the batch record.
    pub record: Vec<u8>,
    /// The device's signature over them.
    pub signature: [u8; 64],
}

impl Reading<'_> {
    /// Number of entries of the log that are kept: the index of the next one.
    pub fn log_size(&self) -> Result<u64> {
        let size = self
            .connection
            .prepare_cached("SELECT coalesce(max(log_index) + 1, 0) FROM entry")?
            .query_row([], |row| row.get(0))?;
        from_sql(size)
    }

    /// Entries of the log in order, from an index on, at most `most`.
    pub fn entries(&self, from: u64, most: u32) -> Result<Vec<LoggedRecord>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT e.log_index, e.received, b.record, b.signature FROM entry e JOIN batch b ON b.id = e.batch
             WHERE e.log_index >= ?1 ORDER BY e.log_index LIMIT ?2",
        )?;
        let rows = statement.query_map(params![to_sql(from)?, most], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get(2)?, row.get::<_, Vec<u8>>(3)?))
        })?;
        rows.map(|row| {
            let (index, received, record, signature) = row?;
            Ok(LoggedRecord {
                index: from_sql(index)?,
                received: Moment(from_sql(received)?),
                record,
                signature: exactly(&signature)?,
            })
        })
        .collect()
    }

    /// Batches in the order of the log, from an index on, at most `most`.
    pub fn batches(&self, from: u64, most: u32) -> Result<Vec<KeptBatch>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "{SELECT} JOIN entry e ON e.batch = b.id WHERE e.log_index >= ?1 ORDER BY e.log_index LIMIT ?2"
        ))?;
        let rows = statement.query_map(params![to_sql(from)?, most], raw)?.collect::<Result<Vec<_>, _>>()?;
        rows.into_iter().map(|row| self.whole(row)).collect()
    }

    /// A batch by the hash of its record.
    pub fn batch(&self, hash: &[u8; 32]) -> Result<Option<KeptBatch>> {
        self.connection
            .prepare_cached(&format!("{SELECT} LEFT JOIN entry e ON e.batch = b.id WHERE b.hash = ?1"))?
            .query_row([hash], raw)
            .optional()?
            .map(|row| self.whole(row))
            .transpose()
    }

    fn whole(&self, row: Raw) -> Result<KeptBatch> {
        let (id, hash, record, signature, index, received) = row;
        let mut statement =
            self.connection.prepare_cached("SELECT bytes FROM header WHERE batch = ?1 ORDER BY position")?;
        // One withheld header is as good as none: the root covers all of them.
        let headers: Option<Vec<Vec<u8>>> =
            statement.query_map([id], |row| row.get::<_, Option<Vec<u8>>>(0))?.collect::<Result<_, _>>()?;
        let mut statement = self.connection.prepare_cached(
            "SELECT bp.place, p.bytes FROM batch_parcel bp JOIN parcel p ON p.sha256 = bp.sha256
             WHERE bp.batch = ?1 AND p.bytes IS NOT NULL",
        )?;
        let parcels = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let logged = match (index, received) {
            (Some(index), Some(received)) => Some((from_sql(index)?, Moment(from_sql(received)?))),
            _ => None,
        };
        let parts = BatchParts {
            record,
            signature: exactly(&signature)?,
            headers,
            parcels: parcels.collect::<Result<_, _>>()?,
        };
        Ok(KeptBatch { hash: exactly(&hash)?, logged, parts })
    }
}

impl Writing<'_> {
    /// Appends the entry that stands at this index of the log. The same entry twice is harmless; a gap, or
    /// another entry at an index that is kept, is refused. An own batch thereby leaves the outbox.
    pub fn append_entry(&self, index: u64, received: Moment, batch: &VerifiedBatch) -> Result<Appended> {
        let expected = self.log_size()?;
        if index > expected {
            return Err(StoreError::Gap { expected, found: index });
        }
        let id = self.keep(batch)?;
        if index < expected {
            let same = self
                .connection
                .prepare_cached("SELECT 1 FROM entry WHERE log_index = ?1 AND received = ?2 AND batch = ?3")?
                .exists(params![to_sql(index)?, to_sql(received.0)?, id])?;
            return if same { Ok(Appended::Repeated) } else { Err(StoreError::Conflict { what: "entry" }) };
        }
        if self.connection.prepare_cached("SELECT 1 FROM entry WHERE batch = ?1")?.exists([id])? {
            return Err(StoreError::Conflict { what: "entry of a batch that is in the log already" });
        }
        self.connection
            .prepare_cached("INSERT INTO entry (log_index, received, batch) VALUES (?1, ?2, ?3)")?
            .execute(params![to_sql(index)?, to_sql(received.0)?, id])?;
        self.connection.prepare_cached("DELETE FROM outbox WHERE batch = ?1")?.execute([id])?;
        Ok(Appended::New)
    }

    /// Fills in headers and parcels of a kept batch that were withheld before.
    pub fn fill(&self, batch: &VerifiedBatch) -> Result<()> {
        match self.id_of(&batch.hash())? {
            Some(_) => self.keep(batch).map(|_| ()),
            None => Err(StoreError::Unknown { what: "batch" }),
        }
    }

    /// Keeps the bytes of a batch, or adds to those kept what had been withheld. Gives its row.
    pub(crate) fn keep(&self, batch: &VerifiedBatch) -> Result<i64> {
        let (record, parts) = (batch.record(), batch.parts());
        let id = match self.id_of(&batch.hash())? {
            Some((id, signature)) if signature == parts.signature => id,
            // The log's leaf covers the signature, so a second one for the same record would be another entry.
            Some(_) => return Err(StoreError::Conflict { what: "signature of a batch" }),
            None => {
                self.connection
                    .prepare_cached(
                        "INSERT INTO batch (hash, member, device, number, first_seq, headers, record, signature)
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                    )?
                    .execute(params![
                        batch.hash(),
                        record.member.0,
                        record.device.0,
                        to_sql(record.number)?,
                        to_sql(record.first_seq)?,
                        record.count,
                        parts.record,
                        parts.signature
                    ])?;
                self.connection.last_insert_rowid()
            }
        };
        self.keep_headers(id, batch)?;
        self.keep_parcels(id, batch)?;
        Ok(id)
    }

    fn keep_headers(&self, id: i64, batch: &VerifiedBatch) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO header (batch, position, kind, bytes) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (batch, position) DO UPDATE SET kind = excluded.kind, bytes = excluded.bytes
             WHERE bytes IS NULL",
        )?;
        match (batch.events(), &batch.parts().headers) {
            (Some(events), Some(headers)) => {
                for ((position, event), bytes) in (0_u16..).zip(events).zip(headers) {
                    insert.execute(params![id, position, event.header.kind, bytes])?;
                }
            }
            _ => {
                for position in 0..batch.record().count {
                    insert.execute(params![id, position, None::<u16>, None::<Vec<u8>>])?;
                }
            }
        }
        Ok(())
    }

    fn keep_parcels(&self, id: i64, batch: &VerifiedBatch) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO parcel (sha256, bytes) VALUES (?1, ?2)
             ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes
             WHERE bytes IS NULL AND excluded.bytes IS NOT NULL",
        )?;
        let mut place_it = self.connection.prepare_cached(
            "INSERT INTO batch_parcel (batch, place, access, length, sha256) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (batch, place) DO NOTHING",
        )?;
        for (place, entry) in (0_u8..).zip(&batch.record().parcels) {
            insert.execute(params![entry.sha256, batch.parts().parcels.get(&place)])?;
            place_it.execute(params![id, place, entry.access.number(), entry.length, entry.sha256])?;
        }
        Ok(())
    }

    fn id_of(&self, hash: &[u8; 32]) -> Result<Option<(i64, Vec<u8>)>> {
        Ok(self
            .connection
            .prepare_cached("SELECT id, signature FROM batch WHERE hash = ?1")?
            .query_row([hash], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?)
    }
}

const SELECT: &str = "SELECT b.id, b.hash, b.record, b.signature, e.log_index, e.received FROM batch b";

type Raw = (i64, Vec<u8>, Vec<u8>, Vec<u8>, Option<i64>, Option<i64>);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
}
