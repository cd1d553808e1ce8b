//! The header: a constant, then a sealed block with what must be known before any page is trusted.

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
};

use isnad_crypto::block::{BlockCipher, OVERHEAD_BYTES};
use rand::rngs::OsRng;

use super::{Found, STORED_BYTES};

/// Format version 1. It is in the clear, so that an older program can say "newer" instead of "damaged".
const MAGIC: &[u8; 16] = b"isnad views  1\r\n";
const PLAIN_BYTES: usize = 16 + 4 + 8 + 1;
const LABEL: &str = "views/header";

/// The header's size; the pages follow at once.
pub(crate) const HEADER_BYTES: usize = MAGIC.len() + PLAIN_BYTES + OVERHEAD_BYTES;

pub(super) struct Header {
    /// Drawn anew each time the file is made.
    pub(super) making: [u8; 16],
    pub(super) schema_version: u32,
    /// Pages at the last settling.
    pub(super) n_pages: u64,
    /// Whether nothing was written since the last settling.
    pub(super) is_clean: bool,
}

impl Header {
    pub(super) fn new(schema_version: u32) -> Self {
        Self { making: super::chance(), schema_version, n_pages: 0, is_clean: false }
    }

    pub(super) fn seal(&self, cipher: &BlockCipher) -> Vec<u8> {
        let mut plain = Vec::with_capacity(PLAIN_BYTES);
        plain.extend_from_slice(&self.making);
        plain.extend_from_slice(&self.schema_version.to_be_bytes());
        plain.extend_from_slice(&self.n_pages.to_be_bytes());
        plain.push(u8::from(self.is_clean));
        [MAGIC.as_slice(), &cipher.seal(LABEL, 0, &plain, &mut OsRng)].concat()
    }

    fn parse(plain: &[u8]) -> Option<Self> {
        let (making, rest) = plain.split_first_chunk()?;
        let (schema_version, rest) = rest.split_first_chunk()?;
        let (n_pages, rest) = rest.split_first_chunk()?;
        let is_clean = match rest {
            [0] => false,
            [1] => true,
            _ => return None,
        };
        Some(Self {
            making: *making,
            schema_version: u32::from_be_bytes(*schema_version),
            n_pages: u64::from_be_bytes(*n_pages),
            is_clean,
        })
    }
}

/// The header of a file that can be trusted, or why it cannot.
pub(super) fn read(
    file: &mut File,
    cipher: &BlockCipher,
    schema_version: u32,
    size_bytes: u64,
) -> std::io::Result<Result<Header, Found>> {
    if size_bytes == 0 {
        return Ok(Err(Found::Absent));
    }
    let mut bytes = Vec::with_capacity(HEADER_BYTES);
    file.seek(SeekFrom::Start(0))?;
    file.take(HEADER_BYTES as u64).read_to_end(&mut bytes)?;
    Ok(judge(&bytes, cipher, schema_version, size_bytes))
}

fn judge(bytes: &[u8], cipher: &BlockCipher, schema_version: u32, size_bytes: u64) -> Result<Header, Found> {
    let (magic, sealed) = bytes.split_at_checked(MAGIC.len()).ok_or(Found::Unreadable)?;
    if magic != MAGIC {
        // The same words with another number are another version of the format.
        let is_ours = magic.starts_with(&MAGIC[..12]) && magic.ends_with(&MAGIC[14..]);
        return Err(if is_ours { Found::Outdated } else { Found::Unreadable });
    }
    let plain = cipher.open(LABEL, 0, sealed).map_err(|_| Found::Unreadable)?;
    let header = Header::parse(&plain).ok_or(Found::Unreadable)?;
    if header.schema_version != schema_version {
        return Err(Found::Outdated);
    }
    if !header.is_clean {
        return Err(Found::Unclean);
    }
    let expected = (HEADER_BYTES as u64)
        .checked_add(header.n_pages.checked_mul(STORED_BYTES as u64).ok_or(Found::Unreadable)?);
    if expected == Some(size_bytes) { Ok(header) } else { Err(Found::Unreadable) }
}
