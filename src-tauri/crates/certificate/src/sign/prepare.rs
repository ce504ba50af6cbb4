//! Room for a signature: the increment that carries it, with its byte range fixed.

use super::revision::{self, Tail, find};
use crate::archive::INSTITUTE_FIELD;
use core::ops::Range;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sceau_domain::moment::Moment;
use sha2_10::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// Bytes reserved for the container; one with two P-256 certificates has about 2,000.
pub const ROOM: usize = 6144;
/// A byte range before its numbers are known; as long as any that will replace it.
pub(crate) const RANGE: &str = "[0 9999999999 9999999999 9999999999]";

/// What the signature says beside the certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// When, as the signer states it.
    pub at: Moment,
    /// The signer's name as readers show it.
    pub name: String,
    /// Why, as readers show it, for instance « Certificat de label n° 2026-001 ».
    pub reason: String,
}

/// Why a file cannot be prepared or finished.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrepareError {
    /// Not a certificate that this program made.
    #[error("this file is not a certificate of ours")]
    NotOurs,
    /// No signature field of this name.
    #[error("there is no signature field {0}")]
    NoField(String),
    /// The field holds a signature already.
    #[error("the field {0} is already signed")]
    AlreadySigned(String),
    /// The institute seals first: its signature certifies the document.
    #[error("the institute's seal must be the first signature")]
    SealFirst,
    /// The moment is outside the years that a PDF can write.
    #[error("the time of signing cannot be written")]
    Time,
    /// The container is larger than the room reserved.
    #[error("the signature has {0} bytes, more than its room")]
    TooLarge(usize),
}

/// A file with room for one signature, and the range that it will cover: everything but the room itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    bytes: Vec<u8>,
    hole: Range<usize>,
}

/// Reserves room in a field.
///
/// # Errors
/// See [`PrepareError`].
pub fn prepare(pdf: &[u8], field: &str, stamp: &Stamp) -> Result<Prepared, PrepareError> {
    let tail = revision::tail(pdf).ok_or(PrepareError::NotOurs)?;
    let (number, body) =
        tail.field(pdf, field).ok_or_else(|| PrepareError::NoField(field.chars().take(60).collect()))?;
    if find(body, b"/V ", 0).is_some() {
        return Err(PrepareError::AlreadySigned(field.into()));
    }
    let first = field == INSTITUTE_FIELD;
    let sealed =
        tail.field(pdf, INSTITUTE_FIELD).is_some_and(|(_, institute)| find(institute, b"/V ", 0).is_some());
    if !first && !sealed {
        return Err(PrepareError::SealFirst);
    }
    let objects = increment(pdf, &tail, number, body, first, &dictionary(stamp, first)?)
        .ok_or(PrepareError::NotOurs)?;
    let mut bytes = revision::append(pdf, &tail, &objects);

    let open = find(&bytes, b"/Contents<00", pdf.len()).ok_or(PrepareError::NotOurs)? + 9;
    let hole = open..open + ROOM * 2 + 2;
    let range = format!("[0 {} {} {}]", hole.start, hole.end, bytes.len().saturating_sub(hole.end));
    let range = format!("{range:<width$}", width = RANGE.len());
    let at = find(&bytes, RANGE.as_bytes(), pdf.len()).ok_or(PrepareError::NotOurs)?;
    bytes.get_mut(at..at + RANGE.len()).ok_or(PrepareError::NotOurs)?.copy_from_slice(range.as_bytes());
    Ok(Prepared { bytes, hole })
}

impl Prepared {
    /// SHA-256 of everything that the signature covers.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        covered(&self.bytes, &self.hole)
    }

    /// Puts the container into its room. No other byte changes.
    ///
    /// # Errors
    /// [`PrepareError::TooLarge`].
    pub fn embed(mut self, container: &[u8]) -> Result<Vec<u8>, PrepareError> {
        let hex = crate::credential::hex(container);
        let start = self.hole.start.saturating_add(1);
        let room = self.bytes.get_mut(start..start.saturating_add(hex.len()));
        match room {
            Some(room) if container.len() <= ROOM => {
                room.copy_from_slice(hex.as_bytes());
                Ok(self.bytes)
            }
            _ => Err(PrepareError::TooLarge(container.len())),
        }
    }
}

/// SHA-256 of a file without a hole.
pub(crate) fn covered(bytes: &[u8], hole: &Range<usize>) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(bytes.get(..hole.start).unwrap_or_default());
    hash.update(bytes.get(hole.end..).unwrap_or_default());
    hash.finalize().into()
}

/// The objects of the increment: the field with its value, the signature, and for the seal the catalog's permission.
/// The verdict rebuilds later increments with this same function and compares.
pub(crate) fn increment(
    pdf: &[u8],
    tail: &Tail,
    field: u32,
    body: &[u8],
    first: bool,
    signature: &[u8],
) -> Option<BTreeMap<u32, Vec<u8>>> {
    let value = tail.size;
    let mut objects = BTreeMap::new();
    objects.insert(field, extend(body, &format!("/V {value} 0 R"))?);
    objects.insert(value, signature.to_vec());
    if first {
        let catalog = tail.object(pdf, tail.root)?;
        objects.insert(tail.root, extend(catalog, &format!("/Perms<</DocMDP {value} 0 R>>"))?);
    }
    Some(objects)
}

fn extend(dictionary: &[u8], entry: &str) -> Option<Vec<u8>> {
    let mut out = dictionary.strip_suffix(b">>")?.to_vec();
    out.extend_from_slice(entry.as_bytes());
    out.extend_from_slice(b">>");
    Some(out)
}

/// The signature dictionary with its room. The seal also certifies: afterwards only the fields that exist may be signed.
fn dictionary(stamp: &Stamp, first: bool) -> Result<Vec<u8>, PrepareError> {
    let milliseconds = i64::try_from(stamp.at.0).map_err(|_| PrepareError::Time)?;
    let time = Timestamp::from_millisecond(milliseconds).map_err(|_| PrepareError::Time)?;
    let time = time.to_zoned(TimeZone::UTC).strftime("D:%Y%m%d%H%M%S+00'00'").to_string();
    let reference = if first {
        "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/V/1.2/P 2>>>>]"
    } else {
        ""
    };
    Ok(format!(
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M({time})/Name<{}>/Reason<{}>{reference}\
         /ByteRange{RANGE}/Contents<{}>>>",
        utf16(&stamp.name),
        utf16(&stamp.reason),
        "0".repeat(ROOM * 2)
    )
    .into_bytes())
}

fn utf16(text: &str) -> String {
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    format!("feff{}", crate::credential::hex(&bytes))
}
