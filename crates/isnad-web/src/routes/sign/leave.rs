//! `POST /sign-out`

use axum::{
    Form,
    http::{HeaderMap, header::SET_COOKIE},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    cookie::{self, Life},
    fault::Fault,
    visitor::Member,
};

#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    form: String,
    /// Anything here leads to the calendar, which looks like nothing of ours.
    #[serde(default)]
    quick: String,
}

/// Ends the session; with the last one the keys leave memory.
pub(crate) async fn submit(
    member: Member,
    headers: HeaderMap,
    Form(answer): Form<Answer>,
) -> Result<Response, Fault> {
    member.check_form(&answer.form)?;
    if let Some(token) = cookie::read(&headers, cookie::SESSION) {
        member.state.sessions.end(token);
    }
    let state = member.state.clone();
    // The member holds the archive, and what is held cannot be closed.
    drop(member);
    if state.sessions.is_empty() {
        // Whoever leaves as the last one wants the keys out of memory, and a run would hold them there.
        state.pictures.stop();
    }
    state.sweep();
    let over = cookie::write(cookie::SESSION, "", Life::Over, state.options.https);
    let to = if answer.quick.is_empty() { "/sign-in" } else { "/calendar" };
    Ok((AppendHeaders([(SET_COOKIE, over)]), Redirect::to(to)).into_response())
}
