//! `isnad status`: what the archive holds and how it stands.

use isnad_i18n::{date_time, iso, size};
use isnad_model::Arg;
use serde_json::json;

use super::Outcome;
use crate::{cli::Call, exit, ui::Ui};

pub fn run(ui: &Ui, call: &Call, is_json: bool) -> Outcome {
    let (archive, _) = ui.open(call)?;
    let status = archive.status()?;
    if is_json {
        ui.json(&json!({
            "name": status.name,
            "origin": status.origin,
            "received": status.count.received,
            "kept": status.count.kept,
            "duplicates": status.count.duplicates,
            "refused": status.count.refused,
            "entries": status.n_entries,
            "objects": status.n_objects,
            "bytes": status.size_bytes,
            "unread": status.n_unread,
            "unfinished": status.n_unfinished,
            "pages_waiting": status.n_pages_waiting,
            "numbers_waiting": status.n_numbers_waiting,
            "last": status.last_at.map(iso),
            "root": status.root,
        }));
        return Ok(exit::OK);
    }
    let number = |name, n| (name, Arg::Number(n));
    let count = status.count;
    ui.result(&format!("{}  {}", status.name, status.origin));
    ui.result(&ui.words(
        "cli-intake-count",
        &[
            number("received", count.received),
            number("kept", count.kept),
            number("duplicates", count.duplicates),
            number("refused", count.refused),
        ],
    ));
    let held = ("size", Arg::Text(size(ui.locale, status.size_bytes)));
    ui.result(&ui.words(
        "cli-status-entries",
        &[number("entries", status.n_entries), number("objects", status.n_objects), held],
    ));
    if let Some(at) = status.last_at {
        ui.result(&ui.words("cli-status-last", &[("at", Arg::Text(date_time(ui.locale, at)))]));
    }
    let counts = [
        ("cli-status-unread", status.n_unread),
        ("cli-status-unfinished", status.n_unfinished),
        ("cli-status-pages", status.n_pages_waiting),
        ("cli-status-numbers", status.n_numbers_waiting),
    ];
    for (key, n) in counts {
        if n > 0 {
            ui.result(&ui.words(key, &[number("n", n)]));
        }
    }
    Ok(exit::OK)
}
