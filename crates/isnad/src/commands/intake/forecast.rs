//! What an intake would come to, for a person and for a program.

use isnad_i18n::{problem, size};
use isnad_model::{Arg, intake::Forecast};
use serde_json::json;

use super::{counted, print_refused, print_refused_json};
use crate::{received, ui::Ui};

/// For a person.
pub fn print(ui: &Ui, forecast: &Forecast) {
    print_refused(ui, &forecast.refused);
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
    let text = |name, bytes| (name, Arg::Text(size(ui.locale, bytes)));
    let sizes = [text("size", forecast.size_bytes), text("new", forecast.new_bytes)];
    ui.result(&ui.words("cli-intake-forecast", &[&counted(forecast.count)[..], &sizes].concat()));
    if forecast.goes_on {
        ui.say("cli-intake-goes-on", &[]);
    }
    ui.say("cli-intake-nothing-written", &[]);
}

/// For a program: as an intake tells it, without ids, with a line for each media type; the last line counts.
pub fn print_json(ui: &Ui, forecast: &Forecast) {
    print_refused_json(ui, &forecast.refused);
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
