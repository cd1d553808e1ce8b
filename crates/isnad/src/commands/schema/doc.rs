//! `isnad schema doc`: the kinds and the words as pages to read, in the language of the caller.

mod page;

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::Path,
};

use isnad_engine::Schema;
use isnad_model::{Arg, Problem};

use super::{read, tell};
use crate::{cli::SchemaDoc, commands::Outcome, exit, ui::Ui};

pub fn run(ui: &Ui, args: &SchemaDoc) -> Outcome {
    let schema = match &args.overlay {
        None => Schema::builtin().clone(),
        Some(folder) => match Schema::builtin().overlaid(&read(folder)?) {
            Ok(schema) => schema,
            Err(faults) => return Ok(tell(ui, &faults)),
        },
    };
    // Only a folder of our own: a page may have the name of a file that somebody wrote.
    if fs::read_dir(&args.out).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Problem::new("folder-not-empty").text("folder", args.out.display().to_string()));
    }
    let pages = page::Pages::new(ui, &schema);
    write(&args.out.join("index.md"), &pages.index())?;
    for kind in schema.kinds() {
        write(&args.out.join("kinds").join(format!("{}.md", kind.id)), &pages.kind(kind))?;
    }
    for vocabulary in schema.vocabularies() {
        let path = args.out.join("vocabularies").join(format!("{}.md", vocabulary.id));
        write(&path, &pages.vocabulary(vocabulary))?;
    }
    let counts = [
        ("kinds", Arg::Number(schema.kinds().count() as u64)),
        ("vocabularies", Arg::Number(schema.vocabularies().count() as u64)),
        ("folder", Arg::Text(args.out.display().to_string())),
    ];
    ui.result(&ui.words("cli-schema-doc-done", &counts));
    Ok(exit::OK)
}

/// Writes a file that is not there yet, and the folders above it.
pub(super) fn write(path: &Path, text: &str) -> Result<(), Problem> {
    let named = |error: io::Error| {
        let code = if error.kind() == io::ErrorKind::AlreadyExists { "file-there" } else { "disk-error" };
        Problem::new(code).text("file", path.display().to_string())
    };
    fs::create_dir_all(path.parent().unwrap_or(path)).map_err(named)?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(named)?;
    file.write_all(text.as_bytes()).map_err(named)
}
