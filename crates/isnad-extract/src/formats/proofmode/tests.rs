//! Bundles are found by their proofs, and other ZIPs are not.

use crate::formats::make::told;
use isnad_model::reading::Kind;
use std::io::{Cursor, Write};

fn zip(names: &[String]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("a member");
        zip.write_all(b"{}").expect("content");
    }
    zip.finish().expect("a zip").into_inner()
}

#[test]
fn a_bundle_names_its_proofs() {
    let hash = "ab".repeat(32);
    let names = [
        format!("{hash}.asc"),
        format!("batch/{hash}.proof.json"),
        format!("{hash}.proof.json.asc"),
        "IMG_1.jpg".into(),
    ];
    let told = told(&zip(&names));
    assert_eq!(told.kind, Some(Kind::Container));
    told.is(&[
        ("proofmode.present", "yes"),
        ("proofmode.signature", "not checked"),
        ("proofmode.proof", &format!("{hash}.proof.json")),
    ]);
    assert_eq!(told.all("proofmode.proof").len(), 1, "a signature is no proof");
}

#[test]
fn another_zip_says_nothing() {
    assert_eq!(told(&zip(&["proof.json.txt".into(), "a.csv".into()])).metadata, []);
}

#[test]
fn thousands_of_proofs_are_bounded() {
    let names: Vec<String> = (0..1_100).map(|n| format!("{n}.proof.csv")).collect();
    let told = told(&zip(&names));
    assert_eq!((told.codes(), told.all("proofmode.proof").len()), (vec!["metadata-too-much"], 1_000));
}
