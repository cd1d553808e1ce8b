//! What a child may use, and what a container may unfold into.

use isnad_model::Problem;
use std::{
    ffi::OsString,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

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

/// What a container may unfold into, with everything inside it, before the rest of it is refused.
///
/// The parent counts, so that a child that was taken over cannot.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many members of one container.
    pub members_max: u64,
    /// How many bytes in all.
    pub bytes_max: u64,
    /// How many times its own size, once it is past [`Limits::bytes_free`].
    pub ratio_max: u64,
    /// Bytes that any container may unfold into, however small it is.
    pub bytes_free: u64,
}

/// What is left of the limits to an outermost container and everything inside it.
///
/// A bomb hides its size by nesting: each of its containers is small and sound for itself. So what comes out of an
/// inner container is spent from the outer one's budget as well. Copies share what is left.
#[derive(Debug, Clone)]
pub struct Budget {
    pub(crate) limits: Limits,
    bytes_max: u64,
    bytes: Arc<AtomicU64>,
}

/// What a member costs beside its content: its name, its header, its entry. A million empty files are not free.
const MEMBER_BYTES: u64 = 512;

impl Budget {
    /// For a container of this size that lies in no other one.
    pub fn new(size_bytes: u64, limits: Limits) -> Self {
        let by_ratio = size_bytes.saturating_mul(limits.ratio_max).max(limits.bytes_free);
        Self { limits, bytes_max: by_ratio.min(limits.bytes_max), bytes: Arc::default() }
    }

    pub(crate) fn member(&self) -> Result<(), Problem> {
        self.spend(MEMBER_BYTES)
    }

    pub(crate) fn spend(&self, bytes: u64) -> Result<(), Problem> {
        let spent = self.bytes.fetch_add(bytes, Ordering::Relaxed).saturating_add(bytes);
        if spent > self.bytes_max {
            return Err(Problem::new("container-bomb")
                .number("bytes_max", self.bytes_max)
                .number("ratio_max", self.limits.ratio_max));
        }
        Ok(())
    }
}

impl Default for Limits {
    /// A million members, 4 TiB, and a thousandfold growth past the first GiB.
    ///
    /// Deflate cannot grow more than 1,032 times, and real papers and photographs stay under a hundred.
    fn default() -> Self {
        Self { members_max: 1_000_000, bytes_max: 4 << 40, ratio_max: 1_000, bytes_free: 1 << 30 }
    }
}
