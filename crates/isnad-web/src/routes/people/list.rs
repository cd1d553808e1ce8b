//! `GET /people`

use askama::Template;
use axum::response::Response;
use isnad_access::Role;
use isnad_model::view::PrincipalView;

use crate::{
    fault::Fault,
    page::{Chrome, html},
    visitor::Member,
};

#[derive(Template)]
#[template(path = "people.html")]
pub(crate) struct PeoplePage {
    pub c: Chrome,
    pub people: Vec<(PrincipalView, Role)>,
    pub roles: [Role; 3],
    /// What was typed, when the form comes back.
    pub name: String,
    pub wrong: Option<(String, String)>,
}

pub(crate) async fn page(member: Member) -> Result<Response, Fault> {
    member.must_keep()?;
    html(&draw(&member, String::new(), None).await?)
}

pub(super) async fn draw(
    member: &Member,
    name: String,
    wrong: Option<(String, String)>,
) -> Result<PeoplePage, Fault> {
    let people = member.ask(|archive, grant| archive.principals(grant)).await?;
    Ok(PeoplePage { c: Chrome::member(member, "people"), people, roles: Role::ALL, name, wrong })
}
