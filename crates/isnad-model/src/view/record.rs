//! What the pages of records and claims show.

use crate::{
    ItemId, Millis, RecordId, Sensitivity,
    claim::{Claim, ClaimId, Relation},
};

/// A record in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLine {
    /// Its id.
    pub id: RecordId,
    /// Its kind, by its id in the schema.
    pub kind: String,
    /// How it is called; nothing where nobody has said, or where the name is closed to the asker.
    pub title: String,
    /// Its label.
    pub sensitivity: Sensitivity,
    /// The label of its name, which may be closer.
    pub title_sensitivity: Sensitivity,
    /// When it began here.
    pub at: Millis,
}

/// A record with all that is said of it and may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordView {
    /// The line of lists.
    pub line: RecordLine,
    /// The entry with which it began.
    pub entry: u64,
    /// Claims about it, oldest first.
    pub claims: Vec<ClaimView>,
}

/// A claim with what its ids stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimView {
    /// The claim.
    pub claim: Claim,
    /// The name of the one who wrote it down.
    pub by: String,
    /// The item in which it is said, its path, and its label.
    pub item: Option<(ItemId, String, Sensitivity)>,
    /// Whose words they are.
    pub speaker: Option<RecordLine>,
    /// The record that the value names.
    pub target: Option<RecordLine>,
    /// The register that it stands in, by its name.
    pub dataset: Option<String>,
    /// What is said of it: its state, its grade, comments; oldest first.
    pub remarks: Vec<Remark>,
    /// Later claims that supersede, correct, withdraw or answer it.
    pub answered: Vec<(Relation, ClaimId)>,
    /// Records, such as replies, that are about it.
    pub replies: Vec<RecordLine>,
}

/// What is said of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The claim about the claim.
    pub claim: Claim,
    /// The name of the one who wrote it down.
    pub by: String,
}

/// A link to a record, from the side of the one that is linked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkView {
    /// The record that says so.
    pub from: RecordLine,
    /// With which of its properties.
    pub property: String,
    /// The claim.
    pub claim: ClaimId,
}
