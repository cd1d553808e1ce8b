//! The schema that the program brings: the files of `schema/`, embedded.

use std::sync::LazyLock;

use crate::Schema;

/// Embeds the files of a folder, each by its name.
macro_rules! embed {
    ($folder:literal: $($name:literal)*) => {
        &[$((concat!($folder, "/", $name, ".toml"), include_str!(concat!("../../../schema/", $folder, "/", $name, ".toml")))),*]
    };
}

/// The files of kinds.
const KINDS: &[(&str, &str)] = embed!("kinds":
    "claim"
    "person"
    "record"
    "reply"
);

/// The files of vocabularies.
const VOCABULARIES: &[(&str, &str)] = embed!("vocabularies":
    "claim-status"
    "credibility"
    "reliability"
    "reply-state"
    "review"
    "sex"
    "work-status"
);

/// The embedded files, each with its name and its text.
pub(crate) fn files() -> Vec<(String, String)> {
    let all = KINDS.iter().chain(VOCABULARIES);
    all.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

impl Schema {
    /// The schema that the program brings. A test sees to it that its files are without fault.
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Schema> =
            LazyLock::new(|| Schema::default().overlaid(&files()).unwrap_or_default());
        &BUILTIN
    }
}

#[cfg(test)]
mod tests;
