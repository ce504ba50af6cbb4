//! Reading and writing: every change is one transaction, whole or not at all.

use std::cell::RefCell;
use std::ops::Deref;

use rusqlite::Connection;

use crate::checkpoint::Checkpoint;
use crate::error::{Result, StoreError};

/// A consistent view of the database, handed to the closure of `Store::read`.
pub struct Reading<'c> {
    pub(crate) connection: &'c Connection,
}

/// One transaction, handed to the closure of `Store::write`. Everything that can be read can be read here,
/// with what was just written.
pub struct Writing<'c> {
    reading: Reading<'c>,
    /// Goes to the file beside the database once the transaction is safe.
    pub(crate) verified: RefCell<Option<Checkpoint>>,
}

impl<'c> Reading<'c> {
    pub(crate) const fn new(connection: &'c Connection) -> Self {
        Self { connection }
    }
}

impl<'c> Writing<'c> {
    pub(crate) const fn new(connection: &'c Connection) -> Self {
        Self { reading: Reading::new(connection), verified: RefCell::new(None) }
    }
}

impl<'c> Deref for Writing<'c> {
    type Target = Reading<'c>;
    fn deref(&self) -> &Reading<'c> {
        &self.reading
    }
}

/// A number for SQLite, whose integers are signed.
pub(crate) fn to_sql(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(|_| StoreError::OutOfRange)
}

/// A number out of a column whose CHECK keeps it from being negative.
pub(crate) fn from_sql(number: i64) -> Result<u64> {
    u64::try_from(number).map_err(|_| StoreError::corrupt("a negative number"))
}

/// Bytes out of a column whose CHECK fixes their length.
pub(crate) fn exactly<const N: usize>(bytes: &[u8]) -> Result<[u8; N]> {
    <[u8; N]>::try_from(bytes).map_err(|_| StoreError::corrupt("bytes of another length"))
}
