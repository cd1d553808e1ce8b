//! `GET /accessions`

use askama::Template;
use axum::{extract::Query, response::Response};
use isnad_model::view::AccessionView;
use serde::Deserialize;

use crate::{
    fault::Fault,
    page::{Chrome, html},
    view::{Pager, page_number},
    visitor::Member,
};

const PER_PAGE: u64 = 50;

#[derive(Template)]
#[template(path = "accessions.html")]
pub(crate) struct AccessionsPage {
    pub c: Chrome,
    pub n_all: u64,
    pub accessions: Vec<AccessionView>,
    pub pager: Pager,
}

/// Which page of a list.
#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    pub page: String,
}

pub(crate) async fn page(member: Member, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let page = page_number(&asked.page);
    let all: Vec<AccessionView> = member
        .ask(|archive, _| archive.accessions())
        .await?
        .into_iter()
        .filter_map(|sealed| member.open(Some(sealed)).ok())
        .collect();
    let n_all = all.len() as u64;
    let first = ((page - 1) * PER_PAGE) as usize;
    let accessions = all.into_iter().skip(first).take(PER_PAGE as usize).collect();
    let pager = Pager::new(n_all, PER_PAGE, page, |n| format!("/accessions?page={n}"));
    html(&AccessionsPage { c: Chrome::member(&member, "accessions"), n_all, accessions, pager })
}
