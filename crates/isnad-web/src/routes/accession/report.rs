//! `GET /accession/{id}/report`

use askama::Template;
use axum::{extract::Path, response::Response};
use isnad_model::{
    AccessionId,
    intake::{Refusal, Unread},
    view::AccessionView,
};

use crate::{
    fault::Fault,
    page::{Chrome, html},
    visitor::Member,
};

#[derive(Template)]
#[template(path = "report.html")]
pub(crate) struct ReportPage {
    pub c: Chrome,
    pub accession: AccessionView,
    pub refused: Vec<Refusal>,
    /// Kept but not fully read.
    pub unread: Vec<Unread>,
}

pub(crate) async fn page(member: Member, Path(id): Path<String>) -> Result<Response, Fault> {
    let id: AccessionId = id.parse().map_err(|_| Fault::Absent)?;
    let (accession, refused, unread) = member
        .ask(move |archive, _| Ok((archive.accession(id)?, archive.refusals(id)?, archive.unread(id)?)))
        .await?;
    let accession = member.open(accession)?;
    let (refused, unread) = (member.open(Some(refused))?, member.open(Some(unread))?);
    html(&ReportPage { c: Chrome::member(&member, "accessions"), accession, refused, unread })
}
