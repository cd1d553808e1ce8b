//! `GET /help`

use askama::Template;
use axum::response::Response;

use crate::{
    fault::Fault,
    page::{Chrome, html},
    visitor::Member,
};

#[derive(Template)]
#[template(path = "help.html")]
pub(crate) struct HelpPage {
    pub c: Chrome,
    /// Keys, and the key of the words for what they do.
    pub keys: &'static [(&'static [&'static str], &'static str)],
}

/// All keys of the script; each is also a link or a button somewhere.
pub(crate) const KEYS: &[(&[&str], &str)] = &[
    (&["/"], "help-key-search"),
    (&["?"], "help-key-help"),
    (&["g", "h"], "help-key-home"),
    (&["g", "i"], "help-key-intake"),
    (&["g", "a"], "help-key-accessions"),
    (&["g", "r"], "help-key-records"),
    (&["g", "s"], "help-key-find"),
    (&["g", "v"], "help-key-verify"),
    (&["g", "n"], "help-key-numbers"),
    (&["j"], "help-key-down"),
    (&["k"], "help-key-up"),
    (&["Enter"], "help-key-open"),
    (&["n"], "help-key-next-hit"),
    (&["b"], "help-key-previous-hit"),
    (&["."], "help-key-next-page"),
    (&[","], "help-key-previous-page"),
    (&["+"], "help-key-larger"),
    (&["-"], "help-key-smaller"),
    (&["r"], "help-key-turn"),
    (&["e"], "help-key-edit"),
    (&["x"], "help-key-unreadable"),
    (&["s"], "help-key-pass"),
    (&["u"], "help-key-undo"),
    (&["Esc"], "help-key-close"),
    (&["Esc", "Esc", "Esc"], "help-key-leave"),
];

pub(crate) async fn page(member: Member) -> Result<Response, Fault> {
    html(&HelpPage { c: Chrome::member(&member, "help"), keys: KEYS })
}
