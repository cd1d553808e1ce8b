//! What can go wrong with an index. All of it is mended by making the index again.

use std::{io, sync::Arc};

use isnad_model::Problem;
use tantivy::{
    TantivyError,
    directory::error::{OpenDirectoryError, OpenReadError, OpenWriteError},
};

/// Why the index did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Its files do not open under this secret, or not at all: altered, cut off, or of another archive.
    #[error("the search index is damaged or sealed with another key")]
    Damaged,
    /// It was made by another version of the analysis, and words would not be found in it.
    #[error("the search index was made by another version")]
    Outdated,
    /// The disk refused.
    #[error("the search index cannot be read or written: {0}")]
    Io(#[source] Arc<io::Error>),
    /// Anything else that the engine says.
    #[error("the search engine failed: {0}")]
    Engine(String),
}

impl IndexError {
    /// The problem as shown to a person.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Damaged => Problem::new("index-damaged"),
            Self::Outdated => Problem::new("index-outdated"),
            Self::Io(source) => Problem::new("index-unreachable").text("reason", source.to_string()),
            Self::Engine(reason) => Problem::new("index-failed").text("reason", reason),
        }
    }
}

impl From<io::Error> for IndexError {
    fn from(error: io::Error) -> Self {
        Arc::new(error).into()
    }
}

impl From<Arc<io::Error>> for IndexError {
    fn from(error: Arc<io::Error>) -> Self {
        match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => Self::Damaged,
            _ => Self::Io(error),
        }
    }
}

impl From<TantivyError> for IndexError {
    fn from(error: TantivyError) -> Self {
        use TantivyError as T;
        match error {
            T::IoError(io_error)
            | T::OpenDirectoryError(OpenDirectoryError::IoError { io_error, .. })
            | T::OpenReadError(OpenReadError::IoError { io_error, .. })
            | T::OpenWriteError(OpenWriteError::IoError { io_error, .. }) => io_error.into(),
            // A file that the index counts on is gone, or not in a form that it ever has.
            T::DataCorruption(_) | T::OpenReadError(_) | T::IncompatibleIndex(_) => Self::Damaged,
            T::SchemaError(_) => Self::Outdated,
            other => Self::Engine(other.to_string()),
        }
    }
}
