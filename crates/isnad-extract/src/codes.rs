//! The problem codes and argument names that this crate may report.
//!
//! A child sends codes as text, and a child that was taken over sends whatever it likes, so the parent accepts
//! only the words of these lists.

/// Every code.
pub(crate) const CODES: &[&str] = &[
    "container-bomb",
    "container-damaged",
    "container-too-many-members",
    "document-damaged",
    "document-encrypted",
    "document-not-read",
    // No longer said: readings of earlier versions hold it.
    "docx-damaged",
    "encoding-guessed",
    "exif-damaged",
    "image-damaged",
    "image-too-large",
    "member-damaged",
    "member-encrypted",
    "member-method-unknown",
    "member-name-too-long",
    "member-not-a-file",
    "page-absent",
    "page-not-drawable",
    "pdf-damaged",
    "pdf-metadata-damaged",
    "pdf-page-damaged",
    "pdf-page-doubtful",
    "pdf-page-too-full",
    "pdf-text-unmapped",
    "reader-answer-too-long",
    "reader-crashed",
    "reader-not-started",
    "reader-out-of-memory",
    "reader-too-slow",
    "sandbox-missing",
    "table-shortened",
    "text-bytes-damaged",
];

/// Every argument name.
pub(crate) const NAMES: &[&str] = &[
    "bytes_max",
    "count",
    "count_max",
    "encoding",
    "height",
    "media_type",
    "megabytes_max",
    "megapixels_max",
    "page",
    "pages",
    "part",
    "ratio_max",
    "reason",
    "seconds_max",
    "tool",
    "width",
];

/// The listed word equal to `word`, if it is listed.
pub(crate) fn intern(list: &[&'static str], word: &str) -> Option<&'static str> {
    list.iter().find(|known| **known == word).copied()
}
