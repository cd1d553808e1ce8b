//! `GET /verify`

use askama::Template;
use axum::response::Response;
use isnad_model::{
    Millis, Problem,
    view::{Finding, Gravity, Holds, ItemName, Status, VerifyReport},
};

use crate::{
    fault::Fault,
    page::{Chrome, html},
    state::{Verification, held},
    visitor::Member,
};

#[derive(Template)]
#[template(path = "verify.html")]
pub(crate) struct VerifyPage {
    pub c: Chrome,
    pub status: Status,
    /// Percent done, while one runs.
    pub running: Option<u64>,
    pub done: Option<(VerifyReport, Millis)>,
    pub failed: Option<Problem>,
}

impl VerifyPage {
    /// What a finding means, where there is more to say.
    pub fn means(&self, finding: &Finding) -> String {
        isnad_i18n::means(self.c.locale, &finding.problem).unwrap_or_default()
    }

    /// The items that live in the object of a finding.
    pub fn items<'f>(&self, finding: &'f Finding) -> &'f [ItemName] {
        if let Holds::Items(items) = &finding.holds { items } else { &[] }
    }

    /// Why no item is named where there must be one.
    pub fn nameless(&self, finding: &Finding) -> String {
        match finding.holds {
            Holds::Unknown => self.c.t("verify-holds-unknown"),
            Holds::Closed => self.c.t("verify-holds-closed"),
            Holds::NoObject | Holds::Items(_) => String::new(),
        }
    }

    /// Whether a finding says that something was altered.
    pub fn grave(&self, finding: &Finding) -> bool {
        finding.gravity >= Gravity::Altered
    }
}

pub(crate) async fn page(member: Member) -> Result<Response, Fault> {
    let status = member.ask(|archive, _| archive.status()).await?;
    *held(&member.state.seal) = status.verified.map(|(_, ok)| ok);
    let now = held(&member.state.verification).clone();
    let mut page =
        VerifyPage { c: Chrome::member(&member, "verify"), status, running: None, done: None, failed: None };
    match now {
        Verification::Idle => {}
        // Nothing to do yet is not all done.
        Verification::Running { done, of } => {
            page.running = Some((done * 100).checked_div(of).unwrap_or(0).min(100))
        }
        Verification::Done(verified, at) => page.done = Some((verified.released(&member.session.grant), at)),
        Verification::Failed(problem) => page.failed = Some(problem),
    }
    html(&page)
}
