//! The pages: server-rendered, complete without JavaScript.
//!
//! API boundary: [`app`] gives the whole program as an axum router, so that tests need no socket; [`serve`]
//! puts it on a listener.
//! The archive's own calls block, so every one of them runs in [`tokio::task::spawn_blocking`] by way of
//! [`visitor::Member::ask`].

mod assets;
mod compared;
mod cookie;
mod draft;
mod drawn;
mod fault;
mod gate;
mod guard;
mod leaf;
mod outflow;
mod page;
mod pictures;
mod routes;
mod session;
mod state;
mod upload;
mod view;
mod visitor;

pub use state::{AppState, Clock, Options};

use axum::{Router, middleware::from_fn_with_state};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, NotForContentType, Predicate},
    },
};

/// Every page, behind every guard.
pub fn app(state: AppState) -> Router {
    // Evidence leaves as it is, and fonts are compressed already. Pages hold a token and words of the asker,
    // but `SameSite=Strict` keeps other sites from asking in somebody's name, so compressing them tells nobody
    // anything.
    let worth_compressing = DefaultPredicate::new()
        .and(NotForContentType::new("application/octet-stream"))
        .and(NotForContentType::new("font/"));
    // The last layer is the outermost: whatever is answered, even by a guard, carries the headers.
    routes::all()
        .layer(CatchPanicLayer::custom(fault::panicked))
        .layer(from_fn_with_state(state.clone(), fault::draw))
        .layer(axum::middleware::from_fn(guard::same_origin))
        .layer(from_fn_with_state(state.clone(), guard::known_host))
        .layer(CompressionLayer::new().compress_when(worth_compressing))
        .layer(axum::middleware::from_fn(guard::headers))
        .with_state(state)
}

/// Serves the archive in a folder until `stop` resolves; answers that have begun are finished.
///
/// # Errors
/// Whatever the listener's socket says.
pub async fn serve(
    dir: std::path::PathBuf,
    listener: std::net::TcpListener,
    options: Options,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let state = AppState::new(dir, options);
    let sweeping = tokio::spawn(state.clone().sweep_for_ever());
    let stopping = state.clone();
    let stop = async move {
        stop.await;
        // The program ends when the pages at hand are recorded, and not when all of them are.
        stopping.pictures.stop();
    };
    let served = axum::serve(listener, app(state)).with_graceful_shutdown(stop).await;
    sweeping.abort();
    served
}

#[cfg(test)]
mod tests;
