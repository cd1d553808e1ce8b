//! `GET /intake`

use askama::Template;
use axum::response::Response;
use isnad_model::{Sensitivity, intake::Provenance};

use crate::{
    fault::Fault,
    page::{Chrome, html},
    visitor::Member,
};

#[derive(Template)]
#[template(path = "intake.html")]
pub(crate) struct IntakePage {
    pub c: Chrome,
    /// What was typed before, when the form comes back.
    pub given: Provenance,
    /// Whether pages without text are to be read from their pictures.
    pub pictures: bool,
    pub sensitivities: Vec<Sensitivity>,
    /// What went wrong, and what to do next.
    pub wrong: Option<(String, String)>,
    /// By which the writer of this form is known again if the session ends meanwhile.
    pub owner: String,
    /// What is in the form was typed before the session ended.
    pub is_draft: bool,
}

impl IntakePage {
    pub fn new(member: &Member, given: Provenance, wrong: Option<(String, String)>) -> Self {
        // Nobody can put material where they could not see it themselves.
        let sensitivities =
            Sensitivity::ALL.into_iter().filter(|label| member.session.grant.covers(*label)).collect();
        let owner = member.state.drafts.owner(&member.session.grant);
        Self {
            c: Chrome::member(member, "intake"),
            given,
            pictures: false,
            sensitivities,
            wrong,
            owner,
            is_draft: false,
        }
    }
}

pub(crate) async fn page(member: Member) -> Result<Response, Fault> {
    member.must_take_in()?;
    let draft = member.session.draft.clone();
    let is_draft = draft.is_some();
    html(&IntakePage { is_draft, ..IntakePage::new(&member, draft.unwrap_or_default(), None) })
}
