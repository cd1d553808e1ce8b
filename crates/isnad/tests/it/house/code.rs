//! What stands in no source, or in one.

use isnad_model::Sensitive;

use super::{files, floors::crates_up_to, text};

/// The sources of a crate without its tests.
pub fn sources(name: &str) -> Vec<String> {
    let is_test =
        |path: &str| path.contains("/tests/") || path.ends_with("/tests.rs") || path.ends_with("/golden.rs");
    files(&format!("crates/{name}/src"))
        .into_iter()
        .filter(|path| path.ends_with(".rs") && !is_test(path))
        .collect()
}

/// The lines of a source that are no comment, with their numbers.
fn lines(path: &str) -> Vec<(usize, String)> {
    let text = text(path);
    let numbered = text.lines().enumerate().map(|(number, line)| (number + 1, line.to_owned()));
    numbered.filter(|(_, line)| !line.trim_start().starts_with("//")).collect()
}

/// The sources of a crate in which a piece of code stands.
fn with(name: &str, code: &str) -> Vec<String> {
    let stands = |path: &String| lines(path).iter().any(|(_, line)| line.contains(code));
    sources(name).into_iter().filter(stands).collect()
}

#[test]
fn low_floors_touch_nothing() {
    const WORLD: [&str; 13] = [
        "std::fs",
        "std::net",
        "std::env",
        "std::thread",
        "std::process",
        "std::time",
        "std::os",
        "SystemTime",
        "OsRng",
        "thread_rng",
        "File::",
        "tokio",
        "rayon",
    ];
    let mut found = Vec::new();
    for path in crates_up_to(3).iter().flat_map(|name| sources(name)) {
        for (number, line) in lines(&path) {
            found.extend(
                WORLD
                    .iter()
                    .filter(|word| line.contains(**word))
                    .map(|word| format!("{path}:{number}: {word}")),
            );
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn only_the_writer_appends() {
    for code in ["Act::sign(", "Acts::open(", ".put_act("] {
        assert_eq!(with("isnad-engine", code), ["crates/isnad-engine/src/writer.rs"], "{code}");
    }
}

#[test]
fn only_the_projector_writes_rows() {
    assert_eq!(with("isnad-engine", ".transaction("), ["crates/isnad-engine/src/rebuild.rs"]);
    assert_eq!(with("isnad-engine", "index.replace("), ["crates/isnad-engine/src/indexing.rs"]);
    assert_eq!(with("isnad-engine", "index.write("), Vec::<String>::new());
    let projector = [
        "crates/isnad-engine/src/views.rs",
        "crates/isnad-engine/src/views/claims.rs",
        "crates/isnad-engine/src/views/readings.rs",
    ];
    assert_eq!(with("isnad-engine", "INSERT INTO"), projector);
}

#[test]
fn signatures_are_checked_strictly_and_in_one_place() {
    assert_eq!(with("isnad-crypto", "verify_strict("), ["crates/isnad-crypto/src/sign.rs"]);
    for loose in [".verify(message", "verify_batch"] {
        assert_eq!(with("isnad-crypto", loose), Vec::<String>::new(), "{loose}");
    }
}

/// Does not compile once `Sensitive` can be displayed: the call below would then be ambiguous.
#[test]
fn sensitive_values_do_not_print() {
    trait Ambiguous<A> {
        fn holds() -> bool {
            true
        }
    }
    struct IfDisplayed;
    impl<T> Ambiguous<()> for T {}
    impl<T: std::fmt::Display> Ambiguous<IfDisplayed> for T {}

    assert!(<Sensitive<String> as Ambiguous<_>>::holds());
    assert_eq!(format!("{:?}", Sensitive::new("أحمد")), "[withheld]");
}
