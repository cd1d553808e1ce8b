//! `cargo xtask test`: everything that must hold before a change is taken in.
//!
//! A step that fails does not stop the others, so that one run tells all; the summary and the exit code tell
//! whether any did.

use std::{
    collections::BTreeSet,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    lint,
    prepare::{Tools, prepare},
    root,
};

/// How many of the slowest tests are named at the end.
const SLOWEST: usize = 25;

/// How a step ended.
enum End {
    Passed,
    Failed,
    Skipped(String),
}

/// The steps so far: name, end, and how long it took.
#[derive(Default)]
struct Summary(Vec<(&'static str, End, Duration)>);

impl Summary {
    #[expect(clippy::disallowed_methods, reason = "how long a step took is told, and decides nothing")]
    fn step(&mut self, name: &'static str, run: impl FnOnce() -> End) {
        println!("\n== {name}");
        let began = Instant::now();
        let end = run();
        self.0.push((name, end, began.elapsed()));
    }

    fn print(&self) {
        println!();
        for (name, end, took) in &self.0 {
            let (end, why) = match end {
                End::Passed => ("passed", String::new()),
                End::Failed => ("FAILED", String::new()),
                End::Skipped(reason) => ("skipped", format!("  {reason}")),
            };
            println!("{end:<8} {name:<14} {:>4} s{why}", took.as_secs());
        }
    }

    fn result(&self) -> Result<(), String> {
        let failed = self.0.iter().filter(|(_, end, _)| matches!(end, End::Failed));
        let failed: Vec<&str> = failed.map(|(name, _, _)| *name).collect();
        if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
    }
}

/// Gets what is missing, runs all steps, and sums up.
pub fn run() -> Result<(), String> {
    let tools = prepare();
    let mut summary = Summary::default();
    summary.step("format", || cargo(&["fmt", "--all", "--", "--check", "-l"], &tools));
    summary.step("lint", || match lint::run() {
        Ok(()) => End::Passed,
        Err(complaints) => {
            println!("{complaints}");
            End::Failed
        }
    });
    summary.step("demo sources", || match std::env::current_exe() {
        Ok(program) => end_of(Command::new(program).args(["demo-sources", "--check"])),
        Err(error) => End::Skipped(error.to_string()),
    });
    summary.step("clippy", || {
        cargo(
            &["clippy", "--quiet", "--workspace", "--all-targets", "--keep-going", "--", "-D", "warnings"],
            &tools,
        )
    });
    summary.step("dependencies", || with_deny(&tools, |deny| check(deny, &["bans", "licenses", "sources"])));
    summary.step("advisories", || with_deny(&tools, advisories));
    // Nextest does not run examples in the documentation; the lint sees to it that there are none.
    summary.step("tests", || {
        let runner: &[&str] = if tools.nextest {
            &["nextest", "run", "--workspace", "--profile", "suite"]
        } else {
            &["test", "--workspace", "--no-fail-fast"]
        };
        cargo(runner, &tools)
    });
    if tools.nextest {
        let report = std::fs::read_to_string(root().join("target/nextest/suite/junit.xml"));
        let report = report.unwrap_or_default();
        slowest(&report).iter().for_each(|line| println!("{line}"));
        left_out(&report).iter().for_each(|line| println!("{line}"));
    }
    summary.print();
    summary.result()
}

/// The tests that took longest, as lines: where the next minute of everybody's time is to be won.
fn slowest(report: &str) -> Vec<String> {
    let cases = report.lines().filter(|line| line.trim_start().starts_with("<testcase "));
    let mut timed: Vec<(f64, String)> = cases
        .filter_map(|case| {
            let seconds = attribute(case, "time")?.parse().ok()?;
            Some((seconds, format!("{} {}", attribute(case, "classname")?, attribute(case, "name")?)))
        })
        .collect();
    timed.sort_by(|a, b| b.0.total_cmp(&a.0));
    timed.into_iter().take(SLOWEST).map(|(seconds, name)| format!("{seconds:>7.1} s  {name}")).collect()
}

/// The value of an attribute, as the report spells it.
fn attribute<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    line.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

/// What tests said that they left out, and why: silence would look like success.
fn left_out(report: &str) -> BTreeSet<String> {
    let entities = [("&quot;", "\""), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    let lines = report.lines().filter_map(|line| {
        let at = line.find("SKIPPED ").or_else(|| line.find("skipped: "))?;
        let said = line[at..].split("</").next().unwrap_or_default();
        Some(entities.iter().fold(said.to_owned(), |said, (entity, letter)| said.replace(entity, letter)))
    });
    lines.collect()
}

/// Runs cargo in the workspace, with the settings that tests read.
fn cargo(arguments: &[&str], tools: &Tools) -> End {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    let settings = [
        ("ISNAD_TEST_DATA", &tools.data),
        ("ISNAD_AXE", &tools.axe),
        ("ISNAD_MERKLE_VECTORS", &tools.merkle),
    ];
    command.envs(settings.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?))));
    // A fresh clone is built once: keeping what a second build could use again only costs.
    if std::env::var_os("CI").is_some() {
        command.env("CARGO_INCREMENTAL", "0");
    }
    // What cargo told this program about itself would make the build scripts of others run again.
    for (name, _) in std::env::vars_os() {
        let told = name.to_string_lossy();
        if told.starts_with("CARGO_PKG_") || told.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    end_of(&mut command)
}

fn with_deny(tools: &Tools, run: impl FnOnce(&Path) -> End) -> End {
    match &tools.deny {
        Ok(program) => run(program),
        Err(reason) => End::Skipped(reason.clone()),
    }
}

fn check(deny: &Path, what: &[&str]) -> End {
    let mut command = Command::new(deny);
    end_of(command.args(["--log-level", "error", "check", "--hide-inclusion-graph"]).args(what))
}

/// Known flaws of what we depend on, if the list of them can be had.
fn advisories(deny: &Path) -> End {
    let fetched = Command::new(deny).args(["fetch", "db"]).current_dir(root()).stdin(Stdio::null()).output();
    match fetched {
        Ok(fetched) if fetched.status.success() => check(deny, &["advisories"]),
        _ => End::Skipped(
            "the list of known flaws cannot be fetched here; run `cargo deny check advisories` where it can"
                .to_owned(),
        ),
    }
}

fn end_of(command: &mut Command) -> End {
    match command.current_dir(root()).stdin(Stdio::null()).status() {
        Ok(status) if status.success() => End::Passed,
        Ok(_) => End::Failed,
        Err(error) => End::Skipped(format!("{} did not start: {error}", command.get_program().display())),
    }
}

#[cfg(test)]
mod tests;
