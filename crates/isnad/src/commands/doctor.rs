//! `isnad doctor`: whether this machine and this folder are fit for the work.

use isnad_engine::{World, ocr_here};
use isnad_extract::{Config, Reader, Sandbox};
use isnad_i18n::{date_time, problem as i18n_problem};
use isnad_model::{Arg, Millis};
use serde_json::json;

use super::Outcome;
use crate::{cli::Call, exit, ui::Ui};

/// A machine whose clock says an earlier time than this was never set: this version did not exist then.
const CLOCK_MIN: Millis = Millis(1_767_225_600_000);
/// Ten years later: a clock beyond it is more likely wrong than the program still in use.
const CLOCK_MAX: Millis = Millis(2_082_758_400_000);

/// One check: its code, whether it is well, and an argument for its words.
struct Check {
    code: &'static str,
    ok: bool,
    value: String,
    /// Whether the machine is not fit without it.
    is_needed: bool,
}

pub fn run(ui: &Ui, call: &Call, is_json: bool) -> Outcome {
    let checks = [sandbox(), clock(ui), archive(call), ocr(ui)];
    for check in &checks {
        if is_json {
            ui.json(&json!({"check": check.code, "ok": check.ok, "value": check.value}));
            continue;
        }
        let key = format!("cli-doctor-{}-{}", check.code, if check.ok { "ok" } else { "bad" });
        let mark = if check.ok { "✓" } else { "✗" };
        ui.result(&format!("{mark} {}", ui.words(&key, &[("value", Arg::Text(check.value.clone()))])));
    }
    Ok(if checks.iter().all(|check| check.ok || !check.is_needed) { exit::OK } else { exit::FAILED })
}

/// Whether hostile files can be read without rights.
fn sandbox() -> Check {
    let started = World::real().reader.map(|program| Reader::start(Config::new(program)));
    let (ok, value) = match started {
        Some(Ok(reader)) => match reader.sandbox() {
            Sandbox::Missing(reason) => (false, reason.to_string()),
            _ => (true, String::new()),
        },
        Some(Err(problem)) => (false, problem.code.to_owned()),
        None => (false, String::new()),
    };
    Check { code: "sandbox", ok, value, is_needed: true }
}

fn clock(ui: &Ui) -> Check {
    let now = (World::real().now)();
    Check {
        code: "clock",
        ok: (CLOCK_MIN..CLOCK_MAX).contains(&now),
        value: date_time(ui.locale, now),
        is_needed: true,
    }
}

/// Whether the folder can be written to, if it is there.
fn archive(call: &Call) -> Check {
    let folder = &call.archive;
    let is_fit = match std::fs::metadata(folder) {
        Ok(metadata) => metadata.is_dir() && !metadata.permissions().readonly(),
        Err(_) => true,
    };
    Check { code: "archive", ok: is_fit, value: folder.display().to_string(), is_needed: true }
}

/// Whether pages can be read from their pictures; without it everything else works.
fn ocr(ui: &Ui) -> Check {
    let (ok, value) = match ocr_here(&ui.world()) {
        Ok(tool) => (true, tool),
        Err(problem) => {
            let (what, next) = i18n_problem(ui.locale, &problem);
            (false, format!("{what} {next}"))
        }
    };
    Check { code: "ocr", ok, value, is_needed: false }
}
