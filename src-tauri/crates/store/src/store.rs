//! The store: one folder, one writer, a few readers.

use std::fs::{self, File};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OpenFlags};

use crate::access::{Reading, Writing};
use crate::checkpoint::{self, Standing};
use crate::error::{At, Result, StoreError};
use crate::folder::{Folder, Taken, keep_name};
use crate::key::DatabaseKey;
use crate::unlock::Lock;
use crate::{connection, index, migrate};

/// Connections that only read: a long search must not make a page wait.
const READERS: usize = 3;

/// The encrypted database of one desk, open.
pub struct Store {
    folder: Folder,
    readers: Vec<Mutex<Connection>>,
    writer: Mutex<Connection>,
    standing: Standing,
    // Last: the folder is let go of after the connections are closed.
    _taken: Taken,
}

impl Store {
    /// Founds a desk: a new database under this key. The file appears under its name only once it is whole,
    /// so a crash in the middle leaves a folder without a database.
    pub fn create(folder: &Folder, key: &DatabaseKey) -> Result<Self> {
        folder.make()?;
        let taken = folder.take()?;
        if folder.has_database() {
            return Err(StoreError::AlreadyExists);
        }
        if Lock::read(folder)?.is_some_and(|lock| !lock.fits(key)) {
            // A database under this key could never be opened with the key that the folder keeps.
            return Err(StoreError::WrongKey);
        }
        let fresh = folder.path().join("desk.db.new");
        if fresh.exists() {
            fs::remove_file(&fresh).at(&fresh)?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let mut building = connection::open(&fresh, key, flags)?;
        migrate::migrate(&mut building)?;
        index::keep_in_step(&mut building)?;
        building.close().map_err(|(_, error)| error)?;
        make_private_file(&fresh)?;
        File::open(&fresh).and_then(|file| file.sync_all()).at(&fresh)?;
        fs::rename(&fresh, folder.database()).at(&folder.database())?;
        keep_name(&folder.database())?;
        Self::opened(folder, key, taken)
    }

    /// Opens the database of a desk. Nothing is changed when the key is wrong, when another copy is running,
    /// or when the database is of a newer version.
    pub fn open(folder: &Folder, key: &DatabaseKey) -> Result<Self> {
        if !folder.has_database() {
            return Err(if folder.path().exists() && !folder.path().is_dir() {
                StoreError::NotAFolder { path: folder.path().to_path_buf() }
            } else {
                StoreError::NoDatabase
            });
        }
        let taken = folder.take()?;
        folder.make()?;
        Self::opened(folder, key, taken)
    }

    fn opened(folder: &Folder, key: &DatabaseKey, taken: Taken) -> Result<Self> {
        let path = folder.database();
        if fs::metadata(&path).at(&path)?.len() == 0 {
            // SQLite would take it for a new database and put any key on it.
            return Err(StoreError::corrupt("the database is empty"));
        }
        let lock = Lock::read(folder)?;
        if lock.as_ref().is_some_and(|lock| !lock.fits(key)) {
            return Err(StoreError::WrongKey);
        }
        let mut writer = connection::open_writer(&path, key).map_err(|error| match error {
            // The fingerprint fits, so it is the first page that does not.
            StoreError::WrongKey if lock.is_some() => StoreError::corrupt("first page of the database"),
            other => other,
        })?;
        migrate::migrate(&mut writer)?;
        index::keep_in_step(&mut writer)?;
        let kept = Reading::new(&writer).checkpoint()?;
        let standing = checkpoint::compare(folder, kept.as_ref())?;
        let readers = (0..READERS)
            .map(|_| connection::open_reader(&path, key).map(Mutex::new))
            .collect::<Result<_>>()?;
        let store =
            Self { folder: folder.clone(), readers, writer: Mutex::new(writer), standing, _taken: taken };
        store.sweep_files()?;
        Ok(store)
    }

    /// The folder of this desk.
    #[must_use]
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// How the checkpoint inside and its double outside compared at opening. `Old` and `Differ` mean that
    /// the registry must be asked before this desk writes again.
    #[must_use]
    pub const fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Reads within one consistent view: what is committed meanwhile does not show.
    pub fn read<T, E: From<StoreError>>(
        &self,
        look: impl FnOnce(&Reading<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut reader = self.reader()?;
        let view = reader.transaction().map_err(StoreError::from)?;
        look(&Reading::new(&view))
    }

    /// Writes in one transaction: all of it is on the disk when this returns `Ok`, none of it otherwise.
    pub fn write<T, E: From<StoreError>>(
        &self,
        change: impl FnOnce(&Writing<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut writer = self.writer();
        let transaction = writer
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let writing = Writing::new(&transaction);
        let outcome = change(&writing)?;
        let verified = writing.verified.take();
        transaction.commit().map_err(StoreError::from)?;
        if let Some(checkpoint) = verified {
            // What was asked is done and safe; a double that lags is written again at the next opening.
            if let Err(error) = checkpoint::mirror(&self.folder, &checkpoint) {
                tracing::warn!(%error, "the double of the checkpoint was not written");
            }
        }
        Ok(outcome)
    }

    /// Version of SQLCipher, as the open database reports it. A plain SQLite has no answer.
    pub fn cipher_version(&self) -> Result<String> {
        Ok(self.reader()?.query_row("PRAGMA cipher_version", [], |row| row.get(0))?)
    }

    /// Looks through the whole file: every page against its authentication code, then the structure. Seconds
    /// for a large database.
    pub fn examine(&self) -> Result<()> {
        let reader = self.reader()?;
        let mut statement = reader.prepare("PRAGMA cipher_integrity_check")?;
        let mut findings: Vec<String> =
            statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        if findings.is_empty() {
            let mut statement = reader.prepare("PRAGMA integrity_check(10)")?;
            findings = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            findings.retain(|finding| finding != "ok");
        }
        match findings.into_iter().next() {
            None => Ok(()),
            Some(finding) => Err(StoreError::corrupt(finding)),
        }
    }

    /// Closes the database; the write-ahead file is folded in and removed.
    pub fn close(self) -> Result<()> {
        for reader in self.readers {
            let reader = reader.into_inner().unwrap_or_else(PoisonError::into_inner);
            reader.close().map_err(|(_, error)| error)?;
        }
        let writer = self.writer.into_inner().unwrap_or_else(PoisonError::into_inner);
        writer.close().map_err(|(_, error)| error)?;
        Ok(())
    }

    /// The writer, whatever happened to the last one who held it: an unfinished transaction was rolled back
    /// when it was dropped.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reader(&self) -> Result<MutexGuard<'_, Connection>> {
        let free = self.readers.iter().find_map(|reader| reader.try_lock().ok());
        match (free, self.readers.first()) {
            (Some(reader), _) => Ok(reader),
            (None, Some(first)) => Ok(first.lock().unwrap_or_else(PoisonError::into_inner)),
            (None, None) => Err(StoreError::Unknown { what: "reader" }),
        }
    }

    /// Moves everything from the write-ahead file into the database and empties it.
    pub(crate) fn empty_write_ahead(&self) -> Result<()> {
        // With all readers held nobody can be in the middle of an old view.
        let readers: Vec<_> =
            self.readers.iter().map(|reader| reader.lock().unwrap_or_else(PoisonError::into_inner)).collect();
        let busy: i64 = self.writer().query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        drop(readers);
        if busy == 0 { Ok(()) } else { Err(StoreError::Unknown { what: "free write-ahead file" }) }
    }
}

fn make_private_file(path: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).at(path)?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same refusal as on a full disk, on any machine: SQLite may not grow the file any further.
    #[test]
    fn a_database_that_cannot_grow_says_that_the_disk_is_full() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let store = Store::create(&folder, &DatabaseKey::from_bytes([7; 32])).unwrap();
        let pages: i64 = store.writer().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        store.writer().query_row(&format!("PRAGMA max_page_count = {}", pages + 4), [], |_| Ok(())).unwrap();
        store.write(|to| to.put_secret("small", &[1; 100])).unwrap();
        let refused = store.write(|to| to.put_secret("large", &[1; 100_000]));
        assert!(matches!(refused, Err(StoreError::DiskFull)));
        assert!(store.read(|kept| kept.secret("small")).unwrap().is_some());
        store.write(|to| to.put_secret("small", &[2; 100])).unwrap();
    }

    #[test]
    fn threads_may_share_a_store() {
        fn shared<T: Send + Sync>() {}
        shared::<Store>();
    }

    /// What makes a commit and a deletion mean something, as the open database reports it.
    #[test]
    fn a_commit_is_on_the_disk_and_a_deletion_overwrites() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let store = Store::create(&folder, &DatabaseKey::from_bytes([7; 32])).unwrap();
        let ask = |connection: &Connection, name: &str| -> rusqlite::types::Value {
            connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap()
        };
        let writer = store.writer();
        for (name, value) in
            [("synchronous", 2), ("secure_delete", 1), ("temp_store", 2), ("foreign_keys", 1)]
        {
            assert_eq!(ask(&writer, name), value.into(), "{name}");
        }
        assert_eq!(ask(&writer, "journal_mode"), "wal".to_owned().into());
        drop(writer);
        store.reader().unwrap().execute("DELETE FROM setting", []).unwrap_err();
    }
}
