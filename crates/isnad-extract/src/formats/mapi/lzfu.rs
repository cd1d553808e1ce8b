//! RTF as letters hold it, packed ([MS-OXRTFCP]).
//!
//! A reference to what came before takes two bytes and gives at most seventeen, so that what unfolds is bounded by
//! what is there, whatever the header states.

/// What every text may refer to before anything was written (2.1.2.1).
const BEFORE: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \
    \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \
    \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const WINDOW: usize = 4096;
const PACKED: u32 = 0x7546_5A4C;
const PLAIN: u32 = 0x414C_454D;

/// The text, and whether it is whole; nothing if these are no such bytes.
pub(in crate::formats) fn unpack(bytes: &[u8]) -> Option<(Vec<u8>, bool)> {
    let word = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let (packed_size, size, sum) = (word(0)? as usize, word(4)? as usize, word(12)?);
    // The size counts what stands behind it.
    let content = &bytes[16..packed_size.saturating_add(4).clamp(16, bytes.len())];
    match word(8)? {
        // The size of the text is under no sum, so nothing is cut off by it. Some programs count the header in it, and
        // some fill up the last group of references behind it, where no reader of RTF looks.
        PLAIN => Some((content.to_vec(), bytes.len() >= packed_size.saturating_add(4))),
        PACKED => {
            let (text, ends) = unfold(content);
            let is_whole = ends && crate::formats::crc::of(content) == sum && text.len() >= size;
            Some((text, is_whole))
        }
        _ => None,
    }
}

/// The text, and whether its end was marked.
fn unfold(content: &[u8]) -> (Vec<u8>, bool) {
    let mut window = [b' '; WINDOW];
    window[..BEFORE.len()].copy_from_slice(BEFORE);
    let mut at = BEFORE.len();
    let mut text = Vec::new();
    let mut put = |byte: u8, window: &mut [u8; WINDOW], at: &mut usize| {
        text.push(byte);
        window[*at] = byte;
        *at = (*at + 1) % WINDOW;
    };
    let mut bytes = content.iter().copied();
    while let Some(control) = bytes.next() {
        for bit in 0..8 {
            if control >> bit & 1 == 0 {
                let Some(byte) = bytes.next() else { return (text, false) };
                put(byte, &mut window, &mut at);
                continue;
            }
            let (Some(high), Some(low)) = (bytes.next(), bytes.next()) else { return (text, false) };
            let pair = usize::from(u16::from_be_bytes([high, low]));
            let (place, length) = (pair >> 4, (pair & 0xF) + 2);
            if place == at {
                return (text, true);
            }
            for step in 0..length {
                let byte = window[(place + step) % WINDOW];
                put(byte, &mut window, &mut at);
            }
        }
    }
    (text, false)
}

#[cfg(test)]
mod tests;
