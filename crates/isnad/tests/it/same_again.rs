//! Derived state that is made again is the same as the one that grew.

use isnad_testkit::{Output, faults, faults::Fault, make};

use crate::support::{archive, number};

#[test]
fn a_rebuild_equals_what_grew_over_many_intakes() {
    let env = archive();
    for n in 0..4 {
        env.write(format!("in-{n}/a.txt"), format!("كتب أحمد {n}"));
        env.write(format!("in-{n}/b.zip"), make::nested_zip(3, &format!("core {n}")));
        env.run(&["intake", &format!("in-{n}")]).expect(0);
        assert_eq!(env.run(&["rebuild", "--json"]).expect(0).last()["same"], true, "after intake {n}");
    }
}

#[test]
fn a_rebuild_equals_what_grew_after_a_kill() {
    let env = archive();
    env.write("in/a.txt", "كتب أحمد");
    env.write("in/b.zip", make::nested_zip(3, "core"));
    for n in (10..120).step_by(10) {
        let mut command = env.command(&["intake", "in"]);
        faults::inject(&mut command, &env.archive(), &env.path("report"), Fault::KillAfter, n);
        Output::of(&mut command);
    }
    env.run(&["intake", "in"]).expect(0);
    assert_eq!(env.run(&["rebuild", "--json"]).expect(0).last()["same"], true);
}

#[test]
fn a_killed_rebuild_is_gone_on_with() {
    let env = archive();
    env.write("in/a.txt", "كتب أحمد");
    env.run(&["intake", "in"]).expect(0);
    let before = env.run(&["rebuild", "--json"]).expect(0).last();
    for n in 1.. {
        let mut command = env.command(&["rebuild", "--json"]);
        faults::inject(&mut command, &env.archive(), &env.path("report"), Fault::KillTorn, n);
        let output = Output::of(&mut command);
        // Whatever was left, the next command finds all of it.
        assert_eq!(
            number(&env.run(&["search", "احمد", "--json"]).expect(0).first(), "total"),
            1,
            "killed at {n}"
        );
        let again = env.run(&["rebuild", "--json"]).expect(0).last();
        assert_eq!((&again["views"], &again["index"]), (&before["views"], &before["index"]), "killed at {n}");
        if output.signal.is_none() {
            return;
        }
    }
}
