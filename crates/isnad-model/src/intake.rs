//! What is said once when material is taken in, and what is counted at the end.

use std::collections::BTreeMap;

use crate::{AccessionId, ItemId, Problem, Sensitivity};

/// Provenance: asked once per accession. Every field may stay empty, and then says so on the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Provenance {
    /// From whom it was received; may be a pseudonym.
    pub from_whom: String,
    /// When it was received, in the words of whoever received it.
    pub when: String,
    /// Where.
    pub where_: String,
    /// How: by hand, by post, by a messenger, copied from a disk.
    pub how: String,
    /// On whose authority it is taken in.
    pub authority: String,
    /// Custody before it came here, and anything else to remember.
    pub notes: String,
    /// How far it may be shown.
    pub sensitivity: Sensitivity,
}

/// The completeness count. `received = kept + refused` always; duplicates are among the kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Things found: files, and members of containers.
    pub received: u64,
    /// Things kept as items.
    pub kept: u64,
    /// Items whose bytes the archive already held.
    pub duplicates: u64,
    /// Things refused, each with its reason.
    pub refused: u64,
}

/// A thing that was not kept, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Its path as given, made printable.
    pub path: String,
    /// The same path byte for byte.
    pub path_bytes: Vec<u8>,
    /// Why.
    pub problem: Problem,
}

/// A thing that was kept and could not be fully read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The item.
    pub id: ItemId,
    /// Its path, made printable.
    pub path: String,
    /// The same path byte for byte, as it was received.
    pub path_bytes: Vec<u8>,
    /// What was the matter.
    pub problem: Problem,
}

/// Where an intake stands, for a progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Files and members finished.
    pub n_done: u64,
    /// Files found so far; grows while folders are walked and containers opened.
    pub n_found: u64,
    /// Bytes finished.
    pub bytes_done: u64,
    /// Bytes found so far.
    pub bytes_found: u64,
}

/// The completeness report of an accession, down to the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The accession.
    pub accession: AccessionId,
    /// The count.
    pub count: Count,
    /// Items kept by an earlier run that was cut off; they are in the count.
    pub n_resumed: u64,
    /// Everything refused.
    pub refused: Vec<Refusal>,
    /// Kept, but not fully read; an item with several problems is there several times.
    pub unread: Vec<Unread>,
}

/// How much of one media type there would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OfType {
    /// Items.
    pub n_items: u64,
    /// Their bytes.
    pub size_bytes: u64,
}

/// A thing that would be kept and could not be fully read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadSoon {
    /// Its path, made printable.
    pub path: String,
    /// The same path byte for byte.
    pub path_bytes: Vec<u8>,
    /// What would be the matter.
    pub problem: Problem,
}

/// What an intake would come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forecast {
    /// The count that its report would give; duplicates are those whose bytes the archive holds, or that come twice.
    pub count: Count,
    /// Bytes of all that would be kept.
    pub size_bytes: u64,
    /// Bytes of it that the archive does not hold yet: about as much would be written.
    pub new_bytes: u64,
    /// Everything that would be kept, by media type.
    pub media_types: BTreeMap<String, OfType>,
    /// Everything that would be refused, in the order of paths.
    pub refused: Vec<Refusal>,
    /// What would be kept and not fully read, in the order of paths.
    pub unread: Vec<UnreadSoon>,
    /// An intake of the same sources was cut off; the next one would go on with it.
    pub goes_on: bool,
}
