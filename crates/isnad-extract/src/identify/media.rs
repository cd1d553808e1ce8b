//! Pictures, sound and film by their first bytes.
//!
//! A brand of a file is its own claim; whether a film has pictures at all shows in its tracks, which the child reads.

use super::{AVIF, HEIC, HEIF, TIFF, WEBP};
use isnad_model::reading::Kind;

pub(crate) const AAC: &str = "audio/aac";
pub(crate) const AMR: &str = "audio/amr";
pub(crate) const AMR_WB: &str = "audio/amr-wb";
pub(crate) const AVI: &str = "video/x-msvideo";
pub(crate) const FLAC: &str = "audio/flac";
pub(crate) const MATROSKA: &str = "video/matroska";
pub(crate) const MATROSKA_AUDIO: &str = "audio/matroska";
pub(crate) const MP3: &str = "audio/mpeg";
pub(crate) const MP4: &str = "video/mp4";
pub(crate) const MP4_AUDIO: &str = "audio/mp4";
pub(crate) const OGG: &str = "video/ogg";
pub(crate) const OGG_AUDIO: &str = "audio/ogg";
pub(crate) const QUICKTIME: &str = "video/quicktime";
pub(crate) const THREE_GP: &str = "video/3gpp";
pub(crate) const THREE_GP_AUDIO: &str = "audio/3gpp";
/// RFC 2361.
pub(crate) const WAVE: &str = "audio/vnd.wave";
pub(crate) const WEBM: &str = "video/webm";
pub(crate) const WEBM_AUDIO: &str = "audio/webm";

/// Says what a file is, if it is a picture, sound or film that is known by more than a number at its start.
pub(super) fn identify(head: &[u8]) -> Option<(Kind, &'static str)> {
    match head {
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] if !is_raw(head) => Some((Kind::Image, TIFF)),
        [b'R', b'I', b'F', b'F', _, _, _, _, form @ ..] | [b'R', b'F', b'6', b'4', _, _, _, _, form @ ..] => {
            riff(form)
        }
        [0x1A, 0x45, 0xDF, 0xA3, rest @ ..] => {
            let is_webm = rest.windows(4).take(64).any(|w| w == b"webm");
            Some((Kind::Video, if is_webm { WEBM } else { MATROSKA }))
        }
        // The first block is that of the stream.
        [b'f', b'L', b'a', b'C', 0 | 0x80, ..] => Some((Kind::Audio, FLAC)),
        [b'O', b'g', b'g', b'S', 0, ..] => Some(ogg(head)),
        [b'I', b'D', b'3', 2..=4, _, _, a, b, c, d, ..] if (a | b | c | d) & 0x80 == 0 => {
            Some((Kind::Audio, MP3))
        }
        _ if head.starts_with(b"#!AMR-WB\n") => Some((Kind::Audio, AMR_WB)),
        _ if head.starts_with(b"#!AMR\n") => Some((Kind::Audio, AMR)),
        _ => boxes(head).or_else(|| frames(head)),
    }
}

/// Raw pictures that are built as TIFF and have a mark of their own; `infer` knows them.
fn is_raw(head: &[u8]) -> bool {
    head.get(8..10) == Some(b"CR")
}

fn riff(form: &[u8]) -> Option<(Kind, &'static str)> {
    Some(match form.get(..4)? {
        b"WEBP" => (Kind::Image, WEBP),
        b"AVI " => (Kind::Video, AVI),
        b"WAVE" => (Kind::Audio, WAVE),
        _ => return None,
    })
}

/// The first pages of an Ogg name the codecs, those of pictures first (RFC 3533, RFC 5334).
fn ogg(head: &[u8]) -> (Kind, &'static str) {
    let holds = |mark: &[u8]| head.windows(mark.len()).take(512).any(|w| w == mark);
    match holds(b"\x80theora") || holds(b"BBCD\0") || holds(b"OVP80") {
        true => (Kind::Video, OGG),
        false => (Kind::Audio, OGG_AUDIO),
    }
}

/// Boxes of ISO/IEC 14496-12: the major brand, or else one of those that the file is compatible with.
fn boxes(head: &[u8]) -> Option<(Kind, &'static str)> {
    match head.get(4..8)? {
        b"ftyp" => {}
        // QuickTime before it had brands.
        b"moov" | b"mdat" | b"wide" | b"pnot" if head[0] == 0 || &head[4..8] != b"moov" => {
            return Some((Kind::Video, QUICKTIME));
        }
        _ => return None,
    }
    let length = (u32::from_be_bytes(*head.first_chunk::<4>()?) as usize).clamp(16, 1_024);
    let (brands, _) = head.get(8..length.min(head.len()))?.as_chunks::<4>();
    let (major, others) = brands.split_first()?;
    // The second number is the version.
    let others = others.get(1..).unwrap_or_default();
    match brand(major) {
        // That it is a picture is said first, and how it is coded only after.
        Some(general @ (_, HEIF)) => {
            others.iter().filter_map(brand).find(|(_, t)| matches!(*t, HEIC | AVIF)).or(Some(general))
        }
        Some(found) => Some(found),
        None => others.iter().find_map(brand).or(Some((Kind::Video, MP4))),
    }
}

/// Brands as they are registered with the MP4 Registration Authority.
fn brand(brand: &[u8; 4]) -> Option<(Kind, &'static str)> {
    Some(match brand {
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" => (Kind::Image, HEIC),
        b"avif" | b"avis" => (Kind::Image, AVIF),
        b"mif1" | b"msf1" => (Kind::Image, HEIF),
        b"qt  " => (Kind::Video, QUICKTIME),
        b"M4A " | b"M4B " | b"M4P " => (Kind::Audio, MP4_AUDIO),
        [b'3', b'g', b'p' | b'g' | b'r' | b's' | b'e', _] | b"3g2a" => (Kind::Video, THREE_GP),
        b"isom" | b"iso2" | b"iso4" | b"iso5" | b"iso6" | b"mp41" | b"mp42" | b"avc1" | b"M4V " | b"dash"
        | b"MSNV" => (Kind::Video, MP4),
        _ => return None,
    })
}

/// Sound without any header: two frames that follow each other and agree.
fn frames(head: &[u8]) -> Option<(Kind, &'static str)> {
    use crate::formats::media::mpeg_frame;
    let follows = |length: usize, check: &dyn Fn(&[u8]) -> bool| head.get(length..).is_some_and(check);
    if let Some(frame) = mpeg_frame::mp3(head) {
        return follows(frame.length, &|next| {
            mpeg_frame::mp3(next).is_some_and(|next| next.rate == frame.rate)
        })
        .then_some((Kind::Audio, MP3));
    }
    let frame = mpeg_frame::adts(head)?;
    follows(frame.length, &|next| mpeg_frame::adts(next).is_some_and(|next| next.rate == frame.rate))
        .then_some((Kind::Audio, AAC))
}
