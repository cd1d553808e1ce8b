//! `POST /item/{id}/unlock`

use axum::{
    Form,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use isnad_engine::Password;
use serde::Deserialize;

use super::show::{draw, find};
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
    password: String,
}

/// Opens what a password locks; the password is used once and kept nowhere.
pub(crate) async fn submit(
    member: Member,
    Path(id): Path<String>,
    Form(answer): Form<Answer>,
) -> Result<Response, Fault> {
    let password = Password::new(answer.password);
    member.must_take_in_by(&answer.form)?;
    let item = find(&member, &id).await?;
    let item_id = item.line.id;
    match member.ask(move |archive, grant| archive.unlock(grant, item_id, &password)).await {
        Ok(Some(_)) => Ok(Redirect::to(&format!("/item/{item_id}")).into_response()),
        Ok(None) => Err(Fault::Absent),
        Err(Fault::Problem(problem)) => {
            let c = Chrome::member(&member, "search");
            let wrong = Some(c.wrong(&problem));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&draw(&member, item, wrong).await?)?).into_response())
        }
        Err(fault) => Err(fault),
    }
}
