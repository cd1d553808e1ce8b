//! Standard encryption, of Office 2007 ([MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9).

use super::{Locked, spun};
use isnad_crypto::office::{Digest, decrypt};

/// Times that a hash is made of the last one.
const SPINS: u32 = 50_000;
const SHA1_BYTES: usize = 20;
/// AES with keys of 128, 192 and 256 bits.
const AES: std::ops::RangeInclusive<u32> = 0x660E..=0x6610;

/// Decrypts a package in its place.
pub(super) fn open(info: &[u8], password: &str, package: &mut [u8]) -> Result<(), Locked> {
    let number =
        |at: usize| -> Option<u32> { Some(u32::from_le_bytes(info.get(at..at + 4)?.try_into().ok()?)) };
    let header_bytes = number(8).ok_or(Locked::Damaged)? as usize;
    let (algorithm, key_bits) = (number(20).ok_or(Locked::Damaged)?, number(28).ok_or(Locked::Damaged)?);
    if !AES.contains(&algorithm) {
        return Err(Locked::Unknown);
    }
    let verifier = info.get(12usize.saturating_add(header_bytes)..).ok_or(Locked::Damaged)?;
    let part = |from: usize, to: usize| verifier.get(from..to).ok_or(Locked::Damaged);
    let (salt, mut proof, mut hash) = (part(4, 20)?, part(20, 36)?.to_vec(), part(40, 72)?.to_vec());
    let key = key(salt, password, key_bits as usize / 8)?;
    let is_aes = decrypt(&key, None, &mut proof) && decrypt(&key, None, &mut hash);
    if !is_aes {
        return Err(Locked::Damaged);
    }
    if Digest::Sha1.of(&[&proof]) != hash[..SHA1_BYTES] {
        return Err(Locked::WrongPassword);
    }
    decrypt(&key, None, package);
    Ok(())
}

/// The key of a password (2.3.4.7).
pub(super) fn key(salt: &[u8], password: &str, length: usize) -> Result<Vec<u8>, Locked> {
    let hash = spun(Digest::Sha1, salt, password, SPINS)?;
    let last = Digest::Sha1.of(&[&hash, &[0; 4]]);
    let half = |fill: u8| {
        let mut block = [fill; 64];
        block.iter_mut().zip(&last).for_each(|(byte, hash)| *byte ^= hash);
        Digest::Sha1.of(&[&block])
    };
    let mut key = [half(0x36), half(0x5C)].concat();
    key.truncate(length);
    Ok(key)
}
