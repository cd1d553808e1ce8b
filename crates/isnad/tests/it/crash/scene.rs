//! What every run begins with, and what every run must come to.

use std::path::{Path, PathBuf};

use isnad_model::search::Query;
use isnad_testkit::{Env, Output, faults, folder, make};
use serde_json::Value;

use crate::support::{self, counts, holds, open};

/// An archive with one accession closed, and sources for a second one.
pub struct Scene {
    /// The world.
    pub env: Env,
    template: PathBuf,
    /// Changes of files that the second intake makes when nothing disturbs it.
    pub n_calls: u64,
    reference: Reference,
}

/// What an intake that was never disturbed comes to.
#[derive(Debug, PartialEq, Eq)]
struct Reference {
    report: [u64; 4],
    status: [u64; 4],
    objects: u64,
    paths: Vec<String>,
}

/// The intake that is disturbed.
pub const INTAKE: [&str; 3] = ["intake", "in", "--json"];

impl Scene {
    /// Sets it: duplicates within and across accessions, containers in containers, refusals, an empty file.
    pub fn set() -> Self {
        let env = support::archive();
        env.write("before/old.txt", "kept long before");
        env.write("before/shared.txt", "the same in both");
        env.run(&["intake", "before", "--json"]).expect(0);
        env.write("in/رسالة.txt", "كتب أحمد");
        env.write("in/shared.txt", "the same in both");
        env.write("in/one.txt", "twice");
        env.write("in/two.txt", "twice");
        env.write("in/empty.txt", "");
        env.write("in/box.zip", make::zip(&[("a.txt", b"in a box"), ("twice.txt", b"twice")]));
        env.write("in/nested.zip", make::nested_zip(2, "deep within"));
        env.write("in/row.tar", make::tar(&[("x.txt", b"in a row"), ("x.txt", b"the same name")]));
        let letter = make::letter(
            "a-list",
            "the words of the letter",
            &[("box.zip", &make::nested_zip(1, "within a letter"))],
        );
        env.write("in/letter.eml", &letter);
        env.write("in/box.mbox", make::mailbox(&[letter, make::letter("no-list", "alone", &[])]));
        env.write("in/squeezed.txt.gz", make::gzip(b"made small"));
        env.write("in/broken.zip", &make::zip(&[("c.txt", b"cut off")])[..40]);
        std::os::unix::fs::symlink("one.txt", env.path("in/link")).expect("a link");
        let template = env.path("template");
        std::fs::rename(env.archive(), &template).expect("moved");

        let calm = env.path("calm");
        folder::copy(&template, &calm);
        let mut command = env.command_on(&calm, &INTAKE);
        faults::count(&mut command, &calm, &env.path("report"));
        let output = Output::of(&mut command).expect(4);
        let n_calls = faults::seen(&env.path("report")).expect("a report").n_calls;
        let reference = Reference::of(&calm, &output.last());
        assert_eq!(reference.report[3], 2, "the link, and what the broken container held");
        assert!(n_calls > 50, "the library counts: {n_calls}");
        Self { env, template, n_calls, reference }
    }

    /// A fresh copy of the archive.
    pub fn fresh(&self, name: &str) -> PathBuf {
        let archive = self.env.path(name);
        folder::reset(&self.template, &archive);
        archive
    }

    /// Entries that were acknowledged before the second intake.
    pub fn acknowledged(&self) -> u64 {
        holds(&self.template, "nothing")
    }

    /// Waits until a killed program is wholly gone: a child that it was just starting holds its lock until it
    /// has become the reader.
    pub fn is_let_go(&self, archive: &Path) {
        let lock = std::fs::File::open(archive.join("lock")).expect("the lock was taken once");
        lock.lock().expect("it is let go");
    }

    /// After a disturbance: all that was acknowledged is there and holds. Gives how many entries there are.
    #[track_caller]
    pub fn nothing_is_lost(&self, archive: &Path, acknowledged: u64, after: &str) -> u64 {
        let entries = holds(archive, after);
        assert!(entries >= acknowledged, "after {after}: {entries} of {acknowledged} entries");
        entries
    }

    /// The same command, undisturbed, comes to what it would have come to at once.
    #[track_caller]
    pub fn goes_on_to_the_same_end(&self, archive: &Path, after: &str) {
        let output = self.env.run_on(archive, &INTAKE);
        assert_eq!(output.code, Some(4), "after {after}: {output:?}");
        self.is_as_if_undisturbed(archive, &output.last(), after);
    }

    /// Counts, items and objects are those of the calm run; the digests of derived state are true.
    #[track_caller]
    pub fn is_as_if_undisturbed(&self, archive: &Path, report: &Value, after: &str) {
        assert_eq!(Reference::of(archive, report), self.reference, "after {after}");
        holds(archive, after);
    }

    /// Derived state is what a rebuild makes of the ledger.
    #[track_caller]
    pub fn derived_is_true(&self, archive: &Path, after: &str) {
        let (archive, _) = open(archive).unwrap_or_else(|problem| panic!("after {after}: {problem:?}"));
        let live = archive.digests().expect("digests");
        assert_eq!(archive.rebuild().expect("a rebuild"), live, "after {after}");
    }
}

impl Reference {
    #[track_caller]
    fn of(archive: &Path, report: &Value) -> Self {
        let (archive, grant) = open(archive).expect("it opens");
        let status = archive.status().expect("a status");
        assert_eq!(status.n_unfinished, 0, "the accession is closed");
        let count = status.count;
        let hits = archive.search(&grant, &Query::default()).expect("a list").hits;
        let mut paths: Vec<String> = hits.into_iter().map(|hit| hit.name).collect();
        paths.sort_unstable();
        Self {
            report: counts(report),
            status: [count.received, count.kept, count.duplicates, count.refused],
            objects: status.n_objects,
            paths,
        }
    }
}
