//! What workers hand to the committer.

use isnad_crypto::hash::Fixed;
use isnad_model::{
    ItemId, Problem,
    reading::{Kind, Reading},
};
use isnad_store_local::vault::Incoming;

/// The outcome of one thing received.
pub enum Outcome {
    /// It is to be kept.
    Kept(Box<Draft>),
    /// It is refused: path and reason.
    Refused(Vec<u8>, Problem),
    /// All members of an item were handed over: the reading that says so.
    Unpacked(ItemId, Reading),
    /// It was kept by an earlier run of this accession.
    Resumed,
    /// The archive's own disk failed; nothing more is to be taken in.
    Failed(Problem),
}

/// An item about to be recorded.
pub struct Draft {
    /// Its new id.
    pub id: ItemId,
    /// Path as received, members after `!/`.
    pub path: Vec<u8>,
    /// Hashes and size.
    pub fixed: Fixed,
    /// The object, unless these bytes were already there or on their way.
    pub object: Option<Incoming>,
    /// Kind by content.
    pub kind: Kind,
    /// Media type by content.
    pub media_type: String,
    /// File time, milliseconds since 1970.
    pub modified: Option<i64>,
    /// The container.
    pub parent: Option<ItemId>,
    /// What was read out of it, if anything was.
    pub reading: Option<Reading>,
}
