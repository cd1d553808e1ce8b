//! What every request must pass and every answer must carry.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{fault::Fault, state::AppState};

/// No inline script or style, nothing from elsewhere, nowhere to send a form but here, in nobody's frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; \
     font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const FOR_EVERY_ANSWER: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Adds the headers of every answer, unless the answer has a stricter one of its own.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in FOR_EVERY_ANSWER {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Answers only to names that are ours: a page elsewhere whose name was made to point at this machine (DNS
/// rebinding) gets nothing.
pub(crate) async fn known_host(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let known = host(request.headers()).is_some_and(|host| {
        ["localhost", "127.0.0.1", "[::1]"].contains(&host)
            || state.options.hosts.iter().any(|ours| ours.eq_ignore_ascii_case(host))
    });
    if known { next.run(request).await } else { StatusCode::MISDIRECTED_REQUEST.into_response() }
}

/// Refuses to change anything for a page that is not ours.
///
/// Browsers say `Origin: null` for our own forms, because we ask them for no referrer; there the word of
/// `Sec-Fetch-Site` counts, and where a browser sends neither, the form's token does.
pub(crate) async fn same_origin(request: Request, next: Next) -> Response {
    let reading = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reading || from_here(request.headers()) {
        next.run(request).await
    } else {
        Fault::Forged.into_response()
    }
}

fn from_here(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let site_ok = text("sec-fetch-site").is_none_or(|site| site == "same-origin");
    let origin_ok = text("origin").is_none_or(|origin| {
        origin == "null" || origin.split_once("://").map(|(_, authority)| authority) == text("host")
    });
    site_ok && origin_ok
}

/// The host's name without its port.
fn host(headers: &HeaderMap) -> Option<&str> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => Some(name),
        _ => Some(host),
    }
}
