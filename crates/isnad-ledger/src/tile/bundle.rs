//! Entry bundles: entries one after the other, each with its length before it as two bytes, big-endian.

/// The longest entry that a bundle can carry.
pub const ENTRY_BYTES_MAX: usize = u16::MAX as usize;

/// Entries that do not fit a bundle, or bytes that are not a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadBundle {
    /// An entry is longer than [`ENTRY_BYTES_MAX`].
    #[error("an entry is too long for a bundle")]
    EntryTooLong,
    /// The bytes end within an entry.
    #[error("the bundle is cut off")]
    CutOff,
}

/// Puts entries into a bundle.
pub fn encode_bundle<'a>(entries: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>, BadBundle> {
    let mut out = Vec::new();
    for entry in entries {
        let length = u16::try_from(entry.len()).map_err(|_| BadBundle::EntryTooLong)?;
        out.extend_from_slice(&length.to_be_bytes());
        out.extend_from_slice(entry);
    }
    Ok(out)
}

/// Takes the entries out of a bundle. How many there must be, the caller knows from the tile's width.
pub fn decode_bundle(mut bytes: &[u8]) -> Result<Vec<&[u8]>, BadBundle> {
    let mut entries = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk::<2>().ok_or(BadBundle::CutOff)?;
        let (entry, rest) =
            rest.split_at_checked(usize::from(u16::from_be_bytes(*length))).ok_or(BadBundle::CutOff)?;
        entries.push(entry);
        bytes = rest;
    }
    Ok(entries)
}
