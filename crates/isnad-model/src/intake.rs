//! What is said once when material is taken in, and what is counted at the end.

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
    /// Why.
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
    /// Kept, but not fully read: item, path, what was the matter.
    pub unread: Vec<(ItemId, String, Problem)>,
}
