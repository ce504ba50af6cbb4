//! Batches: headers under one root, parcels by hash, a chain per device, one signature.

use std::collections::BTreeMap;

use sceau_domain::id::{DeviceId, Institute, MemberId};

use crate::encoding::{BATCH, EncodingError, Reader, Record, Writer};
use crate::header::MAX_PARCELS;
use crate::tree::{Hash, sha256};

/// Headers of one batch, at most.
pub const MAX_HEADERS: usize = 1024;
/// A batch closes when its payloads reach this many bytes (1 MiB).
pub const CLOSE_AT: usize = 1 << 20;

/// Who can read a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Access {
    /// Everybody, the registry too: governance, wraps, committee messages, secret ballots.
    Clear,
    /// The holders of the key of a dossier or of the board.
    Group,
    /// Nobody before a phase opens: sheets and roll-call choices.
    Sealed,
    /// The author's own devices: drafts.
    Own,
}

impl Access {
    /// The number in the record.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Clear => 0,
            Self::Group => 1,
            Self::Sealed => 2,
            Self::Own => 3,
        }
    }

    /// The access that this number means.
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            0 => Some(Self::Clear),
            1 => Some(Self::Group),
            2 => Some(Self::Sealed),
            3 => Some(Self::Own),
            _ => None,
        }
    }
}

/// The first 8 bytes of a key's commitment: enough to find the key, too little to pass for the commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(pub [u8; 8]);

/// What a batch record says of one parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParcelEntry {
    /// Who can read it.
    pub access: Access,
    /// The key; absent exactly for clear parcels.
    pub key: Option<KeyName>,
    /// Bytes as stored.
    pub length: u32,
    /// SHA-256 of the bytes as stored.
    pub sha256: Hash,
}

/// The last checkpoint of the log that the author had verified: the gossip that makes a forked log visible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The log's epoch, from 1.
    pub epoch: u64,
    /// Entries in the tree.
    pub size: u64,
    /// Its root.
    pub root: Hash,
}

impl Seen {
    /// Nothing verified yet: the empty tree of an epoch.
    #[must_use]
    pub fn nothing(epoch: u64) -> Self {
        Self { epoch, size: 0, root: crate::tree::empty_root() }
    }
}

/// Record 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchRecord {
    /// For which institute.
    pub institute: Institute,
    /// The author.
    pub member: MemberId,
    /// The author's device.
    pub device: DeviceId,
    /// Place in the device's chain of batches, from 0.
    pub number: u64,
    /// SHA-256 of the previous batch record; zeros for number 0.
    pub previous: Hash,
    /// `seq` of the first header.
    pub first_seq: u64,
    /// Number of headers, 1 to [`MAX_HEADERS`].
    pub count: u16,
    /// RFC 6962 root over the headers' bytes.
    pub root: Hash,
    /// The parcels, at most [`MAX_PARCELS`].
    pub parcels: Vec<ParcelEntry>,
    /// The author's last verified checkpoint.
    pub seen: Seen,
}

impl BatchRecord {
    /// `seq` of the header that would follow this batch.
    #[must_use]
    pub fn next_seq(&self) -> u64 {
        self.first_seq.saturating_add(self.count.into())
    }
}

impl Record for BatchRecord {
    fn write(&self, to: &mut Writer) {
        to.array(11).uint(BATCH).bytes(&self.institute.0).bytes(&self.member.0).bytes(&self.device.0);
        to.uint(self.number).bytes(&self.previous).uint(self.first_seq).uint(self.count.into());
        to.bytes(&self.root).array(self.parcels.len());
        for parcel in &self.parcels {
            to.array(4).uint(parcel.access.number().into());
            to.bytes(parcel.key.as_ref().map_or(&[], |name| &name.0));
            to.uint(parcel.length.into()).bytes(&parcel.sha256);
        }
        to.array(3).uint(self.seen.epoch).uint(self.seen.size).bytes(&self.seen.root);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.record(BATCH, 11)?;
        let record = Self {
            institute: Institute(from.exactly()?),
            member: MemberId(from.exactly()?),
            device: DeviceId(from.exactly()?),
            number: from.uint()?,
            previous: from.exactly()?,
            first_seq: from.uint()?,
            count: from.fit()?,
            root: from.exactly()?,
            parcels: from.list(MAX_PARCELS as u64, read_parcel)?,
            seen: read_seen(from)?,
        };
        let counted = (1..=MAX_HEADERS).contains(&usize::from(record.count));
        let placed = record.first_seq < 1 << 63 && record.next_seq() <= 1 << 63;
        if counted && placed { Ok(record) } else { Err(EncodingError::OutOfRange) }
    }
}

fn read_parcel(from: &mut Reader<'_>) -> Result<ParcelEntry, EncodingError> {
    from.places(4)?;
    let access = Access::from_number(from.fit()?).ok_or(EncodingError::OutOfRange)?;
    let key = match from.bytes()? {
        [] => None,
        name => Some(KeyName(name.try_into().map_err(|_| EncodingError::OutOfRange)?)),
    };
    if key.is_none() != (access == Access::Clear) {
        return Err(EncodingError::OutOfRange);
    }
    Ok(ParcelEntry { access, key, length: from.fit()?, sha256: from.exactly()? })
}

fn read_seen(from: &mut Reader<'_>) -> Result<Seen, EncodingError> {
    from.places(3)?;
    Ok(Seen { epoch: from.uint()?, size: from.uint()?, root: from.exactly()? })
}

/// A batch as it travels and as it is kept. The record is always there; headers may be withheld (sheets of
/// others before the opening), and any parcel may be withheld or erased: what is present is checked by hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchParts {
    /// The signed bytes of the batch record.
    pub record: Vec<u8>,
    /// The device's signature over them.
    pub signature: [u8; 64],
    /// The headers' bytes in order, or none of them.
    pub headers: Option<Vec<Vec<u8>>>,
    /// Parcels by their index in the record.
    pub parcels: BTreeMap<u8, Vec<u8>>,
}

impl BatchParts {
    /// The name of the batch in chains: SHA-256 of its record.
    #[must_use]
    pub fn hash(&self) -> Hash {
        sha256(&self.record)
    }

    /// The same batch without what a reader is not entitled to: record and signature only.
    #[must_use]
    pub fn bare(&self) -> Self {
        Self { headers: None, parcels: BTreeMap::new(), ..self.clone() }
    }
}

impl Record for BatchParts {
    /// `[record, signature, headers: [bstr …] | null, parcels: [[index, bstr] …]]`: the form in requests and
    /// in bundles. It is never signed as a whole.
    fn write(&self, to: &mut Writer) {
        to.array(4).bytes(&self.record).bytes(&self.signature);
        match &self.headers {
            None => {
                to.null();
            }
            Some(headers) => {
                to.array(headers.len());
                for header in headers {
                    to.bytes(header);
                }
            }
        }
        to.array(self.parcels.len());
        for (index, bytes) in &self.parcels {
            to.array(2).uint((*index).into()).bytes(bytes);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError> {
        from.places(4)?;
        Ok(Self {
            record: from.bytes()?.to_vec(),
            signature: from.exactly()?,
            headers: from
                .optional(|from| from.list(MAX_HEADERS as u64, |from| Ok(from.bytes()?.to_vec())))?,
            parcels: from
                .list(MAX_PARCELS as u64, |from| {
                    from.places(2)?;
                    Ok((from.fit()?, from.bytes()?.to_vec()))
                })?
                .into_iter()
                .collect(),
        })
    }
}
