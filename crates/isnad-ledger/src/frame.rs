//! Frames: how acts lie one after the other in a file.
//!
//! Shape: `ISN1` ‖ length (4, big-endian) ‖ CRC-32C of the length (4) ‖ bytes ‖ CRC-32C of the bytes (4).
//! The checksums tell a torn write from an altered one and let a reader find the next frame behind a damaged one;
//! they are no protection, which is the signature's work.

/// The first bytes of every frame.
pub const MAGIC: [u8; 4] = *b"ISN1";
/// Bytes before the content.
pub const HEAD_BYTES: usize = 12;
/// Bytes before and after the content.
pub const OVERHEAD_BYTES: usize = HEAD_BYTES + 4;
/// The longest content: an act of 4,096 entries has some 140 KB.
pub const CONTENT_MAX: usize = 1 << 24;

/// Puts content into a frame.
pub fn put(content: &[u8], out: &mut Vec<u8>) {
    let length = (content.len() as u32).to_be_bytes();
    out.extend_from_slice(&MAGIC);
    out.extend_from_slice(&length);
    out.extend_from_slice(&crc32c::crc32c(&length).to_be_bytes());
    out.extend_from_slice(content);
    out.extend_from_slice(&crc32c::crc32c(content).to_be_bytes());
}

/// What stands at the beginning of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found<'a> {
    /// A whole frame: its content. The frame is [`OVERHEAD_BYTES`] longer.
    Whole(&'a [u8]),
    /// A frame begins but the bytes end before it does.
    Torn,
    /// No frame, or one whose checksum does not hold.
    Damaged,
}

/// The content length that a frame head announces, if the head is whole.
pub fn head(bytes: &[u8]) -> Option<usize> {
    let head = bytes.get(..HEAD_BYTES)?;
    let length: [u8; 4] = head[4..8].try_into().ok()?;
    let sum: [u8; 4] = head[8..12].try_into().ok()?;
    let size = u32::from_be_bytes(length) as usize;
    let holds =
        head[..4] == MAGIC && crc32c::crc32c(&length) == u32::from_be_bytes(sum) && size <= CONTENT_MAX;
    holds.then_some(size)
}

/// Reads the frame at the beginning of `bytes`.
pub fn get(bytes: &[u8]) -> Found<'_> {
    if bytes.len() < HEAD_BYTES {
        return Found::Torn;
    }
    let Some(size) = head(bytes) else { return Found::Damaged };
    let Some(rest) = bytes.get(HEAD_BYTES..HEAD_BYTES + size + 4) else { return Found::Torn };
    let (content, sum) = rest.split_at(size);
    if crc32c::crc32c(content).to_be_bytes() == sum { Found::Whole(content) } else { Found::Damaged }
}

#[cfg(test)]
mod tests;
