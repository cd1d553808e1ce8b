use crate::support::{archive, number, text};

#[test]
fn ends_with_what_was_found() {
    let env = archive();
    env.write("in/a.txt", "a");
    env.run(&["intake", "in"]).expect(0);
    let whole = env.run(&["verify", "--json"]).expect(0).last();
    assert_eq!((&whole["ok"], &whole["problems"]), (&true.into(), &serde_json::json!([])));
    let entries = number(&whole, "entries");
    assert_eq!(entries, number(&env.run(&["status", "--json"]).expect(0).last(), "entries"));

    let acts = env.path("archive/ledger/acts");
    let mut bytes = std::fs::read(&acts).unwrap();
    bytes[200] ^= 1;
    std::fs::write(&acts, bytes).unwrap();
    let broken = env.run(&["verify", "--json"]).expect(3).last();
    assert_eq!(broken["ok"], false);
    let problem = &broken["problems"][0];
    assert_eq!((text(problem, "code"), text(problem, "file")), ("act-damaged", "ledger/acts"));
    assert!(text(problem, "message").split(' ').count() > 5, "plain words: {problem}");
}

#[test]
fn seals_are_checked_without_a_passphrase() {
    let env = archive();
    let mut command = env.command(&["verify", "--seals-only", "--json"]);
    command.env_remove("ISNAD_PASSPHRASE_FILE");
    let report = isnad_testkit::Output::of(&mut command).expect(0).last();
    assert_eq!((&report["ok"], &report["unlocked"]), (&true.into(), &false.into()));
}

#[test]
fn says_in_three_languages_what_broke() {
    let env = archive();
    env.write("in/a.txt", "a");
    env.run(&["intake", "in"]).expect(0);
    for (_, object) in objects(&env.path("archive/vault/objects")) {
        std::fs::write(object, "something else").unwrap();
    }
    let said = ["ar", "en", "fr"].map(|lang| env.run(&["--lang", lang, "verify"]).expect(3).stdout);
    assert!(said.iter().all(|words| words.contains("vault/objects/") && !words.contains('⟦')), "{said:?}");
    assert!(said[0] != said[1] && said[1] != said[2]);
}

fn objects(folder: &std::path::Path) -> Vec<(String, std::path::PathBuf)> {
    let files = isnad_testkit::folder::files(folder);
    files.into_keys().map(|path| (path.display().to_string(), folder.join(path))).collect()
}
