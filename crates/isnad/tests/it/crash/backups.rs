//! A backup that is cut off is gone on with, and a restored archive is whole.

use isnad_testkit::{Output, faults, faults::Fault, folder};

use crate::support::{archive, holds, is_clean_failure, paths};

/// Every so many changes: backups are many small steps of one kind.
const STEP: usize = 3;

#[test]
fn a_backup_that_fails_or_is_killed_anywhere_is_gone_on_with() {
    let env = archive();
    (0..8).for_each(|n| _ = env.write(format!("in/{n}.txt"), format!("text {n}")));
    env.run(&["intake", "in"]).expect(0);
    let expect = paths(&env, &env.archive());
    let report = env.path("report");
    let (safe, keys, back) = (env.path("safe"), env.path("safe.keyring"), env.path("back"));
    for n in (1..).step_by(STEP) {
        let mut hit = false;
        for fault in [Fault::Io, Fault::Torn, Fault::KillTorn] {
            for folder in [&safe, &keys, &back] {
                _ = std::fs::remove_dir_all(folder);
            }
            _ = std::fs::remove_file(&report);
            let mut command = env.command(&["backup", "safe"]);
            faults::inject(&mut command, &safe, &report, fault, n);
            let output = Output::of(&mut command);
            let after = format!("{fault:?} at change {n} of a backup");
            let seen = faults::seen(&report);
            hit |= seen.is_none_or(|seen| !seen.hit.is_empty());
            if output.signal.is_none() && output.code != Some(0) {
                is_clean_failure(&output, &after);
            }
            env.run(&["backup", "safe"]).expect(0);
            env.run_on(&back, &["restore", "safe"]).expect(0);
            holds(&back, &after);
            assert_eq!(paths(&env, &back), expect, "{after}");
        }
        if !hit {
            break;
        }
    }
    assert!(folder::files(&safe).len() > 10, "the backup is there");
}
