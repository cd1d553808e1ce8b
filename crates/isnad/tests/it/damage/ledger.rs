//! The ledger's file of acts, frame by frame; tiles; the keyring's records.

use std::path::Path;

use super::sample::{Sample, files_in, frames};
use crate::support::{altered, archive, holds, number, verify};

fn rewrite_acts(archive: &Path, change: impl FnOnce(&mut Vec<Vec<u8>>)) {
    let path = archive.join("ledger/acts");
    let mut acts = frames(&path);
    change(&mut acts);
    std::fs::write(path, acts.concat()).expect("the acts are written");
}

#[test]
fn cut_off_at_a_frame() {
    let sample = Sample::make();
    let n_acts = frames(&sample.whole().join("ledger/acts")).len();
    assert!(n_acts >= 7, "{n_acts} acts");
    for keep in 0..n_acts {
        let codes = sample.damaged(|archive| rewrite_acts(archive, |acts| acts.truncate(keep)));
        assert!(codes.contains(&"entries-missing"), "{keep} acts left: {codes:?}");
    }
}

#[test]
fn cut_off_within_a_frame() {
    let sample = Sample::make();
    let acts = frames(&sample.whole().join("ledger/acts"));
    let mut end = 0;
    for act in &acts {
        for cut in [end + 1, end + 11, end + 12, end + 13, end + act.len() - 1] {
            let codes = sample.damaged(|archive| cut_file(&archive.join("ledger/acts"), cut as u64));
            assert!(codes.contains(&"act-damaged"), "cut at {cut}: {codes:?}");
        }
        end += act.len();
    }
}

fn cut_file(path: &Path, size: u64) {
    let file = std::fs::OpenOptions::new().write(true).open(path).expect("a file to cut");
    file.set_len(size).expect("cut");
}

#[test]
fn an_act_taken_out() {
    let sample = Sample::make();
    let n_acts = frames(&sample.whole().join("ledger/acts")).len();
    for gone in 0..n_acts {
        let codes = sample.damaged(|archive| rewrite_acts(archive, |acts| _ = acts.remove(gone)));
        assert!(codes.contains(&"entries-missing"), "without act {gone}: {codes:?}");
    }
}

#[test]
fn two_acts_swapped() {
    let sample = Sample::make();
    let n_acts = frames(&sample.whole().join("ledger/acts")).len();
    for place in 1..n_acts {
        let codes = sample.damaged(|archive| rewrite_acts(archive, |acts| acts.swap(place - 1, place)));
        assert!(codes.contains(&"entries-missing"), "acts before and at {place}: {codes:?}");
    }
}

#[test]
fn an_act_twice() {
    let sample = Sample::make();
    let codes = sample.damaged(|archive| rewrite_acts(archive, |acts| acts.insert(2, acts[1].clone())));
    assert!(!codes.is_empty(), "an act that is there twice");
}

#[test]
fn bytes_behind_the_end_are_noted_and_cut_off_on_opening() {
    let sample = Sample::make();
    for tail in [&b"ISN1"[..], b"ISN1\0\0\x01", b"stranger bytes that are longer than a head"] {
        let copy = sample.copy("tail");
        let path = copy.join("ledger/acts");
        std::fs::write(&path, [std::fs::read(&path).unwrap(), tail.to_vec()].concat()).unwrap();
        let before = number(&sample.env.run_on(&copy, &["status", "--json"]).expect(0).last(), "entries");
        assert_eq!(holds(&copy, "opening with a torn tail"), before);
    }
}

#[test]
fn a_forged_checkpoint() {
    let sample = Sample::make();
    let other = Sample::make();
    let codes = sample.damaged(|archive| {
        _ = std::fs::copy(other.whole().join("ledger/checkpoint"), archive.join("ledger/checkpoint"))
            .unwrap();
    });
    assert!(codes.contains(&"checkpoint-altered"), "that of another archive: {codes:?}");
    let codes = sample.damaged(|archive| std::fs::remove_file(archive.join("ledger/checkpoint")).unwrap());
    assert!(codes.contains(&"checkpoint-missing") || codes.contains(&"ledger-rolled-back"), "{codes:?}");
}

#[test]
fn the_list_of_devices() {
    let sample = Sample::make();
    let other = Sample::make();
    let take = |file: &str| {
        sample.damaged(|archive| _ = std::fs::copy(other.whole().join(file), archive.join(file)).unwrap())
    };
    assert!(take("ledger/devices").contains(&"devices-altered"), "that of another archive");
    let codes = sample.damaged(|archive| std::fs::remove_file(archive.join("ledger/devices")).unwrap());
    assert!(!codes.is_empty(), "without it nobody may sign");
}

#[test]
fn a_tile_or_the_edge() {
    let env = archive();
    (0..300).for_each(|n| _ = env.write(format!("in/{n}.txt"), format!("{n}")));
    env.run(&["intake", "in"]).expect(0);
    let tiles = files_in(&env.path("archive/ledger/tile"));
    assert!(!tiles.is_empty(), "more than 256 entries fill a tile");
    for file in tiles.into_iter().chain([env.path("archive/ledger/edge")]) {
        let whole = std::fs::read(&file).unwrap();
        let mut changed = whole.clone();
        changed[17] ^= 4;
        std::fs::write(&file, changed).unwrap();
        assert_eq!(altered(&verify(&env.archive()).unwrap()), ["tile-altered"], "{}", file.display());
        std::fs::write(&file, whole).unwrap();
    }
    holds(&env.archive(), "mending");
}

#[test]
fn a_key_record_replayed_or_taken_out() {
    let sample = Sample::make();
    let n_keys = frames(&sample.whole().join("keyring/keys")).len();
    for place in 0..n_keys {
        let replay = |archive: &Path| {
            let path = archive.join("keyring/keys");
            let mut keys = frames(&path);
            keys.push(keys[place].clone());
            std::fs::write(path, keys.concat()).unwrap();
        };
        assert!(sample.damaged(replay).contains(&"keyring-damaged"), "record {place} replayed");
        let take_out = |archive: &Path| {
            let path = archive.join("keyring/keys");
            let mut keys = frames(&path);
            keys.remove(place);
            std::fs::write(path, keys.concat()).unwrap();
        };
        // Without the last one the ring is an older one: a key, or the number of entries, is not there.
        assert!(
            place == n_keys - 1 || sample.damaged(take_out).contains(&"keyring-damaged"),
            "record {place} out"
        );
    }
}
