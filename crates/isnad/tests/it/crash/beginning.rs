//! An archive whose making was cut off: nothing was acknowledged, and one is told so, or it works.

use isnad_testkit::{Output, faults, faults::Fault};

use crate::support::{env, is_clean_failure};

#[test]
fn a_making_that_is_killed_anywhere_leaves_no_riddle() {
    let env = env();
    let init = ["init", "--weak-passphrase-cost"];
    for n in 1.. {
        let archive = env.path("begun");
        _ = std::fs::remove_dir_all(&archive);
        let mut command = env.command_on(&archive, &init);
        faults::inject(&mut command, &archive, &env.path("report"), Fault::KillAfter, n);
        let output = Output::of(&mut command);
        if output.signal.is_none() {
            env.run_on(&archive, &["status"]).expect(0);
            return;
        }
        // Either it is an archive, or making it again says what to do about the folder.
        let status = env.run_on(&archive, &["status"]);
        if status.code != Some(0) {
            assert_ne!(status.code, Some(6), "at change {n}: the passphrase is right: {}", status.stderr);
            let again = env.run_on(&archive, &init);
            if again.code != Some(0) {
                is_clean_failure(&again, &format!("a kill at change {n} of init"));
            }
        }
    }
}
