//! Kinds as data: what records there are, what can be said of them, and with which words.
//!
//! Schema files are read strictly: what one does not say as it must is a [`Fault`] with its file and place. The program
//! brings a schema of its own; an organisation lays its overlay over it, which adds and relabels and takes nothing away,
//! so that no claim loses its property. The format stands in `docs/formats/schema.md`.

mod anew;
mod builtin;
mod fault;
mod file;
mod lookup;
mod overlay;
mod schema;
pub mod thesaurus;

pub use fault::Fault;
pub use lookup::{EVERY_CLAIM, EVERY_RECORD};
pub use schema::{Group, Kind, Label, Property, Schema, Term, Type, Vocabulary, When};
pub use toml;
