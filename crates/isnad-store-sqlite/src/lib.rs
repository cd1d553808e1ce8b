//! The SQL views, in SQLite on an encrypted file.
//!
//! Views are derived: whatever is in doubt is thrown away and made again from the ledger.
//! So the file keeps no journal and is not synced as it is written; it carries a mark instead that says whether
//! it was left whole, and every page is sealed, so that it is either what was written or an error.
//! The format is written down in `docs/formats/views.md`.
//!
//! This is the only crate that names SQLite: others reach it as [`sql`].

mod digest;
mod error;
mod file;
mod vfs;
mod views;

pub use digest::digest;
pub use error::Error;
pub use file::Found;
pub use views::{Opened, Views};

/// What the engine needs to write and read rows.
pub mod sql {
    pub use rusqlite::{
        Connection, Error, OptionalExtension, Params, Result, Row, Statement, ToSql, Transaction,
        named_params, params, params_from_iter, types::Value,
    };
}
