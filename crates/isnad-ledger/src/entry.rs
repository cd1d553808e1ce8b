//! The entry: one leaf of the log, which commits to a body without telling anything about it.

use isnad_crypto::hash::{Hash, commitment};
use minicbor::{Decode, Encode, bytes::ByteArray};

use crate::canonical;

/// The version of the leaf that this program writes.
pub const LEAF_VERSION: u8 = 1;

/// The first eight bytes of the SHA-256 of a device's public key.
pub type DeviceId = [u8; 8];

/// The id of a device key.
pub fn device_id(public: &[u8; 32]) -> DeviceId {
    let hash = isnad_crypto::hash::sha256(&[b"isnad/device/v1\0", public]);
    let mut id = [0; 8];
    id.copy_from_slice(&hash[..8]);
    id
}

/// A leaf: what stands in the Merkle log for all to see.
///
/// It holds no name and no plain hash of anything: only what sort of act, when by the machine's clock, by which
/// device, and a salted commitment to the body.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Leaf {
    /// [`LEAF_VERSION`].
    #[n(0)]
    pub version: u8,
    /// Index in the log.
    #[n(1)]
    pub index: u64,
    /// The kind of body, see [`crate::body::Body::kind`].
    #[n(2)]
    pub kind: u8,
    /// Claimed time in milliseconds since 1970.
    #[n(3)]
    pub at: i64,
    /// The device that signed.
    #[n(4)]
    pub device: ByteArray<8>,
    /// The commitment to salt and body.
    #[n(5)]
    pub commitment: ByteArray<32>,
}

impl Leaf {
    /// The bytes that are hashed into the tree.
    pub fn bytes(&self) -> Vec<u8> {
        canonical::encode(self)
    }
}

/// A body with its salt, as it lies in the payload of its act.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Salted {
    /// Chance that makes the commitment unguessable; destroyed with the body on erasure.
    #[n(0)]
    pub salt: ByteArray<32>,
    /// The canonical CBOR of a [`crate::body::Body`].
    #[cbor(n(1), with = "minicbor::bytes")]
    pub body: Vec<u8>,
}

impl Salted {
    /// The commitment to this body.
    pub fn commitment(&self) -> Hash {
        commitment(&self.salt, &self.body)
    }
}

#[cfg(test)]
mod tests;
