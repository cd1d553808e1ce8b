//! MP4, QuickTime and 3GP (ISO/IEC 14496-12 and -14, QuickTime File Format, 3GPP TS 26.244).
//!
//! Times are seconds from 1904 in UTC by the standard, and zero where nobody said. Many cameras write the time of
//! their own place there all the same, which is one more reason to compare.

mod tags;

use super::{
    bmff::{Atom, Boxes, find, number},
    duration, track, uuid,
};
use crate::formats::{
    Source,
    meta::{Notes, moment::Moment, size_of},
};

/// Heads of tracks and tables of kinds have some hundred bytes.
const HEAD_BYTES_MAX: u64 = 4_096;

/// What one track is.
#[derive(Debug, Default)]
struct Track {
    /// `vide`, `soun`, `text`, `meta`…
    handler: [u8; 4],
    codec: String,
    size: Option<(u64, u64)>,
    /// Degrees clockwise to be turned when shown.
    rotation: u32,
    sound: Option<(u64, u64)>,
    created: Option<Moment>,
    language: String,
}

/// Whether a track has pictures; nothing where there is no list of tracks.
pub(super) fn has_pictures(source: &mut dyn Source) -> Option<bool> {
    let size = size_of(source);
    let mut boxes = Boxes::new(source);
    let top = boxes.within(0, size);
    let movie = find(&top, b"moov")?;
    let tracks = boxes.inside(movie);
    let mut handlers = Vec::new();
    for atom in tracks.iter().filter(|atom| &atom.kind == b"trak") {
        handlers.push(read_track(&mut boxes, *atom).handler);
    }
    let known = handlers.iter().any(|handler| matches!(handler, b"soun" | b"vide"));
    known.then(|| handlers.contains(b"vide"))
}

/// Reads everything but the sound and the pictures. False if it was cut off.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> bool {
    let size = size_of(source);
    let mut boxes = Boxes::new(source);
    let top = boxes.within(0, size);
    if let Some(brands) = find(&top, b"ftyp") {
        let brands = boxes.content(brands, 256);
        let names: Vec<String> =
            brands.as_chunks::<4>().0.iter().map(|b| b.escape_ascii().to_string()).collect();
        if let [major, _, others @ ..] = &names[..] {
            notes.say("mp4.MajorBrand", major);
            notes.say("mp4.CompatibleBrands", &others.join(" "));
        }
    }
    let movie = find(&top, b"moov");
    if let Some(movie) = movie {
        let inside = boxes.inside(movie);
        // What people and programs wrote comes first: a time with its zone is worth more than one without.
        tags::read(&mut boxes, &inside, notes);
        let created = header(&mut boxes, &inside, notes);
        tracks(&mut boxes, &inside, created, notes);
        uuid::read(&mut boxes, &inside, notes);
    }
    uuid::read(&mut boxes, &top, notes);
    let fragments = top.iter().filter(|atom| &atom.kind == b"moof").count();
    if fragments > 0 {
        notes.number("mp4.Fragments", fragments);
    }
    movie.is_some() && !boxes.is_damaged
}

/// The times of a header of version 0 or 1, its units a second, and how many of them it lasts.
fn times(head: &[u8], gap: usize) -> Option<(Option<Moment>, Option<Moment>, u64, u64)> {
    let width = if *head.first()? == 1 { 8 } else { 4 };
    let (created, changed) = (number(head, 4, width)?, number(head, 4 + width, width)?);
    let at = 4 + 2 * width;
    let (unit, length) = (number(head, at, 4)?, number(head, at + gap, width)?);
    // All bits set say that the length is not known.
    let length = if length == u64::MAX >> (64 - 8 * width) { 0 } else { length };
    Some((Moment::since_1904(created), Moment::since_1904(changed), unit, length))
}

/// Says times and duration, and gives the time of creation.
fn header(boxes: &mut Boxes<'_>, inside: &[Atom], notes: &mut Notes<'_, '_>) -> Option<Moment> {
    let atom = find(inside, b"mvhd")?;
    let head = boxes.content(atom, HEAD_BYTES_MAX);
    let Some((created, changed, unit, mut length)) = times(&head, 4) else {
        notes.damaged("MP4");
        return None;
    };
    for (field, moment) in [("mp4.CreationTime", created), ("mp4.ModificationTime", changed)] {
        if let Some(moment) = moment {
            notes.say(field, &moment.text());
            notes.times.add(field, moment);
        }
    }
    // A film in fragments says its length elsewhere.
    if let (0, Some(more)) = (length, find(inside, b"mvex")) {
        let stated = boxes.inside(more);
        let head = find(&stated, b"mehd").map(|atom| boxes.content(atom, 16)).unwrap_or_default();
        length = number(&head, 4, if head.first() == Some(&1) { 8 } else { 4 }).unwrap_or(0);
    }
    if unit > 0 {
        duration(length as f64 / unit as f64, notes);
    }
    created
}

