//! What is wrong with a schema file.

/// A fault: a code with what it is about; words are `fault-CODE`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, by the name under which it was given.
    pub file: String,
    /// The stable code.
    pub code: &'static str,
    /// Where in the file: a kind, a property, a term, by their ids.
    pub place: String,
    /// What it is about: the word that is not known, the language that is missing.
    pub about: String,
}

impl Fault {
    /// A fault.
    pub fn new(
        file: impl Into<String>,
        code: &'static str,
        place: impl Into<String>,
        about: impl Into<String>,
    ) -> Self {
        Self { file: file.into(), code, place: place.into(), about: about.into() }
    }
}

/// All codes, so that a test finds words for each.
#[cfg(test)]
pub(crate) const CODES: [&str; 18] = [
    "not-toml",
    "not-a-schema-file",
    "bad-id",
    "label-missing",
    "area-unknown",
    "sensitivity-unknown",
    "type-unknown",
    "twice",
    "vocabulary-unknown",
    "kind-unknown",
    "property-unknown",
    "group-unknown",
    "type-changed",
    "parent-unknown",
    "parent-circle",
    "term-unknown",
    "key-misplaced",
    "sensitivity-lowered",
];
