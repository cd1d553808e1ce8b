//! `isnad item`: one item and its isnad, and a copy of its bytes.

use std::{fs::OpenOptions, io::Write};

use isnad_access::release;
use isnad_i18n::{date_time, iso, problem, size, t_args};
use isnad_model::{
    Arg, ItemId, Problem,
    view::{ItemView, Knot},
};
use isnad_text::show::tame;
use serde_json::json;

use super::Outcome;
use crate::{
    cli::{Call, ItemExport, ItemShow, ItemUnlock},
    exit, received,
    ui::Ui,
};

pub fn show(ui: &Ui, call: &Call, args: &ItemShow) -> Outcome {
    let id = parse(&args.id)?;
    let (archive, grant) = ui.open(call)?;
    let item =
        archive.item(id)?.and_then(|sealed| release(sealed, &grant)).ok_or_else(|| absent(&args.id))?;
    if args.json {
        let same = archive.same_bytes(id)?.into_iter().filter_map(|sealed| release(sealed, &grant));
        print_json(ui, &item, &same.map(|same| same.id.to_string()).collect::<Vec<_>>());
    } else {
        print(ui, &item);
    }
    Ok(exit::OK)
}

pub fn export(ui: &Ui, call: &Call, args: &ItemExport) -> Outcome {
    let id = parse(&args.id)?;
    let (archive, grant) = ui.open(call)?;
    let is_there = if args.output.as_os_str() == "-" {
        archive.export_item(&grant, id, &mut std::io::stdout().lock())?
    } else {
        // A file that is there already may be somebody's work; it is not written over.
        let file = OpenOptions::new().write(true).create_new(true).open(&args.output).map_err(|error| {
            let code = match error.kind() {
                std::io::ErrorKind::AlreadyExists => "file-there",
                std::io::ErrorKind::PermissionDenied => "no-permission",
                _ => "disk-error",
            };
            Problem::new(code).text("file", args.output.display().to_string())
        })?;
        let mut file = std::io::BufWriter::new(file);
        let is_there = archive.export_item(&grant, id, &mut file)?;
        file.flush()
            .map_err(|_| Problem::new("disk-error").text("file", args.output.display().to_string()))?;
        is_there
    };
    if is_there { Ok(exit::OK) } else { Err(absent(&args.id)) }
}

/// Opens what a password locks. The password is never an argument: others on the machine can read those.
pub fn unlock(ui: &Ui, call: &Call, args: &ItemUnlock) -> Outcome {
    let id = parse(&args.id)?;
    let (archive, grant) = ui.open(call)?;
    let password = ui.item_password()?;
    let unlocked = archive.unlock(&grant, id, &password)?.ok_or_else(|| absent(&args.id))?;
    if args.json {
        ui.json(&json!({"taken_in": unlocked.n_taken_in, "partly_locked": unlocked.is_partly_locked}));
    } else {
        ui.result(&ui.words("cli-item-unlock-done", &[("n", Arg::Number(unlocked.n_taken_in))]));
        if unlocked.is_partly_locked {
            ui.say("cli-item-unlock-partly", &[]);
        }
    }
    Ok(if unlocked.is_partly_locked { exit::PARTLY } else { exit::OK })
}

fn parse(id: &str) -> Result<ItemId, Problem> {
    id.parse().map_err(|_| absent(id))
}

fn absent(id: &str) -> Problem {
    Problem::new("item-absent").text("id", id)
}

fn print_json(ui: &Ui, item: &ItemView, same_bytes: &[String]) {
    let knots: Vec<_> = item
        .isnad
        .iter()
        .map(|knot| json!({"code": knot.code, "at": knot.at.map(iso), "value": knot.mono, "ok": knot.ok}))
        .collect();
    let mut line = json!({
        "id": item.line.id.to_string(),
        "kind": item.line.kind.code(),
        "media_type": item.line.media_type,
        "bytes": item.line.size_bytes,
        "sha256": item.sha256,
        "blake3": item.blake3,
        "sensitivity": item.sensitivity.code(),
        "accession": item.accession.id.to_string(),
        "parent": item.parent.as_ref().map(|parent| parent.id.to_string()),
        "entry": item.entry,
        "same_bytes": same_bytes,
        "locked": item.is_locked,
        "metadata": item.metadata.iter().map(|m| json!({"name": m.name, "value": m.value})).collect::<Vec<_>>(),
        "isnad": knots,
    });
    received::put(&mut line, "path", &item.line.path_bytes);
    ui.json(&line);
}

fn print(ui: &Ui, item: &ItemView) {
    ui.result(&format!("{}  {}", item.line.id, item.line.path));
    ui.result(&format!("{}  {}", item.line.media_type, size(ui.locale, item.line.size_bytes)));
    ui.result(&format!("sha256 {}", item.sha256));
    for reading in &item.readings {
        ui.result(&format!("{} {}", reading.tool, reading.settings));
        for unread in &reading.problems {
            ui.result(&format!("  {}", problem(ui.locale, unread).0));
        }
    }
    for metadatum in &item.metadata {
        ui.result(&format!("  {} = {}", tame(&metadatum.name), tame(&metadatum.value)));
    }
    item.isnad.iter().for_each(|knot| print_knot(ui, knot));
}

fn print_knot(ui: &Ui, knot: &Knot) {
    let args: Vec<(&str, Arg)> = knot.args.iter().map(|(name, arg)| (*name, arg.clone())).collect();
    let who = t_args(ui.locale, &format!("knot-{}", knot.code), &args);
    let at = knot.at.map(|at| date_time(ui.locale, at)).unwrap_or_default();
    let mark = if knot.seal { "◆" } else { "○" };
    ui.result(&format!("{mark} {who}  {at}"));
    if let Some(mono) = &knot.mono {
        ui.result(&format!("    {mono}"));
    }
}
