//! A temporary folder, a fixed environment, and the program that runs in them.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use crate::{Output, special};

/// What opens every archive of the tests. It is searched for in archives, so it occurs nowhere else.
pub const PASSPHRASE: &str = "vierzig-khol-ciment-7391";

/// One test's world: nothing of the machine's own settings reaches the program.
#[derive(Debug)]
pub struct Env {
    root: TempDir,
    program: PathBuf,
}

impl Env {
    /// A fresh one for the program at `program`.
    pub fn new(program: &str) -> Self {
        let mut name = tempfile::Builder::new();
        let name = name.prefix("isnad-");
        let root = match special::memory_disk() {
            Some(folder) => name.tempdir_in(folder),
            None => name.tempdir(),
        };
        let root = root.expect("a temporary folder");
        std::fs::write(root.path().join("passphrase"), format!("{PASSPHRASE}\n")).expect("a passphrase file");
        Self { root, program: program.into() }
    }

    /// A path inside.
    pub fn path(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.root.path().join(inside)
    }

    /// The folder of the archive that commands work on unless another one is named.
    pub fn archive(&self) -> PathBuf {
        self.path("archive")
    }

    /// Writes a file and the folders above it.
    pub fn write(&self, inside: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(inside);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).expect("folders");
        }
        std::fs::write(&path, bytes).expect("a file");
        path
    }

    /// A command on the archive in `archive`, ready to be changed and run.
    pub fn command_on(&self, archive: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", self.root.path())
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
            .env("NO_COLOR", "1")
            .env("ISNAD_LANG", "en")
            .env("ISNAD_PASSPHRASE_FILE", self.path("passphrase"))
            .current_dir(self.root.path())
            .arg("-C")
            .arg(archive)
            .args(args)
            .stdin(std::process::Stdio::null());
        command
    }

    /// A command on the archive.
    pub fn command(&self, args: &[&str]) -> Command {
        self.command_on(&self.archive(), args)
    }

    /// Runs a command on the archive in `archive`.
    pub fn run_on(&self, archive: &Path, args: &[&str]) -> Output {
        Output::of(&mut self.command_on(archive, args))
    }

    /// Runs a command on the archive.
    pub fn run(&self, args: &[&str]) -> Output {
        Output::of(&mut self.command(args))
    }

    /// Makes the archive, with a passphrase that is cheap to check.
    #[must_use]
    pub fn with_archive(self) -> Self {
        self.run(&["init", "--name", "Test", "--weak-passphrase-cost"]).expect(0);
        self
    }
}
