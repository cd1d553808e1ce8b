//! Vowel signs and accents go to the letter on which they stand.

use super::atoms::{Row, is_blank};
use crate::formats::pdf::{
    letters::UNKNOWN,
    paint::{Placed, is_mark},
};
use std::collections::BTreeMap;
use unicode_bidi::{BidiClass, bidi_class};

/// Rows above and below a mark that are looked at.
const ROWS_SEEN: usize = 4;
/// Letters to either side that are looked at; ligatures and loose signs overlap.
const LETTERS_SEEN: usize = 4;
/// A mark further away than this part of its height stands alone.
const REACH: f64 = 1.5;

/// A row, and a glyph of it.
type Place = (usize, usize);

/// Whether a glyph is a mark, or is drawn like one although the file calls it a letter.
///
/// A program that maps glyphs to letters as it meets them calls the sign in `مً` by both of its letters, and then so
/// everywhere; another draws `أ` as two glyphs, calls the hamza by the whole letter and the stroke by none. A sign that
/// nobody can name parts no word: it is counted, and the letter below it stays.
pub(super) fn may_be_mark(glyph: &Placed) -> bool {
    is_mark(&glyph.text) || glyph.like_mark && (goes_left(&glyph.text) || glyph.text == UNKNOWN)
}

fn goes_left(text: &str) -> bool {
    text.chars().any(|c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL))
}

/// Gives each mark to its letter; one that has none becomes a glyph of the row that is nearest.
pub(super) fn give(marks: Vec<Placed>, rows: &mut Vec<Row>) {
    let mut alone = Vec::new();
    let mut given: BTreeMap<Place, Vec<Placed>> = BTreeMap::new();
    for mut mark in marks {
        let has_letter = !is_mark(&mark.text);
        match nearest(&mark, rows) {
            // Over a letter it is the mark alone, and beside its own letter; otherwise it is the letter.
            Some(((row, glyph), is_under))
                if has_letter && (is_under || has(&rows[row].glyphs[glyph], &mark)) =>
            {
                let place = (row, glyph);
                mark.text.retain(|c| bidi_class(c) == BidiClass::NSM);
                given.entry(place).or_default().push(mark);
            }
            Some((place, _)) if !has_letter => given.entry(place).or_default().push(mark),
            _ => alone.push(mark),
        }
    }
    for ((row, glyph), marks) in given {
        put_on(&mut rows[row].glyphs[glyph], &marks);
    }
    if !alone.is_empty() {
        rows.extend(alone.into_iter().map(|mark| Row { y: mark.y, glyphs: vec![mark] }));
        rows.sort_by(|a, b| a.y.total_cmp(&b.y));
    }
}

/// Whether a glyph has the letters that came with a mark.
fn has(glyph: &Placed, mark: &Placed) -> bool {
    mark.text.chars().filter(|c| bidi_class(*c) != BidiClass::NSM).all(|c| glyph.text.contains(c))
}

/// The letter above or below which the middle of the mark stands (`true`), or the nearest one.
fn nearest(mark: &Placed, rows: &[Row]) -> Option<(Place, bool)> {
    let middle = mark.x + mark.width / 2.0;
    let below = rows.partition_point(|row| row.y < mark.y);
    let seen = below.saturating_sub(ROWS_SEEN)..rows.len().min(below + ROWS_SEEN);
    let mut best: Option<(f64, Place, bool)> = None;
    for (at, row) in seen.clone().zip(&rows[seen]) {
        let drop = (row.y - mark.y).abs();
        if drop > mark.size * REACH {
            continue;
        }
        let right = row.glyphs.partition_point(|glyph| glyph.x <= middle);
        let seen = right.saturating_sub(LETTERS_SEEN)..row.glyphs.len().min(right + LETTERS_SEEN);
        for (place, glyph) in seen.clone().zip(&row.glyphs[seen]) {
            if glyph.text.is_empty() || is_blank(&glyph.text) || is_mark(&glyph.text) {
                continue;
            }
            let aside = (glyph.x - middle).max(middle - (glyph.x + glyph.width)).max(0.0);
            if aside > mark.size * REACH {
                continue;
            }
            // Beside the place it is the row that counts, and of overlapping letters the one whose middle is nearest.
            let off_center = (glyph.x + glyph.width / 2.0 - middle).abs();
            let cost = aside * 4.0 + drop * 2.0 + off_center * 0.01;
            if best.is_none_or(|(least, ..)| cost < least) {
                best = Some((cost, (at, place), aside <= 0.0));
            }
        }
    }
    best.map(|(_, place, is_under)| (place, is_under))
}

/// Of a ligature of several letters, a mark belongs to the one on whose part it stands.
fn put_on(base: &mut Placed, marks: &[Placed]) {
    let is_letter = |c: &char| bidi_class(*c) != BidiClass::NSM;
    let goes_left = goes_left(&base.text);
    // Each letter with the marks that came with it; what stands before the first letter goes with that.
    let mut letters: Vec<String> = Vec::new();
    for c in base.text.chars() {
        match letters.last_mut().filter(|_| !is_letter(&c)) {
            Some(letter) => letter.push(c),
            None => letters.push(c.into()),
        }
    }
    let last = letters.len() - 1;
    for mark in marks {
        let from_left = (mark.x + mark.width / 2.0 - base.x) / base.width.max(f64::MIN_POSITIVE);
        let part = if goes_left { 1.0 - from_left } else { from_left };
        let which = (part * letters.len() as f64).clamp(0.0, last as f64) as usize;
        // The letter may have come with its signs, and no letter has one of them twice.
        letters[which].extend(mark.text.chars().filter(|sign| !base.text.contains(*sign)));
    }
    base.text = isnad_text::plain(&letters.concat());
}
