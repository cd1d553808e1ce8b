//! The folder holds nothing readable, and a change in it is an error and never another answer.

use std::{fs, path::Path};

use isnad_access::Role;
use isnad_crypto::Secret;
use isnad_index_tantivy::{Index, IndexError};
use isnad_model::search::Results;

use crate::support::{ask, grant, page};

const CANARIES: [&str; 3] = ["زمردة", "Quetzalcoatl", "quetzalcoatl"];

fn write_canaries(folder: &Path) {
    let index = Index::open_or_create(folder, &Secret([9; 32])).unwrap();
    let text = |n: u64| format!("قالت زمردة إن Quetzalcoatl رقم {n} {}", "حشو ".repeat(200));
    index.write((0..50).map(|n| page(n, &text(n))), 1).unwrap();
    index.write((50..100).map(|n| page(n, &text(n))), 2).unwrap();
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut out: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    out.sort();
    out
}

#[test]
fn no_plain_text_lies_in_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    write_canaries(folder.path());
    let files = files(folder.path());
    assert!(files.len() > 5);
    for file in files {
        let bytes = fs::read(&file).unwrap();
        for canary in CANARIES.iter().copied().chain(["fold", "accession", "text/plain"]) {
            let found = bytes.windows(canary.len()).any(|window| window == canary.as_bytes());
            assert!(!found, "{canary} in {}", file.display());
        }
    }
}

/// Everything that can be asked of the index in the folder.
fn answers(folder: &Path) -> Result<(Option<u64>, Results, [u8; 32]), IndexError> {
    let index = Index::open_or_create(folder, &Secret([9; 32]))?;
    let results = index.search(&grant(Role::Keeper), &ask("زمردة \"quetzalcoatl رقم\" -absent"))?;
    Ok((index.marker()?, results, index.digest()?))
}

#[test]
fn a_flipped_byte_is_an_error_or_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    write_canaries(folder.path());
    let whole = answers(folder.path()).unwrap();
    assert_eq!(whole.1.n_hits, 100);
    let mut n_noticed = 0;
    for file in files(folder.path()) {
        let bytes = fs::read(&file).unwrap();
        // The first and last bytes, and some of every block.
        let places = (0..bytes.len()).step_by(5_003).chain([bytes.len() - 1]);
        for place in places {
            let mut flipped = bytes.clone();
            flipped[place] ^= 1;
            fs::write(&file, &flipped).unwrap();
            match answers(folder.path()) {
                Ok(same) => assert_eq!(same, whole, "{} at {place}", file.display()),
                Err(error) => {
                    assert!(
                        matches!(error, IndexError::Damaged),
                        "{error} from {} at {place}",
                        file.display()
                    );
                    n_noticed += 1;
                }
            }
        }
        fs::write(&file, &bytes).unwrap();
    }
    assert!(n_noticed > 10, "only {n_noticed} noticed");
}

#[test]
fn a_file_that_was_cut_off_or_is_gone_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    write_canaries(folder.path());
    for file in files(folder.path()) {
        let bytes = fs::read(&file).unwrap();
        let is_segment = bytes.len() > 200 && !file.ends_with(".managed.json");
        for kept in [0, bytes.len() / 2, bytes.len() - 1] {
            fs::write(&file, &bytes[..kept]).unwrap();
            let error = answers(folder.path()).err();
            assert!(
                !is_segment || matches!(error, Some(IndexError::Damaged)),
                "{error:?} from {}",
                file.display()
            );
        }
        fs::write(&file, &bytes).unwrap();
    }
    assert!(answers(folder.path()).is_ok());
}
