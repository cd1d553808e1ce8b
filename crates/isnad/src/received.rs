//! Names from outside in JSON: as they were received, which is what a program must compare.
//!
//! A name is bytes and almost always text. Where it is not, the text has U+FFFD in place of what is none, and a
//! second field, `…_bytes`, has all of it in hexadecimal.
//! For people names are made safe to look at (see `isnad_text::show`); a program gets them unchanged, because
//! JSON escapes what could forge a line.

use isnad_crypto::hash::hex;
use serde_json::Value;

/// Puts a name into an object.
pub fn put(object: &mut Value, field: &str, name: &[u8]) {
    let Some(object) = object.as_object_mut() else { return };
    object.insert(field.to_owned(), String::from_utf8_lossy(name).into());
    if std::str::from_utf8(name).is_err() {
        object.insert(format!("{field}_bytes"), hex(name).into());
    }
}

/// The last part of a path.
pub fn base_name(path: &[u8]) -> &[u8] {
    path.rsplit(|byte| *byte == b'/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests;
