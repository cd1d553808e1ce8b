//! `GET /item/{id}/read`

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use isnad_model::{Arg, Sensitivity, reading::Kind, view::ItemView};
use serde::Deserialize;

use super::show::find;
use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::{Pager, Piece, encode, file_name, marks, page_number, pieces},
    visitor::{Member, Visitor},
};

#[derive(Template)]
#[template(path = "read.html")]
pub(crate) struct ReadPage {
    pub c: Chrome,
    pub item: ItemView,
    pub name: String,
    pub page: u64,
    pub n_pages: u64,
    /// What is searched for, to mark it.
    pub q: String,
    pub paragraphs: Vec<Vec<Piece>>,
    pub picture: Picture,
    pub pager: Pager,
}

impl ReadPage {
    /// Whether no picture stands beside the text.
    pub fn text_only(&self) -> bool {
        self.picture == Picture::Absent
    }

    /// Page n of m, for the words.
    pub fn page_of(&self) -> [(&'static str, Arg); 2] {
        [("page", Arg::Number(self.page)), ("of", Arg::Number(self.n_pages))]
    }
}

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

/// The query of the address.
#[derive(Debug, Clone, Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    page: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    show: String,
}

pub(crate) async fn page(
    member: Member,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let item = find(&member, &id).await?;
    let pages = pages(&member, &item).await?;
    let n_pages = (pages.len() as u64).max(n_pictures(&item));
    let page = page_number(&asked.page);
    if page > n_pages {
        return Err(Fault::Absent);
    }
    let text = pages.get(page as usize - 1).map(String::as_str).unwrap_or_default();
    let picture = picture(&member.visitor, &item, page, text, &asked);
    let paragraphs = paragraphs(text, &asked.q);
    let pager = Pager::new(n_pages, 1, page, |n| address(&item, n, &asked.q));
    let name = file_name(&item.line.path).to_owned();
    let c = Chrome::member(&member, "search");
    html(&ReadPage { c, name, page, n_pages, q: asked.q, paragraphs, picture, pager, item })
}

/// The text of all pages, of the newest reading.
pub(super) async fn pages(member: &Member, item: &ItemView) -> Result<Vec<String>, Fault> {
    let id = item.line.id;
    match member.ask(move |archive, _| archive.item_text(id)).await? {
        Some(sealed) => member.open(Some(sealed)),
        None => Ok(Vec::new()),
    }
}

/// Whether a page's picture waits until it is asked for.
///
/// Bodies and wounds come as photographs and as scans without text, and what is restricted may show them; a
/// page of words does not need a veil.
pub(super) fn veiled(item: &ItemView, text: &str) -> bool {
    item.sensitivity >= Sensitivity::Restricted && (item.line.kind == Kind::Image || text.trim().is_empty())
}

pub(super) fn has_picture(item: &ItemView) -> bool {
    isnad_engine::is_drawable(&item.line.media_type)
}

/// Pages of a picture that has no text: those of a fax are counted by its reader.
pub(crate) fn n_pictures(item: &ItemView) -> u64 {
    let pages = item.metadata.iter().find(|datum| datum.name == "image.Pages");
    let stated = pages.filter(|_| has_picture(item)).and_then(|datum| datum.value.parse::<u32>().ok());
    stated.unwrap_or(1).into()
}

fn picture(visitor: &Visitor, item: &ItemView, page: u64, text: &str, asked: &Asked) -> Picture {
    if !has_picture(item) {
        return Picture::Absent;
    }
    if !visitor.pictures {
        return Picture::Spared;
    }
    let id = item.line.id;
    match (veiled(item, text), asked.show.as_str()) {
        (false, _) => Picture::Shown(format!("/item/{id}/page/{page}.png")),
        (true, "1") => Picture::Shown(format!("/item/{id}/page/{page}.png?show=1")),
        (true, _) => {
            let address = address(item, page, &asked.q);
            Picture::Veiled(format!("{address}&show=1"))
        }
    }
}

fn address(item: &ItemView, page: u64, q: &str) -> String {
    let words = if q.is_empty() { String::new() } else { format!("&q={}", encode(q)) };
    format!("/item/{}/read?page={page}{words}", item.line.id)
}

/// Paragraphs, each with its own direction; empty lines part them and are not shown.
fn paragraphs(text: &str, q: &str) -> Vec<Vec<Piece>> {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| pieces(line, marks(line, q))).collect()
}
