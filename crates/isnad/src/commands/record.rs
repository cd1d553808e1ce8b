//! `isnad record`: records, and what is said of one.

use isnad_model::{
    Arg, Problem, RecordId,
    claim::{Locator, Meaning, Polarity, Source},
    view::{ClaimView, RecordLine},
};
use isnad_text::show::tame;
use serde_json::{Value, json};

use super::Outcome;
use crate::{
    cli::{Call, RecordList, RecordShow},
    exit,
    ui::Ui,
};

/// Records shown to a person who did not say how many; a program gets all of them.
const SHOWN: u64 = 50;

pub fn list(ui: &Ui, call: &Call, args: &RecordList) -> Outcome {
    let (archive, grant) = ui.open(call)?;
    let limit = args.limit.unwrap_or(if args.json { i64::MAX as u64 } else { SHOWN });
    let (total, lines) = archive.records(&grant, args.kind.as_deref(), 0, limit)?;
    if args.json {
        ui.json(&json!({"total": total}));
        lines.iter().for_each(|line| ui.json(&of_line(line)));
        return Ok(exit::OK);
    }
    ui.result(&ui.words("cli-record-total", &[("n", Arg::Number(total))]));
    lines.iter().for_each(|line| ui.result(&format!("{}  {}  {}", line.id, line.kind, tame(&line.title))));
    Ok(exit::OK)
}

pub fn show(ui: &Ui, call: &Call, args: &RecordShow) -> Outcome {
    let absent = || Problem::new("record-absent").text("record", &*args.id);
    let id: RecordId = args.id.parse().map_err(|_| absent())?;
    let (archive, grant) = ui.open(call)?;
    let record = archive.record(&grant, id)?.ok_or_else(absent)?;
    if args.json {
        let mut line = of_line(&record.line);
        line["claims"] = record.claims.iter().map(of_claim).collect();
        ui.json(&line);
        return Ok(exit::OK);
    }
    ui.result(&format!("{}  {}  {}", record.line.id, record.line.kind, tame(&record.line.title)));
    for view in &record.claims {
        let said = &view.claim.said;
        let not = if said.polarity == Polarity::Denies { "¬ " } else { "" };
        let item = view.item.as_ref().map_or_else(|| view.by.clone(), |(_, path, _)| path.clone());
        ui.result(&format!("  {}: {not}{}", said.property, tame(&words(view))));
        ui.result(&format!("    {}  {}  {}", view.claim.id, tame(&item), place(&said.source)));
    }
    Ok(exit::OK)
}

fn words(view: &ClaimView) -> String {
    let value = &view.claim.said.value;
    match &value.meaning {
        Meaning::Term(code) if value.raw.is_empty() => code.clone(),
        Meaning::Flag(is) if value.raw.is_empty() => is.to_string(),
        _ => value.raw.clone(),
    }
}

fn place(source: &Source) -> String {
    let Source::Item(_, at) = source else { return String::new() };
    let Locator { page, line, row, column, .. } = **at;
    let number = |name: &str, n: Option<u64>| n.map(|n| format!("{name}{n}"));
    let parts = [
        number("p", page.map(u64::from)),
        number("l", line.map(u64::from)),
        number("r", row),
        number("c", column.map(u64::from)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn of_line(line: &RecordLine) -> Value {
    json!({
        "id": line.id.to_string(),
        "kind": line.kind,
        "title": line.title,
        "sensitivity": line.sensitivity.code(),
    })
}

fn of_claim(view: &ClaimView) -> Value {
    let said = &view.claim.said;
    let (item, row, page, quote) = match &said.source {
        Source::Item(id, at) => (Some(id.to_string()), at.row, at.page, at.quote.clone()),
        _ => (None, None, None, None),
    };
    json!({
        "id": view.claim.id.to_string(),
        "property": said.property,
        "value": said.value.raw,
        "means": means(&said.value.meaning),
        "polarity": said.polarity.code(),
        "item": item,
        "row": row,
        "page": page,
        "quote": quote,
        "speaker": said.speaker.map(|id| id.to_string()),
        "said_on": said.said_on,
        "sensitivity": said.sensitivity.code(),
        "status": isnad_describe::resolve::status(view).code(),
        "entry": view.claim.entry,
    })
}

/// What a value was understood to mean, where that is more than its words.
fn means(meaning: &Meaning) -> Option<String> {
    match meaning {
        Meaning::Date(edtf) => edtf.clone(),
        Meaning::Term(code) => Some(code.clone()),
        Meaning::Flag(is) => Some(is.to_string()),
        Meaning::Record(id) | Meaning::Place(Some(id)) => Some(id.to_string()),
        Meaning::Claim(id) => Some(id.to_string()),
        Meaning::Item(id) => Some(id.to_string()),
        Meaning::Quantity(Some(it)) => {
            Some(format!("{}/{}", it.min.as_deref().unwrap_or(".."), it.max.as_deref().unwrap_or("..")))
        }
        _ => None,
    }
}
