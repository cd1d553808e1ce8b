//! `isnad backup` and `isnad restore`.

use isnad_engine::{Archive, World, keyring_beside};
use isnad_i18n::size;
use isnad_model::Arg;
use serde_json::json;

use super::Outcome;
use crate::{
    cli::{Backup, Call, Restore},
    exit,
    ui::Ui,
};

pub fn backup(ui: &Ui, call: &Call, args: &Backup) -> Outcome {
    let (archive, _) = ui.open(call)?;
    let keyring = args.keyring.clone().unwrap_or_else(|| keyring_beside(&args.to));
    let copied = archive.backup(&args.to, &keyring)?;
    if args.json {
        ui.json(&json!({"files": copied.n_files, "same": copied.n_same, "bytes": copied.size_bytes}));
        return Ok(exit::OK);
    }
    let text = |name, value: String| (name, Arg::Text(value));
    ui.result(&ui.words(
        "cli-backup-done",
        &[
            ("files", Arg::Number(copied.n_files)),
            ("same", Arg::Number(copied.n_same)),
            text("size", size(ui.locale, copied.size_bytes)),
            text("folder", args.to.display().to_string()),
        ],
    ));
    ui.say("cli-backup-keyring", &[text("folder", keyring.display().to_string())]);
    Ok(exit::OK)
}

pub fn restore(ui: &Ui, call: &Call, args: &Restore) -> Outcome {
    let keyring = args.keyring.clone().unwrap_or_else(|| keyring_beside(&args.from));
    let passphrase = ui.passphrase()?;
    if Archive::is_begun_in(&call.archive)? {
        ui.say("cli-unfinished-cleared", &[("folder", Arg::Text(call.archive.display().to_string()))]);
    }
    let (archive, _) = Archive::restore(
        &args.from,
        &keyring,
        &call.archive,
        call.name.as_deref(),
        &passphrase,
        World::real(),
    )?;
    let status = archive.status()?;
    if args.json {
        ui.json(&json!({"entries": status.n_entries, "kept": status.count.kept}));
    } else {
        let folder = ("folder", Arg::Text(call.archive.display().to_string()));
        ui.result(&ui.words("cli-restore-done", &[folder, ("entries", Arg::Number(status.n_entries))]));
    }
    Ok(exit::OK)
}
