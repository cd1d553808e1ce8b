//! The search index, in tantivy on an encrypted directory.
//!
//! The index is derived: it can be thrown away and made again from the ledger, and [`Index::digest`] tells
//! whether two are equal. Which text is a hit is decided in [`query`] alone, and the analysis is
//! `isnad-text`'s, so that nothing here depends on how tantivy would read Arabic.

mod analyze;
mod careful;
mod collect;
mod directory;
mod error;
mod highlight;
mod index;
mod query;
mod schema;
mod search;

pub use directory::EncryptedDirectory;
pub use error::IndexError;
pub use highlight::marks;
pub use index::Index;
