use isnad_testkit::{Env, make};

use crate::support::{archive, text};

/// The id of the one item.
fn only(env: &Env) -> String {
    text(&env.run(&["search", "--json", ""]).expect(0).lines()[1], "id").to_owned()
}

#[test]
fn exported_bytes_are_those_that_came() {
    let env = archive();
    let bytes: Vec<u8> = (0..=255).cycle().take(100_003).collect();
    env.write("in/bytes.bin", &bytes);
    env.run(&["intake", "in"]).expect(0);
    let id = only(&env);
    assert_eq!(env.run(&["item", "export", &id]).expect(0).bytes, bytes);

    env.run(&["item", "export", &id, "-o", "copy.bin"]).expect(0);
    assert_eq!(std::fs::read(env.path("copy.bin")).unwrap(), bytes);
    env.run(&["item", "export", &id, "-o", "copy.bin"]).expect(1);
    assert_eq!(std::fs::read(env.path("copy.bin")).unwrap(), bytes, "nothing is written over");
}

#[test]
fn shows_custody_down_to_the_seal() {
    let env = archive();
    env.write("in/a.txt", "sealed");
    env.run(&["intake", "in", "--from", "A clerk"]).expect(0);
    let item = env.run(&["item", "show", &only(&env), "--json"]).expect(0).last();
    assert_eq!((text(&item, "path"), text(&item, "kind")), ("in/a.txt", "text"));
    assert_eq!((text(&item, "media_type"), item["bytes"].as_u64()), ("text/plain", Some(6)));
    assert_eq!(text(&item, "sensitivity"), "restricted");
    assert_eq!((text(&item, "sha256").len(), text(&item, "blake3").len()), (64, 64));
    assert!(item["isnad"].as_array().unwrap().len() >= 3, "{item}");
    let knots = item["isnad"].as_array().unwrap();
    assert!(knots.iter().all(|knot| knot["ok"] != false), "{item}");
    assert_eq!(knots.last().map(|knot| (&knot["code"], &knot["ok"])), Some((&"seal".into(), &true.into())));
}

#[test]
fn a_bundle_with_proofs_says_so_beside_its_members() {
    let env = archive();
    env.write("in/bundle.zip", make::zip(&[("ab.proof.json", b"{}")]));
    env.run(&["intake", "in"]).expect(0);
    let found = env.run(&["search", "--json", "--kind", "container", ""]).expect(0);
    let item = env.run(&["item", "show", text(&found.lines()[1], "id"), "--json"]).expect(0).last();
    let said = item["metadata"].as_array().unwrap();
    assert!(said.iter().any(|m| m["name"] == "proofmode.proof" && m["value"] == "ab.proof.json"), "{item}");
}

#[test]
fn a_large_file_comes_out_as_it_went_in() {
    let env = archive();
    // Above the size up to which files are handled in memory.
    let bytes: Vec<u8> = (0..9_000_017_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    env.write("in/large.bin", &bytes);
    env.run(&["intake", "in"]).expect(0);
    assert!(env.run(&["item", "export", &only(&env)]).expect(0).bytes == bytes);
}
