//! The trait on SQLite: one connection, write-ahead log, every commit on the disk before it returns.

use std::path::Path;
use std::sync::{Mutex, MutexGuard};

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{
    Database, DatabaseError, StoredBatch, StoredCosignature, StoredFile, StoredJoin, StoredParcel,
    StoredProfile,
};

mod migrations {
    refinery::embed_migrations!("src/migrations/sqlite");
}

/// The registry's database in one SQLite file.
pub struct Sqlite(Mutex<Connection>);

impl Sqlite {
    /// Opens the file, making it if there is none, and brings its schema up to date.
    ///
    /// # Errors
    /// The file cannot be opened or written, or is of a newer version.
    pub fn open(path: &Path) -> Result<Self, DatabaseError> {
        let mut connection = Connection::open(path)?;
        // FULL: an acknowledged batch survives a power cut, not only a crash of the program.
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
             PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;",
        )?;
        migrations::migrations::runner().set_abort_missing(true).run(&mut connection)?;
        Ok(Self(Mutex::new(connection)))
    }

    fn connection(&self) -> Result<MutexGuard<'_, Connection>, DatabaseError> {
        self.0.lock().map_err(|_| DatabaseError::Poisoned)
    }
}

fn fixed<const N: usize>(row: &Row<'_>, column: usize) -> Result<[u8; N], DatabaseError> {
    let bytes = row.get_ref(column)?.as_blob().map_err(|_| DatabaseError::Damaged("not a blob"))?;
    bytes.try_into().map_err(|_| DatabaseError::Damaged("length"))
}

fn number(row: &Row<'_>, column: usize) -> Result<u64, DatabaseError> {
    u64::try_from(row.get::<_, i64>(column)?).map_err(|_| DatabaseError::Damaged("negative number"))
}

fn signed(number: u64) -> Result<i64, DatabaseError> {
    i64::try_from(number).map_err(|_| DatabaseError::Damaged("number beyond 2^63"))
}

/// The rest of a batch, beside its entry.
fn complete(connection: &Connection, batch: &mut StoredBatch) -> Result<(), DatabaseError> {
    let mut headers =
        connection.prepare_cached("SELECT bytes FROM header WHERE batch = ?1 ORDER BY position")?;
    let mut rows = headers.query([&batch.batch])?;
    while let Some(row) = rows.next()? {
        batch.headers.push(row.get(0)?);
    }
    let mut parcels = connection
        .prepare_cached("SELECT place, sha256, bytes FROM parcel WHERE batch = ?1 ORDER BY place")?;
    let mut rows = parcels.query([&batch.batch])?;
    while let Some(row) = rows.next()? {
        batch.parcels.push(StoredParcel { place: row.get(0)?, sha256: fixed(row, 1)?, bytes: row.get(2)? });
    }
    Ok(())
}

fn bare(row: &Row<'_>) -> Result<StoredBatch, DatabaseError> {
    Ok(StoredBatch {
        place: number(row, 0)?,
        batch: fixed(row, 1)?,
        entry: row.get(2)?,
        headers: Vec::new(),
        parcels: Vec::new(),
    })
}

fn join(row: &Row<'_>) -> Result<StoredJoin, DatabaseError> {
    Ok(StoredJoin { invite: fixed(row, 0)?, received: number(row, 1)?, body: row.get(2)? })
}

fn file(row: &Row<'_>) -> Result<StoredFile, DatabaseError> {
    let bytes: Vec<u8> = row.get(1)?;
    let (leaves, rest) = bytes.as_chunks::<32>();
    if !rest.is_empty() {
        return Err(DatabaseError::Damaged("leaves"));
    }
    Ok(StoredFile { dossier: fixed(row, 0)?, leaves: leaves.to_vec() })
}

impl Database for Sqlite {
    fn fact(&self, name: &str) -> Result<Option<Vec<u8>>, DatabaseError> {
        let connection = self.connection()?;
        let mut query = connection.prepare_cached("SELECT value FROM fact WHERE name = ?1")?;
        Ok(query.query_row([name], |row| row.get(0)).optional()?)
    }

    fn set_fact(&self, name: &str, value: &[u8]) -> Result<(), DatabaseError> {
        self.connection()?.execute(
            "INSERT INTO fact (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
            params![name, value],
        )?;
        Ok(())
    }

