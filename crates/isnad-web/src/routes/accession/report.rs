//! `GET /accession/{id}/report`

use askama::Template;
use axum::{extract::Path, response::Response};
use isnad_model::{AccessionId, ItemId, Problem, intake::Refusal, view::AccessionView};

use crate::{
    fault::Fault,
    page::{Chrome, html},
    state::held,
    visitor::Member,
};

#[derive(Template)]
#[template(path = "report.html")]
pub(crate) struct ReportPage {
    pub c: Chrome,
    pub accession: AccessionView,
    pub refused: Vec<Refusal>,
    /// Kept but not fully read; known while the program that took it in still runs.
    pub unread: Vec<(ItemId, String, Problem)>,
    pub n_resumed: u64,
}

pub(crate) async fn page(member: Member, Path(id): Path<String>) -> Result<Response, Fault> {
    let id: AccessionId = id.parse().map_err(|_| Fault::Absent)?;
    let (accession, refused) =
        member.ask(move |archive, _| Ok((archive.accession(id)?, archive.refusals(id)?))).await?;
    let accession = member.open(accession)?;
    let refused = member.open(Some(refused))?;
    let (unread, n_resumed) = held(&member.state.reports)
        .get(&id)
        .map_or_else(Default::default, |report| (report.unread.clone(), report.n_resumed));
    html(&ReportPage { c: Chrome::member(&member, "accessions"), accession, refused, unread, n_resumed })
}
