//! The ledger's formats: entries and acts in canonical CBOR, Merkle tree, tiles, checkpoints, proofs.
//!
//! Bytes to types and back; no file, clock or chance.
//! Each format is written down in `docs/formats` and frozen in `testdata/golden`.

pub mod act;
pub mod body;
pub mod canonical;
pub mod checkpoint;
pub mod entry;
pub mod frame;
#[cfg(test)]
mod golden;
pub mod note;
pub mod proof;
pub mod tile;
pub mod tree;
