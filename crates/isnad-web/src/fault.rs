//! Requests that end otherwise than they were meant to.

use std::any::Any;

use askama::Template;
use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{Html, IntoResponse, Redirect, Response},
};
use isnad_model::Problem;

use crate::{cookie, page::Chrome, state::AppState, view::encode, visitor::Visitor};

/// Why there is no page.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// Not there, or not for this person: the same answer for both.
    Absent,
    /// A form that did not come from our own page, or from an ended session.
    Forged,
    /// Somebody must sign in first, and then comes back.
    SignIn { back: String },
    /// The archive said what was wrong.
    Problem(Problem),
    /// A mistake of our own.
    Broken,
}

impl Fault {
    fn status(&self) -> StatusCode {
        match self {
            Self::Absent => StatusCode::NOT_FOUND,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::SignIn { .. } => StatusCode::SEE_OTHER,
            Self::Problem(_) | Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The key of the words: `fault-…`, `fault-…-next`.
    const fn key(&self) -> &'static str {
        match self {
            Self::Absent => "fault-absent",
            Self::Forged => "fault-forged",
            Self::SignIn { .. } | Self::Problem(_) | Self::Broken => "fault-broken",
        }
    }
}

impl IntoResponse for Fault {
    /// Only the code travels from here; [`draw`] knows the language and makes the page.
    fn into_response(self) -> Response {
        if let Self::SignIn { back } = &self {
            let to =
                if back == "/" { "/sign-in".to_owned() } else { format!("/sign-in?to={}", encode(back)) };
            return Redirect::to(&to).into_response();
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The answer after a panic in a handler: the server goes on, and the panic's own words go nowhere.
pub(crate) fn panicked(_: Box<dyn Any + Send>) -> Response {
    Fault::Broken.into_response()
}

#[derive(Template)]
#[template(path = "fault.html")]
pub(crate) struct FaultPage {
    pub c: Chrome,
    pub what: String,
    pub next: String,
    /// Who is signed in goes home; a stranger goes to the sign-in page.
    pub home: &'static str,
}

/// Makes a page of a fault, in the visitor's language.
pub(crate) async fn draw(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let visitor = Visitor::of(request.headers(), &path);
    let session = cookie::read(request.headers(), cookie::SESSION).map(str::to_owned);
    let mut response = next.run(request).await;
    let Some(fault) = response.extensions_mut().remove::<Fault>() else { return response };
    let session = session.and_then(|token| state.sessions.find(&token, state.now()));
    let mut c = Chrome::stranger(&visitor);
    if let Some(session) = &session {
        c = c.signed_in(session, &state);
    }
    // The language switch cannot repeat a form, and an absent page is as absent in another language.
    c.path = "/".to_owned();
    let (what, next) = match &fault {
        Fault::Problem(problem) => isnad_i18n::problem(visitor.locale, problem),
        other => (c.t(other.key()), c.t(format!("{}-next", other.key()))),
    };
    let home = if session.is_some() { "/" } else { "/sign-in" };
    match (FaultPage { c, what, next, home }).render() {
        Ok(html) => (fault.status(), Html(html)).into_response(),
        Err(_) => fault.status().into_response(),
    }
}
