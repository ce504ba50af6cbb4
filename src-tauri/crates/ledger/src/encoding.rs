//! Deterministic CBOR (RFC 8949 §4.2.1): arrays with fixed places, no maps, floats, tags or indefinite
//! lengths, text in NFC. What comes from outside passes [`Record::decode`], the door: decode, encode again,
//! compare, refuse any difference. Afterwards the bytes that were signed are the bytes that are kept.

use std::convert::Infallible;

use minicbor::decode::Decoder;
use minicbor::encode::Encoder;
use sceau_domain::moment::Moment;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// First element of an event header.
pub const HEADER: u64 = 1;
/// First element of a batch record.
pub const BATCH: u64 = 2;
/// First element of a log entry.
pub const ENTRY: u64 = 3;
/// First element of a sealed bundle (a `.sceau` file).
pub const BUNDLE: u64 = 4;
/// First element of a charter.
pub const CHARTER: u64 = 5;
/// First element of an invitation.
pub const INVITATION: u64 = 6;
/// First element of a join request.
pub const JOIN: u64 = 7;

/// Why bytes are not the record that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EncodingError {
    /// Not CBOR, cut short, or another type at this place.
    #[error("the bytes do not follow the schema")]
    Malformed,
    /// An array with more or fewer places than the schema has.
    #[error("an array has {found} places instead of {expected}")]
    WrongPlaces {
        /// Places in the schema.
        expected: u64,
        /// Places found.
        found: u64,
    },
    /// Another record, or one of a newer protocol.
    #[error("record type {found} instead of {expected}")]
    WrongRecord {
        /// The type that was asked for.
        expected: u64,
        /// The type found; above 7 it comes from a newer protocol.
        found: u64,
    },
    /// A number, a length or a list beyond its limit.
    #[error("a value is outside its range")]
    OutOfRange,
    /// Text that is not in Unicode normal form C.
    #[error("a text is not in normal form C")]
    NotNfc,
    /// Bytes after the end.
    #[error("bytes follow the end of the record")]
    Trailing,
    /// The same meaning, written otherwise: two checkers could read two meanings.
    #[error("the bytes are not the deterministic form")]
    NotDeterministic,
}

impl EncodingError {
    /// The record was made by a newer protocol: the reader must be updated, the bytes are not at fault.
    #[must_use]
    pub const fn update_needed(&self) -> bool {
        matches!(self, Self::WrongRecord { found, .. } if *found > JOIN)
    }
}

/// Writes deterministic CBOR into memory.
pub struct Writer(Encoder<Vec<u8>>);

/// Memory never refuses a byte, so the encoder's result carries nothing.
const fn written<T>(_never_fails: &Result<T, minicbor::encode::Error<Infallible>>) {}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// An empty writer.
    #[must_use]
    pub fn new() -> Self {
        Self(Encoder::new(Vec::new()))
    }

    /// Opens an array of `places` elements; the caller writes exactly that many.
    pub fn array(&mut self, places: usize) -> &mut Self {
        written(&self.0.array(places as u64));
        self
    }

    /// An unsigned integer.
    pub fn uint(&mut self, value: u64) -> &mut Self {
        written(&self.0.u64(value));
        self
    }

    /// A signed integer.
    pub fn int(&mut self, value: i64) -> &mut Self {
        written(&self.0.i64(value));
        self
    }

    /// A byte string.
    pub fn bytes(&mut self, value: &[u8]) -> &mut Self {
        written(&self.0.bytes(value));
        self
    }

    /// A text, brought into normal form C.
    pub fn text(&mut self, value: &str) -> &mut Self {
        if is_nfc(value) {
            written(&self.0.str(value));
        } else {
            let composed: String = value.nfc().collect();
            written(&self.0.str(&composed));
        }
        self
    }

    /// A truth value.
    pub fn bool(&mut self, value: bool) -> &mut Self {
        written(&self.0.bool(value));
        self
    }

    /// The absent value.
    pub fn null(&mut self) -> &mut Self {
        written(&self.0.null());
        self
    }

    /// An instant, as milliseconds since 1970 UTC.
    pub fn moment(&mut self, value: Moment) -> &mut Self {
        self.uint(value.0)
    }

    /// The bytes written.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.0.into_writer()
    }
}

/// Reads CBOR; what it accepts beyond the deterministic form is caught by [`Record::decode`].
pub struct Reader<'b>(Decoder<'b>);

