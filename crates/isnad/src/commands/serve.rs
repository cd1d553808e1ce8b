//! `isnad serve`: the pages, on a loopback address. The archive opens with the first sign-in.

use std::{
    net::{SocketAddr, TcpListener},
    path::Path,
};

use isnad_engine::Archive;
use isnad_model::{Arg, Problem};

use super::Outcome;
use crate::{exit, ui::Ui};

pub fn run(ui: &Ui, archive: &Path, listen: SocketAddr) -> Outcome {
    Archive::is_in(archive)?;
    if !listen.ip().is_loopback() {
        // Pages go over plain HTTP here; beyond this machine a proxy with TLS belongs in front.
        return Err(Problem::new("not-loopback").text("address", listen.to_string()));
    }
    let busy = |_| Problem::new("address-busy").text("address", listen.to_string());
    // The usual port may be taken by another archive; any free one will do, and the link says which.
    let listener = TcpListener::bind(listen)
        .or_else(|_| TcpListener::bind(SocketAddr::new(listen.ip(), 0)))
        .map_err(busy)?;
    let address = listener.local_addr().map_err(busy)?;
    ui.result(&format!("http://{address}/"));
    ui.say("cli-serve-how", &[("address", Arg::Text(format!("http://{address}/")))]);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|_| Problem::new("internal"))?;
    runtime
        .block_on(isnad_web::serve(archive.to_owned(), listener, isnad_web::Options::default(), stopped()))
        .map_err(|_| Problem::new("internal"))?;
    Ok(exit::OK)
}

/// Ends with Ctrl-C or when the system asks the program to stop.
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut asked) = signal(SignalKind::terminate()) else {
        let _interrupted = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = asked.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
