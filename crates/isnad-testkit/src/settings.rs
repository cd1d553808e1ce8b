//! Settings of the test run, chance that can be repeated, and saying why something was left out.

use rand::{SeedableRng, rngs::StdRng};

/// A number from the environment.
#[expect(clippy::disallowed_methods, reason = "the settings of a test run are read here alone")]
pub fn number_setting(name: &str, default: u64) -> u64 {
    let set = std::env::var(name).ok();
    set.map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

/// The chance of run `n`; `ISNAD_TEST_SEED` gives another course of all runs.
pub fn chance(n: u64) -> StdRng {
    StdRng::seed_from_u64(number_setting("ISNAD_TEST_SEED", 1).wrapping_mul(1 << 32).wrapping_add(n))
}

/// Says that something is not tested here, and why: silence would look like success.
#[expect(clippy::print_stderr, reason = "a test that is left out says so to whoever runs it")]
pub fn skip(what: &str, reason: &str) {
    eprintln!("SKIPPED {what}: {reason}");
}

/// Whether a program is installed.
pub fn has_program(name: &str) -> bool {
    ["/usr/bin", "/bin", "/usr/sbin", "/sbin"]
        .iter()
        .any(|folder| std::path::Path::new(folder).join(name).exists())
}
