//! Event headers: all that permission needs, and where the payload lies. One header per act that somebody
//! must judge.

use core::fmt;

use sceau_domain::id::DeviceId;
use sceau_domain::moment::Moment;

use crate::encoding::{EncodingError, HEADER, Reader, Record, Writer};

/// A header's bytes, at most.
pub const MAX_HEADER: usize = 512;
/// Objects of one event, at most.
pub const MAX_OBJECTS: usize = 8;
/// Parcels of one batch, at most.
pub const MAX_PARCELS: usize = 16;
/// Payloads of one parcel, at most.
pub const MAX_ITEMS: usize = 1024;

/// The name of an event: the device that made it and its place in that device's series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventName {
    /// The author's device.
    pub device: DeviceId,
    /// Place in the device's series, from 0.
    pub seq: u64,
}

impl fmt::Display for EventName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.device, self.seq)
    }
}

/// Record 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Position in the device's series, from 0, without gaps; below 2⁶³.
    pub seq: u64,
    /// The moment that the author claims.
    pub at: Moment,
    /// What happened.
    pub kind: u16,
    /// The payload's schema.
    pub version: u16,
    /// Round, dossier, motion, member …: places fixed by kind. At most [`MAX_OBJECTS`].
    pub objects: Vec<[u8; 16]>,
    /// Which parcel of the batch holds the payload, below [`MAX_PARCELS`].
    pub parcel: u8,
    /// Which element of that parcel, below [`MAX_ITEMS`].
    pub item: u16,
}

impl Header {
    /// The object at a place that the kind fixes.
    #[must_use]
    pub fn object(&self, place: usize) -> Option<[u8; 16]> {
        self.objects.get(place).copied()
    }
}

impl Record for Header {
    fn write(&self, to: &mut Writer) {
        to.array(8).uint(HEADER).uint(self.seq).moment(self.at);
        to.uint(self.kind.into()).uint(self.version.into());
        to.array(self.objects.len());
        for object in &self.objects {
            to.bytes(object);
        }
        to.uint(self.parcel.into()).uint(self.item.into());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.record(HEADER, 8)?;
        let header = Self {
            seq: from.uint()?,
            at: from.moment()?,
            kind: from.fit()?,
            version: from.fit()?,
            objects: from.list(MAX_OBJECTS as u64, Reader::exactly)?,
            parcel: from.fit()?,
            item: from.fit()?,
        };
        let in_range = header.seq < 1 << 63
            && usize::from(header.parcel) < MAX_PARCELS
            && usize::from(header.item) < MAX_ITEMS;
        if in_range { Ok(header) } else { Err(EncodingError::OutOfRange) }
    }
}
