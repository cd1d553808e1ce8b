//! `GET /item/{id}/find`: the pages of one item that have the words, with how many there are on each.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use isnad_model::view::ItemHead;
use serde::Deserialize;

use super::read::head;
use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::{Pager, Piece, encode, file_name, page_number, pieces},
    visitor::Member,
};

const PER_PAGE: u64 = 50;

#[derive(Template)]
#[template(path = "find.html")]
pub(crate) struct FindPage {
    pub c: Chrome,
    pub head: ItemHead,
    pub name: String,
    pub q: String,
    pub n_pages: u64,
    pub lines: Vec<PageLine>,
    pub pager: Pager,
}

/// A page that has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageLine {
    pub page: u64,
    pub address: String,
    /// How many places of it; none where only the item's name has the words.
    pub n_marks: u64,
    pub snippet: Vec<Piece>,
    pub cut: (bool, bool),
}

#[derive(Debug, Clone, Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    from: String,
}

pub(crate) async fn page(
    member: Member,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let head = head(&member, &id).await?;
    let q = asked.q.trim().to_owned();
    let at = page_number(&asked.from);
    let (item, text) = (head.line.id, q.clone());
    let first = ((at - 1) * PER_PAGE) as usize;
    let window = first..first + PER_PAGE as usize;
    let within = member.ask(move |archive, grant| archive.search_within(grant, item, &text, window)).await?;
    let n_pages = within.pages.len() as u64;
    let lines = within.shown.into_iter().map(|hits| PageLine {
        page: hits.page.into(),
        address: format!("/item/{item}/read?page={}&q={}&hit=1#hit", hits.page.max(1), encode(&q)),
        n_marks: hits.n_marks,
        snippet: pieces(&hits.snippet.text, hits.snippet.marks.into_iter().map(|(start, end)| start..end)),
        cut: hits.snippet.cut,
    });
    let lines = lines.collect();
    let pager = Pager::new(n_pages, PER_PAGE, at, |n| format!("/item/{item}/find?q={}&from={n}", encode(&q)));
    let name = file_name(&head.line.path).to_owned();
    let c = Chrome::member(&member, "search");
    html(&FindPage { c, head, name, q, n_pages, lines, pager })
}
