//! What an intake would come to, for a person and for a program.

use isnad_i18n::{problem, size};
use isnad_model::{Arg, intake::Forecast};
use serde_json::json;

use crate::{received, ui::Ui};

/// For a person.
pub fn print(ui: &Ui, forecast: &Forecast) {
    for refusal in &forecast.refused {
        let (what, _) = problem(ui.locale, &refusal.problem);
        ui.result(&format!("{}  {}: {what}", ui.words("cli-intake-refused", &[]), refusal.path));
    }
    for unread in &forecast.unread {
        let (what, _) = problem(ui.locale, &unread.problem);
        ui.result(&format!("{}  {}: {what}", ui.words("cli-intake-unread", &[]), unread.path));
    }
    let mut types: Vec<_> = forecast.media_types.iter().collect();
    types.sort_by_key(|(_, of_type)| std::cmp::Reverse(of_type.n_items));
    for (media_type, of_type) in types {
        let amount = size(ui.locale, of_type.size_bytes);
        let n = isnad_i18n::number(ui.locale, of_type.n_items);
        ui.result(&format!("{n:>9}  {media_type}  {amount}"));
    }
    let number = |name, n| (name, Arg::Number(n));
    let count = forecast.count;
    ui.result(&ui.words(
        "cli-intake-forecast",
        &[
            number("received", count.received),
            number("kept", count.kept),
            number("duplicates", count.duplicates),
            number("refused", count.refused),
            ("size", Arg::Text(size(ui.locale, forecast.size_bytes))),
            ("new", Arg::Text(size(ui.locale, forecast.new_bytes))),
        ],
    ));
    if forecast.goes_on {
        ui.say("cli-intake-goes-on", &[]);
    }
    ui.say("cli-intake-nothing-written", &[]);
}

/// For a program: as an intake tells it, without ids, with a line for each media type; the last line counts.
pub fn print_json(ui: &Ui, forecast: &Forecast) {
    for refusal in &forecast.refused {
        let mut line = json!({"code": refusal.problem.code});
        received::put(&mut line, "refused", &refusal.path_bytes);
        ui.json(&line);
    }
    for unread in &forecast.unread {
        let mut line = json!({"code": unread.problem.code});
        received::put(&mut line, "unread", &unread.path_bytes);
        ui.json(&line);
    }
    for (media_type, of_type) in &forecast.media_types {
        ui.json(&json!({"media_type": media_type, "items": of_type.n_items, "bytes": of_type.size_bytes}));
    }
    let count = forecast.count;
    ui.json(&json!({
        "dry_run": true,
        "received": count.received,
        "kept": count.kept,
        "duplicates": count.duplicates,
        "refused": count.refused,
        "bytes": forecast.size_bytes,
        "new_bytes": forecast.new_bytes,
        "goes_on": forecast.goes_on,
    }));
}
