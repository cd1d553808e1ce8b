//! `GET /language/{code}?to=/path`

use axum::{
    extract::{Path, Query, State},
    http::header::SET_COOKIE,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use isnad_i18n::Lang;
use serde::Deserialize;

use crate::{
    cookie::{self, Life},
    fault::Fault,
    state::AppState,
    view::safe_path,
};

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    to: String,
}

/// Sets the language and goes back: a link, so that it works before sign-in and without a form.
pub(crate) async fn get(
    State(state): State<AppState>,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let lang = Lang::from_code(&code).ok_or(Fault::Absent)?;
    let set = cookie::write(cookie::LANGUAGE, lang.code(), Life::Year, state.options.https);
    Ok((AppendHeaders([(SET_COOKIE, set)]), Redirect::to(safe_path(&asked.to))).into_response())
}
