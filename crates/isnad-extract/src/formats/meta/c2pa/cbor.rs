//! CBOR taken apart one level deep: the raw bytes of each value, to be read by whoever knows what it is.

use minicbor::{Decoder, data::Type};

/// More of one level is nobody's.
const VALUES_MAX: u64 = 20_000;

/// The key of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    Text(String),
    Number(i64),
}

/// The values of a map by their keys; nothing for what is no map.
pub(super) fn entries(cbor: &[u8]) -> Option<Vec<(Key, &[u8])>> {
    let mut decoder = Decoder::new(cbor);
    let length = decoder.map().ok()??;
    let mut found = Vec::new();
    for _ in 0..Some(length).filter(|length| *length <= VALUES_MAX)? {
        let key = match decoder.datatype().ok()? {
            Type::String => Key::Text(decoder.str().ok()?.to_owned()),
            _ => Key::Number(decoder.i64().ok()?),
        };
        found.push((key, raw(cbor, &mut decoder)?));
    }
    Some(found)
}

/// The values of an array.
pub(super) fn items(cbor: &[u8]) -> Option<Vec<&[u8]>> {
    let mut decoder = Decoder::new(cbor);
    let length = decoder.array().ok()??;
    let length = Some(length).filter(|length| *length <= VALUES_MAX)?;
    (0..length).map(|_| raw(cbor, &mut decoder)).collect()
}

fn raw<'c>(cbor: &'c [u8], decoder: &mut Decoder<'_>) -> Option<&'c [u8]> {
    let start = decoder.position();
    decoder.skip().ok()?;
    cbor.get(start..decoder.position())
}

/// A field of a map.
pub(super) fn field<'c>(map: &[(Key, &'c [u8])], name: &str) -> Option<&'c [u8]> {
    map.iter().find(|(key, _)| matches!(key, Key::Text(text) if text == name)).map(|(_, raw)| *raw)
}

/// A field that is text.
pub(super) fn text<'c>(map: &[(Key, &'c [u8])], name: &str) -> Option<&'c str> {
    Decoder::new(field(map, name)?).str().ok()
}

/// A field that is bytes.
pub(super) fn bytes<'c>(map: &[(Key, &'c [u8])], name: &str) -> Option<&'c [u8]> {
    Decoder::new(field(map, name)?).bytes().ok()
}

/// A field that is a number from zero.
pub(super) fn number(map: &[(Key, &[u8])], name: &str) -> Option<u64> {
    Decoder::new(field(map, name)?).u64().ok()
}
