//! `GET /settings`

use askama::Template;
use axum::{extract::Query, response::Response};
use serde::Deserialize;

use crate::{
    fault::Fault,
    page::{Chrome, html},
    visitor::Member,
};

#[derive(Template)]
#[template(path = "settings.html")]
pub(crate) struct SettingsPage {
    pub c: Chrome,
    pub pictures: bool,
    /// The choices were saved just now.
    pub saved: bool,
}

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    saved: String,
}

pub(crate) async fn page(member: Member, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let mut c = Chrome::member(&member, "settings");
    c.path = "/settings".to_owned();
    html(&SettingsPage { c, pictures: member.visitor.pictures, saved: asked.saved == "1" })
}
