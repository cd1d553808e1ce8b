//! `GET /item/{id}/corrections`: everything that persons said of the words of an item.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use isnad_model::view::{History, ItemHead};
use serde::Deserialize;

use super::read::head;
use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::{Pager, file_name, page_number},
    visitor::Member,
};

const PER_PAGE: u64 = 100;

#[derive(Template)]
#[template(path = "corrections.html")]
pub(crate) struct CorrectionsPage {
    pub c: Chrome,
    pub head: ItemHead,
    pub name: String,
    pub history: History,
    pub pager: Pager,
}

#[derive(Debug, Clone, Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    from: String,
}

pub(crate) async fn page(
    member: Member,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let head = head(&member, &id).await?;
    let item = head.line.id;
    let at = page_number(&asked.from);
    let offset = (at - 1) * PER_PAGE;
    let sealed = member.ask(move |archive, _| archive.said_of_item(item, offset, PER_PAGE)).await?;
    let history = member.open(sealed)?;
    let pager = Pager::new(history.n_said, PER_PAGE, at, |n| format!("/item/{item}/corrections?from={n}"));
    let name = file_name(&head.line.path).to_owned();
    html(&CorrectionsPage { c: Chrome::member(&member, "search"), head, name, history, pager })
}