fn tracks(boxes: &mut Boxes<'_>, inside: &[Atom], created: Option<Moment>, notes: &mut Notes<'_, '_>) {
    let mut has_size = false;
    for (atom, n) in inside.iter().filter(|atom| &atom.kind == b"trak").zip(1..) {
        let one = read_track(boxes, *atom);
        let (kind, mut more) = match &one.handler {
            b"vide" => ("video", Vec::new()),
            b"soun" => ("sound", Vec::new()),
            _ => ("other", vec![one.handler.escape_ascii().to_string()]),
        };
        if let (b"vide", Some((width, height))) = (&one.handler, one.size) {
            more.push(format!("{width} × {height}"));
            if !has_size {
                has_size = true;
                notes.number("media.Width", width);
                notes.number("media.Height", height);
                notes.number("media.Rotation", one.rotation);
            }
        }
        if let Some((rate, channels)) = one.sound {
            more.push(format!("{rate} Hz, {channels} channels"));
        }
        if !matches!(one.language.as_str(), "" | "und") {
            more.push(one.language.clone());
        }
        track(kind, &one.codec, &more.join(", "), notes);
        // Tracks made at another time than the whole were put together later.
        if let Some(created) = one.created.filter(|own| Some(*own) != created) {
            notes.say(&format!("mp4.Track{n}.CreationTime"), &created.text());
        }
    }
}

fn read_track(boxes: &mut Boxes<'_>, atom: Atom) -> Track {
    let mut track = Track::default();
    let inside = boxes.inside(atom);
    if let Some(head) = find(&inside, b"tkhd").map(|atom| boxes.content(atom, HEAD_BYTES_MAX)) {
        let wide = head.first() == Some(&1);
        track.created = number(&head, 4, if wide { 8 } else { 4 }).and_then(Moment::since_1904);
        let matrix = if wide { 52 } else { 40 };
        track.rotation = rotation(&head, matrix);
        let side = |at| number(&head, at, 4).map(|fixed| fixed >> 16);
        track.size = side(matrix + 36).zip(side(matrix + 40)).filter(|(w, h)| *w > 0 && *h > 0);
    }
    let Some(media) = find(&inside, b"mdia").map(|atom| boxes.inside(atom)) else { return track };
    if let Some(head) = find(&media, b"mdhd").map(|atom| boxes.content(atom, HEAD_BYTES_MAX)) {
        let at = if head.first() == Some(&1) { 32 } else { 20 };
        track.language = number(&head, at, 2).map(language).unwrap_or_default();
    }
    if let Some(handler) = find(&media, b"hdlr").map(|atom| boxes.content(atom, 12)) {
        track.handler =
            handler.get(8..12).and_then(|kind| kind.first_chunk::<4>()).copied().unwrap_or_default();
    }
    let information = find(&media, b"minf").map(|atom| boxes.inside(atom)).unwrap_or_default();
    let tables = find(&information, b"stbl").map(|atom| boxes.inside(atom)).unwrap_or_default();
    if let Some(atom) = find(&tables, b"stsd") {
        describe(boxes, atom, &mut track);
    }
    track
}

/// The first description of samples: how they are coded, their size, their rate.
fn describe(boxes: &mut Boxes<'_>, atom: Atom, track: &mut Track) {
    let table = boxes.content(atom, HEAD_BYTES_MAX);
    let Some(entry) = table.get(8..) else { return };
    track.codec = entry.get(4..8).unwrap_or_default().escape_ascii().to_string();
    match &track.handler {
        b"vide" => {
            let size = number(entry, 32, 2).zip(number(entry, 34, 2)).filter(|(w, h)| *w > 0 && *h > 0);
            // What is stored, not what it is stretched to.
            track.size = size.or(track.size);
        }
        b"soun" => {
            let rate = number(entry, 32, 4).map(|fixed| fixed >> 16);
            track.sound = rate.zip(number(entry, 24, 2)).filter(|(rate, _)| *rate > 0);
        }
        _ => {}
    }
}

/// A matrix of whole quarters, in degrees clockwise; others are not told.
fn rotation(head: &[u8], at: usize) -> u32 {
    let one = |n: usize| number(head, at + n * 4, 4).map(|fixed| fixed as u32 as i32 >> 16);
    match (one(0), one(1), one(3), one(4)) {
        (Some(0), Some(1), Some(-1), Some(0)) => 90,
        (Some(-1), Some(0), Some(0), Some(-1)) => 180,
        (Some(0), Some(-1), Some(1), Some(0)) => 270,
        _ => 0,
    }
}

/// Three letters of five bits each (ISO 639-2/T); QuickTime's own numbers are not told.
fn language(packed: u64) -> String {
    let letters = [10, 5, 0].map(|shift| (packed >> shift & 31) as u8);
    let is_word = letters.iter().all(|letter| (1..=26).contains(letter));
    letters.iter().filter(|_| is_word).map(|letter| char::from(letter + 0x60)).collect()
}
