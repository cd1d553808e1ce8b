//! `GET /`

use askama::Template;
use axum::response::Response;
use isnad_engine::PicturesRequest;
use isnad_model::{
    Arg,
    view::{AccessionView, Status},
};

use crate::{
    fault::Fault,
    page::{Chrome, html},
    state::held,
    visitor::Member,
};

/// How many of the newest accessions home shows; the rest is one link away.
const RECENT: usize = 6;

#[derive(Template)]
#[template(path = "home.html")]
pub(crate) struct HomePage {
    pub c: Chrome,
    pub status: Status,
    pub recent: Vec<AccessionView>,
    /// Numbers that a machine read and nobody has checked, as far as this person may check them.
    pub n_numbers: u64,
    /// Pages that wait to be read from their pictures, as far as this person may have them read.
    pub n_pages: u64,
}

impl HomePage {
    /// Received = kept + refused, for the words.
    pub fn equation(&self) -> [(&'static str, Arg); 2] {
        let count = self.status.count;
        [("kept", Arg::Number(count.kept)), ("refused", Arg::Number(count.refused))]
    }

    /// Whether anything waits for a person.
    pub fn waiting(&self) -> bool {
        self.status.n_unfinished > 0
            || self.status.n_unread > 0
            || self.n_numbers > 0
            || self.n_pages > 0
            || self.status.verified.is_none()
    }
}

pub(crate) async fn page(member: Member) -> Result<Response, Fault> {
    let (status, accessions, (n_numbers, n_pages)) = member
        .ask(|archive, grant| {
            let waiting = match grant.role().may_take_in() {
                true => (
                    archive.n_waiting_numbers(grant, None)?,
                    archive.pictures_waiting(grant, &PicturesRequest::default())?,
                ),
                false => (0, 0),
            };
            Ok((archive.status()?, archive.accessions()?, waiting))
        })
        .await?;
    *held(&member.state.seal) = status.verified.map(|(_, ok)| ok);
    let recent =
        accessions.into_iter().filter_map(|sealed| member.open(Some(sealed)).ok()).take(RECENT).collect();
    html(&HomePage { c: Chrome::member(&member, "home"), status, recent, n_numbers, n_pages })
}
