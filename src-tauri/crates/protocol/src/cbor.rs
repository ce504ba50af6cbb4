//! CBOR in and out, strict at the door: what does not encode again to the same bytes is refused, so that two
//! programs never read two meanings in one body.

use minicbor::{Decode, Encode};

/// A body that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// Not CBOR, or not of the shape expected.
    #[error("the body is not what this address expects")]
    Malformed,
    /// Bytes follow the last element.
    #[error("bytes follow the end of the body")]
    Trailing,
    /// Readable, but not in the one form that the protocol allows.
    #[error("the body is not in the deterministic form")]
    NotCanonical,
}

/// The bytes of a value.
pub fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    match minicbor::encode(value, &mut bytes) {
        Ok(()) => bytes,
        // A Vec never refuses a write and no encoder of this crate raises an error of its own.
        Err(_) => Vec::new(),
    }
}

/// Reads a value: the whole input, in deterministic form, or an error.
///
/// # Errors
/// [`WireError`] when the bytes are of another shape, go on after the value, or are not canonical.
pub fn decode<T>(bytes: &[u8]) -> Result<T, WireError>
where
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    let mut decoder = minicbor::Decoder::new(bytes);
    let value: T = decoder.decode().map_err(|_| WireError::Malformed)?;
    if decoder.position() != bytes.len() {
        return Err(WireError::Trailing);
    }
    if encode(&value) != bytes {
        return Err(WireError::NotCanonical);
    }
    Ok(value)
}

/// The length of a definite array; indefinite lengths are not part of the protocol.
fn length<'b>(d: &mut minicbor::Decoder<'b>) -> Result<u64, minicbor::decode::Error> {
    d.array()?.ok_or_else(|| minicbor::decode::Error::message("indefinite length"))
}

/// A list of byte strings of any length.
pub mod blobs {
    use minicbor::decode::{Decoder, Error};
    use minicbor::encode::{Encoder, Error as EncodeError, Write};

    /// Writes the list as an array of byte strings.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn encode<C, W: Write>(
        v: &[Vec<u8>],
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.array(v.len() as u64)?;
        for item in v {
            e.bytes(item)?;
        }
        Ok(())
    }

    /// Reads the list.
    ///
    /// # Errors
    /// When it is not a definite array of byte strings.
    pub fn decode<'b, C>(d: &mut Decoder<'b>, _: &mut C) -> Result<Vec<Vec<u8>>, Error> {
        let mut list = Vec::new();
        for _ in 0..super::length(d)? {
            list.push(d.bytes()?.to_vec());
        }
        Ok(list)
    }
}

/// Headers of a batch, or nothing when they are withheld: `null`, or an array of byte strings.
pub mod headers {
    use minicbor::data::Type;
    use minicbor::decode::{Decoder, Error};
    use minicbor::encode::{Encoder, Error as EncodeError, Write};

    /// Writes the headers, or `null`.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn encode<C, W: Write>(
        v: &Option<Vec<Vec<u8>>>,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        match v {
            Some(list) => super::blobs::encode(list, e, ctx),
            None => {
                e.null()?;
                Ok(())
            }
        }
    }

    /// Reads the headers, or `null`.
    ///
    /// # Errors
    /// When it is neither.
    pub fn decode<'b, C>(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Option<Vec<Vec<u8>>>, Error> {
        if d.datatype()? == Type::Null {
            d.null()?;
            return Ok(None);
        }
        super::blobs::decode(d, ctx).map(Some)
    }
}

/// Parcels by their place in the batch: an array of pairs, ascending, each place once.
pub mod parcels {
    use std::collections::BTreeMap;

    use minicbor::decode::{Decoder, Error};
    use minicbor::encode::{Encoder, Error as EncodeError, Write};

    /// Writes the parcels in ascending order of their places.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn encode<C, W: Write>(
        v: &BTreeMap<u8, Vec<u8>>,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.array(v.len() as u64)?;
        for (place, bytes) in v {
            e.array(2)?.u8(*place)?.bytes(bytes)?;
        }
        Ok(())
    }

    /// Reads the parcels. A place that comes twice or out of order is caught by the canonical check of the body.
    ///
    /// # Errors
    /// When it is not an array of pairs.
    pub fn decode<'b, C>(d: &mut Decoder<'b>, _: &mut C) -> Result<BTreeMap<u8, Vec<u8>>, Error> {
        let mut map = BTreeMap::new();
        for _ in 0..super::length(d)? {
            if super::length(d)? != 2 {
                return Err(Error::message("a parcel is a pair"));
            }
            map.insert(d.u8()?, d.bytes()?.to_vec());
        }
        Ok(map)
    }
}

/// A list of SHA-256 digests or tree nodes.
pub mod digests {
    use minicbor::decode::{Decoder, Error};
    use minicbor::encode::{Encoder, Error as EncodeError, Write};

    /// Writes the list as an array of byte strings of 32.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn encode<C, W: Write>(
        v: &[[u8; 32]],
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.array(v.len() as u64)?;
        for item in v {
            e.bytes(item)?;
        }
        Ok(())
    }

    /// Reads the list.
    ///
    /// # Errors
    /// When an element is not a byte string of 32.
    pub fn decode<'b, C>(d: &mut Decoder<'b>, _: &mut C) -> Result<Vec<[u8; 32]>, Error> {
        let mut list = Vec::new();
        for _ in 0..super::length(d)? {
            let bytes = d.bytes()?;
            list.push(bytes.try_into().map_err(|_| Error::message("a digest has 32 bytes"))?);
        }
        Ok(list)
    }
}
