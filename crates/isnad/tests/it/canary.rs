//! Planted names, in three scripts: nothing on the disk and no message tells them to whoever has no key.

use std::path::Path;

use isnad_crypto::hash::{hex, sha256};
use isnad_testkit::{Env, Output, PASSPHRASE, faults, faults::Fault, folder, make};

use crate::support::{archive, holds};

/// Synthetic names that occur nowhere else.
const NAMES: [&str; 3] = ["زرنيخ القندلفت", "Quillonvary Brastagne", "Жмуридзе"];

#[test]
fn no_planted_name_is_left_in_clear() {
    let env = planted();
    // Killed in the midst of it, run again, searched, verified, rebuilt.
    for n in [20, 60, 90] {
        let mut command =
            env.command(&["intake", "in", "--from", NAMES[0], "--notes", NAMES[1], "--where", NAMES[2]]);
        faults::inject(&mut command, &env.archive(), &env.path("report"), Fault::KillTorn, n);
        is_silent(&Output::of(&mut command));
        nothing_in(&env.archive());
    }
    let intake = ["intake", "in", "--from", NAMES[0], "--notes", NAMES[1], "--where", NAMES[2], "--json"];
    is_silent(&env.run(&intake).expect(0));
    for name in NAMES {
        let found = env.run(&["search", name, "--json"]).expect(0);
        assert!(found.first()["total"].as_u64().unwrap() > 0, "{name} is found by whoever may");
        is_silent(&found);
        is_silent(&env.run(&["search", name]).expect(0));
    }
    is_silent(&env.run(&["verify"]).expect(0));
    is_silent(&env.run(&["rebuild"]).expect(0));
    is_silent(&env.run(&["status"]).expect(0));
    env.run(&["backup", "safe"]).expect(0);
    for folder in ["archive", "safe", "safe.keyring"] {
        nothing_in(&env.path(folder));
    }
    holds(&env.archive(), "all of it");
}

/// Sources with the names in their names, their contents, their metadata, and in what is inside containers.
fn planted() -> Env {
    let env = archive();
    for name in NAMES {
        env.write(format!("in/{name}.txt"), format!("Seen with {name} at the gate."));
        env.write(format!("in/utf16 {name}.txt"), utf16(name, u16::to_le_bytes, &[0xFF, 0xFE]));
        let member = format!("{name}/{name}.txt");
        env.write(format!("in/{name}.zip"), make::zip(&[(&member, name.as_bytes())]));
        // One that cannot be read to its end, so that there is something to complain about.
        env.write(format!("in/cut {name}.zip"), &make::zip(&[(&member, &[b'x'; 900])])[..60]);
    }
    env.write("in/long.txt", NAMES.join(" and ").repeat(3000));
    env
}

/// Messages beside the result name nothing.
#[track_caller]
fn is_silent(output: &Output) {
    for needle in needles() {
        assert!(!folder::contains(output.stderr.as_bytes(), &needle), "on standard error: {}", output.stderr);
    }
}

/// Neither in the files nor in their names.
#[track_caller]
fn nothing_in(root: &Path) {
    let needles = needles();
    for (path, bytes) in folder::files(root) {
        let name = path.as_os_str().as_encoded_bytes();
        for needle in &needles {
            let found = folder::contains(&bytes, needle) || folder::contains(name, needle);
            assert!(!found, "{} holds {}", path.display(), String::from_utf8_lossy(needle));
        }
    }
}

/// Each word of each name, as UTF-8 and both sorts of UTF-16; the passphrase; plain hashes of the contents, by
/// which an outsider could ask whether the archive holds a certain file.
fn needles() -> Vec<Vec<u8>> {
    let words = NAMES.iter().flat_map(|name| name.split(' ')).chain([PASSPHRASE]);
    let mut needles: Vec<Vec<u8>> = words
        .flat_map(|word| {
            [word.as_bytes().to_vec(), utf16(word, u16::to_le_bytes, &[]), utf16(word, u16::to_be_bytes, &[])]
        })
        .collect();
    for name in NAMES {
        for content in [format!("Seen with {name} at the gate."), name.to_owned()] {
            let hash = sha256(&[content.as_bytes()]);
            needles.extend([hash.to_vec(), hex(&hash).into_bytes()]);
        }
    }
    needles
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2], mark: &[u8]) -> Vec<u8> {
    mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect()
}
