//! The made part of the demo archive: `cargo xtask demo-sources` writes it, `--check` compares it.
//!
//! Notes that people could have typed are plain files in `demo/sources`. What cannot be typed (other
//! encodings, a word processor's file, drawn pictures, registers of 2,000 invented entries, archives inside
//! archives, damaged files) is made here, the same bytes every time, so that nobody has to trust a binary
//! file in the repository.

mod archives;
mod canvas;
mod chance;
mod digits;
mod documents;
mod dossier;
mod exif;
mod people;
mod registers;

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the demo archive that this program makes.
struct Made {
    /// Where it belongs, below `demo/sources`.
    path: String,
    /// All of its bytes.
    bytes: Vec<u8>,
}

impl Made {
    fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), bytes }
    }
}

/// The `demo` folder: what was typed by hand, and what everything else is made from.
struct Demo {
    root: PathBuf,
}

impl Demo {
    fn find() -> Self {
        Self { root: Path::new(env!("CARGO_MANIFEST_DIR")).join("../demo") }
    }

    fn source_path(&self, path: &str) -> PathBuf {
        self.root.join("sources").join(path)
    }

    /// The bytes of a source that was typed by hand.
    fn source(&self, path: &str) -> Result<Vec<u8>, String> {
        read(&self.source_path(path))
    }

    /// A text that another form is made from.
    fn text(&self, name: &str) -> Result<String, String> {
        let bytes = read(&self.root.join("made-from").join(name))?;
        String::from_utf8(bytes).map_err(|_| format!("made-from/{name} is not UTF-8"))
    }
}

/// Writes the made files, or with `--check` says which of them differ from what is on disk.
pub fn run() -> Result<(), String> {
    let demo = Demo::find();
    let made = make(&demo)?;
    if std::env::args().any(|argument| argument == "--check") {
        check(&demo, &made)
    } else {
        made.iter().try_for_each(|file| write(&demo.source_path(&file.path), &file.bytes))
    }
}

fn make(demo: &Demo) -> Result<Vec<Made>, String> {
    let mut made = documents::make(demo)?;
    made.extend(dossier::make()?);
    made.extend(registers::make()?);
    // Last, because the archives hold copies of what was made before.
    made.extend(archives::make(demo, &made)?);
    Ok(made)
}

fn check(demo: &Demo, made: &[Made]) -> Result<(), String> {
    let differing: Vec<&str> = made
        .iter()
        .filter(|file| demo.source(&file.path).ok().as_ref() != Some(&file.bytes))
        .map(|file| file.path.as_str())
        .collect();
    if differing.is_empty() {
        return Ok(());
    }
    Err(format!("these demo sources differ; run `cargo xtask demo-sources`:\n  {}", differing.join("\n  ")))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = path.parent().ok_or_else(|| format!("{} has no folder", path.display()))?;
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))
}

#[cfg(test)]
mod tests;
