//! Matroska and WebM (RFC 9559).

use super::{
    duration,
    ebml::{Element, Elements},
    track,
};
use crate::formats::{
    Source,
    meta::{Notes, moment::Moment, size_of},
};

const SEGMENT: u32 = 0x1853_8067;
const INFO: u32 = 0x1549_A966;
const TRACKS: u32 = 0x1654_AE6B;
const TAGS: u32 = 0x1254_C367;
const ATTACHMENTS: u32 = 0x1941_A469;
const CLUSTER: u32 = 0x1F43_B675;
const TRACK: u32 = 0xAE;
const VIDEO: u64 = 1;
const SOUND: u64 = 2;

/// The parts of a segment; one of them ends a cluster whose size is not said.
const PARTS: [u32; 8] = [0x114D_9B74, INFO, TRACKS, CLUSTER, 0x1C53_BB6B, ATTACHMENTS, 0x1043_A770, TAGS];

/// Seconds from 1970 to 2001, where the dates of Matroska begin.
const SECONDS_TO_2001: i64 = 978_307_200;
const TEXT_BYTES_MAX: u64 = 64 << 10;
const TAGS_MAX: usize = 2_000;

/// Whether a track has pictures; nothing where there is no list of tracks.
pub(super) fn has_pictures(source: &mut dyn Source) -> Option<bool> {
    let size = size_of(source);
    let mut elements = Elements::new(source);
    let segment = segment(&mut elements, size)?;
    let end = segment.end.unwrap_or(size);
    let mut at = segment.at;
    // The list stands before the first cluster.
    while let Some(part) = elements.next(at, end).filter(|part| part.id != CLUSTER) {
        if part.id == TRACKS {
            let kinds = kinds(&mut elements, part, end);
            return (!kinds.is_empty()).then(|| kinds.contains(&VIDEO));
        }
        at = part.end?;
    }
    None
}

fn kinds(elements: &mut Elements<'_>, list: Element, end: u64) -> Vec<u64> {
    let tracks = elements.inside(list, end);
    let mut kinds = Vec::new();
    for one in tracks.into_iter().filter(|one| one.id == TRACK) {
        let fields = elements.inside(one, end);
        if let Some(kind) = fields.iter().find(|field| field.id == 0x83) {
            kinds.push(elements.number(*kind));
        }
    }
    kinds
}

/// The segment behind the header.
fn segment(elements: &mut Elements<'_>, size: u64) -> Option<Element> {
    let mut at = 0;
    while let Some(element) = elements.next(at, size) {
        if element.id == SEGMENT {
            return Some(element);
        }
        at = element.end?;
    }
    None
}

/// Reads everything but the sound and the pictures. False if it was cut off.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> bool {
    let size = size_of(source);
    let mut elements = Elements::new(source);
    let Some(segment) = segment(&mut elements, size) else { return false };
    let end = segment.end.unwrap_or(size);
    let mut film = Film { unit: 1_000_000.0, ..Film::default() };
    let mut at = segment.at;
    while let Some(part) = elements.next(at, end) {
        match part.id {
            INFO => info(&mut elements, part, end, &mut film, notes),
            TRACKS => tracks(&mut elements, part, end, notes),
            TAGS => tags(&mut elements, part, end, notes),
            ATTACHMENTS => attachments(&mut elements, part, end, notes),
            CLUSTER => film.clusters += 1,
            _ => {}
        }
        at = match (part.end, part.id) {
            (Some(place), CLUSTER) => {
                film.reached(&mut elements, part, place);
                place
            }
            (Some(place), _) => place,
            (None, CLUSTER) => film.pass(&mut elements, part, end),
            (None, _) => end,
        };
    }
    if elements.is_too_much {
        notes.too_much("Matroska");
    }
    film.tell(notes);
    film.clusters > 0 && !elements.is_damaged
}

/// What the walk over the segment brought.
#[derive(Debug, Default)]
struct Film {
    /// Nanoseconds of a unit of time.
    unit: f64,
    duration: Option<f64>,
    clusters: u64,
    /// The time of the last cluster, in units.
    last: u64,
}

impl Film {
    /// Learns the time of a cluster, which is its first element.
    fn reached(&mut self, elements: &mut Elements<'_>, cluster: Element, end: u64) {
        if let Some(time) = elements.next(cluster.at, end).filter(|element| element.id == 0xE7) {
            self.last = elements.number(time);
        }
    }

