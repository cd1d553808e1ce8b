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
    pub sensitivities: Vec<Sensitivity>,
    /// What went wrong, and what to do next.
    pub wrong: Option<(String, String)>,
}

impl IntakePage {
    pub fn new(member: &Member, given: Provenance, wrong: Option<(String, String)>) -> Self {
        // Nobody can put material where they could not see it themselves.
        let sensitivities =
            Sensitivity::ALL.into_iter().filter(|label| member.session.grant.covers(*label)).collect();
        Self { c: Chrome::member(member, "intake"), given, sensitivities, wrong }
    }
}

pub(crate) async fn page(member: Member) -> Result<Response, Fault> {
    member.must_take_in()?;
    html(&IntakePage::new(&member, Provenance::default(), None))
}
