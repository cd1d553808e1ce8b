//! What a child may use, and what a container may unfold into.

use std::{ffi::OsString, path::PathBuf, time::Duration};

/// How children are started and what they may use.
#[derive(Debug, Clone)]
pub struct Config {
    /// The program that calls [`worker::main`](crate::worker::main) for [`Config::args`].
    pub program: PathBuf,
    /// What the program is told first, before the order for the child: `worker`.
    pub args: Vec<OsString>,
    /// How long one file, or one member of a container, may keep the child busy.
    pub timeout: Duration,
    /// The address space of a child in bytes.
    pub memory_max: u64,
    /// The longest answer about one file in bytes of text and metadata.
    pub answer_max: u64,
    /// Reads even where the sandbox cannot be enforced. An operator's decision, to be recorded.
    pub allow_unsandboxed: bool,
    /// What a container may unfold into.
    pub limits: Limits,
    /// The time of reading in seconds of UTC from 1970, for doubts about times that had not come by then. Without it
    /// there are no such doubts: a child never asks the machine's clock for an answer.
    pub now: Option<i64>,
}

impl Config {
    /// The defaults: one minute a file, 1 GiB of memory, 256 MiB of answer, no reading without a sandbox.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            args: vec!["worker".into()],
            timeout: Duration::from_secs(60),
            memory_max: 1 << 30,
            answer_max: 256 << 20,
            allow_unsandboxed: false,
            limits: Limits::default(),
            now: None,
        }
    }
}

/// What one container may unfold into before the rest of it is refused.
///
/// The parent counts, so that a child that was taken over cannot.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many members.
    pub members_max: u64,
    /// How many bytes in all.
    pub bytes_max: u64,
    /// How many times its own size, once it is past [`Limits::bytes_free`].
    pub ratio_max: u64,
    /// Bytes that any container may unfold into, however small it is.
    pub bytes_free: u64,
}

impl Default for Limits {
    /// A million members, 4 TiB, and a thousandfold growth past the first GiB.
    ///
    /// Deflate cannot grow more than 1,032 times, and real papers and photographs stay under a hundred.
    fn default() -> Self {
        Self { members_max: 1_000_000, bytes_max: 4 << 40, ratio_max: 1_000, bytes_free: 1 << 30 }
    }
}
