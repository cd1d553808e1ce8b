//! What is counted while pages are read from their pictures.

/// Where such a run stands, for a progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Pages done, those that failed among them.
    pub n_done: u64,
    /// Pages of the run.
    pub n_pages: u64,
    /// Pages that could not be drawn or read.
    pub n_failed: u64,
}

/// What a run came to. `pages = read + failed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// Pages that got a reading.
    pub n_pages: u64,
    /// Pages that were read, blank ones among them.
    pub n_read: u64,
    /// Pages that could not be drawn or read; their readings say why.
    pub n_failed: u64,
    /// Pages that were asked for and still wait.
    pub n_left: u64,
    /// Numbers that were read, and words that may be one: each waits for a person.
    pub n_numbers: u64,
}
