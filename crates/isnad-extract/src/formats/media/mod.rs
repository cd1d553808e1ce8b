//! Sound and film: what their headers say. Nothing is decoded.
//!
//! `media.` is what all of them have: duration, size, turning, tracks, place. What else a format says stands under
//! its own name: `mp4.`, `matroska.`, `avi.`, `riff.`, `bext.`, `id3.`, `vorbis.`.

mod amr;
mod avi;
pub(crate) mod bmff;
mod ebml;
mod flac;
mod id3;
mod matroska;
mod mp4;
mod mpeg;
pub(crate) mod mpeg_frame;
mod ogg;
pub(crate) mod riff;
pub(crate) mod uuid;
mod vorbis;
mod wav;

use super::{
    Source,
    meta::{Notes, c2pa, position},
};
use crate::{
    identify::media::{
        AAC, AMR, AMR_WB, AVI, FLAC, MATROSKA, MATROSKA_AUDIO, MP3, MP4, MP4_AUDIO, OGG, OGG_AUDIO,
        QUICKTIME, THREE_GP, THREE_GP_AUDIO, WAVE, WEBM, WEBM_AUDIO,
    },
    wire::Sink,
};
use isnad_model::{Problem, reading::Kind};

/// What a film is after all: one whose tracks hold no pictures is sound.
pub(crate) fn look_inside(source: &mut dyn Source, claimed: (Kind, &'static str)) -> (Kind, &'static str) {
    let has_pictures = match claimed.1 {
        MP4 | MP4_AUDIO | QUICKTIME | THREE_GP => mp4::has_pictures(source),
        MATROSKA | WEBM => matroska::has_pictures(source),
        _ => return claimed,
    };
    match (has_pictures, claimed.1) {
        // Without a list of tracks the brand decides.
        (None, _) => claimed,
        (Some(true), MP4_AUDIO) => (Kind::Video, MP4),
        (Some(true), media_type) => (Kind::Video, media_type),
        (Some(false), THREE_GP) => (Kind::Audio, THREE_GP_AUDIO),
        (Some(false), MATROSKA) => (Kind::Audio, MATROSKA_AUDIO),
        (Some(false), WEBM) => (Kind::Audio, WEBM_AUDIO),
        (Some(false), QUICKTIME) => (Kind::Audio, QUICKTIME),
        (Some(false), _) => (Kind::Audio, MP4_AUDIO),
    }
}

/// Reads everything but the sound and the pictures.
pub(crate) fn read(source: &mut dyn Source, media_type: &str, sink: &mut Sink<'_>) {
    sink.tool("media", "");
    let mut notes = Notes::new(sink);
    let is_whole = match media_type {
        MP4 | MP4_AUDIO | QUICKTIME | THREE_GP | THREE_GP_AUDIO => mp4::read(source, &mut notes),
        MATROSKA | MATROSKA_AUDIO | WEBM | WEBM_AUDIO => matroska::read(source, &mut notes),
        AVI => avi::read(source, &mut notes),
        WAVE => wav::read(source, &mut notes),
        MP3 => mpeg::mp3(source, &mut notes),
        AAC => mpeg::adts(source, &mut notes),
        FLAC => flac::read(source, &mut notes),
        OGG | OGG_AUDIO => ogg::read(source, &mut notes),
        AMR | AMR_WB => amr::read(source, media_type == AMR_WB, &mut notes),
        _ => {
            notes.sink.problem(Problem::new("media-not-described").text("media_type", media_type));
            true
        }
    };
    if !is_whole {
        notes.sink.problem(Problem::new("media-damaged"));
    }
    c2pa::finish(source, &mut notes);
    notes.finish();
}

/// A duration in seconds, if it is one.
fn duration(seconds: f64, notes: &mut Notes<'_, '_>) {
    if seconds.is_finite() && seconds > 0.0 {
        notes.say("media.Duration", &format!("{seconds:.3} s"));
    }
}

/// A place as films write it, in the numbers of a map. Several languages and keys mostly say the same one.
fn place(written: &str, notes: &mut Notes<'_, '_>) {
    let Some((latitude, longitude, height)) = position::iso_6709(written) else { return };
    let text = position::text(latitude, longitude);
    if notes.place.as_ref() == Some(&text) {
        return;
    }
    notes.say("media.GPSPosition", &text);
    notes.place = Some(text);
    if let Some(height) = height {
        notes.say("gps.altitude", &format!("{height:.1} m"));
    }
}

/// A tag under its name, which may be a time or a place.
fn tag(standard: &str, name: &str, value: &str, notes: &mut Notes<'_, '_>) {
    notes.time(&format!("{standard}.{name}"), value);
    if name.to_ascii_uppercase().starts_with("LOCATION") {
        place(value, notes);
    }
}

/// One track in a line: `video avc1, 1920 × 1080`.
fn track(kind: &str, codec: &str, more: &str, notes: &mut Notes<'_, '_>) {
    let comma = if more.is_empty() { "" } else { ", " };
    notes.say("media.Track", &format!("{kind} {codec}{comma}{more}"));
}

#[cfg(test)]
mod tests;
