//! `GET /accession/{id}/report`

use askama::Template;
use axum::{extract::Path, response::Response};
use isnad_engine::PicturesRequest;
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
    /// Pages of it that wait to be read from their pictures, for those who may have them read.
    pub n_pages: u64,
}

pub(crate) async fn page(member: Member, Path(id): Path<String>) -> Result<Response, Fault> {
    let id: AccessionId = id.parse().map_err(|_| Fault::Absent)?;
    let (accession, refused, unread, n_pages) = member
        .ask(move |archive, grant| {
            let request = PicturesRequest { accession: Some(id), ..PicturesRequest::default() };
            let n_pages = match grant.role().may_take_in() {
                true => archive.pictures_waiting(grant, &request)?,
                false => 0,
            };
            Ok((archive.accession(id)?, archive.refusals(id)?, archive.unread(id)?, n_pages))
        })
        .await?;
    let accession = member.open(accession)?;
    let (refused, unread) = (member.open(Some(refused))?, member.open(Some(unread))?);
    html(&ReportPage { c: Chrome::member(&member, "accessions"), accession, refused, unread, n_pages })
}
