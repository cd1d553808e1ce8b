//! Bundles made and signed here, and then changed in every part. Other ZIPs are none.

use crate::formats::{
    make::{Told, told},
    openpgp::make::{Signer, armored},
};
use isnad_crypto::hash::{hex, sha256};
use isnad_model::reading::Kind;
use std::io::{Cursor, Write};

const JPEG: &[u8] = b"\xFF\xD8\xFF\xE0 a picture made for a test";

type Members = Vec<(String, Vec<u8>)>;

fn zip(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("a member");
        zip.write_all(content).expect("content");
    }
    zip.finish().expect("a zip").into_inner()
}

fn named(names: &[String]) -> Vec<u8> {
    zip(&names.iter().map(|name| (name.clone(), b"{}".to_vec())).collect::<Vec<_>>())
}

fn hash() -> String {
    hex(&sha256(&[JPEG]))
}

fn signed(signer: &Signer, content: &[u8]) -> Vec<u8> {
    armored("SIGNATURE", &signer.sign(content))
}

/// A bundle as a telephone makes it.
fn bundle(signer: &Signer) -> Members {
    let hash = hash();
    let json = format!(r#"{{"File Hash SHA256":"{hash}","File Path":"/storage/IMG_1.jpg"}}"#).into_bytes();
    let csv = format!("File Hash SHA256,File Path\n{hash},/storage/IMG_1.jpg\n").into_bytes();
    vec![
        ("IMG_1.jpg".into(), JPEG.to_vec()),
        (format!("{hash}.asc"), signed(signer, JPEG)),
        (format!("{hash}.proof.json.asc"), signed(signer, &json)),
        (format!("{hash}.proof.json"), json),
        (format!("{hash}.proof.csv.asc"), signed(signer, &csv)),
        (format!("{hash}.proof.csv"), csv),
        (format!("{hash}.ots"), b"stamp".to_vec()),
        ("pubkey.asc".into(), armored("PUBLIC KEY BLOCK", &signer.key())),
        ("HowToVerifyProofData.txt".into(), b"read me".to_vec()),
    ]
}

fn member<'m>(members: &'m mut Members, name: &str) -> &'m mut Vec<u8> {
    &mut members.iter_mut().find(|(found, _)| found.ends_with(name)).expect("a member").1
}

/// The grade of a file of the bundle.
fn grade<'t>(told: &'t Told, name: &str) -> &'t str {
    let is_it =
        |(field, value): &&(String, String)| field.starts_with("proofmode.file[") && value.ends_with(name);
    let (field, _) = told.metadata.iter().find(is_it).expect("the file is told");
    told.value(&format!("{field}.grade"))
}

#[test]
fn an_unchanged_bundle_is_signed_by_a_key_that_came_with_it() {
    let signer = Signer::new(1);
    let told = told(&zip(&bundle(&signer)));
    assert_eq!(told.kind, Some(Kind::Container));
    let hash = hash();
    let fingerprint = hex(&signer.fingerprint()).to_uppercase();
    told.is(&[
        ("proofmode.present", "yes"),
        ("proofmode.grade", "signed-unchanged"),
        ("proofmode.issuerKnown", "no"),
        ("proofmode.key", &fingerprint),
        ("proofmode.proof", &format!("{hash}.proof.json")),
        ("proofmode.file[1]", "IMG_1.jpg"),
        ("proofmode.file[1].grade", "signed-unchanged"),
        ("proofmode.file[1].sha256", &hash),
        ("proofmode.file[1].signer", &fingerprint),
        ("proofmode.file[1].algorithm", "EdDSA SHA2-256"),
        ("proofmode.file[1].signed", "1700000000"),
        ("proofmode.file[2].statedSha256", &hash),
        ("proofmode.file[2].grade", "signed-unchanged"),
        ("proofmode.file[3].grade", "signed-unchanged"),
        ("proofmode.file[4]", ""),
        ("proofmode.absent", ""),
        ("proofmode.notChecked", &format!("{hash}.ots")),
    ]);
    assert!(told.metadata.iter().all(|(_, value)| value != "true"));
}

/// Makes a bundle, changes it, and compares the grade of a file with the worst grade and the problems.
fn check(change: impl Fn(&mut Members), name: &str, expect: &str, codes: &[&str]) {
    let mut members = bundle(&Signer::new(1));
    change(&mut members);
    let told = told(&zip(&members));
    assert_eq!(told.codes(), codes, "{name} {expect}");
    assert_eq!((grade(&told, name), told.value("proofmode.grade")), (expect, expect), "{:#?}", told.metadata);
}

