//! Bytes → [`VerifiedBatch`], whose one constructor is [`VerifiedBatch::verify`]: what was not verified
//! cannot be stored or folded.

use sceau_domain::id::{DeviceId, Institute};

use crate::batch::{Access, BatchParts, BatchRecord, ParcelEntry};
use crate::device::DeviceKeys;
use crate::encoding::{EncodingError, Record};
use crate::error::VerifyError;
use crate::group::ClassKey;
use crate::header::{EventName, Header, MAX_HEADER};
use crate::parcel::{self, MAX_SEALED, ParcelError, ParcelPlace};
use crate::sign::{Purpose, verify};
use crate::tree::{self, Hash, sha256};

/// An event of a verified batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Device and place in its series.
    pub name: EventName,
    /// The verified header.
    pub header: Header,
}

/// A batch whose signature, headers and present parcels are those of its device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedBatch {
    parts: BatchParts,
    record: BatchRecord,
    events: Option<Vec<Event>>,
    hash: Hash,
}

impl VerifiedBatch {
    /// Checks everything that the bytes and the device's keys alone can tell. Whether the device belongs to
    /// the member, was in force, and follows its own chain is for the log and [`crate::series`] to say.
    ///
    /// # Errors
    /// The first misdeed found.
    pub fn verify(parts: BatchParts, keys: &DeviceKeys, institute: &Institute) -> Result<Self, VerifyError> {
        let record = BatchRecord::decode(&parts.record).map_err(|cause| {
            if cause.update_needed() { VerifyError::UpdateNeeded } else { VerifyError::Record(cause) }
        })?;
        if record.institute != *institute {
            return Err(VerifyError::WrongInstitute);
        }
        if record.device != keys.id() {
            return Err(VerifyError::WrongDevice);
        }
        if !verify(&keys.sign, Purpose::Batch, &parts.record, &parts.signature) {
            return Err(VerifyError::BadSignature);
        }
        check_chain_start(&record)?;
        let events = parts.headers.as_deref().map(|headers| check_headers(headers, &record)).transpose()?;
        check_parcels(&parts, &record, events.as_deref().unwrap_or_default())?;
        let hash = parts.hash();
        Ok(Self { parts, record, events, hash })
    }

    /// The bytes, as they are stored and relayed.
    #[must_use]
    pub const fn parts(&self) -> &BatchParts {
        &self.parts
    }

    /// The bytes, given away.
    #[must_use]
    pub fn into_parts(self) -> BatchParts {
        self.parts
    }

    /// The fields of the record.
    #[must_use]
    pub const fn record(&self) -> &BatchRecord {
        &self.record
    }

    /// The author's device.
    #[must_use]
    pub const fn device(&self) -> DeviceId {
        self.record.device
    }

    /// The events in order; `None` while the headers are withheld.
    #[must_use]
    pub fn events(&self) -> Option<&[Event]> {
        self.events.as_deref()
    }

    /// SHA-256 of the record.
    #[must_use]
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// The place of a parcel, from which its key derives.
    #[must_use]
    pub const fn place(&self, index: u8) -> ParcelPlace {
        ParcelPlace {
            institute: self.record.institute,
            device: self.record.device,
            number: self.record.number,
            index,
        }
    }

    /// What the record says of a parcel.
    #[must_use]
    pub fn parcel_entry(&self, index: u8) -> Option<&ParcelEntry> {
        self.record.parcels.get(usize::from(index))
    }

    /// The payloads of a clear parcel; `None` if it is withheld or not clear.
    #[must_use]
    pub fn clear_payloads(&self, index: u8) -> Option<Vec<Vec<u8>>> {
        if self.parcel_entry(index)?.access != Access::Clear {
            return None;
        }
        parcel::unpack(self.parts.parcels.get(&index)?).ok()
    }

    /// Opens a sealed parcel; `Ok(None)` if it is withheld or erased.
    ///
    /// # Errors
    /// Another key, or contents that are not payloads.
    pub fn open(&self, index: u8, class: &ClassKey) -> Result<Option<Vec<Vec<u8>>>, ParcelError> {
        let sealed = self.parts.parcels.get(&index);
        sealed.map(|sealed| parcel::open(sealed, class, &self.place(index))).transpose()
    }
}

/// The payload that a header points at, among the opened payloads of its parcel.
#[must_use]
pub fn payload_of<'p>(header: &Header, parcel: &'p [Vec<u8>]) -> Option<&'p [u8]> {
    parcel.get(usize::from(header.item)).map(Vec::as_slice)
}

fn check_chain_start(record: &BatchRecord) -> Result<(), VerifyError> {
    let first = record.number == 0;
    let starts = record.previous == [0; 32];
    if first != starts || (first && record.first_seq != 0) {
        return Err(VerifyError::BadChainStart);
    }
    Ok(())
}

fn check_headers(headers: &[Vec<u8>], record: &BatchRecord) -> Result<Vec<Event>, VerifyError> {
    if headers.len() != usize::from(record.count) {
        return Err(VerifyError::WrongHeaderCount { expected: record.count, found: headers.len() });
    }
    let leaves: Vec<Hash> = headers.iter().map(|bytes| tree::leaf(bytes)).collect();
    if tree::root(&leaves) != record.root {
        return Err(VerifyError::WrongRoot);
    }
    (0..record.count).zip(headers).map(|(index, bytes)| check_header(index, bytes, record)).collect()
}

fn check_header(index: u16, bytes: &[u8], record: &BatchRecord) -> Result<Event, VerifyError> {
    if bytes.len() > MAX_HEADER {
        return Err(VerifyError::HeaderTooLong(index));
    }
    let header = Header::decode(bytes).map_err(|cause: EncodingError| {
        if cause.update_needed() { VerifyError::UpdateNeeded } else { VerifyError::Header { index, cause } }
    })?;
    if header.seq != record.first_seq.saturating_add(index.into()) {
        return Err(VerifyError::WrongSeq(index));
    }
    if usize::from(header.parcel) >= record.parcels.len() {
        return Err(VerifyError::NoSuchParcel(index));
    }
    Ok(Event { name: EventName { device: record.device, seq: header.seq }, header })
}

fn check_parcels(parts: &BatchParts, record: &BatchRecord, events: &[Event]) -> Result<(), VerifyError> {
    // The signed lengths are judged even for parcels that are withheld.
    for (index, entry) in (0_u8..).zip(&record.parcels) {
        if entry.length as usize > MAX_SEALED {
            return Err(VerifyError::ParcelTooLarge(index));
        }
    }
    for (index, bytes) in &parts.parcels {
        let entry = record.parcels.get(usize::from(*index)).ok_or(VerifyError::StrayParcel(*index))?;
        if bytes.len() != entry.length as usize || sha256(bytes) != entry.sha256 {
            return Err(VerifyError::WrongParcel(*index));
        }
        if entry.access == Access::Clear {
            let payloads =
                parcel::unpack(bytes).map_err(|cause| VerifyError::ClearParcel { index: *index, cause })?;
            let pointing = (0_u16..).zip(events).filter(|(_, event)| event.header.parcel == *index);
            for (place, event) in pointing {
                payload_of(&event.header, &payloads).ok_or(VerifyError::NoSuchItem(place))?;
            }
        }
    }
    Ok(())
}
