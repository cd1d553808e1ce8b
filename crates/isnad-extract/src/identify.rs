//! What kind of thing a file is, by its first bytes and never by its name.
//!
//! This looks at magic numbers and byte values only, so the parent may call it too.
//! A ZIP may turn out to be a document once the child has read its directory; the child's answer decides.

pub(crate) mod mail;
pub(crate) mod media;

use crate::formats::{mail::MESSAGE, pst::PST, text::encoding, tnef::TNEF};
use isnad_model::reading::Kind;

/// How many of a file's first bytes [`identify`] can use.
pub(crate) const HEAD_BYTES: usize = 8192;

pub(crate) const ZIP: &str = "application/zip";
pub(crate) const TAR: &str = "application/x-tar";
pub(crate) const PDF: &str = "application/pdf";
pub(crate) const AVIF: &str = "image/avif";
pub(crate) const BMP: &str = "image/bmp";
pub(crate) const GIF: &str = "image/gif";
pub(crate) const HEIC: &str = "image/heic";
pub(crate) const HEIF: &str = "image/heif";
pub(crate) const JPEG: &str = "image/jpeg";
pub(crate) const PNG: &str = "image/png";
pub(crate) const OLE: &str = "application/x-ole-storage";
pub(crate) const RTF: &str = "application/rtf";
pub(crate) const TIFF: &str = "image/tiff";
pub(crate) const WEBP: &str = "image/webp";
pub(crate) const MAILBOX: &str = "application/mbox";
pub(crate) const GZIP: &str = "application/gzip";
pub(crate) const BZIP2: &str = "application/x-bzip2";
pub(crate) const XZ: &str = "application/x-xz";
pub(crate) const ZSTD: &str = "application/zstd";
pub(crate) const SEVEN_ZIP: &str = "application/x-7z-compressed";
pub(crate) const UNKNOWN: &str = "application/octet-stream";

/// Magic numbers at the start of a file.
///
/// OLE is named here so that `infer` never opens such a file to look inside.
const MAGIC: &[(&[u8], Kind, &str)] = &[
    (b"\xFF\xD8\xFF", Kind::Image, JPEG),
    (b"\x89PNG\r\n\x1A\n", Kind::Image, PNG),
    (b"GIF87a", Kind::Image, GIF),
    (b"GIF89a", Kind::Image, GIF),
    (b"MM\0+\0\x08\0\0", Kind::Image, TIFF),
    (b"II+\0\x08\0\0\0", Kind::Image, TIFF),
    (b"PK\x03\x04", Kind::Container, ZIP),
    (b"PK\x05\x06", Kind::Container, ZIP),
    (b"PK\x07\x08PK\x03\x04", Kind::Container, ZIP),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Kind::Document, OLE),
    (b"{\\rtf", Kind::Document, RTF),
    (b"\x1F\x8B\x08", Kind::Container, GZIP),
    (b"\xFD7zXZ\0", Kind::Container, XZ),
    (b"\x28\xB5\x2F\xFD", Kind::Container, ZSTD),
    (b"7z\xBC\xAF\x27\x1C", Kind::Container, SEVEN_ZIP),
    (b"!BDN", Kind::Container, PST),
    (b"\x78\x9F\x3E\x22", Kind::Mail, TNEF),
    // These are known and not opened.
    (b"Rar!\x1A\x07", Kind::Container, "application/vnd.rar"),
    (b"MSCF\0\0\0\0", Kind::Container, "application/vnd.ms-cab-compressed"),
    (b"!<arch>\n", Kind::Container, "application/x-archive"),
];

/// Says what a file is from its first bytes (8 KiB are enough) and its whole size.
pub fn identify(head: &[u8], size: u64) -> (Kind, &'static str) {
    let head = &head[..head.len().min(HEAD_BYTES)];
    if size == 0 || head.is_empty() {
        return (Kind::Other, "application/x-empty");
    }
    if let Some((_, kind, media_type)) = MAGIC.iter().find(|(magic, ..)| head.starts_with(magic)) {
        return (*kind, media_type);
    }
    // The block size, and the magic number of a block or of the end (bzip2 has no standard but its program).
    if let [b'B', b'Z', b'h', b'1'..=b'9', rest @ ..] = head
        && [b"1AY&SY", b"\x17rE8P\x90"].iter().any(|magic| rest.starts_with(*magic))
    {
        return (Kind::Container, BZIP2);
    }
    // Readers accept a PDF whose header comes within the first kilobyte.
    if head[..head.len().min(1024)].windows(5).any(|w| w == b"%PDF-") {
        return (Kind::Document, PDF);
    }
    if is_tar(head) {
        return (Kind::Container, TAR);
    }
    if mail::is_mailbox(head) {
        return (Kind::Container, MAILBOX);
    }
    if mail::is_message(head) {
        return (Kind::Mail, MESSAGE);
    }
    if let Some(found) = media::identify(head).or_else(|| known_to_infer(head)) {
        return found;
    }
    match encoding::looks_like_text(head, size > head.len() as u64) {
        true => (Kind::Text, "text/plain"),
        false => (Kind::Other, UNKNOWN),
    }
}

/// POSIX and GNU archives carry `ustar`; an older one is known by the checksum of its first header.
pub(crate) fn is_tar(head: &[u8]) -> bool {
    let Some(header) = head.get(..512) else { return false };
    if &header[257..262] == b"ustar" {
        return true;
    }
    let digits: Vec<u8> = header[148..156].iter().copied().filter(u8::is_ascii_digit).collect();
    let stated = std::str::from_utf8(&digits).ok().and_then(|d| u32::from_str_radix(d, 8).ok());
    let sum: u32 = header.iter().map(|b| u32::from(*b)).sum();
    let own: u32 = header[148..156].iter().map(|b| u32::from(*b)).sum();
    // A block of zeros has a matching sum of spaces only if it states one, and it states none.
    stated == Some(sum - own + 8 * u32::from(b' '))
}

fn known_to_infer(head: &[u8]) -> Option<(Kind, &'static str)> {
    let found = infer::get(head)?;
    let kind = match found.matcher_type() {
        infer::MatcherType::Audio => Kind::Audio,
        infer::MatcherType::Image => Kind::Image,
        infer::MatcherType::Video => Kind::Video,
        infer::MatcherType::Doc | infer::MatcherType::Book => Kind::Document,
        // HTML, XML, shell scripts: text with a more exact name, if text it is.
        infer::MatcherType::Text => {
            return encoding::looks_like_text(head, true).then_some((Kind::Text, found.mime_type()));
        }
        _ => Kind::Other,
    };
    // Two letters at the start of a note must not turn it into a bitmap or a program.
    let weak =
        matches!(found.mime_type(), "image/bmp" | "application/x-compress" | "application/x-unix-archive")
            || matches!(kind, Kind::Audio | Kind::Other | Kind::Video);
    if weak && encoding::looks_like_text(head, true) {
        return None;
    }
    Some((kind, found.mime_type()))
}
