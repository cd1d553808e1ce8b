//! `GET /ledger/{index}`

use askama::Template;
use axum::{extract::Path, response::Response};
use isnad_model::view::{EntryView, Notation};

use crate::{
    fault::Fault,
    page::{Chrome, html},
    visitor::Member,
};

#[derive(Template)]
#[template(path = "entry.html")]
pub(crate) struct EntryPage {
    pub c: Chrome,
    pub entry: EntryView,
    /// What kind of act it is, in words.
    pub kind: String,
}

pub(crate) async fn page(member: Member, Path(index): Path<String>) -> Result<Response, Fault> {
    let index: u64 = index.parse().map_err(|_| Fault::Absent)?;
    let sealed = member.ask(move |archive, _| archive.entry(index)).await?;
    let entry = member.open(sealed)?;
    let c = Chrome::member(&member, "verify");
    let kind = c.entry_kind(&entry.kind);
    html(&EntryPage { c, entry, kind })
}
