//! The one program of `cargo fuzz`; `ISNAD_FUZZ_TARGET` names the target.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static TARGET: LazyLock<String> = LazyLock::new(|| {
    let target = std::env::var("ISNAD_FUZZ_TARGET").unwrap_or_default();
    let known: Vec<_> = isnad_fuzz::targets().collect();
    assert!(known.contains(&target.as_str()), "ISNAD_FUZZ_TARGET is one of {known:?}");
    target
});

fuzz_target!(|bytes: &[u8]| isnad_fuzz::run(&TARGET, bytes));
