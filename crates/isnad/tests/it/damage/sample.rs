//! A small archive to damage, and its frames.

use std::path::{Path, PathBuf};

use isnad_ledger::frame::{self, Found};
use isnad_testkit::{Env, folder};

use crate::support::{altered, archive, verify};

/// An archive of a few kilobytes: two accessions, three items, one of them a duplicate.
pub struct Sample {
    /// The world.
    pub env: Env,
    whole: PathBuf,
}

impl Sample {
    /// Makes it.
    pub fn make() -> Self {
        let env = archive();
        env.write("first/a.txt", "كتب أحمد");
        env.write("first/b.txt", "second");
        env.write("second/again.txt", "second");
        env.run(&["intake", "first", "--from", "A clerk"]).expect(0);
        env.run(&["intake", "second"]).expect(0);
        let whole = env.path("whole");
        std::fs::rename(env.archive(), &whole).expect("moved");
        Self { env, whole }
    }

    /// The undamaged archive; it is never opened.
    pub fn whole(&self) -> &Path {
        &self.whole
    }

    /// A copy to damage.
    pub fn copy(&self, name: &str) -> PathBuf {
        let copy = self.env.path(name);
        folder::reset(&self.whole, &copy);
        copy
    }

    /// Damages a copy and gives the codes that a verification finds.
    #[track_caller]
    pub fn damaged(&self, damage: impl FnOnce(&Path)) -> Vec<&'static str> {
        let copy = self.copy("damaged");
        damage(&copy);
        altered(&verify(&copy).expect("there is something to verify"))
    }
}

/// The frames of a file, each with head and checksums.
pub fn frames(path: &Path) -> Vec<Vec<u8>> {
    let bytes = std::fs::read(path).expect("a file of frames");
    let (mut at, mut frames) = (0, Vec::new());
    while at < bytes.len() {
        let Found::Whole(content) = frame::get(&bytes[at..]) else { panic!("no whole frame at {at}") };
        let end = at + content.len() + frame::OVERHEAD_BYTES;
        frames.push(bytes[at..end].to_vec());
        at = end;
    }
    frames
}

/// The files of a folder within an archive, in the order of their names.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    folder::files(folder).into_keys().map(|path| folder.join(path)).collect()
}
