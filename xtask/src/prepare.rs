//! What the tests need and a fresh machine lacks: programs through apt where it may be used, tools into a folder
//! of the user, test data of others from where cargo keeps it.
//!
//! Nothing here fails the run. What cannot be had is named in one line with the way to get it, and the tests that
//! need it skip by name.

mod tools;
mod vectors;

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::root;

/// A thing that tests look for, and the Debian package that brings it.
const NEEDS: [(Thing, &str); 7] = [
    (Thing::Program("cc"), "gcc"),
    (Thing::Program("chromium"), "chromium"),
    (Thing::Program("chromedriver"), "chromium-driver"),
    (Thing::Program("strace"), "strace"),
    (Thing::Program("npm"), "npm"),
    (Thing::Below("/usr/lib", "faketime/libfaketimeMT.so.1"), "libfaketime"),
    (Thing::Below("/usr/share/fonts", "noto/NotoNaskhArabic-Regular.ttf"), "fonts-noto-core"),
];

/// How to tell that a thing is there.
#[derive(Clone, Copy)]
enum Thing {
    /// A program on the path.
    Program(&'static str),
    /// A file of this name in one of the folders of a folder.
    Below(&'static str, &'static str),
}

impl Thing {
    fn is_there(self) -> bool {
        match self {
            Self::Program(name) => find_program(name).is_some(),
            Self::Below(folder, file) => std::fs::read_dir(folder)
                .is_ok_and(|inside| inside.flatten().any(|entry| entry.path().join(file).exists())),
        }
    }
}

/// What was found or got.
pub struct Tools {
    /// `cargo nextest` is there.
    pub nextest: bool,
    /// The program `cargo-deny`, or why there is none.
    pub deny: Result<PathBuf, String>,
    /// The script of axe-core, for the tests of accessibility in a browser.
    pub axe: Option<PathBuf>,
    /// A folder of outside test data.
    pub data: Option<PathBuf>,
    /// The vectors of transparency-dev/merkle.
    pub merkle: Option<PathBuf>,
}

/// Gets what is missing, and names what could not be got.
pub fn prepare() -> Tools {
    let mut missing = missing_packages();
    if !missing.is_empty() && may_install() {
        install(&missing);
        missing = missing_packages();
    }
    if !missing.is_empty() {
        println!("missing: {0} (as root: apt-get install {0}); tests that need them skip", missing.join(" "));
    }
    let data = test_data();
    if data.is_none() {
        println!("missing: outside test data (set ISNAD_TEST_DATA to its folder); tests that need it skip");
    }
    let axe = tools::axe();
    if axe.is_none() {
        println!("missing: axe-core {} (npm could not fetch it); tests of accessibility skip", tools::AXE);
    }
    let merkle = vectors::folder("sigstore-merkle", "test-data/merkle/testdata");
    if merkle.is_none() {
        println!(
            "missing: the vectors of sigstore-merkle (cargo could not fetch it); tests that need them skip"
        );
    }
    let nextest = find_program("cargo-nextest").is_some();
    Tools { nextest, deny: tools::cargo_deny(), axe, data, merkle }
}

fn missing_packages() -> Vec<&'static str> {
    NEEDS.iter().filter(|(thing, _)| !thing.is_there()).map(|(_, package)| *package).collect()
}

/// The program of a name on the path.
fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// Whether apt is here and we are root, or may be without being asked for a password.
fn may_install() -> bool {
    find_program("apt-get").is_some() && (is_root() || succeeds(Command::new("sudo").args(["-n", "true"])))
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout == b"0\n")
}

fn install(packages: &[&str]) {
    println!("installing {}", packages.join(" "));
    let as_root = |arguments: &[&str]| {
        let mut command = if is_root() { Command::new("env") } else { Command::new("sudo") };
        if !is_root() {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]).args(arguments);
        succeeds(&mut command)
    };
    // A list that cannot be renewed may still be good enough.
    let _is_renewed = as_root(&["update"]);
    let is_installed = as_root(&[&["install", "-y", "--no-install-recommends"], packages].concat());
    if !is_installed {
        // One unknown package must not cost the others.
        for package in packages {
            as_root(&["install", "-y", "--no-install-recommends", package]);
        }
    }
}

/// Outside test data: where the environment says, or in the folder beside this one where it is usually put.
fn test_data() -> Option<PathBuf> {
    let said = std::env::var_os("ISNAD_TEST_DATA").map(PathBuf::from);
    let beside = || root().parent().map(|parent| parent.join("shared/data"));
    said.or_else(beside).filter(|folder: &PathBuf| Path::is_dir(folder))
}

fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).status().is_ok_and(|status| status.success())
}
