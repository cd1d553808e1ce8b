//! `isnad search`: every hit, exactly counted.

use isnad_model::{
    Arg,
    reading::Kind,
    search::{Hit, Query},
};
use isnad_text::show::tame;
use serde_json::json;

use super::Outcome;
use crate::{
    cli::{Call, Search},
    exit, received,
    ui::Ui,
};

/// Hits shown to a person who did not say how many; a program gets all of them.
const SHOWN: usize = 20;

pub fn run(ui: &Ui, call: &Call, args: &Search) -> Outcome {
    let (archive, grant) = ui.open(call)?;
    let query = Query {
        text: args.query.join(" "),
        any: args.any,
        kind: args.kind.as_deref().and_then(Kind::from_code),
        accession: args.accession.clone(),
        media_type: args.media_type.clone(),
        item: None,
        offset: 0,
        limit: args.limit.or((!args.json).then_some(SHOWN)),
    };
    let results = archive.search(&grant, &query)?;
    if args.json {
        ui.json(&json!({"total": results.n_hits}));
        for hit in &results.hits {
            let mut line = json!({
                "id": id_of(hit),
                "kind": hit.kind.code(),
                "page": hit.page,
                "score": hit.score,
                "accession": hit.accession,
                "media_type": hit.media_type,
                "snippet": hit.snippet.text,
                "told": hit.told.iter().map(|(field, value)| json!({"field": field, "text": value.text})).collect::<Vec<_>>(),
            });
            if hit.record().is_some() {
                line["name"] = json!(hit.name);
                ui.json(&line);
                continue;
            }
            received::put(&mut line, "name", received::base_name(&hit.path_bytes));
            received::put(&mut line, "path", &hit.path_bytes);
            ui.json(&line);
        }
        return Ok(exit::OK);
    }
    ui.result(&ui.words("cli-search-total", &[("n", Arg::Number(results.n_hits))]));
    results.hits.iter().for_each(|hit| print(ui, hit));
    if (results.hits.len() as u64) < results.n_hits {
        ui.say("cli-search-more", &[("n", Arg::Number(results.n_hits - results.hits.len() as u64))]);
    }
    Ok(exit::OK)
}

/// The id of what was found: an item's or a record's.
fn id_of(hit: &Hit) -> String {
    hit.record().map_or_else(|| hit.item.to_string(), |record| record.to_string())
}

fn print(ui: &Ui, hit: &Hit) {
    let page = match hit.page {
        0 => String::new(),
        _ if hit.record().is_some() => hit.media_type.clone(),
        page => ui.words("cli-search-page", &[("page", Arg::Number(page.into()))]),
    };
    ui.result(&format!("\n{}  {}  {page}", id_of(hit), hit.name));
    let text = hit.snippet.text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !text.is_empty() {
        ui.result(&format!("    {}", tame(&text)));
    }
    for (field, value) in &hit.told {
        ui.result(&format!("    {field}: {}", tame(&value.text)));
    }
}
