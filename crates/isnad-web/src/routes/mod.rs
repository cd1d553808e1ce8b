//! Every address of the program, one file for each.

pub(crate) mod accession;
pub(crate) mod away;
pub(crate) mod help;
pub(crate) mod home;
pub(crate) mod intake;
pub(crate) mod item;
pub(crate) mod ledger;
pub(crate) mod numbers;
pub(crate) mod people;
pub(crate) mod pictures;
pub(crate) mod record;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod sign;
pub(crate) mod verify;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    routing::{get, post},
};

use crate::{assets, fault::Fault, state::AppState, visitor::Member};

/// The largest form of claims: a testimony or two, not a book.
const FORM_BYTES_MAX: usize = 8 << 20;

/// The table of addresses.
pub(crate) fn all() -> Router<AppState> {
    Router::new()
        .route("/", get(home::show::page))
        .route(
            "/sign-in",
            get(sign::enter::page)
                .post(sign::enter::submit)
                .layer(DefaultBodyLimit::max(crate::draft::FORM_BYTES_MAX)),
        )
        .route("/lock", post(sign::lock::submit).layer(DefaultBodyLimit::max(crate::draft::FORM_BYTES_MAX)))
        .route("/sign-out", post(sign::leave::submit))
        .route(
            "/intake",
            get(intake::ask::page).post(intake::receive::submit).layer(DefaultBodyLimit::disable()),
        )
        .route("/accessions", get(accession::list::page))
        .route("/accession/{id}", get(accession::show::page))
        .route("/accession/{id}/report", get(accession::report::page))
        .route("/search", get(search::find::page))
        .route("/item/{id}", get(item::show::page))
        .route("/item/{id}/read", get(item::read::page))
        .route("/item/{id}/page/{file}", get(item::picture::get))
        .route("/item/{id}/strip/{file}", get(item::strip::get))
        .route("/item/{id}/find", get(item::find::page))
        .route("/item/{id}/compare", get(item::compare::page))
        .route("/item/{id}/corrections", get(item::corrections::page))
        .route("/item/{id}/word", post(item::word::submit))
        .route("/item/{id}/transcribe", get(item::transcribe::page).post(item::transcribe::submit))
        .route("/item/{id}/download", post(item::download::submit))
        .route("/item/{id}/unlock", post(item::unlock::submit))
        .route("/records", get(record::list::page))
        .route(
            "/record/new",
            get(record::new::page).post(record::new::submit).layer(DefaultBodyLimit::max(FORM_BYTES_MAX)),
        )
        .route("/record/{id}", get(record::show::page))
        .route(
            "/record/{id}/say",
            get(record::say::page).post(record::say::submit).layer(DefaultBodyLimit::max(FORM_BYTES_MAX)),
        )
        .route("/record/{id}/history", get(record::history::page))
        .route("/record/{id}/sheet", get(record::sheet::page))
        .route("/claim/{id}", get(record::claim::page))
        .route("/claim/{id}/remark", post(record::claim::remark))
        .route("/numbers", get(numbers::show::page).post(numbers::say::submit))
        .route("/pictures", get(pictures::show::page).post(pictures::begin::submit))
        .route("/pictures/stop", post(pictures::stop::submit))
        .route("/ledger/{index}", get(ledger::entry::page))
        .route("/verify", get(verify::show::page).post(verify::run::submit))
        .route("/people", get(people::list::page).post(people::add::submit))
        .route("/settings", get(settings::show::page).post(settings::save::submit))
        .route("/language/{code}", get(settings::language::get))
        .route("/help", get(help::keys::page))
        .route("/calendar", get(away::calendar::page))
        .route("/alive", get(alive))
        .route("/healthz", get(|| async { "ok" }))
        // Browsers ask for it where a page names no icon, as the calendar must not.
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
        .route("/assets/{name}", get(assets::get))
        .fallback(|| async { Fault::Absent })
        .method_not_allowed_fallback(|| async { Fault::Absent })
}

/// `GET /alive`: keeps a session from going idle while somebody types.
async fn alive(_: Member) -> StatusCode {
    StatusCode::NO_CONTENT
}
