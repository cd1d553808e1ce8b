//! What the engine takes from outside: the clock, and the program that reads hostile files.

use std::path::PathBuf;

use isnad_crypto::passphrase::Cost;
use isnad_model::Millis;
use isnad_ocr::Places;

/// Settings of an open archive.
#[derive(Debug, Clone)]
pub struct World {
    /// The machine's clock.
    pub now: fn() -> Millis,
    /// The program that is run again as the reader of hostile files; `None` keeps files without reading them.
    pub reader: Option<PathBuf>,
    /// Where the program that reads letters lies, and its models.
    pub letters: Places,
    /// How dear a guess at the passphrase is, for a new archive.
    pub cost: Cost,
}

impl World {
    /// The real clock, this very program as reader, a strong passphrase cost.
    pub fn real() -> Self {
        Self { now, reader: std::env::current_exe().ok(), letters: Places::default(), cost: Cost::STRONG }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the system for the time")]
fn now() -> Millis {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Millis(since.map_or_else(
        |before| -i64::try_from(before.duration().as_millis()).unwrap_or(0),
        |after| i64::try_from(after.as_millis()).unwrap_or(i64::MAX),
    ))
}
