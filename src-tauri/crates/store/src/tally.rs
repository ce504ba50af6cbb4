//! Counts and a digest of what is kept, for the receipt at the end of a sync: both sides compare them.

use std::collections::BTreeMap;

use rusqlite::params;
use sceau_domain::id::MemberId;
use sha2::{Digest, Sha256};

use crate::access::{Reading, from_sql};
use crate::error::Result;

/// What is kept of the signed records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Entries of the log.
    pub entries: u64,
    /// Own batches that are not acknowledged.
    pub unsent: u64,
    /// Headers that are here.
    pub headers: u64,
    /// Headers that are withheld.
    pub withheld_headers: u64,
    /// Distinct parcels that are here.
    pub parcels: u64,
    /// Distinct parcels that are withheld or erased.
    pub withheld_parcels: u64,
    /// SHA-256 over the entries in order, each as `index (8) ‖ received (8) ‖ batch hash (32) ‖ signature (64)`,
    /// integers big-endian. The same on every desk that knows the same log.
    pub digest: [u8; 32],
}

impl Reading<'_> {
    /// Counts everything and digests the log.
    pub fn tally(&self) -> Result<Tally> {
        let count = |sql: &str| -> Result<u64> {
            from_sql(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
        };
        Ok(Tally {
            entries: count("SELECT count(*) FROM entry")?,
            unsent: count("SELECT count(*) FROM outbox")?,
            headers: count("SELECT count(*) FROM header WHERE bytes IS NOT NULL")?,
            withheld_headers: count("SELECT count(*) FROM header WHERE bytes IS NULL")?,
            parcels: count("SELECT count(*) FROM parcel WHERE bytes IS NOT NULL")?,
            withheld_parcels: count("SELECT count(*) FROM parcel WHERE bytes IS NULL")?,
            digest: self.digest()?,
        })
    }

    /// Events of a member by kind, among those whose headers are here and acknowledged.
    pub fn acknowledged_kinds(&self, member: MemberId) -> Result<BTreeMap<u16, u64>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT h.kind, count(*) FROM batch b JOIN entry e ON e.batch = b.id JOIN header h ON h.batch = b.id
             WHERE b.member = ?1 AND h.kind IS NOT NULL GROUP BY h.kind",
        )?;
        let rows = statement.query_map(params![member.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.map(|row| {
            let (kind, count) = row?;
            Ok((kind, from_sql(count)?))
        })
        .collect()
    }

    fn digest(&self) -> Result<[u8; 32]> {
        let mut statement = self.connection.prepare_cached(
            "SELECT e.log_index, e.received, b.hash, b.signature FROM entry e JOIN batch b ON b.id = e.batch
             ORDER BY e.log_index",
        )?;
        let mut rows = statement.query([])?;
        let mut digest = Sha256::new();
        while let Some(row) = rows.next()? {
            digest.update(row.get::<_, i64>(0)?.to_be_bytes());
            digest.update(row.get::<_, i64>(1)?.to_be_bytes());
            digest.update(row.get::<_, Vec<u8>>(2)?);
            digest.update(row.get::<_, Vec<u8>>(3)?);
        }
        Ok(digest.finalize().into())
    }
}
