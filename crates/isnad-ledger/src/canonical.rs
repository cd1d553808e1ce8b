//! Deterministic CBOR (RFC 8949 §4.2): one value has one encoding, and any other is refused.

mod diagnostic;

pub use diagnostic::diagnostic;
use minicbor::{Decode, Encode};

/// Bytes that are not the one encoding of a value of this type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not canonical CBOR of the expected shape")]
pub struct NotCanonical;

/// Encodes; our types are arrays and integers in fixed order, so the encoding is deterministic by shape.
pub fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    // Writing to a vector cannot fail, and no type of ours refuses to encode.
    minicbor::to_vec(value).unwrap_or_default()
}

/// Decodes and refuses bytes that would not be written again exactly so.
pub fn decode<T: for<'b> Decode<'b, ()> + Encode<()>>(bytes: &[u8]) -> Result<T, NotCanonical> {
    let value: T = minicbor::decode(bytes).map_err(|_| NotCanonical)?;
    if encode(&value) == bytes { Ok(value) } else { Err(NotCanonical) }
}

/// Bytes that end before what was looked for, or that hold something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not whole up to here")]
pub struct NotWhole;

/// The value at a place of an array, or nothing where the array is shorter, without making the values before it.
///
/// The bytes may be the beginning of the array alone. They must come from an object that was opened with its own
/// key: that they are canonical is not looked at again.
pub fn nth<T: for<'b> Decode<'b, ()>>(bytes: &[u8], place: usize) -> Result<Option<T>, NotWhole> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let length = decoder.array().ok().flatten().ok_or(NotWhole)?;
    if place as u64 >= length {
        return Ok(None);
    }
    (0..place).try_for_each(|_| decoder.skip()).map_err(|_| NotWhole)?;
    decoder.decode().map(Some).map_err(|_| NotWhole)
}
