//! Instants. Dates that people say come with the claims; here is only the machine's own clock.

/// Milliseconds since 1970-01-01T00:00:00Z, as the writing machine *claimed* them.
///
/// A machine's clock may be years off, so nothing is ever ordered by this value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Millis(pub i64);
