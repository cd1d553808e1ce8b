//! `kill -9` at random points.

use std::{path::Path, process::Stdio, time::Duration};

use isnad_testkit::{Output, chance, faults, faults::Fault, number_setting};
use rand::{Rng, rngs::StdRng, seq::SliceRandom};
use serde_json::Value;

use super::scene::{INTAKE, Scene};

/// In this suite.
const RUNS: u64 = 200;
/// In the long test; `ISNAD_KILL_RUNS` sets another number.
const LONG_RUNS: u64 = 10_000;

#[test]
fn two_hundred_kills_lose_nothing() {
    runs(number_setting("ISNAD_KILL_RUNS", RUNS));
}

/// Run alone: `cargo test -p isnad --test it ten_thousand_kills -- --ignored`.
#[test]
#[ignore = "takes some twenty minutes"]
fn ten_thousand_kills_lose_nothing() {
    runs(number_setting("ISNAD_KILL_RUNS", LONG_RUNS));
}

fn runs(n_runs: u64) {
    let scene = Scene::set();
    let n_threads = std::thread::available_parallelism().map_or(1, |n| n.get() as u64);
    let n_killed: u64 = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..n_threads)
            .map(|thread| {
                let scene = &scene;
                scope.spawn(move || {
                    (thread..n_runs).step_by(n_threads as usize).map(|n| run(scene, n)).sum::<u64>()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("no run fails")).sum()
    });
    assert!(n_killed >= n_runs / 2, "only {n_killed} kills in {n_runs} runs hit anything");
}

/// One run: an intake that is killed, perhaps again and again, and then left to end. Gives the kills that hit.
fn run(scene: &Scene, n: u64) -> u64 {
    let mut chance = chance(n);
    let archive = scene.fresh(&format!("run-{}", n % 64));
    let mut acknowledged = scene.acknowledged();
    let mut n_killed = 0;
    let mut report = None;
    // Whoever got the report has no reason to give the command again.
    while report.is_none() && chance.gen_bool(if n_killed == 0 { 1.0 } else { 0.4 }) {
        let after = format!("run {n}, attempt {n_killed}");
        let output = match chance.gen_bool(0.8) {
            true => killed_at_a_change(scene, &archive, &mut chance),
            false => killed_at_a_moment(scene, &archive, &mut chance),
        };
        assert!(output.signal == Some(9) || output.code == Some(4), "{after}: {output:?}");
        n_killed += u64::from(output.signal.is_some());
        scene.is_let_go(&archive);
        acknowledged = scene.nothing_is_lost(&archive, acknowledged, &after);
        report = output.stdout.lines().last().filter(|line| line.contains("received")).map(|_| output.last());
    }
    finish(scene, &archive, report, n);
    std::fs::remove_dir_all(&archive).expect("the copy goes");
    n_killed
}

/// Lets the intake end, unless its report was given.
fn finish(scene: &Scene, archive: &Path, report: Option<Value>, n: u64) {
    let after = format!("run {n}");
    if n.is_multiple_of(2) {
        // What somebody looks at in between changes nothing.
        scene.env.run_on(archive, &["status"]).expect(0);
    }
    match report {
        Some(report) => scene.is_as_if_undisturbed(archive, &report, &after),
        None => scene.goes_on_to_the_same_end(archive, &after),
    }
    if n.is_multiple_of(10) {
        scene.derived_is_true(archive, &after);
    }
}

fn killed_at_a_change(scene: &Scene, archive: &Path, chance: &mut StdRng) -> Output {
    let report = archive.with_extension("report");
    let fault = *Fault::KILLS.choose(chance).expect("a way to die");
    let mut command = scene.env.command_on(archive, &INTAKE);
    faults::inject(&mut command, archive, &report, fault, chance.gen_range(1..=scene.n_calls));
    Output::of(&mut command)
}

fn killed_at_a_moment(scene: &Scene, archive: &Path, chance: &mut StdRng) -> Output {
    let mut command = scene.env.command_on(archive, &INTAKE);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    wait(Duration::from_micros(chance.gen_range(0..80_000)));
    // One that has ended cannot be killed, and that is fine.
    let _ended = child.kill();
    Output::from(child.wait_with_output().expect("it is our child"))
}

#[expect(clippy::disallowed_methods, reason = "the moment of this death is chosen by the clock on purpose")]
fn wait(time: Duration) {
    std::thread::sleep(time);
}
