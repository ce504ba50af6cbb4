//! What can go wrong with the disk and the database, one variant per thing that a person can act on.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Why the store could not do what it was asked. Each variant that has a sentence of its own on the screen
/// is one that asks something different of the person in front of it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Another running copy holds this folder.
    #[error("another copy has this folder open")]
    AlreadyOpen,
    /// A database is there already; a second one is never written over it.
    #[error("the folder has a database already")]
    AlreadyExists,
    /// There is no database in the folder.
    #[error("the folder has no database")]
    NoDatabase,
    /// The database was last opened by a newer version of the application. Nothing was touched.
    #[error("the database has version {found}, this application knows {known}")]
    NewerVersion {
        /// Version of the schema in the file.
        found: u32,
        /// Newest version of the schema that this build knows.
        known: u32,
    },
    /// This key does not belong to this database.
    #[error("the key does not open this database")]
    WrongKey,
    /// The passphrase is not the one that was chosen.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// No recovery sheet was made for this folder.
    #[error("there is no recovery sheet")]
    NoRecovery,
    /// The code is not the one of the sheet that was made last.
    #[error("the recovery code is wrong")]
    WrongRecovery,
    /// The database key does not lie behind a passphrase but in the system's keyring.
    #[error("the database key is kept in the system's keyring")]
    KeptInKeyring,
    /// The file that says how the key is kept cannot be understood.
    #[error("the file {file} cannot be understood: {why}")]
    Lock {
        /// Name of the file.
        file: &'static str,
        /// What was wrong with it.
        why: String,
    },
    /// No room is left on the disk. What was confirmed before is safe.
    #[error("the disk is full")]
    DiskFull,
    /// The folder or one of its files cannot be written.
    #[error("{} cannot be written", path.display())]
    ReadOnly {
        /// Where writing was tried.
        path: PathBuf,
    },
    /// The path is not a folder and none can be made there.
    #[error("{} is not a folder", path.display())]
    NotAFolder {
        /// What stands in the way.
        path: PathBuf,
    },
    /// The database or a file beside it is damaged.
    #[error("damaged: {what}")]
    Corrupt {
        /// What was found damaged.
        what: String,
    },
    /// The log goes on at another index than the one given.
    #[error("the log goes on at {expected}, not at {found}")]
    Gap {
        /// The index that the next entry must have.
        expected: u64,
        /// The index that was given.
        found: u64,
    },
    /// Something else is already kept under that name. Signed records are never written over.
    #[error("something else is kept already: {what}")]
    Conflict {
        /// What collided.
        what: &'static str,
    },
    /// What was named is not kept here.
    #[error("not kept here: {what}")]
    Unknown {
        /// What was asked for.
        what: &'static str,
    },
    /// A number is too large for the database.
    #[error("a number is out of range")]
    OutOfRange,
    /// Any other failure of a file operation.
    #[error("{}: {source}", path.display())]
    File {
        /// The file concerned.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Any other failure of the database.
    #[error(transparent)]
    Database(rusqlite::Error),
    /// A migration failed.
    #[error("migration: {0}")]
    Migration(Box<refinery::Error>),
}

/// What every function here returns.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

impl StoreError {
    /// Names a failed file operation by what a person can do about it.
    pub(crate) fn from_file(path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly { path },
            io::ErrorKind::NotADirectory => Self::NotAFolder { path },
            _ => Self::File { path, source },
        }
    }

    pub(crate) fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt { what: what.into() }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::corrupt(error.to_string()),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                Self::ReadOnly { path: PathBuf::from("desk.db") }
            }
            _ => Self::Database(error),
        }
    }
}

/// For a file operation, naming the file.
pub(crate) trait At<T> {
    fn at(self, path: &Path) -> Result<T>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T> {
        self.map_err(|source| StoreError::from_file(path, source))
    }
}
