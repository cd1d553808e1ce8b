//! Names of members: raw bytes made into a label for people.
//!
//! A name is never used as a path, so nothing is removed from it: `../`, controls of direction and 4,000 bytes
//! are facts about the container, and faces show them safely.

use encoding_rs::WINDOWS_1256;

/// Longer names are refused with their member: no file system and no archive program makes them.
pub(crate) const NAME_BYTES_MAX: usize = 32 << 10;

/// A label for a name whose encoding is not stated; `otherwise` is the container's own old convention.
pub(crate) fn label(raw: &[u8], otherwise: impl FnOnce() -> String) -> String {
    if let Ok(utf8) = std::str::from_utf8(raw) {
        return utf8.to_owned();
    }
    arabic(raw).unwrap_or_else(otherwise)
}

/// The name in windows-1256, when nearly all of its high bytes are Arabic letters there.
///
/// The same bytes are box-drawing signs and Greek letters in code page 437, which real names hardly have.
fn arabic(raw: &[u8]) -> Option<String> {
    let (decoded, _, _) = WINDOWS_1256.decode(raw);
    let high = decoded.chars().filter(|c| !c.is_ascii());
    let (mut letters, mut all) = (0usize, 0usize);
    for c in high {
        all += 1;
        letters += usize::from(('\u{621}'..='\u{6D2}').contains(&c));
    }
    (letters * 10 >= all * 9).then(|| decoded.into_owned())
}

#[cfg(test)]
mod tests;
