//! Documents of Office Open XML behind a password ([MS-OFFCRYPTO] 2.3): the password opens them, in memory alone.

mod agile;
mod standard;

use super::Compound;
use isnad_crypto::office::{BLOCK, Digest};
use isnad_model::Problem;

/// Why a document stays locked.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Locked {
    WrongPassword,
    /// By a way that is not known here: certificates, the rules of a company, old ciphers.
    Unknown,
    Damaged,
}

/// Makes keys of the password. A file that wants more rounds wants to hold a reader up (2.3.4.10).
const SPINS_MAX: u32 = 10_000_000;

/// The document itself, a ZIP.
pub(in crate::formats) fn open(file: &mut Compound<'_>, password: &str) -> Result<Vec<u8>, Problem> {
    let info = file.stream("EncryptionInfo").unwrap_or_default().0;
    let (mut package, is_whole) = file.stream("EncryptedPackage").unwrap_or_default();
    let size = package.get(..8).and_then(|size| size.try_into().ok()).map(u64::from_le_bytes);
    package.drain(..8.min(package.len()));
    let version = info.get(..4).unwrap_or_default();
    let opened = match version {
        [4, 0, 4, 0] => agile::open(&info[8.min(info.len())..], password, &mut package),
        [2..=4, 0, 2, 0] => standard::open(&info, password, &mut package),
        [] => Err(Locked::Damaged),
        _ => Err(Locked::Unknown),
    };
    let problem = opened.err().map(|why| match why {
        Locked::WrongPassword => Problem::new("password-wrong"),
        Locked::Unknown => Problem::new("document-encrypted-unopened"),
        Locked::Damaged => super::damaged("EncryptionInfo"),
    });
    if let Some(problem) = problem {
        return Err(problem);
    }
    // What fills up the last block is none of the document. One that was cut off shows as a ZIP that was.
    if let Some(size) = size.and_then(|size| usize::try_from(size).ok()).filter(|_| is_whole) {
        package.truncate(size);
    }
    Ok(package)
}

/// A password as these files take it.
fn in_utf16(password: &str) -> Vec<u8> {
    password.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The first hash of salt and password, hashed as often as stated.
fn spun(digest: Digest, salt: &[u8], password: &str, times: u32) -> Result<Vec<u8>, Locked> {
    if times > SPINS_MAX {
        return Err(Locked::Unknown);
    }
    Ok(digest.spun(digest.of(&[salt, &in_utf16(password)]), times))
}

/// Bytes brought to a length: cut, or filled up with the number that the format names.
fn fitted(mut bytes: Vec<u8>, length: usize) -> Vec<u8> {
    bytes.resize(length, 0x36);
    bytes
}

/// The first value of a chain of blocks.
fn first_of(bytes: Vec<u8>) -> [u8; BLOCK] {
    fitted(bytes, BLOCK).try_into().unwrap_or_default()
}

#[cfg(test)]
pub(super) mod make;
#[cfg(test)]
mod tests;
