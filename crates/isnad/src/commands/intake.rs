//! `isnad intake`: takes files and folders in, and accounts for every one of them.

mod forecast;

use isnad_access::Grant;
use isnad_engine::{Archive, IntakeRequest, PicturesRequest, Source};
use isnad_i18n::problem;
use isnad_model::{
    Arg, Sensitivity,
    intake::{Count, Progress, Provenance, Refusal, Report},
};
use serde_json::json;

use super::Outcome;
use crate::{
    cli::{Call, Intake, ProvenanceArgs},
    exit, received,
    ui::Ui,
};

pub fn run(ui: &Ui, call: &Call, args: &Intake) -> Outcome {
    let (archive, grant) = ui.open(call)?;
    let sources = args.paths.iter().cloned().map(Source::Path).collect();
    if args.dry_run {
        return dry_run(ui, &archive, &grant, sources, args.json);
    }
    let request = IntakeRequest { provenance: provenance(&args.provenance), sources };
    let report = take_in(ui, &archive, &grant, request)?;
    if args.json {
        print_json(ui, &report);
    } else {
        print(ui, &report);
    }
    archive.reported()?;
    let code = if report.count.refused > 0 { exit::PARTLY } else { exit::OK };
    let request = PicturesRequest { accession: Some(report.accession), ..PicturesRequest::default() };
    if args.ocr {
        return Ok(super::ocr::read(ui, &archive, &grant, &request, args.json)?.max(code));
    }
    let waiting = archive.pictures_waiting(&grant, &request)?;
    if waiting > 0 {
        ui.say("cli-intake-waiting", &[("n", Arg::Number(waiting))]);
    }
    Ok(code)
}

/// Tells what would be taken in.
fn dry_run(ui: &Ui, archive: &Archive, grant: &Grant, sources: Vec<Source<'_>>, is_json: bool) -> Outcome {
    let bar = ui.bar();
    let forecast = archive.forecast(grant, sources, &|progress| show_progress(&bar, progress))?;
    bar.finish_and_clear();
    if is_json {
        forecast::print_json(ui, &forecast);
    } else {
        forecast::print(ui, &forecast);
    }
    Ok(if forecast.count.refused > 0 { exit::PARTLY } else { exit::OK })
}

fn show_progress(bar: &indicatif::ProgressBar, progress: Progress) {
    bar.set_length(progress.bytes_found.max(progress.bytes_done));
    bar.set_position(progress.bytes_done);
    bar.set_message(format!("{}/{}", progress.n_done, progress.n_found));
}

fn provenance(args: &ProvenanceArgs) -> Provenance {
    Provenance {
        from_whom: args.from.clone(),
        when: args.when.clone(),
        where_: args.where_.clone(),
        how: args.how.clone(),
        authority: args.authority.clone(),
        notes: args.notes.clone(),
        sensitivity: Sensitivity::from_code(&args.sensitivity).unwrap_or_default(),
    }
}

/// Takes in with a progress bar.
pub fn take_in(
    ui: &Ui,
    archive: &Archive,
    grant: &Grant,
    request: IntakeRequest<'_>,
) -> isnad_engine::Result<Report> {
    let bar = ui.bar();
    let report = archive.intake(grant, request, &|progress| show_progress(&bar, progress));
    bar.finish_and_clear();
    report
}

/// The completeness report for a person.
pub fn print(ui: &Ui, report: &Report) {
    print_refused(ui, &report.refused);
    for unread in &report.unread {
        let (what, _) = problem(ui.locale, &unread.problem);
        let kept = ui.words("cli-intake-unread", &[]);
        ui.result(&format!("{kept}  {} {}: {what}", unread.id, unread.path));
    }
    ui.result(&ui.words("cli-intake-count", &counted(report.count)));
    if report.n_resumed > 0 {
        ui.say("cli-intake-resumed", &[("n", Arg::Number(report.n_resumed))]);
    }
}

/// A line for each refusal, for a person.
fn print_refused(ui: &Ui, refused: &[Refusal]) {
    for refusal in refused {
        let (what, _) = problem(ui.locale, &refusal.problem);
        ui.result(&format!("{}  {}: {what}", ui.words("cli-intake-refused", &[]), refusal.path));
    }
}

/// The same for a program.
fn print_refused_json(ui: &Ui, refused: &[Refusal]) {
    for refusal in refused {
        let mut line = json!({"code": refusal.problem.code});
        received::put(&mut line, "refused", &refusal.path_bytes);
        ui.json(&line);
    }
}

/// Received = kept + refused, for the words.
fn counted(count: Count) -> [(&'static str, Arg); 4] {
    let number = |name, n| (name, Arg::Number(n));
    [
        number("received", count.received),
        number("kept", count.kept),
        number("duplicates", count.duplicates),
        number("refused", count.refused),
    ]
}

/// The same for a program; the last line is a contract.
fn print_json(ui: &Ui, report: &Report) {
    print_refused_json(ui, &report.refused);
    for unread in &report.unread {
        let mut line = json!({"id": unread.id.to_string(), "code": unread.problem.code});
        received::put(&mut line, "unread", &unread.path_bytes);
        ui.json(&line);
    }
    let count = report.count;
    ui.json(&json!({
        "received": count.received,
        "kept": count.kept,
        "duplicates": count.duplicates,
        "refused": count.refused,
    }));
}
