//! A machine whose clock is ten years off.

use std::path::Path;

use isnad_testkit::{Env, Output, skip};

use crate::support::{archive, counts};

const LIBRARIES: [&str; 3] = [
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib/faketime/libfaketime.so.1",
];

fn run_at(env: &Env, library: &str, time: &str, args: &[&str]) -> Output {
    Output::of(env.command(args).env("LD_PRELOAD", library).env("FAKETIME", time))
}

#[test]
fn a_clock_ten_years_off_loses_nothing() {
    let Some(library) = LIBRARIES.into_iter().find(|library| Path::new(library).exists()) else {
        return skip("a clock ten years off", "libfaketime is not installed");
    };
    let env = archive();
    for (n, time) in ["+3650d", "-3650d", "+0d"].into_iter().enumerate() {
        env.write(format!("in-{n}/a.txt"), format!("received when the clock said {time}"));
        let output = run_at(&env, library, time, &["intake", &format!("in-{n}"), "--json"]).expect(0);
        assert_eq!(counts(&output.last()), [1, 1, 0, 0], "{time}");
        run_at(&env, library, time, &["verify"]).expect(0);
    }
    env.run(&["verify"]).expect(0);
    assert_eq!(env.run(&["search", "received", "--json"]).expect(0).first()["total"], 3);
    // The doctor sees it, so that somebody sets the clock.
    assert!(
        run_at(&env, library, "@2009-01-01 00:00:00", &["doctor", "--json"])
            .stdout
            .contains(r#""check":"clock","ok":false"#)
    );
}
