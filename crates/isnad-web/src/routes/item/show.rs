//! `GET /item/{id}`

use askama::Template;
use axum::{extract::Path, response::Response};
use isnad_model::view::{ItemView, ReadingView};

use super::read::has_picture;
use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::file_name,
    visitor::Member,
};

#[derive(Template)]
#[template(path = "item.html")]
pub(crate) struct ItemPage {
    pub c: Chrome,
    pub item: ItemView,
    /// The last part of its path.
    pub name: String,
    /// Why a password opened nothing, and what to do.
    pub wrong: Option<(String, String)>,
}

impl ItemPage {
    /// Pages with text, as a count.
    pub fn n_pages(&self, reading: &ReadingView) -> u64 {
        u64::from(reading.n_pages)
    }

    /// Whether there is something to read: text of a reading, or a picture.
    pub fn readable(&self) -> bool {
        has_picture(&self.item) || self.item.readings.iter().any(|reading| reading.n_pages > 0)
    }
}

pub(crate) async fn page(member: Member, Path(id): Path<String>) -> Result<Response, Fault> {
    let item = find(&member, &id).await?;
    html(&draw(&member, item, None))
}

/// The page of an item, perhaps with what went wrong.
pub(super) fn draw(member: &Member, item: ItemView, wrong: Option<(String, String)>) -> ItemPage {
    let name = file_name(&item.line.path).to_owned();
    ItemPage { c: Chrome::member(member, "search"), item, name, wrong }
}

/// The item of an address, if it is there and may be seen.
pub(super) async fn find(member: &Member, id: &str) -> Result<ItemView, Fault> {
    let id = id.parse().map_err(|_| Fault::Absent)?;
    let sealed = member.ask(move |archive, _| archive.item(id)).await?;
    member.open(sealed)
}
