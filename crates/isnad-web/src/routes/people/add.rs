//! `POST /people`

use axum::{
    Form,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use isnad_access::Role;
use isnad_model::Sensitive;
use serde::Deserialize;

use super::list::draw;
use crate::{
    fault::Fault,
    page::{Chrome, html},
    visitor::Member,
};

#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    form: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    passphrase: String,
    #[serde(default)]
    again: String,
}

/// Adds somebody with a passphrase of their own.
pub(crate) async fn submit(member: Member, Form(answer): Form<Answer>) -> Result<Response, Fault> {
    member.must_keep()?;
    member.check_form(&answer.form)?;
    let c = Chrome::member(&member, "people");
    let name = answer.name.trim().to_owned();
    let wrong = if name.is_empty() {
        Some((c.t("people-no-name"), c.t("people-no-name-next")))
    } else if answer.passphrase != answer.again {
        Some((c.t("people-not-same"), c.t("people-not-same-next")))
    } else {
        // A role that is none of ours means the least.
        let role = Role::from_code(&answer.role).unwrap_or(Role::Reader);
        let (adding, passphrase) = (name.clone(), Sensitive::new(answer.passphrase));
        match member.ask(move |archive, grant| archive.add_principal(grant, &adding, role, &passphrase)).await
        {
            Ok(_) => return Ok(Redirect::to("/people").into_response()),
            Err(Fault::Problem(problem)) => Some(c.wrong(&problem)),
            Err(fault) => return Err(fault),
        }
    };
    let page = html(&draw(&member, name, wrong).await?)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
