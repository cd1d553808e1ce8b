//! `GET /item/{id}/page/{n}.png`, and when a picture is shown at all.

use axum::{
    body::Bytes,
    extract::{Path, Query},
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
};
use isnad_model::{
    Sensitivity,
    reading::{Kind, Method},
    view::{ItemHead, ItemLine, PageReading, PageView},
};

use super::{
    asked::Asked,
    read::{head, page_of},
};
use crate::{
    drawn::Shows,
    fault::Fault,
    visitor::{Member, Visitor},
};

/// What stands where the picture of a page would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Picture {
    /// There is none: a text file, a container.
    Absent,
    /// Shown, from this address.
    Shown(String),
    /// Veiled until asked for, by this link. The picture is not sent before.
    Veiled(String),
    /// Never shown: the reader asked not to see pictures.
    Spared,
}

/// Whether a page's picture waits until it is asked for.
///
/// Bodies and wounds come as photographs and as scans without text, and what is restricted may show them; a
/// page of words does not need a veil. What a machine read from the picture does not count as words: it finds
/// some in the folds of a cloth, and must not lift a veil by that.
pub(crate) fn veiled(head: &ItemHead, page: &PageView) -> bool {
    let is_of_words =
        |reading: &PageReading| reading.method != Method::Ocr && !reading.text.trim().is_empty();
    let is_picture = head.line.kind == Kind::Image || !page.readings.iter().any(is_of_words);
    head.sensitivity >= Sensitivity::Restricted && is_picture
}

/// Whether pages of an item have pictures.
pub(crate) fn has_picture(line: &ItemLine) -> bool {
    isnad_engine::is_drawable(&line.media_type)
}

/// What stands beside a page.
pub(super) fn picture(visitor: &Visitor, head: &ItemHead, page: &PageView, asked: &Asked) -> Picture {
    if !has_picture(&head.line) {
        return Picture::Absent;
    }
    if !visitor.pictures {
        return Picture::Spared;
    }
    let is_veiled = veiled(head, page);
    if is_veiled && !asked.shows() {
        return Picture::Veiled(asked.but(|asked| asked.show = "1".to_owned()));
    }
    let drawn = Asked {
        zoom: asked.zoom().code().to_owned(),
        turn: if asked.turn() == 0 { String::new() } else { asked.turn().to_string() },
        show: if is_veiled { "1".to_owned() } else { String::new() },
        ..Asked::default()
    };
    let query = drawn.query();
    let query = if query == "?" { "" } else { &query };
    Picture::Shown(format!("/item/{}/page/{}.png{query}", head.line.id, page.number))
}

/// The picture of a page; what is veiled is absent unless it is asked for by name.
pub(crate) async fn get(
    member: Member,
    Path((id, file)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let number: u32 =
        file.strip_suffix(".png").and_then(|n| n.parse().ok()).filter(|n| *n > 0).ok_or(Fault::Absent)?;
    let head = head(&member, &id).await?;
    if !member.visitor.pictures || !has_picture(&head.line) {
        return Err(Fault::Absent);
    }
    if !asked.shows() && head.sensitivity >= Sensitivity::Restricted {
        let page = page_of(&member, head.line.id, number).await?;
        if veiled(&head, &page) {
            return Err(Fault::Absent);
        }
    }
    let (item, width, turn) = (head.line.id, asked.zoom().width_max(), asked.turn());
    let shows = Shows::Page { item, page: number, width, turn };
    if let Some(png) = member.state.drawn.find(shows) {
        return Ok(png_of(png));
    }
    let drawn = member.ask(move |archive, _| archive.page_image_turned(item, number, width, turn)).await?;
    let png = Bytes::from(member.open(drawn)?);
    member.state.drawn.keep(shows, png.clone());
    Ok(png_of(png))
}

/// A picture as an answer.
pub(super) fn png_of(png: Bytes) -> Response {
    ([(CONTENT_TYPE, "image/png")], png).into_response()
}
