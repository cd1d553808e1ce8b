//! Words in Arabic, English and French: messages, plurals, digits, dates, direction.
//!
//! The rest of the program deals in codes and numbers; every sentence that a person reads comes from the
//! Fluent files in `locales/`, which are part of the binary.

mod bundle;
mod date;
mod lang;
mod measure;
mod number;

use isnad_model::{Arg, Problem};

pub use date::{date, date_time, iso, month};
pub use lang::{Digits, Lang, Locale, Medium};
pub use measure::{duration, size};
pub use number::number;

/// The words of a message that needs no arguments.
///
/// A key without words comes back between white brackets, so that it is seen at once; a test keeps that from
/// happening.
pub fn t(locale: impl Into<Locale>, key: &str) -> String {
    t_args(locale, key, &[])
}

/// The words of a message with its arguments.
pub fn t_args(locale: impl Into<Locale>, key: &str, args: &[(&str, Arg)]) -> String {
    lookup(locale, key, args).unwrap_or_else(|| format!("⟦{key}⟧"))
}

/// The words of a message, or nothing where the language has none under this key.
pub fn lookup(locale: impl Into<Locale>, key: &str, args: &[(&str, Arg)]) -> Option<String> {
    bundle::format(locale.into(), key, args)
}

/// What happened, and what to do next.
///
/// A code without words of its own is named as it is, with the advice to report it: a person is never left
/// with nothing.
pub fn problem(locale: impl Into<Locale>, problem: &Problem) -> (String, String) {
    let locale = locale.into();
    let what = lookup(locale, &format!("problem-{}", problem.code), &problem.args);
    let next = lookup(locale, &format!("problem-{}-next", problem.code), &problem.args);
    let unknown = || [("code", Arg::Text(problem.code.to_owned()))];
    (
        what.unwrap_or_else(|| t_args(locale, "unknown-problem", &unknown())),
        next.unwrap_or_else(|| t_args(locale, "unknown-problem-next", &unknown())),
    )
}

/// What a finding of a verification means for the evidence, where there is more to say than what happened.
pub fn means(locale: impl Into<Locale>, problem: &Problem) -> Option<String> {
    lookup(locale, &format!("problem-{}-means", problem.code), &problem.args)
}

#[cfg(test)]
mod tests;
