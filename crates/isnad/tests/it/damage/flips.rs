//! Every byte of an archive, one at a time.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use isnad_access::release;
use isnad_model::{ItemId, search::Query};
use isnad_testkit::{folder, number_setting};

use super::sample::Sample;
use crate::support::{open, verify};

/// What harmless means: files that hold no evidence, which the program checks before it relies on them.
/// `ledger/end` only says where the newest act lies, and `lock` who was here last.
const HINTS: [&str; 2] = ["ledger/end", "lock"];

#[test]
fn every_flipped_byte_is_detected_or_harmless() {
    let sample = Sample::make();
    let truth = contents(&sample.copy("truth"));
    let files = ground_state(sample.whole());
    let all: Vec<(&PathBuf, usize)> =
        files.iter().flat_map(|(path, bytes)| (0..bytes.len()).map(move |at| (path, at))).collect();
    assert!(all.len() > 3000, "the archive has {} bytes", all.len());
    let next = AtomicUsize::new(0);
    let unseen = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for thread in 0..std::thread::available_parallelism().map_or(1, std::num::NonZero::get) {
            let copy = sample.copy(&format!("flips-{thread}"));
            let (all, files, next, unseen) = (&all, &files, &next, &unseen);
            scope.spawn(move || {
                while let Some((path, at)) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if !is_detected(&copy.join(path), &files[*path], *at, &copy) {
                        unseen.lock().expect("no thread failed").push(((*path).clone(), *at));
                    }
                }
            });
        }
    });
    for (path, at) in unseen.into_inner().unwrap() {
        let name = path.display().to_string();
        assert!(HINTS.contains(&name.as_str()), "byte {at} of {name} was changed and nobody noticed");
        let copy = sample.copy("harmless");
        flip(&copy.join(&path), &files[&path], at);
        assert!(contents(&copy) == truth, "byte {at} of {name} is a hint, and it did harm");
    }
}

/// Flips a bit of one byte, verifies, and puts the byte back. With `ISNAD_FLIPS_ALL=1`, each of its bits.
fn is_detected(path: &Path, bytes: &[u8], at: usize, archive: &Path) -> bool {
    let bits: Vec<usize> =
        if number_setting("ISNAD_FLIPS_ALL", 0) == 1 { (0..8).collect() } else { vec![at % 8] };
    let detected = bits.into_iter().all(|bit| {
        let mut changed = bytes.to_vec();
        changed[at] ^= 1 << bit;
        std::fs::write(path, changed).expect("a file to damage");
        match verify(archive) {
            Ok(report) => !report.ok(),
            // Another format version, or a marker that is none: refused, but never blamed on the passphrase.
            Err(problem) => {
                assert_ne!(problem.code, "wrong-passphrase", "byte {at} of {}", path.display());
                true
            }
        }
    });
    std::fs::write(path, bytes).expect("the file is mended");
    detected
}

fn flip(path: &Path, bytes: &[u8], at: usize) {
    let mut changed = bytes.to_vec();
    changed[at] ^= 1 << (at % 8);
    std::fs::write(path, changed).expect("a file to damage");
}

fn ground_state(archive: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = folder::files(archive);
    files.retain(|path, _| !path.starts_with("derived"));
    files
}

/// Everything that an archive gives out: each item's metadata, provenance and bytes.
pub fn contents(archive: &Path) -> BTreeMap<ItemId, (String, Vec<u8>)> {
    let (archive, grant) = open(archive).expect("it opens");
    let all = archive.search(&grant, &Query::default()).expect("a list");
    let content = |id: ItemId| {
        let view =
            archive.item(id).expect("a view").and_then(|sealed| release(sealed, &grant)).expect("an item");
        let mut bytes = Vec::new();
        assert!(archive.export_item(&grant, id, &mut bytes).expect("bytes"), "the item is there");
        (format!("{view:?}"), bytes)
    };
    all.hits.iter().map(|hit| (hit.item, content(hit.item))).collect()
}
