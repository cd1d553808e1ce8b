//! Cookies: a few of them, small, and none for anybody else.

use axum::http::{HeaderMap, HeaderValue, header::COOKIE};

/// The session's token.
pub(crate) const SESSION: &str = "isnad_session";
/// The token of the sign-in form, before there is a session.
pub(crate) const VISIT: &str = "isnad_visit";
/// The chosen language.
pub(crate) const LANGUAGE: &str = "isnad_language";
/// The chosen digits.
pub(crate) const DIGITS: &str = "isnad_digits";
/// `none` where somebody asked not to be shown pictures.
pub(crate) const PICTURES: &str = "isnad_pictures";

/// How the keys of one letter work: `alt` or `off`; on unless it says so.
pub(crate) const KEYS: &str = "isnad_keys";

/// A cookie of the request.
pub(crate) fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// How long a cookie stays.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Life {
    /// Until the browser is closed.
    Window,
    /// A year: a choice, not a secret.
    Year,
    /// Not at all.
    Over,
}

/// A `Set-Cookie` header. Values are our own words and hexadecimal, so nothing needs quoting.
pub(crate) fn write(name: &str, value: &str, life: Life, https: bool) -> HeaderValue {
    let age = match life {
        Life::Window => "",
        Life::Year => "; Max-Age=31536000",
        Life::Over => "; Max-Age=0",
    };
    let secure = if https { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{name}={value}; HttpOnly; SameSite=Strict; Path=/{age}{secure}"))
        .unwrap_or_else(|_| HeaderValue::from_static(""))
}
