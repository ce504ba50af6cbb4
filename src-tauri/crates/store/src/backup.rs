//! Copies of the database.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;

use rusqlite::params;

use crate::error::{At, Result, StoreError};
use crate::store::Store;

impl Store {
    /// Writes the whole database **without encryption** to a new file. For the test that shows which words a
    /// desk holds, and for a person who must look inside with other tools: nothing in the product calls it.
    pub fn export_decrypted_to(&self, path: &Path) -> Result<()> {
        let mut options = OpenOptions::new();
        options.create_new(true).write(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        match options.open(path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(StoreError::AlreadyExists),
            other => drop(other.at(path)?),
        }
        let name = path.to_str().ok_or(StoreError::Unknown { what: "file name in UTF-8" })?;
        let writer = self.writer();
        writer.execute("ATTACH DATABASE ?1 AS plain KEY ''", params![name])?;
        let exported = writer.query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(()));
        writer.execute_batch("DETACH DATABASE plain")?;
        Ok(exported?)
    }
}
