//! Connections to the encrypted database: the key first, then what makes a commit mean something.

use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::error::{Result, StoreError};
use crate::key::DatabaseKey;

/// How long a statement waits for another one before it gives up. Only a checkpoint of the write-ahead file
/// can ever make it wait: there is one writer.
const PATIENCE: Duration = Duration::from_secs(5);

/// SQLite calls itself ready a moment before SQLCipher is: a key that another thread sets in that moment is refused. So
/// the first connection of a process is opened alone.
static READY: Once = Once::new();

/// Opens the file with its key. `WrongKey` covers a first page that is damaged as well: from the outside
/// the two look alike (`Store::open` tells them apart by the key's fingerprint).
pub(crate) fn open(path: &Path, key: &DatabaseKey, flags: OpenFlags) -> Result<Connection> {
    // What goes wrong here goes wrong again below, where it is told.
    READY.call_once(|| drop(Connection::open_in_memory()));
    let connection =
        Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(|error| {
            match error.sqlite_error_code() {
                Some(ErrorCode::CannotOpen) if !path.exists() => StoreError::NoDatabase,
                Some(ErrorCode::CannotOpen) => StoreError::ReadOnly { path: path.to_path_buf() },
                _ => error.into(),
            }
        })?;
    // SQLCipher writes to the standard error of whoever starts us if a key is wrong. The answer is a row.
    connection.query_row("PRAGMA cipher_log_level = NONE", [], |_| Ok(()))?;
    connection.pragma_update(None, "key", key.pragma().as_str())?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(
        |error| match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => StoreError::WrongKey,
            Some(ErrorCode::CannotOpen) => StoreError::ReadOnly { path: path.to_path_buf() },
            _ => error.into(),
        },
    )?;
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON;
         PRAGMA synchronous = FULL;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA fullfsync = ON;",
    )?;
    Ok(connection)
}

/// The one connection that writes. In WAL with less than FULL a power cut could take back a commit.
pub(crate) fn open_writer(path: &Path, key: &DatabaseKey) -> Result<Connection> {
    let writer = open(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mode: String = writer.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(StoreError::ReadOnly { path: path.to_path_buf() });
    }
    Ok(writer)
}

/// A connection that cannot write, whatever it is asked.
pub(crate) fn open_reader(path: &Path, key: &DatabaseKey) -> Result<Connection> {
    let reader = open(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    reader.pragma_update(None, "query_only", true)?;
    Ok(reader)
}
