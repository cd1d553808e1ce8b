//! Names from outside in JSON: as they were received, which is what a program must compare.
//!
//! A name is bytes and almost always text. Where it is not, the text has U+FFFD in place of what is none, and a
//! second field, `…_bytes`, has all of it in hexadecimal.
//! For people names are made safe to look at (see `isnad_text::show`); a program gets them unchanged. On the
//! terminal that shows the line they do no harm either: JSON may spell any character as `\u202e`, and so we do
//! with every control.

use std::fmt::Write;

use isnad_crypto::hash::hex;
use isnad_text::show::{has_controls, is_control};
use serde_json::Value;

/// Puts a name into an object.
pub fn put(object: &mut Value, field: &str, name: &[u8]) {
    let Some(object) = object.as_object_mut() else { return };
    object.insert(field.to_owned(), String::from_utf8_lossy(name).into());
    if std::str::from_utf8(name).is_err() {
        object.insert(format!("{field}_bytes"), hex(name).into());
    }
}

/// A line of JSON with its controls spelled out (RFC 8259, section 7). Controls occur within strings only.
pub fn escaped(json: &str) -> String {
    if !has_controls(json) {
        return json.to_owned();
    }
    json.chars().fold(String::with_capacity(json.len() + 64), |mut out, c| {
        if is_control(c) {
            // Writing to a string cannot fail.
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| _ = write!(out, "\\u{unit:04x}"));
        } else {
            out.push(c);
        }
        out
    })
}

/// The last part of a path.
pub fn base_name(path: &[u8]) -> &[u8] {
    path.rsplit(|byte| *byte == b'/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests;
