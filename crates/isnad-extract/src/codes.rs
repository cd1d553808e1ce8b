//! The problem codes and argument names that this crate may report.
//!
//! A child sends codes as text, and a child that was taken over sends whatever it likes, so the parent accepts
//! only the words of these lists.

/// Every code.
pub(crate) const CODES: &[&str] = &[
    "clock-and-gps-apart",
    "clock-default",
    "container-bomb",
    "container-damaged",
    "container-encrypted",
    "container-not-read",
    "container-too-many-members",
    "document-damaged",
    "container-trailing-bytes",
    "document-encrypted",
    "document-not-read",
    // No longer said: readings of earlier versions hold it.
    "docx-damaged",
    "encoding-guessed",
    "exif-damaged",
    "image-damaged",
    "image-not-drawable",
    "image-pages-not-drawable",
    "image-too-large",
    "image-too-many-pages",
    "media-damaged",
    "media-not-described",
    "mail-cut-off",
    "mail-encoding-unknown",
    "mail-encrypted",
    "mail-fields-too-many",
    "mail-part-damaged",
    "mail-too-deep",
    "member-damaged",
    "member-encrypted",
    "member-method-unknown",
    "member-name-too-long",
    "member-not-a-file",
    "metadata-damaged",
    "metadata-too-much",
    "page-absent",
    "page-not-drawable",
    "password-wrong",
    "pdf-damaged",
    "pdf-metadata-damaged",
    "pdf-page-damaged",
    "pdf-page-doubtful",
    "pdf-page-too-full",
    "pdf-text-unmapped",
    "problems-more",
    "reader-answer-too-long",
    "reader-crashed",
    "reader-not-started",
    "reader-out-of-memory",
    "reader-too-slow",
    "sandbox-missing",
    "table-shortened",
    "text-bytes-damaged",
    "thumbnail-differs",
    "time-in-the-future",
];

/// Every argument name.
pub(crate) const NAMES: &[&str] = &[
    "bytes_max",
    "count",
    "count_max",
    "depth_max",
    "encoding",
    "field",
    "gps",
    "height",
    "large_height",
    "large_width",
    "media_type",
    "megabytes_max",
    "megapixels_max",
    "page",
    "pages",
    "part",
    "ratio_max",
    "reason",
    "seconds_max",
    "time",
    "tool",
    "width",
];

/// The listed word equal to `word`, if it is listed.
pub(crate) fn intern(list: &[&'static str], word: &str) -> Option<&'static str> {
    list.iter().find(|known| **known == word).copied()
}
