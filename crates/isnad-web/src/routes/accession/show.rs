//! `GET /accession/{id}`

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use isnad_model::{
    AccessionId,
    view::{AccessionView, ItemLine},
};

use super::list::Asked;
use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::{Pager, page_number},
    visitor::Member,
};

const PER_PAGE: u64 = 100;

#[derive(Template)]
#[template(path = "accession.html")]
pub(crate) struct AccessionPage {
    pub c: Chrome,
    pub accession: AccessionView,
    pub n_items: u64,
    pub items: Vec<ItemLine>,
    pub pager: Pager,
}

pub(crate) async fn page(
    member: Member,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let id: AccessionId = id.parse().map_err(|_| Fault::Absent)?;
    let page = page_number(&asked.page);
    let (accession, items) = member
        .ask(move |archive, _| {
            Ok((archive.accession(id)?, archive.items(id, (page - 1) * PER_PAGE, PER_PAGE)?))
        })
        .await?;
    let accession = member.open(accession)?;
    let (n_items, items) = member.open(Some(items))?;
    let pager = Pager::new(n_items, PER_PAGE, page, |n| format!("/accession/{id}?page={n}"));
    html(&AccessionPage { c: Chrome::member(&member, "accessions"), accession, n_items, items, pager })
}
