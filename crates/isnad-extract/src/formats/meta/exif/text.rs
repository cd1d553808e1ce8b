//! The value of a field in words.

use crate::formats::meta::text_of;
use encoding_rs::{SHIFT_JIS, UTF_16BE, UTF_16LE};
use exif::{Tag, Value};

/// The fields that Windows writes, in UTF-16 and as bytes.
const WINDOWS: std::ops::RangeInclusive<u16> = 0x9C9B..=0x9C9F;

pub(crate) fn words(tag: Tag, value: &Value) -> String {
    match value {
        Value::Ascii(lines) => lines.iter().map(|line| text_of(line)).collect::<Vec<_>>().join("\n"),
        Value::Byte(bytes) if WINDOWS.contains(&tag.number()) => UTF_16LE.decode(bytes).0.into_owned(),
        Value::Undefined(bytes, _)
            if matches!(tag, Tag::UserComment | Tag::GPSProcessingMethod | Tag::GPSAreaInformation) =>
        {
            marked(bytes)
        }
        other if tag == Tag::Compression => {
            packing(other).unwrap_or_else(|| other.display_as(tag).to_string())
        }
        other => other.display_as(tag).to_string(),
    }
}

/// Packings that scanners use and Exif does not know (TIFF 6.0, and Adobe's supplements).
fn packing(value: &Value) -> Option<String> {
    let name = match value.get_uint(0)? {
        3 => "fax group 3 (T.4)",
        4 => "fax group 4 (T.6)",
        5 => "LZW",
        7 => "JPEG",
        8 | 32_946 => "Deflate",
        34_712 => "JPEG 2000",
        _ => return None,
    };
    Some(name.to_owned())
}

/// Text that begins with the name of its encoding in eight bytes (Exif 2.32 §4.6.5, UserComment).
fn marked(bytes: &[u8]) -> String {
    let Some((mark, rest)) = bytes.split_first_chunk::<8>() else { return text_of(bytes) };
    match mark {
        b"UNICODE\0" => unicode(rest),
        b"JIS\0\0\0\0\0" => SHIFT_JIS.decode(rest).0.into_owned(),
        b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0" => text_of(rest),
        // Some telephones leave the name out.
        _ => text_of(bytes),
    }
}

/// Exif does not say in which order the bytes of Unicode stand: more zeros stand in the high ones.
fn unicode(bytes: &[u8]) -> String {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte < 8).count();
    let encoding = if zeros(0) >= zeros(1) { UTF_16BE } else { UTF_16LE };
    encoding.decode(bytes).0.into_owned()
}
