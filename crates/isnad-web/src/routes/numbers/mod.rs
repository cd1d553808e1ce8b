//! The queue of numbers that a machine read and nobody has checked.

pub(crate) mod asked;
pub(crate) mod say;
pub(crate) mod show;
