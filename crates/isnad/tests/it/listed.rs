//! A test file that no module names would never run, and nobody would notice.

use std::{fs, path::Path};

#[test]
fn every_file_is_a_module() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let mut forgotten = Vec::new();
    look(&root, &fs::read_to_string(root.join("main.rs")).unwrap(), &mut forgotten);
    assert!(forgotten.is_empty(), "not listed with `mod`: {forgotten:?}");
}

/// Looks for files and folders of `folder` that `parent` does not name.
fn look(folder: &Path, parent: &str, forgotten: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let is_root = ["main", "mod"].contains(&name.as_str());
        if path.is_dir() {
            let module = [folder.join(&name).with_extension("rs"), path.join("mod.rs")];
            // A folder without a module file of its own holds what tests read, not tests.
            if let Some(module) = module.iter().find(|module| module.exists()) {
                look(&path, &fs::read_to_string(module).expect("a module"), forgotten);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") && !is_root {
            let is_listed = parent.lines().any(|line| line.trim() == format!("mod {name};"));
            if !is_listed {
                forgotten.push(path.display().to_string());
            }
        }
    }
}
