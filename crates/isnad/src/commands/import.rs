//! `isnad import`: a table that was taken in as an item becomes records, each row of it with its source.

use isnad_engine::{ImportRequest, Imported, Map, Told};
use isnad_i18n::{lookup, problem};
use isnad_model::{Arg, Problem};
use isnad_text::show::tame;
use serde_json::{Value, json};

use super::Outcome;
use crate::{
    cli::{Call, Import},
    exit,
    ui::Ui,
};

pub fn run(ui: &Ui, call: &Call, args: &Import) -> Outcome {
    let absent = || Problem::new("item-absent").text("id", &*args.item);
    let item = args.item.parse().map_err(|_| absent())?;
    let (archive, grant) = ui.open(call)?;
    if let Some(kind) = &args.propose {
        let map = archive.propose_map(&grant, item, kind)?.ok_or_else(absent)?;
        ui.result(map.to_text().trim_end());
        return Ok(exit::OK);
    }
    let map = read_map(args)?;
    let bar = ui.bar_of_rows();
    let request = ImportRequest {
        item,
        map: &map,
        encoding: args.encoding.clone(),
        delimiter: args.delimiter.map(byte).transpose()?,
        dry_run: args.dry_run,
        progress: &mut |n| bar.set_position(n),
    };
    let imported = archive.import(&grant, request);
    bar.finish_and_clear();
    let imported = imported?.ok_or_else(absent)?;
    if args.json {
        ui.json(&report(&imported))
    } else {
        let schema = archive.schema();
        print(ui, &imported, args.dry_run, |id| schema.property_label(&map.kind, id, ui.lang()).to_owned())
    }
    Ok(if imported.refused > 0 { exit::PARTLY } else { exit::OK })
}

/// A delimiter that is a byte: a text is divided before its letters are read.
pub(super) fn byte(delimiter: char) -> Result<u8, Problem> {
    let byte = u8::try_from(delimiter).ok().filter(u8::is_ascii);
    byte.ok_or_else(|| Problem::new("delimiter-unknown").text("delimiter", delimiter))
}

fn read_map(args: &Import) -> Result<Map, Problem> {
    let path = args.map.clone().unwrap_or_default();
    let problem = |code| Problem::new(code).text("file", path.display().to_string());
    let text = std::fs::read_to_string(&path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => problem("file-missing"),
        _ => problem("disk-error"),
    })?;
    Map::parse(&text)
        .map_err(|flaw| Problem::new("map-flawed").text("flaw", flaw.code).text("about", flaw.about))
}

fn report(imported: &Imported) -> Value {
    let told = |all: &[Told]| {
        let each = all.iter().map(|told| {
            let examples = told.examples.iter();
            let examples: Vec<Value> = examples
                .map(|(row, column, text)| json!({"row": row, "column": column, "text": text}))
                .collect();
            json!({"code": told.code, "property": told.property, "n": told.n, "examples": examples})
        });
        each.collect::<Vec<_>>()
    };
    json!({
        "batch": imported.batch.map(|batch| batch.to_string()),
        "received": imported.received,
        "kept": imported.kept,
        "known": imported.known,
        "refused": imported.refused,
        "problems": told(&imported.problems),
        "doubts": told(&imported.doubts),
    })
}

fn print(ui: &Ui, imported: &Imported, is_dry: bool, label: impl Fn(&str) -> String) {
    let number = |name, n| (name, Arg::Number(n));
    let counts = [
        number("received", imported.received),
        number("kept", imported.kept),
        number("known", imported.known),
        number("refused", imported.refused),
    ];
    ui.result(&ui.words(if is_dry { "cli-import-dry" } else { "cli-import-count" }, &counts));
    let told = imported.problems.iter().map(|told| (told, false));
    for (told, is_doubt) in told.chain(imported.doubts.iter().map(|told| (told, true))) {
        let args = [("n", Arg::Number(told.n)), ("property", Arg::Text(label(&told.property)))];
        let head = ui.words(if is_doubt { "cli-import-doubt" } else { "cli-import-told" }, &args);
        ui.result(&format!("{head} {}", words(ui, told)));
        for (row, column, text) in told.examples.iter().take(5) {
            let place = match (row, column) {
                (0, _) => String::new(),
                (_, 0) => row.to_string(),
                _ => format!("{row}:{column}"),
            };
            ui.result(&format!("    {place}  {}", tame(text)));
        }
    }
}

/// What was told, in words, and what to do about it.
fn words(ui: &Ui, told: &Told) -> String {
    if let Some(told) = &told.problem {
        let (what, next) = problem(ui.locale, told);
        return format!("{what} {next}");
    }
    lookup(ui.locale, &format!("doubt-{}", told.code), &[]).unwrap_or_else(|| told.code.clone())
}
