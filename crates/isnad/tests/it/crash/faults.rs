//! The n-th change of a file fails, for all n.

use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use isnad_testkit::{Output, faults, faults::Fault, has_program, number_setting, skip};

use super::scene::{INTAKE, Scene};
use crate::support::is_clean_failure;

#[test]
fn an_error_of_the_disk_at_any_change_stops_cleanly() {
    at_every_change(&[Fault::Io]);
}

#[test]
fn a_full_disk_or_half_a_write_at_any_change_is_come_through() {
    at_every_change(&[Fault::NoSpace, Fault::Torn, Fault::Short]);
}

/// The kinds take turns from one change to the next; with `ISNAD_FAULTS_ALL=1` every change meets each of them.
fn at_every_change(kinds: &[Fault]) {
    let scene = Scene::set();
    let is_all = number_setting("ISNAD_FAULTS_ALL", 0) == 1;
    let next = AtomicU64::new(1);
    let n_threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for thread in 0..n_threads {
            let (scene, next) = (&scene, &next);
            scope.spawn(move || {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    let turn = std::slice::from_ref(&kinds[n as usize % kinds.len()]);
                    let mut hit = false;
                    for fault in if is_all { kinds } else { turn } {
                        hit |= at_change(scene, &format!("fault-{thread}"), *fault, n);
                    }
                    // Calls vary a little from run to run, so the end is where several in a row hit nothing.
                    if !hit && n > scene.n_calls + 8 {
                        return;
                    }
                }
            });
        }
    });
}

/// Lets one change fail. Gives whether there was one.
fn at_change(scene: &Scene, name: &str, fault: Fault, n: u64) -> bool {
    let archive = scene.fresh(name);
    let report = archive.with_extension("report");
    let mut command = scene.env.command_on(&archive, &INTAKE);
    faults::inject(&mut command, &archive, &report, fault, n);
    let output = Output::of(&mut command);
    let hit = faults::seen(&report).expect("the program came to its end").hit;
    let after = format!("{fault:?} at change {n}: {hit}");
    comes_through(scene, &archive, &output, &after);
    !hit.is_empty()
}

/// Stopped with a sentence or done; nothing lost; and the next run comes to the same end.
fn comes_through(scene: &Scene, archive: &Path, output: &Output, after: &str) {
    scene.nothing_is_lost(archive, scene.acknowledged(), after);
    if output.code == Some(4) {
        // What went wrong was not needed, as the number in the lock file.
        scene.is_as_if_undisturbed(archive, &output.last(), after);
    } else {
        is_clean_failure(output, after);
        scene.goes_on_to_the_same_end(archive, after);
    }
}

#[test]
fn a_failing_sync_of_the_file_system_stops_cleanly() {
    // More new files than are synced one by one; and this call bypasses the C library.
    if !has_program("strace") {
        return skip("a failing syncfs", "strace is not installed");
    }
    let scene = Scene::set();
    let archive = scene.fresh("syncfs");
    (0..60).for_each(|n| _ = scene.env.write(format!("many/{n}.txt"), format!("file {n}")));
    let plain = scene.env.command_on(&archive, &["intake", "many", "--json"]);
    let mut command = std::process::Command::new("strace");
    command.args(["-f", "-qq", "-e", "trace=syncfs", "-e", "inject=syncfs:error=EIO", "-o", "/dev/null"]);
    command.arg(plain.get_program()).args(plain.get_args()).env_clear();
    plain.get_envs().for_each(|(name, value)| _ = command.env(name, value.unwrap_or_default()));
    command.current_dir(scene.env.path("")).stdin(std::process::Stdio::null());
    let output = Output::of(&mut command);
    is_clean_failure(&output, "a failing syncfs");
    scene.nothing_is_lost(&archive, scene.acknowledged(), "a failing syncfs");
    let again = scene.env.run_on(&archive, &["intake", "many", "--json"]).expect(0);
    assert_eq!(crate::support::counts(&again.last()), [60, 60, 0, 0]);
}
