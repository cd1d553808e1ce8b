//! `isnad.toml`: what a folder is, so that nobody mistakes it and no program of another version guesses.

use isnad_crypto::hash::{hex, unhex};
use isnad_model::Problem;
use isnad_store_local::{Layout, durable};

use crate::error::{Result, of_fault};

/// The version of the folder's layout and formats that this program writes.
pub const FORMAT: u32 = 1;

/// The content of `isnad.toml`. Its bytes follow from these values, so a changed byte shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// Public key of the archive; its origin follows from it.
    pub public: [u8; 32],
}

impl Marker {
    /// The first line of every checkpoint: names the log for good.
    pub fn origin(&self) -> String {
        format!("isnad/{}", &hex(&isnad_crypto::hash::sha256(&[&self.public]))[..24])
    }

    /// The exact bytes of the file.
    pub fn text(&self) -> String {
        format!(
            "# This folder is an Isnad archive. Change nothing in it by hand; keep `keyring` apart in backups.\n\
             format = {FORMAT}\norigin = \"{}\"\npublic = \"{}\"\n",
            self.origin(),
            hex(&self.public)
        )
    }

    /// Writes the file.
    pub fn write(&self, layout: &Layout) -> Result<()> {
        durable::replace(&layout.marker(), self.text().as_bytes()).map_err(of_fault)
    }

    /// Reads the file, and says of an older, newer or foreign folder what it is.
    pub fn read(layout: &Layout) -> Result<Self> {
        let folder = || layout.root().display().to_string();
        let bytes = durable::read_if_there(&layout.marker()).map_err(of_fault)?;
        let Some(bytes) = bytes else {
            let code = if layout.unfinished().exists() { "archive-unfinished" } else { "no-archive" };
            return Err(Problem::new(code).text("folder", folder()));
        };
        let text = String::from_utf8(bytes).map_err(|_| Problem::new("marker-altered"))?;
        let value = |name: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix(name)?.strip_prefix(" = ").map(|v| v.trim_matches('"')))
        };
        match value("format").and_then(|v| v.parse::<u32>().ok()) {
            Some(FORMAT) => {}
            Some(other) => {
                let code = if other > FORMAT { "format-newer" } else { "format-older" };
                return Err(Problem::new(code).number("found", other.into()).number("known", FORMAT.into()));
            }
            None => return Err(Problem::new("marker-altered")),
        }
        let public = value("public").and_then(unhex).ok_or(Problem::new("marker-altered"))?;
        let marker = Self { public };
        if marker.text() == text { Ok(marker) } else { Err(Problem::new("marker-altered")) }
    }
}
