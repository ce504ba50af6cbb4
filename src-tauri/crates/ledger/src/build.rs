//! Closing a batch: events gathered by key, sealed into parcels, chained to the device's last batch and
//! signed.

use std::collections::BTreeMap;

use rand_core::CryptoRng;
use sceau_domain::id::{DeviceId, Institute, MemberId};
use sceau_domain::moment::Moment;

use crate::batch::{Access, BatchParts, BatchRecord, CLOSE_AT, KeyName, MAX_HEADERS, ParcelEntry, Seen};
use crate::encoding::Record;
use crate::error::BuildError;
use crate::group::ClassKey;
use crate::header::{EventName, Header, MAX_HEADER, MAX_ITEMS, MAX_OBJECTS, MAX_PARCELS};
use crate::parcel::{self, MAX_SEALED, Padding, ParcelError, ParcelPlace};
use crate::series::Head;
use crate::sign::{Purpose, Signer, sign};
use crate::tree::{self, sha256};

/// Under which key a payload goes.
#[derive(Clone)]
pub struct Door {
    access: Access,
    key: Option<(KeyName, ClassKey)>,
    padding: Padding,
}

impl Door {
    /// Readable by everybody.
    #[must_use]
    pub const fn clear() -> Self {
        Self { access: Access::Clear, key: None, padding: Padding::Padme }
    }

    /// Readable by the holders of a group's key.
    #[must_use]
    pub const fn group(name: KeyName, class: ClassKey) -> Self {
        Self { access: Access::Group, key: Some((name, class)), padding: Padding::Padme }
    }

    /// Readable once the phase opens; in steps of 1 KiB. The name is that of the dossier's key.
    #[must_use]
    pub const fn sealed(name: KeyName, class: ClassKey) -> Self {
        Self { access: Access::Sealed, key: Some((name, class)), padding: Padding::Steps }
    }

    /// As [`Door::sealed`], for the choice of a roll call: all weigh the same.
    #[must_use]
    pub const fn choice(name: KeyName, class: ClassKey) -> Self {
        Self { access: Access::Sealed, key: Some((name, class)), padding: Padding::Choice }
    }

    /// The same, filled up to whole steps of 1 KiB: for what must not show by its weight.
    #[must_use]
    pub const fn in_steps(mut self) -> Self {
        self.padding = Padding::Steps;
        self
    }

    /// Readable by the author's own devices.
    #[must_use]
    pub const fn own(name: KeyName, class: ClassKey) -> Self {
        Self { access: Access::Own, key: Some((name, class)), padding: Padding::Padme }
    }

    /// Who can read behind it.
    #[must_use]
    pub const fn access(&self) -> Access {
        self.access
    }

    fn place(&self) -> (Access, Option<KeyName>) {
        (self.access, self.key.as_ref().map(|(name, _)| *name))
    }
}

/// An event before it has a place in its series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The moment that the author claims.
    pub at: Moment,
    /// What happens.
    pub kind: u16,
    /// The payload's schema.
    pub version: u16,
    /// The objects, in the places that the kind fixes.
    pub objects: Vec<[u8; 16]>,
    /// The payload's bytes.
    pub payload: Vec<u8>,
}

struct OpenParcel {
    door: Door,
    payloads: Vec<Vec<u8>>,
}

/// A batch that still grows. Nothing leaves it before [`BatchBuilder::close`].
pub struct BatchBuilder {
    institute: Institute,
    member: MemberId,
    device: DeviceId,
    head: Head,
    seen: Seen,
    headers: Vec<Vec<u8>>,
    parcels: Vec<OpenParcel>,
    bytes: usize,
}

impl BatchBuilder {
    /// An empty batch that follows `head` ([`Head::start`] for a device's first batch).
    #[must_use]
    pub const fn new(
        institute: Institute,
        member: MemberId,
        device: DeviceId,
        head: Head,
        seen: Seen,
    ) -> Self {
        Self { institute, member, device, head, seen, headers: Vec::new(), parcels: Vec::new(), bytes: 0 }
    }

