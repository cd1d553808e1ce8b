//! Personal names.

/// A part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The given name.
    Given,
}

impl Part {
    /// Its code.
    pub fn code(self) -> &'static str {
        "given"
    }
}

/// A name in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its parts.
    pub parts: Vec<(Part, String)>,
}

/// Reads a name.
pub fn read(words: &str) -> Name {
    Name { parts: vec![(Part::Given, words.to_owned())] }
}
