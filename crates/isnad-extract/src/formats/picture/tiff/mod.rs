//! TIFF (6.0, BigTIFF): scans and faxes with many pages.
//!
//! Every directory of the main chain is a page, a smaller copy of another one included: nothing is hidden.
//! Bits of a page are unpacked by `strips` and turned into color by `pixels`, strip by strip.

mod page;
mod pixels;
mod strips;

use super::{Picture, draw, notes_of_blocks};
use crate::formats::{
    Source,
    meta::{Notes, exif, ifd::Tiff, size_of, text_of},
};
use image::{DynamicImage, metadata::Orientation};
use isnad_model::Problem;
use page::Page;
use std::collections::HashSet;

/// Pages that are counted. A bound volume has a thousand.
const PAGES_MAX: usize = 100_000;
/// Fields that tell a later page from the first: its own words, not its measures.
const OWN: [u16; 8] = [0x010D, 0x010E, 0x010F, 0x0110, 0x011D, 0x0131, 0x0132, 0x013B];

/// Reads everything but the pixels.
pub(super) fn read(source: &mut dyn Source, notes: &mut Notes<'_, '_>) -> Picture {
    let size = size_of(source);
    let found = exif::read(notes, source, 0, size);
    let orientation = found.orientation;
    notes_of_blocks(found.blocks, notes);
    let Some((mut tiff, first)) = Tiff::open(source, 0, size) else { return Picture::default() };
    let (places, mut is_whole) = pages(&mut tiff, first, PAGES_MAX);
    if places.len() == PAGES_MAX {
        notes.sink.problem(Problem::new("image-too-many-pages").number("count_max", PAGES_MAX as u64));
    }
    let mut undrawable = Undrawable::default();
    let mut size_of_first = None;
    let mut first_words = Vec::new();
    for (at, number) in places.iter().zip(1..) {
        let words = own_words(&mut tiff, *at);
        if number == 1 {
            first_words = words;
        } else {
            for (name, text) in words.iter().filter(|word| !first_words.contains(word)) {
                notes.say(&format!("exif.page-{number}.{name}"), text);
            }
        }
        match Page::read(&mut tiff, *at) {
            Some(page) => {
                is_whole &= page.lies_within(size);
                undrawable.look(number, &page);
                size_of_first = size_of_first.or(Some((page.width, page.height)));
            }
            None => is_whole = false,
        }
    }
    undrawable.tell(notes);
    let pages = Some(places.len() as u64).filter(|n| *n > 0);
    Picture { size: size_of_first, is_whole, orientation, pages, ..Picture::default() }
}

/// Draws one page, from 1.
pub(super) fn decode(source: &mut dyn Source, page: u32) -> Result<(DynamicImage, Orientation), Problem> {
    let damaged = || Problem::new("image-damaged");
    let size = size_of(source);
    let (mut tiff, first) = Tiff::open(source, 0, size).ok_or_else(damaged)?;
    let (places, _) = pages(&mut tiff, first, PAGES_MAX);
    let at = (page as usize).checked_sub(1).and_then(|n| places.get(n));
    let at = *at.ok_or_else(|| draw::absent(page, places.len() as u64))?;
    let page = Page::read(&mut tiff, at).ok_or_else(damaged)?;
    if page.why_not().is_some() {
        return Err(Problem::new("page-not-drawable"));
    }
    let orientation = Orientation::from_exif(page.orientation).unwrap_or(Orientation::NoTransforms);
    Ok((pixels::image(&mut tiff, &page)?, orientation))
}

/// Where the directories stand, in order, and whether the chain ends as it should.
fn pages(tiff: &mut Tiff<'_>, first: u64, max: usize) -> (Vec<u64>, bool) {
    let mut places = Vec::new();
    let mut seen = HashSet::new();
    let mut at = first;
    while at != 0 && places.len() < max {
        // A chain that bites its tail would have no end.
        if !seen.insert(at) {
            return (places, false);
        }
        let Some(directory) = tiff.directory(at) else { return (places, false) };
        places.push(at);
        at = directory.next;
        if !directory.is_whole {
            return (places, false);
        }
    }
    (places, true)
}

fn own_words(tiff: &mut Tiff<'_>, at: u64) -> Vec<(String, String)> {
    let Some(directory) = tiff.directory(at) else { return Vec::new() };
    let entries = OWN.iter().filter_map(|tag| directory.find(*tag));
    let words = entries.filter(|entry| entry.bytes() < 4_096).filter_map(|entry| {
        let name = exif::name_of(::exif::Tag(::exif::Context::Tiff, entry.tag))?;
        Some((name, text_of(&tiff.raw(entry)?)))
    });
    words.filter(|(_, text)| !text.trim().is_empty()).collect()
}

/// The pages that cannot be drawn: said once, with the first of them.
#[derive(Default)]
struct Undrawable(Option<(u64, u64, String)>);

impl Undrawable {
    fn look(&mut self, number: u64, page: &Page) {
        if let Some(reason) = page.why_not() {
            let (_, count, _) = self.0.get_or_insert((number, 0, reason));
            *count += 1;
        }
    }

    fn tell(self, notes: &mut Notes<'_, '_>) {
        if let Some((page, count, reason)) = self.0 {
            let problem = Problem::new("image-pages-not-drawable").number("page", page);
            notes.sink.problem(problem.number("count", count).text("reason", reason));
        }
    }
}

#[cfg(test)]
mod tests;
