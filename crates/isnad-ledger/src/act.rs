//! The act: what one principal did at once on one device, as one or more entries under one signature.
//!
//! An intake of a thousand files is one act of a person, and one signature; each entry of it is still provable
//! alone, because the signature covers the Merkle root of the act's leaves (RFC 6962 hashing).
//! The stored form keeps per entry only kind and commitment; the leaves follow from it.

use isnad_crypto::{
    hash::{Hash, sha256},
    sign::{self, Signing},
};
use minicbor::{Decode, Encode, bytes::ByteArray};

use crate::{
    canonical::{self, NotCanonical},
    entry::{DeviceId, LEAF_VERSION, Leaf, Salted, device_id},
    tree,
};

/// The most entries in one act: keeps an act in memory small and a torn one cheap to redo.
pub const ENTRIES_MAX: usize = 4096;

const DOMAIN: &[u8] = b"isnad/act/v1\n";

/// What the signature covers.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Header {
    /// Version of this shape: 1.
    #[n(0)]
    pub version: u8,
    /// Index of the first entry in the log.
    #[n(1)]
    pub first: u64,
    /// How many entries.
    #[n(2)]
    pub n: u32,
    /// Claimed time in milliseconds since 1970.
    #[n(3)]
    pub at: i64,
    /// The device that signs.
    #[n(4)]
    pub device: ByteArray<8>,
    /// Hash of the header before ([`Header::hash`]), zeros for the first act.
    #[n(5)]
    pub previous: ByteArray<32>,
    /// Merkle root of the act's leaves.
    #[n(6)]
    pub root: ByteArray<32>,
}

impl Header {
    /// The bytes that are signed.
    pub fn message(&self) -> Vec<u8> {
        let mut message = DOMAIN.to_vec();
        message.extend(canonical::encode(self));
        message
    }

    /// The hash by which the next act names this one.
    pub fn hash(&self) -> Hash {
        sha256(&[&self.message()])
    }
}

/// An act as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Act {
    /// What is signed.
    #[n(0)]
    pub header: Header,
    /// One kind code an entry.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub kinds: Vec<u8>,
    /// One 32-byte commitment an entry.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub commitments: Vec<u8>,
    /// Ed25519 over [`Header::message`].
    #[n(3)]
    pub signature: ByteArray<64>,
}

/// An act that does not hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadAct {
    /// Not the expected bytes.
    #[error("not an act")]
    Shape,
    /// Its root is not that of its leaves.
    #[error("root does not match the leaves")]
    Root,
    /// Its signature is not by that device.
    #[error("signature does not hold")]
    Signature,
}

impl From<NotCanonical> for BadAct {
    fn from(_: NotCanonical) -> Self {
        Self::Shape
    }
}

/// Where an act goes: what it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct After {
    /// The index of its first entry.
    pub first: u64,
    /// Hash of the act before.
    pub previous: Hash,
}

impl Act {
    /// Makes and signs an act from `(kind, salted body)` pairs; at most [`ENTRIES_MAX`].
    pub fn sign(after: After, at: i64, entries: &[(u8, Salted)], key: &Signing) -> Self {
        let kinds: Vec<u8> = entries.iter().map(|(kind, _)| *kind).collect();
        let commitments: Vec<u8> = entries.iter().flat_map(|(_, salted)| salted.commitment()).collect();
        let header = Header {
            version: 1,
            first: after.first,
            n: entries.len() as u32,
            at,
            device: ByteArray::from(device_id(&key.public())),
            previous: ByteArray::from(after.previous),
            root: ByteArray::from([0; 32]),
        };
        let mut act = Self { header, kinds, commitments, signature: ByteArray::from([0; 64]) };
        act.header.root = ByteArray::from(tree::root(&act.leaf_hashes()));
        act.signature = ByteArray::from(key.sign(&act.header.message()));
        act
    }

    /// Reads a stored act and checks its shape; the signature is checked by [`Act::verify`].
    pub fn decode(bytes: &[u8]) -> Result<Self, BadAct> {
        let act: Self = canonical::decode(bytes)?;
        let n = act.header.n as usize;
        let whole = act.header.version == 1
            && (1..=ENTRIES_MAX).contains(&n)
            && act.kinds.len() == n
            && act.commitments.len() == n * 32;
        if whole { Ok(act) } else { Err(BadAct::Shape) }
    }

    /// The stored bytes.
    pub fn encode(&self) -> Vec<u8> {
        canonical::encode(self)
    }

    /// The device that signed.
    pub fn device(&self) -> DeviceId {
        *self.header.device
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Acts are never empty; here for completeness.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// The commitment of entry `place` of this act.
    pub fn commitment(&self, place: usize) -> Option<Hash> {
        self.commitments.get(place * 32..place * 32 + 32)?.try_into().ok()
    }

    /// The leaf of entry `place`.
    pub fn leaf(&self, place: usize) -> Option<Leaf> {
        Some(Leaf {
            version: LEAF_VERSION,
            index: self.header.first + place as u64,
            kind: *self.kinds.get(place)?,
            at: self.header.at,
            device: self.header.device,
            commitment: ByteArray::from(self.commitment(place)?),
        })
    }

    /// The leaf hashes, in order.
    pub fn leaf_hashes(&self) -> Vec<Hash> {
        (0..self.len())
            .filter_map(|place| self.leaf(place))
            .map(|leaf| tree::leaf_hash(&leaf.bytes()))
            .collect()
    }

    /// Checks root and signature, and gives the leaf hashes for the log's tree.
    pub fn verify(&self, public: &[u8; 32]) -> Result<Vec<Hash>, BadAct> {
        let leaves = self.leaf_hashes();
        if tree::root(&leaves) != *self.header.root {
            return Err(BadAct::Root);
        }
        if device_id(public) != self.device() {
            return Err(BadAct::Signature);
        }
        sign::verify(public, &self.header.message(), &self.signature).map_err(|_| BadAct::Signature)?;
        Ok(leaves)
    }
}

/// The payload of an act: its salted bodies in order; an erased one is `None`.
///
/// Stored as one age file under the act's own key, apart from the ledger, so that a body can be erased by writing
/// the payload again without it and destroying the old key, while every proof keeps verifying.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Payload {
    /// Version of this shape: 1.
    #[n(0)]
    pub version: u8,
    /// One an entry.
    #[n(1)]
    pub bodies: Vec<Option<Salted>>,
}

#[cfg(test)]
mod tests;
