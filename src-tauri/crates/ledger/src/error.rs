//! What can be wrong with a batch: one name per misdeed, so that a message can say which.

use crate::encoding::EncodingError;
use crate::parcel::ParcelError;

/// Why a batch is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// The record was made by a newer protocol.
    #[error("this batch was made by a newer version: update needed")]
    UpdateNeeded,
    /// The record does not follow its schema or form.
    #[error("batch record: {0}")]
    Record(EncodingError),
    /// Made for another institute.
    #[error("the batch is for another institute")]
    WrongInstitute,
    /// The record names another device than the one whose keys were given.
    #[error("the batch names another device")]
    WrongDevice,
    /// The signature is not that device's over this record.
    #[error("the batch's signature is not its device's")]
    BadSignature,
    /// Number 0 with a previous batch or a later first event, or a later number without a previous batch.
    #[error("the batch's place in its chain contradicts itself")]
    BadChainStart,
    /// A header does not follow its schema or form.
    #[error("header {index}: {cause}")]
    Header {
        /// Place in the batch.
        index: u16,
        /// What is wrong with it.
        cause: EncodingError,
    },
    /// A header of more than 512 bytes.
    #[error("header {0} is too long")]
    HeaderTooLong(u16),
    /// Another number of headers than the record says: one was dropped or inserted.
    #[error("the batch has {found} headers instead of {expected}")]
    WrongHeaderCount {
        /// The record's number.
        expected: u16,
        /// Headers present.
        found: usize,
    },
    /// The headers do not hash to the record's root: one was altered or moved.
    #[error("the headers are not those that were signed")]
    WrongRoot,
    /// A header's `seq` is not its place.
    #[error("header {0} is out of sequence")]
    WrongSeq(u16),
    /// A header points at a parcel that the record does not have.
    #[error("header {0} points at a parcel that does not exist")]
    NoSuchParcel(u16),
    /// A header points at a payload that its clear parcel does not have.
    #[error("header {0} points at a payload that does not exist")]
    NoSuchItem(u16),
    /// A parcel for which the record has no place.
    #[error("parcel {0} does not belong to the batch")]
    StrayParcel(u8),
    /// A parcel beyond its limits.
    #[error("parcel {0} is too large")]
    ParcelTooLarge(u8),
    /// A parcel that is not the one whose hash was signed.
    #[error("parcel {0} is not the one that was signed")]
    WrongParcel(u8),
    /// A clear parcel that is not an array of payloads.
    #[error("clear parcel {index}: {cause}")]
    ClearParcel {
        /// Place in the batch.
        index: u8,
        /// What is wrong with it.
        cause: ParcelError,
    },
}

/// Why a batch cannot be closed as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// A batch has at least one event.
    #[error("a batch without events")]
    Empty,
    /// 1,024 headers, 16 parcels or 1,024 payloads in one parcel are reached: close the batch first.
    #[error("the batch is full")]
    Full,
    /// A header with too many objects or beyond 512 bytes.
    #[error("the event's header is too long")]
    HeaderTooLong,
    /// The device's series has no place left.
    #[error("the device's series is at its end")]
    SeriesExhausted,
    /// A parcel cannot be made.
    #[error("parcel: {0}")]
    Parcel(#[from] ParcelError),
}
