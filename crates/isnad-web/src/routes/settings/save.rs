//! `POST /settings`

use axum::{
    Form,
    http::header::SET_COOKIE,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use isnad_i18n::{Digits, Lang};
use serde::Deserialize;

use crate::{
    cookie::{self, Life},
    fault::Fault,
    visitor::{Keys, Member},
};

#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    form: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    digits: String,
    #[serde(default)]
    pictures: String,
    #[serde(default)]
    keys: String,
}

/// Keeps the choices in the browser: they are no business of the archive's.
pub(crate) async fn submit(member: Member, Form(answer): Form<Answer>) -> Result<Response, Fault> {
    member.check_form(&answer.form)?;
    let https = member.state.options.https;
    let lang = Lang::from_code(&answer.language).unwrap_or(member.visitor.locale.lang);
    let digits = Digits::from_code(&answer.digits).unwrap_or(member.visitor.locale.digits);
    let pictures = if answer.pictures == "none" { "none" } else { "asked" };
    let keys = Keys::from_code(&answer.keys).unwrap_or(member.visitor.keys);
    let cookies = AppendHeaders([
        (SET_COOKIE, cookie::write(cookie::KEYS, keys.code(), Life::Year, https)),
        (SET_COOKIE, cookie::write(cookie::LANGUAGE, lang.code(), Life::Year, https)),
        (SET_COOKIE, cookie::write(cookie::DIGITS, digits.code(), Life::Year, https)),
        (SET_COOKIE, cookie::write(cookie::PICTURES, pictures, Life::Year, https)),
    ]);
    Ok((cookies, Redirect::to("/settings?saved=1")).into_response())
}
