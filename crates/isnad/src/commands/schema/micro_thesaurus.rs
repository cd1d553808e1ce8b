//! `isnad schema micro-thesaurus`: a table of codes and words becomes a vocabulary of an overlay.

use std::{collections::BTreeMap, fs::File, ops::ControlFlow, path::Path};

use isnad_engine::{Schema, World};
use isnad_extract::{Config, Reader};
use isnad_model::{
    Arg, Problem,
    table::{RowEvent, RowSettings},
};
use isnad_schema::{
    Label,
    thesaurus::{Made, Thesaurus, Told},
};
use isnad_text::show::tame;
use serde_json::json;

use super::{doc::write, tell};
use crate::{cli::MicroThesaurus, commands::Outcome, exit, ui::Ui};

pub fn run(ui: &Ui, args: &MicroThesaurus) -> Outcome {
    let mut table = Table::default();
    read(&args.file, args, &mut table)?;
    let thesaurus = table.thesaurus.ok_or_else(|| Problem::new("table-without-headings").number("row", 1))?;
    let named = |words: &Option<String>| words.clone().unwrap_or_else(|| args.id.clone());
    let label = Label { ar: named(&args.ar), en: named(&args.en), fr: named(&args.fr) };
    let made = thesaurus.finish(&args.id, &label);
    // The id is checked with the rest, before it becomes the name of a file.
    let name = format!("vocabularies/{}.toml", args.id);
    if let Err(faults) = Schema::builtin().overlaid(&[(name.clone(), made.file.clone())]) {
        return Ok(tell(ui, &faults));
    }
    let path = args.out.join(&name);
    write(&path, &made.file)?;
    let is_known = Schema::builtin().vocabulary(&args.id).is_some();
    if args.json {
        ui.json(&report(&made, &path, &table.problems, is_known));
    } else {
        for problem in &table.problems {
            ui.explain(problem).iter().for_each(|line| ui.result(line));
        }
        if is_known {
            ui.result(&ui.words("thesaurus-known", &[("id", Arg::Text(args.id.clone()))]));
        }
        print(ui, &made, &path);
    }
    let is_whole = made.received == made.kept && table.problems.is_empty();
    Ok(if is_whole { exit::OK } else { exit::PARTLY })
}

/// What has come out of the file so far.
#[derive(Default)]
struct Table {
    thesaurus: Option<Thesaurus>,
    problems: Vec<Problem>,
    sheets: u32,
}

impl Table {
    fn take(&mut self, event: RowEvent) -> Result<(), Problem> {
        match event {
            RowEvent::Sheet { .. } => self.sheets += 1,
            // JSON has no row of headings, and names of columns that come later would be lost.
            RowEvent::Columns(_) => return Err(Problem::new("table-without-headings").number("row", 1)),
            RowEvent::Problem(problem) => self.problems.push(problem),
            // One sheet is one list; which of several is meant, nobody said.
            RowEvent::Rows(rows) if self.sheets > 1 && !rows.is_empty() => {
                return Err(Problem::new("thesaurus-several-sheets"));
            }
            RowEvent::Rows(rows) => {
                for row in rows {
                    match &mut self.thesaurus {
                        Some(thesaurus) => thesaurus.row(row.number, &row.cells),
                        None if row.cells.iter().all(|cell| cell.trim().is_empty()) => {}
                        None => {
                            let unfit = |it: isnad_schema::thesaurus::Unfit| {
                                Problem::new(it.code).text("heading", it.about)
                            };
                            self.thesaurus = Some(Thesaurus::new(&row.cells).map_err(unfit)?);
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

/// Reads the table in a child without rights: whoever made it is not known.
fn read(path: &Path, args: &MicroThesaurus, table: &mut Table) -> Result<(), Problem> {
    let file = File::open(path).map_err(|error| {
        let code = if error.kind() == std::io::ErrorKind::NotFound { "file-missing" } else { "disk-error" };
        Problem::new(code).text("file", path.display().to_string())
    })?;
    let program = World::real().reader.ok_or_else(|| Problem::new("not-read"))?;
    let settings = RowSettings {
        encoding: args.encoding.clone(),
        delimiter: args.delimiter.map(super::super::import::byte).transpose()?,
        ..RowSettings::default()
    };
    let mut failed = None;
    let end =
        Reader::start(Config::new(program))?.rows(file, &settings, &mut |event| match table.take(event) {
            Ok(()) => ControlFlow::Continue(()),
            Err(problem) => {
                failed = Some(problem);
                ControlFlow::Break(())
            }
        });
    match failed {
        Some(problem) => Err(problem),
        None => end.map(|_| ()),
    }
}

/// Each refused row on a line of its own; what is told of many rows, once with all of them.
fn print(ui: &Ui, made: &Made, path: &Path) {
    let mut many: BTreeMap<(&str, &str), Vec<u64>> = BTreeMap::new();
    for told in &made.told {
        // What may hold for a whole column is told once with all rows; what somebody has to look at stands alone.
        match told.code {
            "label-lent" => many.entry((told.code, &told.about)).or_default().push(told.row),
            "parent-skipped" => many.entry((told.code, "")).or_default().push(told.row),
            code => ui.result(&words(ui, code, &told.about, told.row.to_string())),
        }
    }
    for ((code, about), rows) in many {
        ui.result(&words(ui, code, about, runs(&rows)));
    }
    let args = [
        ("received", Arg::Number(made.received)),
        ("kept", Arg::Number(made.kept)),
        ("refused", Arg::Number(made.received - made.kept)),
        ("file", Arg::Text(path.display().to_string())),
    ];
    ui.result(&ui.words("cli-schema-micro-thesaurus-done", &args));
}

fn words(ui: &Ui, code: &str, about: &str, rows: String) -> String {
    let args = [("about", Arg::Text(tame(about))), ("rows", Arg::Text(rows))];
    ui.words(&format!("thesaurus-{code}"), &args)
}

/// Numbers of rows in order, as runs: `2–40, 43`.
fn runs(rows: &[u64]) -> String {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    let written = runs.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    written.collect::<Vec<_>>().join(", ")
}

fn report(made: &Made, path: &Path, problems: &[Problem], is_known: bool) -> serde_json::Value {
    let told = |told: &Told| json!({"code": told.code, "row": told.row, "about": told.about});
    json!({
        "received": made.received,
        "kept": made.kept,
        "refused": made.received - made.kept,
        "file": path.display().to_string(),
        "known": is_known,
        "told": made.told.iter().map(told).collect::<Vec<_>>(),
        "problems": problems.iter().map(|problem| problem.code).collect::<Vec<_>>(),
    })
}