    /// Number of events so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.headers.len()
    }

    /// Whether there is nothing to close.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.headers.is_empty()
    }

    /// Whether the batch must be closed before another event: 1,024 headers or 1 MiB.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.headers.len() >= MAX_HEADERS || self.bytes >= CLOSE_AT
    }

    /// The place in the series that the next event will have: a box is bound to it before the event exists.
    #[must_use]
    pub fn next_seq(&self) -> u64 {
        self.head.next_seq.saturating_add(self.headers.len() as u64)
    }

    /// Puts a payload into the batch to which no header points: the box beside a sealed sheet, an author's own
    /// copy of a key.
    ///
    /// # Errors
    /// [`BuildError::Full`] when another parcel or item does not fit.
    pub fn beside(&mut self, payload: Vec<u8>, door: &Door) -> Result<(), BuildError> {
        let (parcel, _) = self.slot(door)?;
        self.put(parcel, payload, door);
        Ok(())
    }

    /// Where the next payload behind a door will lie: parcel and item.
    fn slot(&self, door: &Door) -> Result<(u8, u16), BuildError> {
        let found = self.parcels.iter().position(|parcel| parcel.door.place() == door.place());
        let index = found.unwrap_or(self.parcels.len());
        let item = self.parcels.get(index).map_or(0, |parcel| parcel.payloads.len());
        if index >= MAX_PARCELS || item >= MAX_ITEMS {
            return Err(BuildError::Full);
        }
        let index = u8::try_from(index).map_err(|_| BuildError::Full)?;
        Ok((index, u16::try_from(item).map_err(|_| BuildError::Full)?))
    }

    fn put(&mut self, parcel: u8, payload: Vec<u8>, door: &Door) {
        self.bytes = self.bytes.saturating_add(payload.len());
        match self.parcels.get_mut(usize::from(parcel)) {
            Some(open) => open.payloads.push(payload),
            None => self.parcels.push(OpenParcel { door: door.clone(), payloads: vec![payload] }),
        }
    }

    /// Adds an event and names it.
    ///
    /// # Errors
    /// A full batch, or a header beyond its limits; the batch then stays as it was.
    pub fn push(&mut self, draft: Draft, door: &Door) -> Result<EventName, BuildError> {
        if self.is_full() {
            return Err(BuildError::Full);
        }
        let seq = self.next_seq();
        if seq >= 1 << 63 {
            return Err(BuildError::SeriesExhausted);
        }
        let (parcel, item) = self.slot(door)?;
        let header = Header {
            seq,
            at: draft.at,
            kind: draft.kind,
            version: draft.version,
            objects: draft.objects,
            parcel,
            item,
        };
        let bytes = header.encode();
        if header.objects.len() > MAX_OBJECTS || bytes.len() > MAX_HEADER {
            return Err(BuildError::HeaderTooLong);
        }
        self.bytes = self.bytes.saturating_add(bytes.len());
        self.headers.push(bytes);
        self.put(parcel, draft.payload, door);
        Ok(EventName { device: self.device, seq })
    }

    /// Seals the parcels, signs the record, and gives the batch with the head that the next one follows.
    ///
    /// # Errors
    /// An empty batch, or a parcel beyond its limits.
    pub fn close(
        self,
        signer: &(impl Signer + ?Sized),
        rng: &mut impl CryptoRng,
    ) -> Result<(BatchParts, Head), BuildError> {
        if self.headers.is_empty() {
            return Err(BuildError::Empty);
        }
        let mut entries = Vec::with_capacity(self.parcels.len());
        let mut parcels = BTreeMap::new();
        for (index, parcel) in (0_u8..).zip(&self.parcels) {
            let bytes = self.seal(index, parcel, rng)?;
            entries.push(ParcelEntry {
                access: parcel.door.access,
                key: parcel.door.place().1,
                length: u32::try_from(bytes.len()).map_err(|_| ParcelError::TooLarge)?,
                sha256: sha256(&bytes),
            });
            parcels.insert(index, bytes);
        }
        let leaves: Vec<_> = self.headers.iter().map(|bytes| tree::leaf(bytes)).collect();
        let record = BatchRecord {
            institute: self.institute,
            member: self.member,
            device: self.device,
            number: self.head.next_number,
            previous: self.head.hash,
            first_seq: self.head.next_seq,
            count: u16::try_from(self.headers.len()).map_err(|_| BuildError::Full)?,
            root: tree::root(&leaves),
            parcels: entries,
            seen: self.seen,
        };
        let bytes = record.encode();
        let signature = sign(signer, Purpose::Batch, &bytes);
        let parts = BatchParts { record: bytes, signature, headers: Some(self.headers), parcels };
        let head = Head::after(&record, parts.hash());
        Ok((parts, head))
    }

    fn seal(&self, index: u8, parcel: &OpenParcel, rng: &mut impl CryptoRng) -> Result<Vec<u8>, ParcelError> {
        let Some((_, class)) = &parcel.door.key else {
            let packed = parcel::pack(&parcel.payloads)?;
            return if packed.len() > MAX_SEALED { Err(ParcelError::TooLarge) } else { Ok(packed) };
        };
        let place = ParcelPlace {
            institute: self.institute,
            device: self.device,
            number: self.head.next_number,
            index,
        };
        parcel::seal(&parcel.payloads, class, &place, parcel.door.padding, rng)
    }
}
