//! Quantities.

pub use crate::doubt::Doubt;

/// A quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// At least.
    pub min: Option<String>,
    /// At most.
    pub max: Option<String>,
    /// What is doubtful.
    pub doubts: Vec<Doubt>,
}

/// Reads words.
pub fn read(words: &str) -> Option<Quantity> {
    let n: u64 = crate::digits::to_ascii(words.trim()).parse().ok()?;
    Some(Quantity { min: Some(n.to_string()), max: Some(n.to_string()), doubts: Vec::new() })
}