#[test]
fn what_was_changed_is_said() {
    check(|all| member(all, "IMG_1.jpg").push(0), "IMG_1.jpg", "signed-altered", &["proofmode-altered"]);
    // No picture any more, and a proof has its name.
    check(
        |all| *member(all, "IMG_1.jpg") = b"text".to_vec(),
        "IMG_1.jpg",
        "signed-altered",
        &["proofmode-altered"],
    );
    check(|all| member(all, ".json").push(b' '), ".json", "signed-altered", &["proofmode-altered"]);
    check(|all| member(all, ".csv").push(b'\n'), ".csv", "signed-altered", &["proofmode-altered"]);
    // A proof of another recording, signed as it should be.
    let other = format!(r#"{{"File Hash SHA256":"{}"}}"#, "ab".repeat(32)).into_bytes();
    let exchange = |all: &mut Members| {
        *member(all, ".json.asc") = signed(&Signer::new(1), &other);
        *member(all, ".json") = other.clone();
    };
    check(exchange, ".json", "signed-altered", &["proofmode-hash-differs"]);
}

#[test]
fn signatures_that_are_wrong_or_not_to_be_checked() {
    let of = format!("{}.asc", hash());
    let replace = |signature: Vec<u8>| {
        let of = of.clone();
        move |all: &mut Members| *member(all, &of) = signature.clone()
    };
    let wrong = ["proofmode-signature-wrong"];
    check(replace(signed(&Signer::new(1), b"another")), "IMG_1.jpg", "signature-wrong", &wrong);
    // It names the key, and is not made with it.
    let mut forged = Signer::new(1).sign(JPEG);
    let last = forged.len() - 1;
    forged[last] ^= 1;
    check(replace(armored("SIGNATURE", &forged)), "IMG_1.jpg", "signature-wrong", &wrong);
    // Another key made it; once it says so, and once it does not.
    let unknown = ["proofmode-signature-unknown"];
    check(replace(signed(&Signer::new(2), JPEG)), "IMG_1.jpg", "signed-unknown", &unknown);
    let silent =
        Signer::new(2).sign_with(0, (8, isnad_crypto::foreign::openpgp::Hash::Sha256), &[], &[], JPEG);
    check(replace(armored("SIGNATURE", &silent)), "IMG_1.jpg", "signature-wrong", &wrong);
    let weak = Signer::new(1).sign_with(0, (2, isnad_crypto::foreign::openpgp::Hash::Sha1), &[], &[], JPEG);
    check(replace(weak), "IMG_1.jpg", "signed-weak", &[]);
    // A key that was exchanged is no key of these signatures.
    let exchange = |all: &mut Members| {
        *member(all, "pubkey.asc") = armored("PUBLIC KEY BLOCK", &Signer::new(2).key());
    };
    check(exchange, "IMG_1.jpg", "signed-unknown", &[unknown[0]; 3]);
    check(
        |all| all.retain(|(name, _)| name != "pubkey.asc"),
        "IMG_1.jpg",
        "signed-unknown",
        &[unknown[0]; 3],
    );
    // Cut off, or not there.
    let cut = Signer::new(1).sign(JPEG);
    let cut = armored("SIGNATURE", &cut[..cut.len() - 10]);
    check(replace(cut), "IMG_1.jpg", "unsigned", &["metadata-damaged"]);
    let of_it = of.clone();
    check(move |all| all.retain(|(name, _)| *name != of_it), "IMG_1.jpg", "unsigned", &[]);
}

#[test]
fn proofs_without_their_recording_vouch_for_nothing_here() {
    let mut members = bundle(&Signer::new(1));
    members.retain(|(name, _)| name != "IMG_1.jpg");
    let told = told(&zip(&members));
    told.is(&[("proofmode.grade", "signed-unbound"), ("proofmode.absent", &hash())]);
    assert_eq!(grade(&told, ".json"), "signed-unchanged");
}

#[test]
fn a_recording_that_does_not_unfold_is_unread() {
    let mut bytes = zip(&bundle(&Signer::new(1)));
    // The content of the first member, behind its header of 30 bytes and its name.
    bytes[30 + "IMG_1.jpg".len() + 6] ^= 0xFF;
    let told = told(&bytes);
    assert_eq!(
        (told.value("proofmode.unread"), told.value("proofmode.grade")),
        ("IMG_1.jpg", "signed-unbound"),
        "{:#?}",
        told.metadata
    );
}

#[test]
fn a_proof_larger_than_any_is_unread_and_said() {
    let mut members = bundle(&Signer::new(1));
    member(&mut members, ".json").resize(5 << 20, b' ');
    let told = told(&zip(&members));
    assert_eq!(told.codes(), ["proofmode-too-large"]);
    assert!(told.value("proofmode.unread").ends_with(".json"));
}

#[test]
fn a_bundle_names_its_proofs() {
    let hash = "ab".repeat(32);
    let names = [format!("batch/{hash}.proof.json"), "IMG_1.jpg".into()];
    let told = told(&named(&names));
    told.is(&[
        ("proofmode.present", "yes"),
        ("proofmode.grade", "unsigned"),
        ("proofmode.proof", &format!("{hash}.proof.json")),
        ("proofmode.absent", &hash),
    ]);
}

#[test]
fn another_zip_says_nothing() {
    assert_eq!(told(&named(&["proof.json.txt".into(), "a.csv".into(), "a.asc".into()])).metadata, []);
}

#[test]
fn thousands_of_proofs_are_bounded() {
    let names: Vec<String> = (0..1_100).map(|n| format!("{n}.proof.csv")).collect();
    let told = told(&named(&names));
    assert_eq!((told.codes(), told.all("proofmode.proof").len()), (vec!["metadata-too-much"], 1_000));
    assert_eq!(told.value("proofmode.file[1001]"), "");
}
