use isnad_testkit::Output;

use crate::support::{archive, env, is_clean_failure};

#[test]
fn all_is_well_is_0() {
    let env = archive();
    env.run(&["status"]).expect(0);
    env.run(&["--version"]).expect(0);
    env.run(&["--help"]).expect(0);
}

#[test]
fn failure_is_1() {
    let env = env();
    let output = env.run(&["status"]).expect(1);
    is_clean_failure(&output, "asking for an archive that is not there");
    env.write("archive/stranger", "");
    env.run(&["init", "--weak-passphrase-cost"]).expect(1);
}

#[test]
fn a_call_that_is_not_understood_is_2() {
    let env = env();
    for args in [&["frobnicate"][..], &["intake"], &["search", "--limit", "many"], &["item"], &[]] {
        env.run(args).expect(2);
    }
}

#[test]
fn altered_evidence_is_3() {
    let env = archive();
    std::fs::write(env.path("archive/ledger/checkpoint"), "forged").unwrap();
    env.run(&["verify"]).expect(3);
    env.run(&["status"]).expect(3);
}

#[test]
fn partly_done_is_4() {
    archive().run(&["intake", "nowhere"]).expect(4);
}

#[test]
fn locked_is_6() {
    let env = archive();
    env.write("wrong", "not the passphrase");
    let wrong = Output::of(env.command(&["status"]).env("ISNAD_PASSPHRASE_FILE", env.path("wrong")));
    is_clean_failure(&wrong.expect(6), "a wrong passphrase");
    let none = Output::of(env.command(&["status"]).env_remove("ISNAD_PASSPHRASE_FILE"));
    is_clean_failure(&none.expect(6), "no passphrase");
}

#[test]
fn completions_and_man_pages_are_there() {
    let env = env();
    for shell in ["bash", "zsh", "fish"] {
        assert!(env.run(&["completions", shell]).expect(0).stdout.contains("isnad"), "{shell}");
    }
    env.run(&["man", "pages"]).expect(0);
    assert!(env.path("pages/isnad-intake.1").exists());
}
