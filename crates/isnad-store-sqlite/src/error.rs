//! What can go wrong with the views.

use isnad_model::Problem;

/// Why the views cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another process has them open.
    #[error("the views are in use by another process")]
    InUse,
    /// A page is not what was written. The file is marked, and is thrown away when it is next opened.
    #[error("the views are damaged")]
    Damaged,
    /// The disk is full.
    #[error("no space left for the views")]
    Full,
    /// The file could not be read or written.
    #[error("the views' file: {0}")]
    Io(#[from] std::io::Error),
    /// SQLite refused.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
}

impl From<&Error> for Problem {
    fn from(error: &Error) -> Self {
        match error {
            Error::InUse => Self::new("views-in-use"),
            Error::Damaged => Self::new("views-damaged"),
            Error::Full => Self::new("views-disk-full"),
            Error::Io(error) => Self::new("views-file-failed").text("reason", error.kind().to_string()),
            // SQLite's messages may quote values; they stay out of what a face may show.
            Error::Sql(_) => Self::new("views-sql-failed"),
        }
    }
}
