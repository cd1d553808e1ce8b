//! `isnad verify`: checks everything again and says in plain words what is wrong, where, and what it means.

use isnad_engine::{Layout, verify_folder};
use isnad_i18n::size;
use isnad_model::{
    Arg,
    view::{Gravity, VerifyReport},
};
use serde_json::json;

use super::Outcome;
use crate::{
    cli::{Call, Verify},
    exit,
    ui::Ui,
};

pub fn run(ui: &Ui, call: &Call, args: &Verify) -> Outcome {
    let layout = Layout::new(&call.archive);
    if !layout.marker().exists() && !layout.ledger().exists() {
        return Err(
            isnad_model::Problem::new("no-archive").text("folder", call.archive.display().to_string())
        );
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
        ui.explain(&finding.problem).iter().for_each(|line| ui.result(&format!("  {line}")));
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

/// The report for a program; the last line is a contract.
fn print_json(ui: &Ui, report: &VerifyReport) {
    let problems: Vec<_> = report
        .findings
        .iter()
        .map(|finding| {
            json!({
                "code": finding.problem.code,
                "file": finding.file,
                "altered": finding.gravity == Gravity::Altered,
                "message": ui.explain(&finding.problem).join(" "),
            })
        })
        .collect();
    ui.json(&json!({
        "ok": report.ok(),
        "entries": report.n_entries,
        "acts": report.n_acts,
        "objects": report.n_objects,
        "unlocked": report.unlocked,
        "problems": problems,
    }));
}
