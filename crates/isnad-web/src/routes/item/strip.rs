//! `GET /item/{id}/strip/{reading}.{page}.{start}.png`: the picture of one word.

use std::collections::BTreeSet;

use axum::{
    body::Bytes,
    extract::{Path, Query},
    response::Response,
};
use isnad_model::{
    reading::Area,
    view::{ItemHead, PageReading, PageView, WordState, WordView},
};

use super::{
    asked::Asked,
    picture::{has_picture, png_of, veiled},
    read::{head, page_of},
};
use crate::{
    drawn::Shows,
    fault::Fault,
    visitor::{Member, Visitor},
};

/// A word that fills more of a veiled picture than this part waits under the veil too: a strip of a page shows
/// letters, and half a page shows what lies beside them.
const PART_MAX: f64 = 0.05;

/// What stands where the picture of a word would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Strip {
    /// There is none.
    Absent,
    /// Shown, from this address.
    Shown(String),
    /// Veiled until asked for: the word fills much of a picture that is veiled.
    Veiled,
    /// Never shown: the reader asked not to see pictures.
    Spared,
}

/// The picture of a word.
pub(crate) fn strip(
    visitor: &Visitor,
    head: &ItemHead,
    page: &PageView,
    reading: u64,
    word: &WordView,
    asked: &Asked,
) -> Strip {
    if !has_picture(&head.line) {
        return Strip::Absent;
    }
    if !visitor.pictures {
        return Strip::Spared;
    }
    let is_veiled = !is_narrow(word.area) && veiled(head, page);
    if is_veiled && !asked.shows() {
        return Strip::Veiled;
    }
    let mut address = format!("/item/{}/strip/{reading}.{}.{}.png", head.line.id, page.number, word.read.0);
    let show = if is_veiled { "show=1" } else { "" };
    let turn = if asked.turn() == 0 { String::new() } else { format!("turn={}", asked.turn()) };
    let query: Vec<&str> = [turn.as_str(), show].into_iter().filter(|part| !part.is_empty()).collect();
    if !query.is_empty() {
        address = format!("{address}?{}", query.join("&"));
    }
    Strip::Shown(address)
}

/// Whether a word with the paper around it is a small part of its page.
fn is_narrow(area: Area) -> bool {
    let (width, height) = (f64::from(area.width), f64::from(area.height));
    (width + 2.0 * height) * (height * 2.0) <= PART_MAX * Area::WHOLE * Area::WHOLE
}

/// The picture of a word, by its place in a reading: a part of a page that is no word cannot be asked for.
pub(crate) async fn get(
    member: Member,
    Path((id, file)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let (entry, number, start) = named(&file).ok_or(Fault::Absent)?;
    let head = head(&member, &id).await?;
    if !member.visitor.pictures || !has_picture(&head.line) {
        return Err(Fault::Absent);
    }
    let page = page_of(&member, head.line.id, number).await?;
    let reading = page.readings.iter().find(|reading| reading.entry == entry).ok_or(Fault::Absent)?;
    let word = reading.words.iter().find(|word| word.read.0 == start).ok_or(Fault::Absent)?;
    if !asked.shows() && !is_narrow(word.area) && veiled(&head, &page) {
        return Err(Fault::Absent);
    }
    let (item, turn) = (head.line.id, asked.turn());
    let shows = |start| Shows::Word { item, reading: entry, page: number, start, turn };
    if let Some(png) = member.state.drawn.find(shows(start)) {
        return Ok(png_of(png));
    }
    let words = wanted(reading, start);
    let drawn = member.ask(move |archive, _| archive.word_images(item, entry, number, &words, turn)).await?;
    let pictures = member.open(drawn)?;
    for (start, png) in &pictures {
        member.state.drawn.keep(shows(*start), Bytes::copy_from_slice(png));
    }
    let png = pictures.get(&start).ok_or(Fault::Absent)?;
    Ok(png_of(Bytes::copy_from_slice(png)))
}

/// The word itself, and the numbers of the page that wait for somebody: whoever looks at one looks at them all, and
/// the page is drawn once.
fn wanted(reading: &PageReading, start: u32) -> BTreeSet<u32> {
    let waiting = reading.words.iter().filter(|word| word.state == WordState::Unverified);
    waiting.map(|word| word.read.0).chain([start]).collect()
}

fn named(file: &str) -> Option<(u64, u32, u32)> {
    let mut parts = file.strip_suffix(".png")?.split('.');
    let named = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some(named)
}
