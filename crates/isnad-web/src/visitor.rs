//! Who asks, in which language, and with what right.

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use isnad_access::{Role, Sealed, release};
use isnad_engine::Archive;
use isnad_i18n::{Digits, Lang, Locale};
use isnad_model::Problem;

use crate::{
    cookie,
    fault::Fault,
    session::{Session, Sessions, same_token},
    state::AppState,
};

/// Anybody: a language, some choices, and the address that was asked for.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    pub locale: Locale,
    /// False where somebody asked not to be shown pictures.
    pub pictures: bool,
    /// How the keys of one letter work.
    pub keys: Keys,
    /// Path and query, for the language switch and to come back after sign-in.
    pub path: String,
}

/// How the keys of one letter work. People who speak to their machine, or whose hands shake, press letters that
/// they do not mean (WCAG 2.2, success criterion 2.1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Keys {
    /// A letter alone.
    #[default]
    Plain,
    /// Only together with the Alt key.
    Alt,
    /// Not at all.
    Off,
}

impl Keys {
    /// All choices, in the order of the settings.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Alt, Self::Off];

    /// The code, for cookies, forms and the script.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Alt => "alt",
            Self::Off => "off",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|keys| keys.code() == code)
    }
}

impl Visitor {
    /// Reads the request's headers.
    pub fn of(headers: &HeaderMap, path: &str) -> Self {
        let mut locale = Locale::new(Lang::chosen(cookie::read(headers, cookie::LANGUAGE)));
        if let Some(digits) = cookie::read(headers, cookie::DIGITS).and_then(Digits::from_code) {
            locale = locale.with_digits(digits);
        }
        Self {
            locale,
            pictures: cookie::read(headers, cookie::PICTURES) != Some("none"),
            keys: cookie::read(headers, cookie::KEYS).and_then(Keys::from_code).unwrap_or_default(),
            path: path.to_owned(),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        Ok(Self::of(&parts.headers, path))
    }
}

/// Somebody who is signed in to an open archive.
#[derive(Clone)]
pub(crate) struct Member {
    pub visitor: Visitor,
    pub session: Session,
    pub state: AppState,
    archive: Arc<Archive>,
}

impl FromRequestParts<AppState> for Member {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Fault> {
        let Ok(visitor) = Visitor::from_request_parts(parts, state).await;
        let look = if asks_by_itself(parts) { Sessions::watch } else { Sessions::find };
        // A form that was sent after the session ended cannot be sent again from its address.
        let back =
            if parts.method == axum::http::Method::GET { visitor.path.clone() } else { "/".to_owned() };
        let session = cookie::read(&parts.headers, cookie::SESSION)
            .and_then(|token| look(&state.sessions, token, state.now()));
        match (session, state.gate.archive()) {
            (Some(session), Some(archive)) => Ok(Self { visitor, session, state: state.clone(), archive }),
            _ => Err(Fault::SignIn { back }),
        }
    }
}

/// Whether a page asked again by itself: it says so in its address, which ends `watch=1`.
fn asks_by_itself(parts: &Parts) -> bool {
    parts.method == axum::http::Method::GET
        && parts.uri.query().is_some_and(|query| query.split('&').any(|part| part == "watch=1"))
}

impl Member {
    /// The archive, for work that outlives the request.
    pub fn archive(&self) -> Arc<Archive> {
        Arc::clone(&self.archive)
    }

    /// Asks the archive something, away from the threads that answer requests.
    pub async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Archive, &isnad_access::Grant) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Fault> {
        let (archive, grant) = (self.archive.clone(), self.session.grant.clone());
        tokio::task::spawn_blocking(move || question(&archive, &grant))
            .await
            .map_err(|_| Fault::Broken)?
            .map_err(Fault::Problem)
    }

    /// Opens what may be seen. What is denied and what is not there are one and the same answer.
    pub fn open<T>(&self, sealed: Option<Sealed<T>>) -> Result<T, Fault> {
        sealed.and_then(|sealed| release(sealed, &self.session.grant)).ok_or(Fault::Absent)
    }

    /// Whether a form carries this session's token.
    pub fn check_form(&self, token: &str) -> Result<(), Fault> {
        if same_token(token, &self.session.form) { Ok(()) } else { Err(Fault::Forged) }
    }

    /// Pages for keepers look absent to everybody else.
    pub fn must_keep(&self) -> Result<(), Fault> {
        if self.session.grant.role() == Role::Keeper { Ok(()) } else { Err(Fault::Absent) }
    }

    /// Likewise pages for those who take material in.
    pub fn must_take_in(&self) -> Result<(), Fault> {
        if self.session.grant.role().may_take_in() { Ok(()) } else { Err(Fault::Absent) }
    }

    /// Whether a form that works on material is of this session, and its sender one who may.
    pub fn must_take_in_by(&self, token: &str) -> Result<(), Fault> {
        self.must_take_in()?;
        self.check_form(token)
    }
}