impl<'b> Reader<'b> {
    /// A reader at the start of `bytes`.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        Self(Decoder::new(bytes))
    }

    /// Opens an array and says how many elements follow (never more than bytes that remain).
    ///
    /// # Errors
    /// Not an array, an indefinite one, or one longer than the input.
    pub fn array(&mut self) -> Result<u64, EncodingError> {
        let places = self.0.array().map_err(malformed)?.ok_or(EncodingError::NotDeterministic)?;
        let remaining = self.0.input().len().saturating_sub(self.0.position()) as u64;
        if places > remaining {
            return Err(EncodingError::Malformed);
        }
        Ok(places)
    }

    /// Opens an array that must have exactly `places` elements.
    ///
    /// # Errors
    /// Another type or another number of places.
    pub fn places(&mut self, expected: u64) -> Result<(), EncodingError> {
        let found = self.array()?;
        if found == expected { Ok(()) } else { Err(EncodingError::WrongPlaces { expected, found }) }
    }

    /// Opens a record: an array of `places` elements whose first one is `kind`.
    ///
    /// # Errors
    /// Another record, or another number of places.
    pub fn record(&mut self, kind: u64, places: u64) -> Result<(), EncodingError> {
        let count = self.array()?;
        let found = self.uint()?;
        if found != kind {
            return Err(EncodingError::WrongRecord { expected: kind, found });
        }
        if count == places {
            Ok(())
        } else {
            Err(EncodingError::WrongPlaces { expected: places, found: count })
        }
    }

    /// A list of at most `limit` elements, each read by `element`.
    ///
    /// # Errors
    /// Too many elements, or what `element` answers.
    pub fn list<T>(
        &mut self,
        limit: u64,
        mut element: impl FnMut(&mut Self) -> Result<T, EncodingError>,
    ) -> Result<Vec<T>, EncodingError> {
        let count = self.array()?;
        if count > limit {
            return Err(EncodingError::OutOfRange);
        }
        (0..count).map(|_| element(self)).collect()
    }

    /// An unsigned integer.
    ///
    /// # Errors
    /// Another type.
    pub fn uint(&mut self) -> Result<u64, EncodingError> {
        self.0.u64().map_err(malformed)
    }

    /// An unsigned integer that fits the type asked for.
    ///
    /// # Errors
    /// Another type, or a number too large.
    pub fn fit<T: TryFrom<u64>>(&mut self) -> Result<T, EncodingError> {
        T::try_from(self.uint()?).map_err(|_| EncodingError::OutOfRange)
    }

    /// A signed integer.
    ///
    /// # Errors
    /// Another type, or beyond 64 bits.
    pub fn int(&mut self) -> Result<i64, EncodingError> {
        self.0.i64().map_err(malformed)
    }

    /// A byte string.
    ///
    /// # Errors
    /// Another type, or an indefinite string.
    pub fn bytes(&mut self) -> Result<&'b [u8], EncodingError> {
        self.0.bytes().map_err(malformed)
    }

    /// A byte string of exactly `N` bytes.
    ///
    /// # Errors
    /// Another type or length.
    pub fn exactly<const N: usize>(&mut self) -> Result<[u8; N], EncodingError> {
        self.bytes()?.try_into().map_err(|_| EncodingError::OutOfRange)
    }

    /// A text in normal form C.
    ///
    /// # Errors
    /// Another type, not UTF-8, or not in normal form C.
    pub fn text(&mut self) -> Result<&'b str, EncodingError> {
        let text = self.0.str().map_err(malformed)?;
        if is_nfc(text) { Ok(text) } else { Err(EncodingError::NotNfc) }
    }

    /// A truth value.
    ///
    /// # Errors
    /// Another type.
    pub fn bool(&mut self) -> Result<bool, EncodingError> {
        self.0.bool().map_err(malformed)
    }

    /// An instant, as milliseconds since 1970 UTC.
    ///
    /// # Errors
    /// Another type.
    pub fn moment(&mut self) -> Result<Moment, EncodingError> {
        self.uint().map(Moment)
    }

    /// `None` for the absent value, else what `value` reads.
    ///
    /// # Errors
    /// What `value` answers.
    pub fn optional<T>(
        &mut self,
        value: impl FnOnce(&mut Self) -> Result<T, EncodingError>,
    ) -> Result<Option<T>, EncodingError> {
        if self.0.datatype().map_err(malformed)? == minicbor::data::Type::Null {
            self.0.null().map_err(malformed)?;
            return Ok(None);
        }
        value(self).map(Some)
    }

    /// Nothing may follow.
    ///
    /// # Errors
    /// Bytes remain.
    pub fn end(&self) -> Result<(), EncodingError> {
        if self.0.position() == self.0.input().len() { Ok(()) } else { Err(EncodingError::Trailing) }
    }
}

/// The decoder's own words are not kept: they quote positions that no reader of a message can use.
fn malformed(_cause: minicbor::decode::Error) -> EncodingError {
    EncodingError::Malformed
}

/// Something with exactly one form in bytes.
pub trait Record: Sized {
    /// Writes the one form.
    fn write(&self, to: &mut Writer);

    /// Reads the fields, without judging the form. Callers use [`Record::decode`].
    ///
    /// # Errors
    /// What does not follow the schema.
    fn read(from: &mut Reader<'_>) -> Result<Self, EncodingError>;

    /// The bytes of this record.
    fn encode(&self) -> Vec<u8> {
        let mut to = Writer::new();
        self.write(&mut to);
        to.finish()
    }

    /// The door: decodes, encodes again and refuses any difference.
    ///
    /// # Errors
    /// What does not follow the schema, or follows it in another form.
    fn decode(bytes: &[u8]) -> Result<Self, EncodingError> {
        door(bytes, Self::read, Self::write)
    }
}

/// The door for values that are not a [`Record`]: `read` and `write` must be each other's inverse.
///
/// # Errors
/// What does not follow the schema, or follows it in another form.
pub fn door<T>(
    bytes: &[u8],
    read: impl FnOnce(&mut Reader<'_>) -> Result<T, EncodingError>,
    write: impl FnOnce(&T, &mut Writer),
) -> Result<T, EncodingError> {
    let mut from = Reader::new(bytes);
    let value = read(&mut from)?;
    from.end()?;
    let mut to = Writer::new();
    write(&value, &mut to);
    if to.finish() == bytes { Ok(value) } else { Err(EncodingError::NotDeterministic) }
}
