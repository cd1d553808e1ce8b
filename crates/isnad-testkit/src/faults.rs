//! Faults of the disk and sudden death, at the n-th change of a file; see `faults/fault.c`.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// What is to happen at the n-th change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It fails with an I/O error.
    Io,
    /// The disk is full from then on.
    NoSpace,
    /// A write takes only half.
    Short,
    /// A write takes only half, and then the disk is full.
    Torn,
    /// The process is killed before it.
    KillBefore,
    /// The process is killed after it.
    KillAfter,
    /// The process is killed in the middle of it.
    KillTorn,
}

impl Fault {
    /// What a disk can do.
    pub const DISK: [Self; 4] = [Self::Io, Self::NoSpace, Self::Short, Self::Torn];
    /// What a power cut can do.
    pub const KILLS: [Self; 3] = [Self::KillBefore, Self::KillAfter, Self::KillTorn];

    const fn code(self) -> &'static str {
        match self {
            Self::Io => "eio",
            Self::NoSpace => "enospc",
            Self::Short => "short",
            Self::Torn => "torn",
            Self::KillBefore => "kill-before",
            Self::KillAfter => "kill-after",
            Self::KillTorn => "kill-torn",
        }
    }
}

/// What the library saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Changes that were made or tried.
    pub n_calls: u64,
    /// The call that was hit and its file; empty if none was.
    pub hit: String,
}

/// Makes a command count its changes below `root` and leave the number in `report`.
pub fn count(command: &mut Command, root: &Path, report: &Path) {
    command.env("LD_PRELOAD", library()).env("ISNAD_FAULT_ROOT", root).env("ISNAD_FAULT_REPORT", report);
}

/// Makes the n-th change of a command below `root` go wrong.
pub fn inject(command: &mut Command, root: &Path, report: &Path, fault: Fault, n: u64) {
    count(command, root, report);
    command.env("ISNAD_FAULT_AT", n.to_string()).env("ISNAD_FAULT_DO", fault.code());
}

/// Reads a report; a process that was killed leaves none.
pub fn seen(report: &Path) -> Option<Seen> {
    let text = std::fs::read_to_string(report).ok()?;
    let (n_calls, hit) = text.trim_end_matches('\n').split_once(' ')?;
    Some(Seen { n_calls: n_calls.parse().ok()?, hit: hit.to_owned() })
}

/// The library, compiled once a process.
fn library() -> &'static Path {
    static LIBRARY: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = LIBRARY.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/faults/fault.c");
        let path = folder.path().join("fault.so");
        let compiled = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o"])
            .arg(&path)
            .args([source, "-ldl"])
            .status();
        assert!(compiled.expect("a C compiler").success(), "the fault library compiles");
        (folder, path)
    });
    path
}