    fn replay(&self, each: &mut dyn FnMut(StoredBatch)) -> Result<(), DatabaseError> {
        let connection = self.connection()?;
        let mut query = connection.prepare("SELECT place, batch, bytes FROM entry ORDER BY place")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let mut batch = bare(row)?;
            complete(&connection, &mut batch)?;
            each(batch);
        }
        Ok(())
    }

    fn append(&self, batches: &[StoredBatch], size: u64, note: &str) -> Result<(), DatabaseError> {
        let mut connection = self.connection()?;
        let transaction = connection.transaction()?;
        for batch in batches {
            transaction.execute(
                "INSERT INTO entry (place, batch, bytes) VALUES (?1, ?2, ?3)",
                params![signed(batch.place)?, batch.batch, batch.entry],
            )?;
            let mut headers = transaction
                .prepare_cached("INSERT INTO header (batch, position, bytes) VALUES (?1, ?2, ?3)")?;
            for (position, header) in (0_i64..).zip(&batch.headers) {
                headers.execute(params![batch.batch, position, header])?;
            }
            let mut parcels = transaction
                .prepare_cached("INSERT INTO parcel (batch, place, sha256, bytes) VALUES (?1, ?2, ?3, ?4)")?;
            for parcel in &batch.parcels {
                parcels.execute(params![batch.batch, parcel.place, parcel.sha256, parcel.bytes])?;
            }
        }
        transaction.execute(
            "INSERT INTO checkpoint (size, note) VALUES (?1, ?2) ON CONFLICT (size) DO UPDATE SET note = ?2",
            params![signed(size)?, note],
        )?;
        transaction.commit()?;
        Ok(())
    }

    fn batch(&self, batch: &[u8; 32]) -> Result<Option<StoredBatch>, DatabaseError> {
        let connection = self.connection()?;
        let mut query =
            connection.prepare_cached("SELECT place, batch, bytes FROM entry WHERE batch = ?1")?;
        let mut rows = query.query([batch])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let mut found = bare(row)?;
        complete(&connection, &mut found)?;
        Ok(Some(found))
    }

    fn entries(&self, from: u64, count: u64) -> Result<Vec<Vec<u8>>, DatabaseError> {
        let connection = self.connection()?;
        let mut query =
            connection.prepare_cached("SELECT bytes FROM entry WHERE place >= ?1 ORDER BY place LIMIT ?2")?;
        let rows = query.query_map([signed(from)?, signed(count.min(1 << 62))?], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn parcel_homes(&self, sha256: &[u8; 32]) -> Result<Vec<([u8; 32], u8)>, DatabaseError> {
        let connection = self.connection()?;
        let mut query = connection.prepare_cached("SELECT batch, place FROM parcel WHERE sha256 = ?1")?;
        let mut rows = query.query([sha256])?;
        let mut homes = Vec::new();
        while let Some(row) = rows.next()? {
            homes.push((fixed(row, 0)?, row.get(1)?));
        }
        Ok(homes)
    }

    fn cosign(&self, cosignature: &StoredCosignature) -> Result<(), DatabaseError> {
        self.connection()?.execute(
            "INSERT INTO cosignature (device, size, line) VALUES (?1, ?2, ?3)
             ON CONFLICT (device) DO UPDATE SET size = ?2, line = ?3 WHERE size <= ?2",
            params![cosignature.device, signed(cosignature.size)?, cosignature.line],
        )?;
        Ok(())
    }

    fn cosignatures(&self) -> Result<Vec<StoredCosignature>, DatabaseError> {
        let connection = self.connection()?;
        let mut query =
            connection.prepare_cached("SELECT device, size, line FROM cosignature ORDER BY device")?;
        let mut rows = query.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(StoredCosignature { device: fixed(row, 0)?, size: number(row, 1)?, line: row.get(2)? });
        }
        Ok(all)
    }

    fn join(&self, asked: &StoredJoin) -> Result<StoredJoin, DatabaseError> {
        self.connection()?.execute(
            "INSERT INTO join_request (invite, received, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            params![asked.invite, signed(asked.received)?, asked.body],
        )?;
        self.join_of(&asked.invite)?.ok_or(DatabaseError::Damaged("join request"))
    }

    fn join_of(&self, invite: &[u8; 16]) -> Result<Option<StoredJoin>, DatabaseError> {
        let connection = self.connection()?;
        let mut query =
            connection.prepare_cached("SELECT invite, received, body FROM join_request WHERE invite = ?1")?;
        let mut rows = query.query([invite])?;
        rows.next()?.map(join).transpose()
    }

    fn joins(&self) -> Result<Vec<StoredJoin>, DatabaseError> {
        let connection = self.connection()?;
        let mut query = connection
            .prepare_cached("SELECT invite, received, body FROM join_request ORDER BY received, invite")?;
        let mut rows = query.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(join(row)?);
        }
        Ok(all)
    }

    fn set_profile(&self, member: &[u8; 16], blob: Option<&[u8]>) -> Result<(), DatabaseError> {
        let connection = self.connection()?;
        match blob {
            Some(blob) => connection.execute(
                "INSERT INTO profile (member, blob) VALUES (?1, ?2)
                 ON CONFLICT (member) DO UPDATE SET blob = ?2",
                params![member, blob],
            )?,
            None => connection.execute("DELETE FROM profile WHERE member = ?1", [member])?,
        };
        Ok(())
    }

    fn profile(&self, member: &[u8; 16]) -> Result<Option<Vec<u8>>, DatabaseError> {
        let connection = self.connection()?;
        let mut query = connection.prepare_cached("SELECT blob FROM profile WHERE member = ?1")?;
        Ok(query.query_row([member], |row| row.get(0)).optional()?)
    }

    fn profiles(&self) -> Result<Vec<StoredProfile>, DatabaseError> {
        let connection = self.connection()?;
        let mut query = connection.prepare_cached("SELECT member, blob FROM profile ORDER BY member")?;
        let mut rows = query.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(StoredProfile { member: fixed(row, 0)?, blob: row.get(1)? });
        }
        Ok(all)
    }

    fn file(&self, root: &[u8; 32], asked: &StoredFile) -> Result<StoredFile, DatabaseError> {
        self.connection()?.execute(
            "INSERT INTO file (root, dossier, leaves) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            params![root, asked.dossier, asked.leaves.as_flattened()],
        )?;
        self.file_of(root)?.ok_or(DatabaseError::Damaged("file"))
    }

    fn file_of(&self, root: &[u8; 32]) -> Result<Option<StoredFile>, DatabaseError> {
        let connection = self.connection()?;
        let mut query = connection.prepare_cached("SELECT dossier, leaves FROM file WHERE root = ?1")?;
        let mut rows = query.query([root])?;
        rows.next()?.map(file).transpose()
    }
}
