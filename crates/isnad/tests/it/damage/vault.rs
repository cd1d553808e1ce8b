//! Objects and payloads: changed, exchanged, taken away, added.

use isnad_model::view::Gravity;

use super::sample::{Sample, files_in};
use crate::support::{altered, verify};

#[test]
fn an_object_gone() {
    let sample = Sample::make();
    let codes =
        sample.damaged(|archive| std::fs::remove_file(&files_in(&archive.join("vault/objects"))[0]).unwrap());
    assert_eq!(codes, ["object-missing"]);
}

#[test]
fn an_object_that_is_another_one() {
    let sample = Sample::make();
    let codes = sample.damaged(|archive| {
        let objects = files_in(&archive.join("vault/objects"));
        std::fs::copy(&objects[0], &objects[1]).unwrap();
    });
    assert_eq!(codes, ["object-altered"]);
}

#[test]
fn an_object_cut_off_or_made_longer() {
    let sample = Sample::make();
    for change in [|bytes: &mut Vec<u8>| bytes.truncate(bytes.len() - 1), |bytes: &mut Vec<u8>| bytes.push(0)]
    {
        let codes = sample.damaged(|archive| {
            let object = &files_in(&archive.join("vault/objects"))[0];
            let mut bytes = std::fs::read(object).unwrap();
            change(&mut bytes);
            std::fs::write(object, bytes).unwrap();
        });
        assert_eq!(codes, ["object-altered"]);
    }
}

#[test]
fn files_that_belong_to_no_entry_are_noted() {
    let sample = Sample::make();
    let copy = sample.copy("stranger");
    for name in ["ab/stranger", &format!("ab/ab{}", "0".repeat(62)), "stranger"] {
        let path = copy.join("vault/objects").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, "who put me here").unwrap();
    }
    let report = verify(&copy).unwrap();
    assert_eq!(altered(&report), [] as [&str; 0]);
    let noted =
        report.findings.iter().filter(|f| f.gravity == Gravity::Note && f.problem.code == "file-unknown");
    assert_eq!(noted.count(), 3, "{:?}", report.findings);
}

#[test]
fn payloads_gone_cut_off_or_exchanged() {
    let sample = Sample::make();
    let n_payloads = files_in(&sample.whole().join("vault/payloads")).len();
    let payload = |archive: &std::path::Path, n: usize| files_in(&archive.join("vault/payloads"))[n].clone();
    for n in 0..n_payloads {
        let gone = sample.damaged(|archive| std::fs::remove_file(payload(archive, n)).unwrap());
        assert!(gone.contains(&"payload-missing"), "payload {n} gone: {gone:?}");
        let other = (n + 1) % n_payloads;
        let exchanged = sample
            .damaged(|archive| _ = std::fs::copy(payload(archive, other), payload(archive, n)).unwrap());
        assert!(exchanged.contains(&"payload-altered"), "payload {n} is payload {other}: {exchanged:?}");
        let empty = sample.damaged(|archive| std::fs::write(payload(archive, n), "").unwrap());
        assert!(empty.contains(&"payload-altered"), "payload {n} empty: {empty:?}");
    }
}
