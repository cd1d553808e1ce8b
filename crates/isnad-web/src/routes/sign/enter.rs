//! `GET /sign-in`, `POST /sign-in`

use std::sync::Arc;

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header::SET_COOKIE},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use isnad_access::Grant;
use isnad_engine::Archive;
use isnad_model::Sensitive;
use serde::Deserialize;

use crate::{
    cookie::{self, Life},
    fault::Fault,
    gate::Refused,
    page::{Chrome, html},
    session::{same_token, token},
    state::{AppState, held},
    view::safe_path,
    visitor::Visitor,
};

/// The form looks the same whether the archive is open or closed and whoever keeps it: a stranger learns
/// nothing from it.
#[derive(Template)]
#[template(path = "sign_in.html")]
pub(crate) struct SignInPage {
    pub c: Chrome,
    /// The token of this form.
    pub visit: String,
    /// Where to go afterwards.
    pub to: String,
    /// What was typed into another form when the session ended, sealed.
    pub draft: String,
    /// What was typed as the name.
    pub name: String,
    /// What went wrong, and what to do next.
    pub wrong: Option<(String, String)>,
}

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    to: String,
}

#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    visit: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    draft: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    passphrase: String,
}

pub(crate) async fn page(
    visitor: Visitor,
    State(state): State<AppState>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let known = cookie::read(&headers, cookie::VISIT).filter(|visit| visit.len() == 64);
    let visit = known.map_or_else(token, str::to_owned);
    let set = cookie::write(cookie::VISIT, &visit, Life::Window, state.options.https);
    let c = Chrome::stranger(&visitor);
    let to = safe_path(&asked.to).to_owned();
    let page = html(&SignInPage { c, visit, to, draft: String::new(), name: String::new(), wrong: None })?;
    Ok((AppendHeaders([(SET_COOKIE, set)]), page).into_response())
}

pub(crate) async fn submit(
    visitor: Visitor,
    State(state): State<AppState>,
    headers: HeaderMap,
    Form(answer): Form<Answer>,
) -> Result<Response, Fault> {
    let visit = cookie::read(&headers, cookie::VISIT).unwrap_or_default();
    if !same_token(visit, &answer.visit) {
        return Err(Fault::Forged);
    }
    let name = answer.name.trim().to_owned();
    let refused = match state.gate.sign_in(name.clone(), Sensitive::new(answer.passphrase.clone())).await {
        Ok((archive, grant)) => return welcome(&state, &headers, archive, grant, &answer).await,
        Err(refused) => refused,
    };
    let mut c = Chrome::stranger(&visitor);
    c.path = "/sign-in".to_owned();
    let (status, wrong) = explain(&c, &refused);
    let to = safe_path(&answer.to).to_owned();
    let page =
        html(&SignInPage { c, visit: answer.visit, to, draft: answer.draft, name, wrong: Some(wrong) })?;
    Ok((status, page).into_response())
}

fn explain(c: &Chrome, refused: &Refused) -> (StatusCode, (String, String)) {
    match refused {
        Refused::Wrong => (StatusCode::FORBIDDEN, (c.t("sign-in-wrong"), c.t("sign-in-wrong-next"))),
        Refused::TooMany => {
            (StatusCode::TOO_MANY_REQUESTS, (c.t("sign-in-too-many"), c.t("sign-in-too-many-next")))
        }
        Refused::Problem(problem) => (StatusCode::SERVICE_UNAVAILABLE, (c.what(problem), c.next(problem))),
    }
}

async fn welcome(
    state: &AppState,
    headers: &HeaderMap,
    archive: Arc<Archive>,
    grant: Grant,
    answer: &Answer,
) -> Result<Response, Fault> {
    let (asked, asking) = (archive.clone(), grant.clone());
    let (name, verified) = tokio::task::spawn_blocking(move || {
        let name = asked.principal(&asking)?.name;
        Ok((name, asked.status()?.verified))
    })
    .await
    .map_err(|_| Fault::Broken)?
    .map_err(Fault::Problem)?;
    *held(&state.seal) = verified.map(|(_, ok)| ok);
    // A session that this browser had before ends here.
    if let Some(old) = cookie::read(headers, cookie::SESSION) {
        state.sessions.end(old);
    }
    let draft = state.drafts.give_back(&answer.draft, &grant);
    let token = state.sessions.begin(grant, name, draft, state.now());
    state.gate.hold(archive);
    let https = state.options.https;
    let cookies = AppendHeaders([
        (SET_COOKIE, cookie::write(cookie::SESSION, &token, Life::Window, https)),
        (SET_COOKIE, cookie::write(cookie::VISIT, "", Life::Over, https)),
    ]);
    Ok((cookies, Redirect::to(safe_path(&answer.to))).into_response())
}