    /// Passes over a cluster whose size is not said: it ends where another part begins.
    fn pass(&mut self, elements: &mut Elements<'_>, cluster: Element, end: u64) -> u64 {
        self.reached(elements, cluster, end);
        let mut at = cluster.at;
        while let Some(element) = elements.next(at, end).filter(|element| !PARTS.contains(&element.id)) {
            let Some(place) = element.end else { return end };
            at = place;
        }
        at
    }

    fn tell(&self, notes: &mut Notes<'_, '_>) {
        match self.duration {
            Some(units) => duration(units * self.unit / 1e9, notes),
            None if self.last > 0 => {
                notes.say("media.DurationBy", "start of the last cluster");
                duration(self.last as f64 * self.unit / 1e9, notes);
            }
            None => {}
        }
    }
}

fn info(elements: &mut Elements<'_>, part: Element, end: u64, film: &mut Film, notes: &mut Notes<'_, '_>) {
    for field in elements.inside(part, end) {
        match field.id {
            0x2A_D7B1 => film.unit = elements.number(field) as f64,
            0x4489 => film.duration = Some(elements.float(field)).filter(|units| *units > 0.0),
            0x4461 => {
                // Nanoseconds from 2001; the standard has no zone for them but UTC.
                let moment =
                    Moment::utc((elements.number(field) as i64).div_euclid(1_000_000_000) + SECONDS_TO_2001);
                notes.say("matroska.DateUTC", &moment.text());
                notes.times.add("matroska.DateUTC", moment);
            }
            0x7BA9 => notes.say("matroska.Title", &elements.text(field, TEXT_BYTES_MAX)),
            0x4D80 => notes.say("matroska.MuxingApp", &elements.text(field, TEXT_BYTES_MAX)),
            0x5741 => notes.say("matroska.WritingApp", &elements.text(field, TEXT_BYTES_MAX)),
            _ => {}
        }
    }
}

fn tracks(elements: &mut Elements<'_>, part: Element, end: u64, notes: &mut Notes<'_, '_>) {
    let mut has_size = false;
    for one in elements.inside(part, end).into_iter().filter(|one| one.id == TRACK) {
        let (mut kind, mut codec, mut more) = (0, String::new(), Vec::new());
        let mut size = (0, 0);
        for field in elements.inside(one, end) {
            match field.id {
                0x83 => kind = elements.number(field),
                0x86 => codec = elements.text(field, 256),
                0x22_B59C | 0x22_B59D | 0x536E => more.push(elements.text(field, 256)),
                0xE0 => {
                    for side in elements.inside(field, end) {
                        match side.id {
                            0xB0 => size.0 = elements.number(side),
                            0xBA => size.1 = elements.number(side),
                            _ => {}
                        }
                    }
                }
                0xE1 => {
                    for field in elements.inside(field, end) {
                        match field.id {
                            0xB5 => more.push(format!("{} Hz", elements.float(field))),
                            0x9F => more.push(format!("{} channels", elements.number(field))),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        if kind == VIDEO && size != (0, 0) {
            more.insert(0, format!("{} × {}", size.0, size.1));
            if !has_size {
                has_size = true;
                notes.number("media.Width", size.0);
                notes.number("media.Height", size.1);
            }
        }
        let word = match kind {
            VIDEO => "video",
            SOUND => "sound",
            _ => "other",
        };
        more.retain(|text| !text.is_empty());
        track(word, &codec, &more.join(", "), notes);
    }
}

/// Names and values; those within others are given with the outer name before.
fn tags(elements: &mut Elements<'_>, part: Element, end: u64, notes: &mut Notes<'_, '_>) {
    let mut n = 0;
    for tag in elements.inside(part, end).into_iter().filter(|tag| tag.id == 0x7373) {
        for simple in elements.inside(tag, end).into_iter().filter(|simple| simple.id == 0x67C8) {
            n += 1;
            if n > TAGS_MAX {
                return notes.too_much("Matroska");
            }
            let (mut name, mut value) = (String::new(), String::new());
            for field in elements.inside(simple, end) {
                match field.id {
                    0x45A3 => name = elements.text(field, 256),
                    0x4487 => value = elements.text(field, TEXT_BYTES_MAX),
                    _ => {}
                }
            }
            super::tag("matroska", &name, &value, notes);
        }
    }
}

fn attachments(elements: &mut Elements<'_>, part: Element, end: u64, notes: &mut Notes<'_, '_>) {
    for file in elements.inside(part, end).into_iter().filter(|file| file.id == 0x61A7).take(TAGS_MAX) {
        let name = elements.inside(file, end).into_iter().find(|field| field.id == 0x466E);
        if let Some(name) = name {
            notes.say("matroska.Attachment", &elements.text(name, 1_024));
        }
    }
}
