//! `GET /item/{id}/page/{n}.png`

use axum::{
    extract::{Path, Query},
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use super::{
    read::{has_picture, pages, veiled},
    show::find,
};
use crate::{fault::Fault, visitor::Member};

/// Wide enough to read a page on a laptop.
const WIDTH_MAX: u32 = 1400;

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    show: String,
}

/// The picture of a page; what is veiled is absent unless it is asked for by name.
pub(crate) async fn get(
    member: Member,
    Path((id, file)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let page: u32 =
        file.strip_suffix(".png").and_then(|n| n.parse().ok()).filter(|n| *n > 0).ok_or(Fault::Absent)?;
    let item = find(&member, &id).await?;
    if !member.visitor.pictures || !has_picture(&item) {
        return Err(Fault::Absent);
    }
    if asked.show != "1" {
        let pages = pages(&member, &item).await?;
        let text = pages.get(page as usize - 1).map(String::as_str).unwrap_or_default();
        if veiled(&item, text) {
            return Err(Fault::Absent);
        }
    }
    let id = item.line.id;
    let png = member.ask(move |archive, _| archive.page_image(id, page, WIDTH_MAX)).await?;
    Ok(([(CONTENT_TYPE, "image/png")], member.open(png)?).into_response())
}
