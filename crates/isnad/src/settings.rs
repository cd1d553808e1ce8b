//! The environment, read once.

use std::path::PathBuf;

use isnad_engine::Places;
use isnad_i18n::Lang;

/// What the environment says.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The language of messages: `ISNAD_LANG`, else that of the locale.
    pub lang: Lang,
    /// The file that holds the passphrase: `ISNAD_PASSPHRASE_FILE`.
    pub passphrase_file: Option<PathBuf>,
    /// Where the program that reads letters lies, and its models: `ISNAD_TESSERACT`, `ISNAD_TESSDATA`.
    pub letters: Places,
    /// The file that holds the password of a locked item: `ISNAD_ITEM_PASSWORD_FILE`.
    pub item_password_file: Option<PathBuf>,
}

impl Settings {
    /// Reads the environment.
    pub fn read() -> Self {
        let text =
            |name: &str| std::env::var_os(name).and_then(|v| v.into_string().ok()).filter(|v| !v.is_empty());
        let path = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        let named = ["ISNAD_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(text);
        Self {
            // A terminal that says nothing of its language may not be able to shape Arabic, so it gets English.
            lang: named.as_deref().and_then(Lang::from_code).unwrap_or(Lang::En),
            passphrase_file: path("ISNAD_PASSPHRASE_FILE"),
            letters: Places { program: path("ISNAD_TESSERACT"), models: path("ISNAD_TESSDATA") },
            item_password_file: path("ISNAD_ITEM_PASSWORD_FILE"),
        }
    }
}
