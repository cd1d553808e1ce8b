//! What the pages of records and claims show.

use crate::{
    ItemId, Millis, Problem, RecordId, Sensitivity,
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
    /// The path of the item in which it is said.
    pub item: Option<(ItemId, String)>,
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

/// A register that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterView {
    /// The ledger entry.
    pub entry: u64,
    /// The batch.
    pub batch: crate::BatchId,
    /// When.
    pub at: Millis,
    /// By whom.
    pub by: String,
    /// The item that holds the table, and its path.
    pub item: (ItemId, String),
    /// The sheet.
    pub sheet: Option<String>,
    /// The name under which it is known when it comes again.
    pub dataset: String,
    /// The kind of record that a row describes.
    pub kind: String,
    /// Its label.
    pub sensitivity: Sensitivity,
    /// What each column says, in TOML.
    pub map: String,
    /// Its columns as the table names them.
    pub columns: Vec<String>,
    /// Rows of the table, and of these: kept, known already, refused.
    pub received: u64,
    /// Kept.
    pub kept: u64,
    /// Said word for word before.
    pub known: u64,
    /// Refused.
    pub refused: u64,
}

/// A row that was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRowView {
    /// Its number in the table, from 1.
    pub number: u64,
    /// Why.
    pub problem: Problem,
    /// Its cells as they stand.
    pub cells: Vec<String>,
}
