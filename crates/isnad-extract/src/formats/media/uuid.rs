//! Boxes that other standards put into films and pictures under a long name of their own.

use super::bmff::{Atom, Boxes};
use crate::formats::meta::{Notes, c2pa, xmp};

/// XMP specification part 3, §1.2.7 (MPEG-4).
const XMP: [u8; 16] =
    [0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC];
/// C2PA 2.1 §11.3.2 (BMFF).
const C2PA: [u8; 16] =
    [0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81];

/// Reads those that are known.
pub(crate) fn read(boxes: &mut Boxes<'_>, atoms: &[Atom], notes: &mut Notes<'_, '_>) {
    for atom in atoms {
        match atom.uuid {
            Some(XMP) if atom.length() <= xmp::PACKET_BYTES_MAX => {
                xmp::read(&boxes.content(*atom, xmp::PACKET_BYTES_MAX), notes);
            }
            Some(XMP) => notes.too_much("XMP"),
            Some(C2PA) if atom.length() <= c2pa::STORE_BYTES_MAX => {
                let content = boxes.content(*atom, c2pa::STORE_BYTES_MAX);
                match store(&content) {
                    Some(store) => c2pa::read(store, notes),
                    None => notes.damaged("C2PA"),
                }
            }
            Some(C2PA) => notes.too_much("C2PA"),
            _ => {}
        }
    }
}

/// Version and flags, a purpose ending in zero, for a manifest a place of eight bytes, and the boxes.
fn store(content: &[u8]) -> Option<&[u8]> {
    let rest = content.get(4..)?;
    let end = rest.iter().position(|byte| *byte == 0)?;
    match &rest[..end] {
        b"manifest" => rest.get(end + 9..),
        _ => None,
    }
}
