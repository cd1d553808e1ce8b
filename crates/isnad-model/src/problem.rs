//! What went wrong with one thing, as a value: the rest goes on.

/// An argument of a message: a number keeps its plural, a text keeps its direction.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Arg {
    /// A text; faces isolate its direction and show control characters.
    Text(String),
    /// A count.
    Number(u64),
}

/// A code with arguments. The words are the Fluent messages `problem-CODE` and `problem-CODE-next`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// Stable, lower case, words joined by hyphens: `zip-too-deep`.
    pub code: &'static str,
    /// Names and values for the message, in the order of the names.
    pub args: Vec<(&'static str, Arg)>,
}

impl Problem {
    /// A problem without arguments.
    pub const fn new(code: &'static str) -> Self {
        Self { code, args: Vec::new() }
    }

    /// Adds a text argument.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, Arg::Text(value.into())));
        self
    }

    /// Adds a count.
    #[must_use]
    pub fn number(mut self, name: &'static str, value: u64) -> Self {
        self.args.push((name, Arg::Number(value)));
        self
    }
}

impl std::fmt::Display for Problem {
    /// The code alone: arguments may hold names, and names stay out of logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)
    }
}

impl std::error::Error for Problem {}
