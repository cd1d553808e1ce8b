//! Documents behind a password, made here.

use super::{
    agile::{KEY, PROOF, PROOF_HASH, SEGMENT},
    first_of, fitted, in_utf16, standard,
};
use crate::formats::{mapi::make::file, ole::write::Storage};
use isnad_crypto::office::{Digest, encrypt};

fn base64(bytes: &[u8]) -> String {
    use ::base64::{Engine, engine::general_purpose::STANDARD};
    STANDARD.encode(bytes)
}

/// A compound file of a description and a package.
fn packed(info: Vec<u8>, size: usize, package: Vec<u8>) -> Vec<u8> {
    let mut root = Storage::named("");
    root.put("EncryptionInfo", info);
    root.put("EncryptedPackage", [&(size as u64).to_le_bytes()[..], &package].concat());
    file(&root)
}

/// As Office 2010 and later lock one.
pub(crate) fn agile(document: &[u8], password: &str, digest: Digest, name: &str) -> Vec<u8> {
    let (salt, salt_of_package, spins) = ([7u8; 16], [9u8; 16], 100);
    let hash = digest.spun(digest.of(&[&salt, &in_utf16(password)]), spins);
    let locked = |purpose: &[u8], bytes: &[u8]| {
        let key = fitted(digest.of(&[&hash, purpose]), 32);
        let mut bytes = bytes.to_vec();
        bytes.resize(bytes.len().next_multiple_of(16), 0);
        assert!(encrypt(&key, Some(salt), &mut bytes));
        base64(&bytes)
    };
    let (proof, key) = ([3u8; 16], [5u8; 32]);
    let mut package = document.to_vec();
    package.resize(package.len().next_multiple_of(16), 0);
    for (piece, n) in package.chunks_mut(SEGMENT).zip(0u32..) {
        let first = first_of(digest.of(&[&salt_of_package, &n.to_le_bytes()]));
        assert!(encrypt(&key, Some(first), piece));
    }
    let way = format!(
        "saltSize='16' blockSize='16' keyBits='256' cipherAlgorithm='AES' cipherChaining='ChainingModeCBC' hashAlgorithm='{name}'"
    );
    let xml = format!(
        "<?xml version='1.0'?><encryption xmlns='http://schemas.microsoft.com/office/2006/encryption' xmlns:p='p'>\
         <keyData {way} saltValue='{}'/><keyEncryptors><keyEncryptor uri='p'><p:encryptedKey spinCount='{spins}' {way} \
         saltValue='{}' encryptedVerifierHashInput='{}' encryptedVerifierHashValue='{}' encryptedKeyValue='{}'/>\
         </keyEncryptor></keyEncryptors></encryption>",
        base64(&salt_of_package),
        base64(&salt),
        locked(&PROOF, &proof),
        locked(&PROOF_HASH, &digest.of(&[&proof])),
        locked(&KEY, &key),
    );
    packed([&[4, 0, 4, 0, 0x40, 0, 0, 0][..], xml.as_bytes()].concat(), document.len(), package)
}

/// As Office 2007 locks one.
pub(crate) fn standard(document: &[u8], password: &str) -> Vec<u8> {
    let (salt, mut proof) = ([7u8; 16], [3u8; 16]);
    let key = standard::key(&salt, password, 16).expect("a key");
    let mut hash = Digest::Sha1.of(&[&proof]);
    hash.resize(32, 0);
    let mut package = document.to_vec();
    package.resize(package.len().next_multiple_of(16), 0);
    for bytes in [&mut proof[..], &mut hash, &mut package] {
        assert!(encrypt(&key, None, bytes));
    }
    let header = [0x24u32, 0, 0x660E, 0x8004, 128, 0x18, 0, 0].iter().flat_map(|n| n.to_le_bytes());
    let header: Vec<u8> = header.chain([0, 0]).collect();
    let lengths = |n: u32| n.to_le_bytes();
    let info = [
        &[4, 0, 2, 0, 0x24, 0, 0, 0][..],
        &lengths(header.len() as u32),
        &header,
        &lengths(16),
        &salt,
        &proof,
        &lengths(20),
        &hash,
    ];
    packed(info.concat(), document.len(), package)
}
