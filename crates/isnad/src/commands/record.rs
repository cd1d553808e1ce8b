//! `isnad record`: records, and what is said of one.

use isnad_describe::resolve::{self, Status};
use isnad_model::{
    Arg, Problem, RecordId,
    claim::{Locator, Meaning, Polarity, Source},
    view::{ClaimView, RecordLine},
};
use isnad_schema::{Property, Schema};
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
    let schema = archive.schema();
    lines.iter().for_each(|line| ui.result(&head(ui, &schema, line)));
    Ok(exit::OK)
}

pub fn show(ui: &Ui, call: &Call, args: &RecordShow) -> Outcome {
    let absent = || Problem::new("record-absent").text("record", &*args.id);
    let id: RecordId = args.id.parse().map_err(|_| absent())?;
    let (archive, grant) = ui.open(call)?;
    let record = archive.record(&grant, id)?.ok_or_else(absent)?;
    let standing = resolve::standing_of(&record.claims);
    if args.json {
        let mut line = of_line(&record.line);
        let of = |view: &ClaimView| of_claim(view, standing.contains(&view.claim.id));
        line["claims"] = record.claims.iter().map(of).collect();
        ui.json(&line);
        return Ok(exit::OK);
    }
    let schema = archive.schema();
    ui.result(&head(ui, &schema, &record.line));
    for view in &record.claims {
        let said = &view.claim.said;
        let property = schema.property(&record.line.kind, &said.property);
        let label = schema.property_label(&record.line.kind, &said.property, ui.lang());
        let item = view.item.as_ref().map_or_else(|| view.by.clone(), |(_, path, _)| path.clone());
        let state: Vec<String> = state(view).iter().map(|key| format!("[{}]", ui.words(key, &[]))).collect();
        let words = words(ui, &schema, property, view);
        ui.result(format!("  {label}: {}  {}", tame(&words), state.join(" ")).trim_end());
        ui.result(&format!("    {}  {}  {}", view.claim.id, tame(&item), place(&said.source)));
    }
    Ok(exit::OK)
}

fn head(ui: &Ui, schema: &Schema, line: &RecordLine) -> String {
    format!("{}  {}  {}", line.id, schema.kind_label(&line.kind, ui.lang()), tame(&line.title))
}

fn words(ui: &Ui, schema: &Schema, property: Option<&Property>, view: &ClaimView) -> String {
    let value = &view.claim.said.value;
    match &value.meaning {
        Meaning::Term(code) if value.raw.is_empty() => {
            property.map_or(code.as_str(), |property| schema.term_label(property, code, ui.lang())).to_owned()
        }
        Meaning::Flag(is) if value.raw.is_empty() => ui.words(if *is { "form-yes" } else { "form-no" }, &[]),
        _ => value.raw.clone(),
    }
}

/// The keys of the words for what a claim does and what became of it: whoever reads its words alone would be misled.
fn state(view: &ClaimView) -> Vec<String> {
    let denies = view.claim.said.polarity == Polarity::Denies;
    let relation = view.claim.said.relation.map(|(how, _)| format!("relation-{}", how.code()));
    let status = Some(resolve::status(view)).filter(|it| *it != Status::Open);
    let status = status.map(|it| format!("status-{}", it.code()));
    let answered = view.answered.iter().map(|(how, _)| format!("answered-{}", how.code()));
    denies
        .then(|| "said-denies".to_owned())
        .into_iter()
        .chain(relation)
        .chain(status)
        .chain(answered)
        .collect()
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

fn of_claim(view: &ClaimView, stands: bool) -> Value {
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
        "status": resolve::status(view).code(),
        "stands": stands,
        "relation": said.relation.map(|(how, _)| how.code()),
        "about": said.relation.map(|(_, id)| id.to_string()),
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
