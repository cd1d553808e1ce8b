//! `POST /lock`: ends the session and keeps what was typed, as the script does when somebody has been away.

use axum::{
    extract::{Multipart, State},
    http::{HeaderMap, StatusCode, header::SET_COOKIE},
    response::{AppendHeaders, IntoResponse, Response},
};
use isnad_model::intake::Provenance;

use super::enter::SignInPage;
use crate::{
    cookie::{self, Life},
    draft::{note, text},
    fault::Fault,
    page::{Chrome, html},
    session::{same_token, token},
    state::AppState,
    upload::is_file,
    visitor::Visitor,
};

/// What a form held when nobody was signed in any more.
#[derive(Default)]
pub(crate) struct Left {
    /// The token of the session that it was drawn for.
    form: String,
    /// By which its writer is known.
    owner: String,
    typed: Provenance,
}

impl Left {
    /// Reads a form to its end: browsers show an answer only when they could send everything. Files are not kept.
    pub async fn read(form: &mut Multipart) -> Result<Self, Fault> {
        let mut left = Self::default();
        while let Some(mut field) = form.next_field().await.map_err(|_| Fault::Forged)? {
            if is_file(&field) {
                while field.chunk().await.map_err(|_| Fault::Forged)?.is_some() {}
                continue;
            }
            let name = field.name().unwrap_or_default().to_owned();
            match (name.as_str(), text(field).await?) {
                ("form", token) => left.form = token,
                ("owner", owner) => left.owner = owner,
                (name, text) => note(&mut left.typed, name, text),
            }
        }
        Ok(left)
    }

    /// The sign-in page that carries it on to the form that it came from.
    pub fn sign_in(&self, visitor: &Visitor, state: &AppState) -> Result<Response, Fault> {
        let visit = token();
        let set = cookie::write(cookie::VISIT, &visit, Life::Window, state.options.https);
        let mut c = Chrome::stranger(visitor);
        c.path = "/sign-in".to_owned();
        let draft = state.drafts.keep(&self.owner, &self.typed).unwrap_or_default();
        let page = SignInPage { c, visit, to: "/intake".to_owned(), draft, name: String::new(), wrong: None };
        Ok((StatusCode::FORBIDDEN, AppendHeaders([(SET_COOKIE, set)]), html(&page)?).into_response())
    }
}

/// Locks. A form that is not of this session locks nothing, and is answered alike.
pub(crate) async fn submit(
    visitor: Visitor,
    State(state): State<AppState>,
    headers: HeaderMap,
    mut form: Multipart,
) -> Result<Response, Fault> {
    let left = Left::read(&mut form).await?;
    let token = cookie::read(&headers, cookie::SESSION).unwrap_or_default();
    if state.sessions.find(token, state.now()).is_some_and(|session| same_token(&left.form, &session.form)) {
        state.sessions.end(token);
        state.sweep();
    }
    left.sign_in(&visitor, &state)
}
