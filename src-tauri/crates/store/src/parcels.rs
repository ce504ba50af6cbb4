//! Parcels by hash: which are here, which are withheld.

use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::access::{Reading, Writing, exactly};
use crate::error::{Result, StoreError};
use crate::log::Appended;

/// A parcel that a signed record names and that is not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingParcel {
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Its length, as the record says.
    pub length: u32,
    /// Who can read it, as a number of the record: 0 clear, 1 group, 2 sealed, 3 own devices.
    pub access: u8,
}

impl Reading<'_> {
    /// The bytes of a parcel; `None` if it is unknown, withheld or erased.
    pub fn parcel(&self, sha256: &[u8; 32]) -> Result<Option<Vec<u8>>> {
        let bytes: Option<Option<Vec<u8>>> = self
            .connection
            .prepare_cached("SELECT bytes FROM parcel WHERE sha256 = ?1")?
            .query_row([sha256], |row| row.get(0))
            .optional()?;
        Ok(bytes.flatten())
    }

    /// Parcels that are not here, in the order in which their batches were kept.
    pub fn missing_parcels(&self) -> Result<Vec<MissingParcel>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT bp.sha256, min(bp.length), min(bp.access) FROM parcel p
             JOIN batch_parcel bp ON bp.sha256 = p.sha256 WHERE p.bytes IS NULL
             GROUP BY bp.sha256 ORDER BY min(bp.batch), min(bp.place)",
        )?;
        let rows =
            statement.query_map([], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get(1)?, row.get(2)?)))?;
        rows.map(|row| {
            let (sha256, length, access) = row?;
            Ok(MissingParcel { sha256: exactly(&sha256)?, length, access })
        })
        .collect()
    }

    /// Batches whose headers are withheld, by hash, in the order in which they were kept.
    pub fn batches_without_headers(&self) -> Result<Vec<[u8; 32]>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT b.hash FROM batch b JOIN header h ON h.batch = b.id AND h.position = 0
             WHERE h.bytes IS NULL ORDER BY b.id",
        )?;
        let rows = statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|row| exactly(&row?)).collect()
    }

    /// Batches that name this parcel, by hash.
    pub fn batches_of_parcel(&self, sha256: &[u8; 32]) -> Result<Vec<[u8; 32]>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT b.hash FROM batch_parcel bp JOIN batch b ON b.id = bp.batch
             WHERE bp.sha256 = ?1 ORDER BY b.id",
        )?;
        let rows = statement.query_map([sha256], |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|row| exactly(&row?)).collect()
    }
}

impl Writing<'_> {
    /// Keeps the bytes of a parcel that a kept record names. The hash is the name, so other bytes are refused.
    pub fn put_parcel(&self, bytes: &[u8]) -> Result<Appended> {
        let sha256: [u8; 32] = Sha256::digest(bytes).into();
        let filled = self
            .connection
            .prepare_cached("UPDATE parcel SET bytes = ?2 WHERE sha256 = ?1 AND bytes IS NULL")?
            .execute(params![sha256, bytes])?;
        if filled > 0 {
            return Ok(Appended::New);
        }
        match self.parcel(&sha256)? {
            Some(_) => Ok(Appended::Repeated),
            None => Err(StoreError::Unknown { what: "parcel" }),
        }
    }

    /// Erases the bytes of a parcel; its hash stays in the signed record and the chain still verifies.
    /// Whether there were any.
    pub fn erase_parcel(&self, sha256: &[u8; 32]) -> Result<bool> {
        let gone = self
            .connection
            .prepare_cached("UPDATE parcel SET bytes = NULL WHERE sha256 = ?1 AND bytes IS NOT NULL")?
            .execute([sha256])?;
        Ok(gone > 0)
    }
}
