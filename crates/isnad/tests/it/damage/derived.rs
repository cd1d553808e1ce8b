//! Derived state holds no evidence: damaged, it is named and made again, and answers are never wrong.

use std::path::Path;

use isnad_testkit::{chance, folder};
use rand::Rng;

use super::{flips::contents, sample::Sample};
use crate::support::{holds, is_clean_failure, open};

/// Bytes tried of each file.
const TRIES: usize = 6;

#[test]
fn a_flipped_byte_is_named_or_harmless_and_a_rebuild_mends_it() {
    let sample = Sample::make();
    let truth = contents(&sample.copy("truth"));
    let digests = digests(&sample.copy("truth"));
    let mut chance = chance(0);
    for (path, bytes) in folder::files(&sample.whole().join("derived")) {
        for _ in 0..TRIES.min(bytes.len()) {
            let at = chance.gen_range(0..bytes.len());
            let after = format!("byte {at} of derived/{}", path.display());
            let copy = sample.copy("damaged");
            let mut changed = bytes.clone();
            changed[at] ^= 1 << (at % 8);
            std::fs::write(copy.join("derived").join(&path), changed).unwrap();
            let said = sample.env.run_on(&copy, &["search", "أحمد", "--json"]);
            match said.code {
                Some(0) => assert_eq!(said.first()["total"], 1, "{after}"),
                _ => is_clean_failure(&said, &after),
            }
            mends(&sample, &copy, &after);
            assert_eq!(self::digests(&copy), digests, "{after}");
            assert!(contents(&copy) == truth, "{after}");
        }
    }
}

#[test]
fn without_derived_state_all_is_there() {
    let sample = Sample::make();
    let truth = contents(&sample.copy("truth"));
    for gone in ["derived", "derived/index", "derived/views"] {
        let copy = sample.copy("bare");
        let path = copy.join(gone);
        if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) }.unwrap();
        assert!(contents(&copy) == truth, "without {gone}");
    }
}

#[track_caller]
fn mends(sample: &Sample, archive: &Path, after: &str) {
    holds(archive, after);
    let rebuilt = sample.env.run_on(archive, &["rebuild", "--json"]);
    assert_eq!(rebuilt.code, Some(0), "{after}: {}", rebuilt.stderr);
}

fn digests(archive: &Path) -> isnad_engine::Rebuilt {
    open(archive).expect("it opens").0.digests().expect("digests")
}
