//! What the registry keeps, behind one narrow trait: a dozen coarse methods, each one transaction. SQLite is the
//! only implementation today; a second one needs nothing but this file's contract.

mod sqlite;

pub use sqlite::Sqlite;

/// A batch of the log with all that came with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBatch {
    /// Index in the log.
    pub place: u64,
    /// SHA-256 of the batch record.
    pub batch: [u8; 32],
    /// The entry's bytes (record type 3).
    pub entry: Vec<u8>,
    /// The batch's headers, in order.
    pub headers: Vec<Vec<u8>>,
    /// The parcels: place, SHA-256, bytes unless erased.
    pub parcels: Vec<StoredParcel>,
}

/// A parcel as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredParcel {
    /// Its place in the batch.
    pub place: u8,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Its bytes; `None` once erased.
    pub bytes: Option<Vec<u8>>,
}

/// A waiting join request as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredJoin {
    /// The invitation.
    pub invite: [u8; 16],
    /// When it came in, milliseconds since 1970.
    pub received: u64,
    /// The body, as received.
    pub body: Vec<u8>,
}

/// The leaves of a file as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// The dossier whose readers may fetch it.
    pub dossier: [u8; 16],
    /// Its leaf hashes, 32 bytes each, in order.
    pub leaves: Vec<[u8; 32]>,
}

/// A device's word on a checkpoint as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCosignature {
    /// The device.
    pub device: [u8; 16],
    /// Size of the checkpoint.
    pub size: u64,
    /// The `cosignature/v1` line.
    pub line: String,
}

/// A member's sealed profile as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredProfile {
    /// Whose.
    pub member: [u8; 16],
    /// The sealed blob.
    pub blob: Vec<u8>,
}

/// Why the database did not do it.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// The disk is full, read-only, or cannot be written for another reason of the system.
    #[error("the database cannot be written: {0}")]
    CannotWrite(rusqlite::Error),
    /// SQLite reports something else.
    #[error("the database failed: {0}")]
    Sqlite(rusqlite::Error),
    /// The migrations do not fit, for instance because the database is of a newer version.
    #[error("the database does not fit this program: {0}")]
    Migration(#[from] refinery::Error),
    /// A row is not what the schema promises.
    #[error("a row of the database is damaged: {0}")]
    Damaged(&'static str),
    /// Another thread panicked while it held the connection.
    #[error("the database connection was lost by a panic")]
    Poisoned,
}

impl From<rusqlite::Error> for DatabaseError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{CannotOpen, DiskFull, ReadOnly, SystemIoFailure};
        match error.sqlite_error_code() {
            Some(DiskFull | ReadOnly | SystemIoFailure | CannotOpen) => Self::CannotWrite(error),
            _ => Self::Sqlite(error),
        }
    }
}

/// The registry's memory. Every method is one transaction, durable when it returns.
pub trait Database: Send + Sync {
    /// A named value that is set once (the first charter, the founding token's hash).
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn fact(&self, name: &str) -> Result<Option<Vec<u8>>, DatabaseError>;

    /// Sets a named value.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn set_fact(&self, name: &str, value: &[u8]) -> Result<(), DatabaseError>;

    /// Hands every batch of the log to `each`, in order.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn replay(&self, each: &mut dyn FnMut(StoredBatch)) -> Result<(), DatabaseError>;

    /// Appends batches and the checkpoint that covers them. All or nothing.
    ///
    /// # Errors
    /// [`DatabaseError`]; nothing was written then.
    fn append(&self, batches: &[StoredBatch], size: u64, note: &str) -> Result<(), DatabaseError>;

    /// The batch of a record's hash.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn batch(&self, batch: &[u8; 32]) -> Result<Option<StoredBatch>, DatabaseError>;

    /// Entry bytes from an index on, at most `count`.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn entries(&self, from: u64, count: u64) -> Result<Vec<Vec<u8>>, DatabaseError>;

    /// The batches that hold a parcel of this hash, with their places.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn parcel_homes(&self, sha256: &[u8; 32]) -> Result<Vec<([u8; 32], u8)>, DatabaseError>;

    /// Keeps a device's latest cosignature.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn cosign(&self, cosignature: &StoredCosignature) -> Result<(), DatabaseError>;

    /// All cosignatures, by device.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn cosignatures(&self) -> Result<Vec<StoredCosignature>, DatabaseError>;

    /// Keeps a join request unless the invitation has one; returns the one that is kept.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn join(&self, join: &StoredJoin) -> Result<StoredJoin, DatabaseError>;

    /// The join request of an invitation.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn join_of(&self, invite: &[u8; 16]) -> Result<Option<StoredJoin>, DatabaseError>;

    /// All join requests, oldest first.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn joins(&self) -> Result<Vec<StoredJoin>, DatabaseError>;

    /// Keeps a member's sealed profile; `None` erases it.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn set_profile(&self, member: &[u8; 16], blob: Option<&[u8]>) -> Result<(), DatabaseError>;

    /// A member's sealed profile.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn profile(&self, member: &[u8; 16]) -> Result<Option<Vec<u8>>, DatabaseError>;

    /// All sealed profiles, by member.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn profiles(&self) -> Result<Vec<StoredProfile>, DatabaseError>;

    /// Keeps the leaves of a file unless they are here; returns those that are kept.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn file(&self, root: &[u8; 32], file: &StoredFile) -> Result<StoredFile, DatabaseError>;

    /// The leaves of a file.
    ///
    /// # Errors
    /// [`DatabaseError`].
    fn file_of(&self, root: &[u8; 32]) -> Result<Option<StoredFile>, DatabaseError>;
}
