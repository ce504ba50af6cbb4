//! What this desk signed and the registry has not acknowledged, and what nobody can judge yet.

use rusqlite::params;
use sceau_domain::id::DeviceId;
use sceau_ledger::header::EventName;
use sceau_ledger::verify::VerifiedBatch;

use crate::access::{Reading, Writing, exactly, from_sql, to_sql};
use crate::error::Result;
use crate::log::{Appended, KeptBatch};

/// An event that cannot be judged yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    /// The event.
    pub event: EventName,
    /// What is missing, in whatever form the caller writes it.
    pub missing: String,
}

impl Reading<'_> {
    /// Own batches that the registry has not acknowledged, in the order in which they were made.
    pub fn unsent(&self) -> Result<Vec<KeptBatch>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT b.hash FROM outbox o JOIN batch b ON b.id = o.batch ORDER BY b.id")?;
        let hashes =
            statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?.collect::<Result<Vec<_>, _>>()?;
        let mut batches = Vec::with_capacity(hashes.len());
        for hash in hashes {
            batches.extend(self.batch(&exactly(&hash)?)?);
        }
        Ok(batches)
    }

    /// Events that are parked, in the order of their names.
    pub fn parked(&self) -> Result<Vec<Parked>> {
        let mut statement =
            self.connection.prepare_cached("SELECT device, seq, missing FROM parked ORDER BY device, seq")?;
        let rows = statement
            .query_map([], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, i64>(1)?, row.get(2)?)))?;
        rows.map(|row| {
            let (device, seq, missing) = row?;
            let event = EventName { device: DeviceId(exactly(&device)?), seq: from_sql(seq)? };
            Ok(Parked { event, missing })
        })
        .collect()
    }
}

impl Writing<'_> {
    /// Keeps a batch that this desk has just signed. It counts as unsent until its entry is appended.
    pub fn append_own(&self, batch: &VerifiedBatch) -> Result<Appended> {
        let known = self.batch(&batch.hash())?.is_some();
        let id = self.keep(batch)?;
        if known {
            return Ok(Appended::Repeated);
        }
        self.connection.prepare_cached("INSERT INTO outbox (batch) VALUES (?1)")?.execute([id])?;
        Ok(Appended::New)
    }

    /// Sets an event aside until what is missing arrives, replacing what was said to be missing before.
    pub fn park(&self, event: EventName, missing: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO parked (device, seq, missing) VALUES (?1, ?2, ?3)
                 ON CONFLICT (device, seq) DO UPDATE SET missing = excluded.missing",
            )?
            .execute(params![event.device.0, to_sql(event.seq)?, missing])?;
        Ok(())
    }

    /// The event was judged. Whether it had been parked.
    pub fn unpark(&self, event: EventName) -> Result<bool> {
        let gone = self
            .connection
            .prepare_cached("DELETE FROM parked WHERE device = ?1 AND seq = ?2")?
            .execute(params![event.device.0, to_sql(event.seq)?])?;
        Ok(gone > 0)
    }
}
