//! `isnad verify`: checks everything again and says in plain words what is wrong, where, and what it means.

use isnad_engine::{Archive, Layout, verify_folder};
use isnad_i18n::size;
use isnad_model::{
    Arg,
    view::{Finding, Gravity, Holds, ItemName, VerifyReport},
};
use serde_json::{Value, json};

use super::Outcome;
use crate::{
    cli::{Call, Verify},
    exit, received,
    ui::Ui,
};

pub fn run(ui: &Ui, call: &Call, args: &Verify) -> Outcome {
    let layout = Layout::new(&call.archive);
    // A ledger that lost its marker is named as such; a folder without either is no archive.
    if !layout.ledger().exists() || layout.unfinished().exists() {
        Archive::is_in(&call.archive)?;
    }
    let passphrase = if args.seals_only { None } else { Some(ui.passphrase()?) };
    let name = call.name.clone().unwrap_or_default();
    let bar = ui.bar();
    let report = verify_folder(
        &layout,
        passphrase.as_ref().map(|passphrase| (name.as_str(), passphrase)),
        &|done, of| {
            bar.set_length(of);
            bar.set_position(done);
        },
    );
    bar.finish_and_clear();
    let report = report?;
    if args.json {
        print_json(ui, &report);
    } else {
        print(ui, &report);
    }
    Ok(if report.ok() { exit::OK } else { exit::ALTERED })
}

/// The report for a person.
pub fn print(ui: &Ui, report: &VerifyReport) {
    for finding in &report.findings {
        ui.result("");
        if !finding.file.is_empty() {
            ui.result(&finding.file);
        }
        explain(ui, finding).iter().for_each(|line| ui.result(&format!("  {line}")));
    }
    let number = |name, n| (name, Arg::Number(n));
    let key = match (report.ok(), report.unlocked) {
        (true, true) => "cli-verify-ok",
        (true, false) => "cli-verify-seals-ok",
        (false, _) => "cli-verify-altered",
    };
    let altered = report.findings.iter().filter(|f| f.gravity == Gravity::Altered).count();
    ui.result(&ui.words(
        key,
        &[
            number("entries", report.n_entries),
            number("acts", report.n_acts),
            number("objects", report.n_objects),
            number("altered", altered as u64),
            ("size", Arg::Text(size(ui.locale, report.size_bytes))),
        ],
    ));
}

/// What was found, what lives there, what it means and what to do, as lines.
fn explain(ui: &Ui, finding: &Finding) -> Vec<String> {
    let mut lines = ui.explain(&finding.problem);
    let holds = match &finding.holds {
        Holds::NoObject => Vec::new(),
        Holds::Unknown => vec![ui.words("verify-holds-unknown", &[])],
        Holds::Closed => vec![ui.words("verify-holds-closed", &[])],
        Holds::Items(items) => items.iter().map(|item| lives(ui, item)).collect(),
    };
    lines.splice(1..1, holds);
    lines
}

fn lives(ui: &Ui, item: &ItemName) -> String {
    let key = if item.is_text { "cli-verify-holds-text" } else { "cli-verify-holds" };
    ui.words(key, &[("path", Arg::Text(item.path.clone())), ("id", Arg::Text(item.id.to_string()))])
}

/// The report for a program; the last line is a contract.
fn print_json(ui: &Ui, report: &VerifyReport) {
    let problems: Vec<_> = report.findings.iter().map(|finding| problem_json(ui, finding)).collect();
    ui.json(&json!({
        "ok": report.ok(),
        "entries": report.n_entries,
        "acts": report.n_acts,
        "objects": report.n_objects,
        "unlocked": report.unlocked,
        "problems": problems,
    }));
}

fn problem_json(ui: &Ui, finding: &Finding) -> Value {
    let mut problem = json!({
        "code": finding.problem.code,
        "file": finding.file,
        "altered": finding.gravity == Gravity::Altered,
        "message": explain(ui, finding).join(" "),
    });
    match &finding.holds {
        Holds::NoObject => {}
        // Which items, is not known; that there are none would be another answer.
        Holds::Unknown => problem["items"] = Value::Null,
        Holds::Closed => problem["items"] = json!([]),
        Holds::Items(items) => problem["items"] = items.iter().map(item_json).collect(),
    }
    problem
}

fn item_json(item: &ItemName) -> Value {
    let mut json = json!({"id": item.id.to_string(), "text": item.is_text});
    received::put(&mut json, "path", &item.path_bytes);
    json
}
