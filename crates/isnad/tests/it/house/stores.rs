//! Archives that earlier versions left behind: each must open, verify, and give equal views for ever.

use std::{
    fs,
    path::{Path, PathBuf},
};

use isnad_crypto::{passphrase::Cost, stream::ObjectKey};
use isnad_engine::{Archive, IntakeRequest, Layout, Rebuilt, Source, World, verify_folder};
use isnad_model::{Millis, Sensitive, intake::Provenance, search::Query};

use super::root;

/// What every stored archive is opened with; it guards nothing.
const PASSPHRASE: &str = "frozen";

fn world() -> World {
    World {
        now: || Millis(1_800_000_000_000),
        reader: Some(PathBuf::from(env!("CARGO_BIN_EXE_isnad"))),
        letters: isnad_engine::Places::default(),
        cost: Cost::TEST,
    }
}

fn secret() -> Sensitive<String> {
    Sensitive::new(PASSPHRASE.to_owned())
}

/// Copies an archive, because opening one writes to it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder to copy to");
    for entry in fs::read_dir(from).expect("a stored archive") {
        let entry = entry.expect("an entry of it");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a kind of file").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

fn stores() -> Vec<PathBuf> {
    let inside = fs::read_dir(root().join("testdata/stores")).expect("testdata/stores");
    let stores: Vec<PathBuf> =
        inside.map(|entry| entry.expect("an entry of it").path()).filter(|path| path.is_dir()).collect();
    assert!(!stores.is_empty());
    stores
}

#[test]
fn an_archive_of_every_format_version_still_opens() {
    for store in stores() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("archive");
        copy(&store, &folder);

        let report = verify_folder(&Layout::new(&folder), Some(("", &secret())), &|_, _| ()).unwrap();
        assert!(report.ok() && report.findings.is_empty(), "{}: {:?}", store.display(), report.findings);
        assert!(report.n_entries > 5 && report.n_objects > 0);

        let (archive, grant) = Archive::open(&folder, None, &secret(), world()).unwrap();
        let query = Query { text: "احمد".into(), limit: Some(10), ..Query::default() };
        let results = archive.search(&grant, &query).unwrap();
        let letter = results.hits.iter().find(|hit| hit.name.ends_with("/رسالة.txt"));
        let letter = letter.unwrap_or_else(|| panic!("{}: احمد does not find أحمد", store.display()));
        let mut text = Vec::new();
        assert!(archive.export_item(&grant, letter.item, &mut text).unwrap());
        assert!(String::from_utf8_lossy(&text).contains("أحمد"));

        let status = archive.status().unwrap();
        assert_eq!(status.count.received, status.count.kept + status.count.refused);
    }
}

/// Views and index that grew with an intake equal those made from the ledger alone.
#[test]
fn rebuilt_views_equal_those_that_grew() {
    for store in stores() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("archive");
        copy(&store, &folder);
        let new = scratch.path().join("new.txt");
        fs::write(&new, "رسالة جديدة من فاطمة\n").unwrap();

        let (archive, grant) = Archive::open(&folder, None, &secret(), world()).unwrap();
        let request = IntakeRequest { provenance: Provenance::default(), sources: vec![Source::Path(new)] };
        archive.intake(&grant, request, &|_| ()).unwrap();
        let grown: Rebuilt = archive.digests().unwrap();
        assert_eq!(archive.rebuild().unwrap(), grown, "{}", store.display());
    }
}

/// Longer than one age chunk of 64 KiB, so that the frozen file has two.
fn object() -> Vec<u8> {
    "شهادة ".repeat(6_000).into_bytes()
}

#[test]
fn a_vault_object_opens_with_its_printed_key() {
    let folder = root().join("testdata/golden/vault/v1");
    let key = ObjectKey::from_text(fs::read_to_string(folder.join("key.txt")).unwrap().trim_end()).unwrap();
    let file = fs::read(folder.join("object.age")).unwrap();
    assert_eq!(key.decrypt_bytes(&file).ok(), Some(object()));
    for at in [0, file.len() / 2, file.len() - 1] {
        let mut changed = file.clone();
        changed[at] ^= 1;
        assert!(key.decrypt_bytes(&changed).is_err(), "byte {at}");
    }
}

/// Makes the sample of a new version. It never changes one that is there.
#[test]
#[ignore = "run by hand when a format gets a new version"]
fn write_golden_object() {
    let folder = root().join("testdata/golden/vault/v1");
    fs::create_dir_all(&folder).unwrap();
    if !folder.join("object.age").exists() {
        let key = ObjectKey::generate();
        fs::write(folder.join("key.txt"), key.to_text() + "\n").unwrap();
        fs::write(folder.join("object.age"), key.encrypt_bytes(&object()).unwrap()).unwrap();
    }
    assert!(folder.join("key.txt").exists());
}
