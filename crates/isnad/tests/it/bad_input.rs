//! Whatever is given: a clear sentence in the reader's language, nothing lost, nothing half-written.

mod archives;
mod clock;
mod containers;
mod languages;
mod names;
mod sources;
