//! `isnad schema`: kinds of records as files, checked and adopted.

use std::{fs, path::Path};

use isnad_engine::{Fault, Schema};
use isnad_model::{Arg, Problem};
use serde_json::json;

use super::Outcome;
use crate::{
    cli::{Call, SchemaFolder},
    exit,
    ui::Ui,
};

pub fn list(ui: &Ui, is_json: bool) -> Outcome {
    for kind in Schema::builtin().kinds() {
        if is_json {
            let label = &kind.label;
            ui.json(&json!({
                "id": kind.id, "area": kind.area, "properties": kind.properties.len(),
                "label": {"ar": label.ar, "en": label.en, "fr": label.fr},
            }));
        } else {
            ui.result(&format!("{}  {}", kind.id, kind.label.get(ui.lang())));
        }
    }
    Ok(exit::OK)
}

pub fn check(ui: &Ui, args: &SchemaFolder) -> Outcome {
    let files = read(&args.folder)?;
    match Schema::builtin().overlaid(&files) {
        Ok(schema) => {
            let counts = [
                ("kinds", Arg::Number(schema.kinds().count() as u64)),
                ("vocabularies", Arg::Number(schema.vocabularies().count() as u64)),
            ];
            ui.result(&ui.words("cli-schema-sound", &counts));
            Ok(exit::OK)
        }
        Err(faults) => Ok(tell(ui, &faults)),
    }
}

pub fn adopt(ui: &Ui, call: &Call, args: &SchemaFolder) -> Outcome {
    let files = read(&args.folder)?;
    let (archive, grant) = ui.open(call)?;
    match archive.adopt_schema(&grant, files)? {
        Ok(()) => {
            ui.say("cli-schema-adopted", &[]);
            Ok(exit::OK)
        }
        Err(faults) => Ok(tell(ui, &faults)),
    }
}

fn tell(ui: &Ui, faults: &[Fault]) -> u8 {
    for fault in faults {
        let args = [
            ("file", Arg::Text(fault.file.clone())),
            ("place", Arg::Text(fault.place.clone())),
            ("about", Arg::Text(fault.about.clone())),
        ];
        ui.result(&ui.words(&format!("fault-{}", fault.code), &args));
    }
    exit::FAILED
}

/// The files of a folder and of the folders in it, by their names.
fn read(folder: &Path) -> Result<Vec<(String, String)>, Problem> {
    let mut files = Vec::new();
    gather(folder, folder, &mut files)?;
    files.sort();
    Ok(files)
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> Result<(), Problem> {
    let problem = |path: &Path, error: &std::io::Error| {
        let code = if error.kind() == std::io::ErrorKind::NotFound { "file-missing" } else { "disk-error" };
        Problem::new(code).text("file", path.display().to_string())
    };
    for entry in fs::read_dir(folder).map_err(|error| problem(folder, &error))? {
        let path = entry.map_err(|error| problem(folder, &error))?.path();
        if path.is_dir() {
            gather(root, &path, files)?;
        } else if path.extension().is_some_and(|it| it == "toml") {
            let text = fs::read_to_string(&path).map_err(|error| problem(&path, &error))?;
            let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            files.push((name, text));
        }
    }
    Ok(())
}
