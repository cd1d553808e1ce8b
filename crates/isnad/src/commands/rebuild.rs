//! `isnad rebuild`: throws derived state away, makes it again, and says whether it is the same.

use isnad_engine::Archive;
use isnad_model::Arg;
use serde_json::json;

use super::Outcome;
use crate::{cli::Call, exit, ui::Ui};

pub fn run(ui: &Ui, call: &Call, is_json: bool) -> Outcome {
    let before = ui.open(call)?.0.digests().ok();
    Archive::forget_derived(&call.archive)?;
    let after = ui.open(call)?.0.digests()?;
    let is_same = before.as_ref() == Some(&after);
    if is_json {
        ui.json(
            &json!({"entries": after.n_entries, "views": after.views, "index": after.index, "same": is_same}),
        );
    } else {
        let key = if is_same { "cli-rebuild-same" } else { "cli-rebuild-differs" };
        ui.result(&ui.words(key, &[("entries", Arg::Number(after.n_entries))]));
        ui.result(&format!("views {}\nindex {}", after.views, after.index));
    }
    Ok(exit::OK)
}
