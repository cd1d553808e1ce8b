//! `isnad ocr`: reads pages from their pictures, those that wait or those that are named.

use std::sync::atomic::AtomicBool;

use isnad_access::Grant;
use isnad_engine::{Archive, PicturesRequest};
use isnad_model::{Arg, Problem};
use serde_json::json;

use super::Outcome;
use crate::{
    cli::{Call, Ocr},
    exit,
    ui::Ui,
};

pub fn run(ui: &Ui, call: &Call, args: &Ocr) -> Outcome {
    let request = request(args)?;
    let (archive, grant) = ui.open(call)?;
    if args.dry_run {
        let waiting = archive.pictures_waiting(&grant, &request)?.min(args.limit.unwrap_or(u64::MAX));
        if args.json {
            ui.json(&json!({"pages": waiting}));
        } else {
            ui.result(&ui.words("cli-ocr-waiting", &[("n", Arg::Number(waiting))]));
        }
        return Ok(exit::OK);
    }
    read(ui, &archive, &grant, &request, args.json)
}

fn request(args: &Ocr) -> Result<PicturesRequest, Problem> {
    let item = |id: &String| id.parse().map_err(|_| Problem::new("item-absent").text("id", id));
    let accession = |id: &String| id.parse().map_err(|_| Problem::new("accession-absent").text("id", id));
    Ok(PicturesRequest {
        items: args.items.iter().map(item).collect::<Result<_, _>>()?,
        accession: args.accession.as_ref().map(accession).transpose()?,
        again: args.again,
        limit: args.limit,
    })
}

/// Reads with a progress bar, and tells what came of it.
pub fn read(ui: &Ui, archive: &Archive, grant: &Grant, request: &PicturesRequest, is_json: bool) -> Outcome {
    let bar = ui.bar_of_pages();
    // Whoever stops it ends the program: what was recorded stays, and the next run goes on.
    let stop = AtomicBool::new(false);
    let report = archive.read_pictures(grant, request, &stop, &|progress| {
        bar.set_length(progress.n_pages);
        bar.set_position(progress.n_done);
    });
    bar.finish_and_clear();
    let report = report?;
    if is_json {
        ui.json(&json!({
            "pages": report.n_pages,
            "read": report.n_read,
            "failed": report.n_failed,
            "left": report.n_left,
            "numbers": report.n_numbers,
        }));
    } else {
        let number = |name, n| (name, Arg::Number(n));
        ui.result(&ui.words(
            "cli-ocr-count",
            &[
                number("pages", report.n_pages),
                number("read", report.n_read),
                number("failed", report.n_failed),
                number("left", report.n_left),
            ],
        ));
        if report.n_numbers > 0 {
            ui.result(&ui.words("cli-ocr-numbers", &[number("n", report.n_numbers)]));
        }
    }
    Ok(if report.n_failed > 0 { exit::PARTLY } else { exit::OK })
}
