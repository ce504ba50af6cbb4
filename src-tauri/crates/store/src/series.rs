//! The chain of batches of each device. After a fork both branches are kept and the one that was logged first
//! stays in force, from the place where they part to its end.

use rusqlite::params;
use sceau_domain::id::DeviceId;
use sceau_ledger::batch::BatchRecord;
use sceau_ledger::encoding::Record;
use sceau_ledger::series::Head;

use crate::access::{Reading, exactly, from_sql, to_sql};
use crate::error::{Result, StoreError};

/// A link of a chain.
struct Link {
    id: i64,
    number: u64,
    hash: [u8; 32],
    record: BatchRecord,
}

impl Reading<'_> {
    /// Where a device's chain of batches goes on: the end of the branch in force; `None` before its first
    /// batch.
    pub fn head(&self, device: DeviceId) -> Result<Option<Head>> {
        let last = if self.is_forked(device)? {
            self.in_force(device)?.pop()
        } else {
            self.links(device, "ORDER BY b.number DESC LIMIT 1")?.pop()
        };
        Ok(last.map(|link| Head::after(&link.record, link.hash)))
    }

    /// The batch that is in force at this place of a device's chain, by hash.
    pub fn batch_at(&self, device: DeviceId, number: u64) -> Result<Option<[u8; 32]>> {
        if self.is_forked(device)? {
            return Ok(self
                .in_force(device)?
                .iter()
                .find(|link| link.number == number)
                .map(|link| link.hash));
        }
        let mut statement =
            self.connection.prepare_cached("SELECT hash FROM batch WHERE device = ?1 AND number = ?2")?;
        let mut rows = statement.query(params![device.0, to_sql(number)?])?;
        rows.next()?.map(|row| exactly(&row.get::<_, Vec<u8>>(0)?)).transpose()
    }

    /// Whether two different batches of this device claim the same place: a copied or restored laptop, or
    /// theft.
    pub fn is_forked(&self, device: DeviceId) -> Result<bool> {
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM batch WHERE device = ?1 GROUP BY number HAVING count(*) > 1")?
            .exists([device.0])?)
    }

    /// The header of an event on the branch in force; `None` if it is unknown or withheld.
    pub fn header(&self, device: DeviceId, seq: u64) -> Result<Option<Vec<u8>>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT b.id, h.bytes FROM batch b JOIN header h ON h.batch = b.id AND h.position = ?2 - b.first_seq
             WHERE b.device = ?1 AND b.first_seq <= ?2 AND ?2 < b.first_seq + b.headers",
        )?;
        let mut found: Vec<(i64, Option<Vec<u8>>)> = statement
            .query_map(params![device.0, to_sql(seq)?], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        if found.len() > 1 {
            let chain = self.in_force(device)?;
            found.retain(|(id, _)| chain.iter().any(|link| link.id == *id));
        }
        Ok(found.pop().and_then(|(_, bytes)| bytes))
    }

    /// The chain in force, from its first batch that is kept.
    fn in_force(&self, device: DeviceId) -> Result<Vec<Link>> {
        let mut chain: Vec<Link> = Vec::new();
        // Logged batches come before unsent ones, so the first fitting link of each place is the one in force.
        for link in self.links(device, "ORDER BY b.number, e.log_index IS NULL, e.log_index, b.id")? {
            let follows = chain.last().is_none_or(|last| {
                link.number == last.number.saturating_add(1) && link.record.previous == last.hash
            });
            if follows {
                chain.push(link);
            }
        }
        Ok(chain)
    }

    fn links(&self, device: DeviceId, order: &str) -> Result<Vec<Link>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT b.id, b.number, b.hash, b.record FROM batch b LEFT JOIN entry e ON e.batch = b.id
             WHERE b.device = ?1 {order}"
        ))?;
        let rows = statement.query_map([device.0], |row| {
            Ok((row.get(0)?, row.get::<_, i64>(1)?, row.get::<_, Vec<u8>>(2)?, row.get::<_, Vec<u8>>(3)?))
        })?;
        rows.map(|row| {
            let (id, number, hash, record) = row?;
            let record = BatchRecord::decode(&record).map_err(|_| StoreError::corrupt("a batch record"))?;
            Ok(Link { id, number: from_sql(number)?, hash: exactly(&hash)?, record })
        })
        .collect()
    }
}
