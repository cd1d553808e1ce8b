//! Taking every right away but those that a foreign program needs to start and to compute.
//!
//! The layers are those of [`crate::sandbox`]. Landlock leaves reading the program, its libraries and what it is
//! granted; a file that is opened for writing, a socket, a second process or thread, and the look at a file's
//! name or age are denied by the list of calls. Executing stays possible, since the program is executed after the
//! list is in force: only what Landlock lets it read there, and what is executed inherits the same lack of rights.

use super::Order;
use crate::sandbox::linux::{
    Condition, NEVER_EXECUTABLE, allow_calls, close_the_rest, die_with_parent, limit_to, none_of, restrict,
    ruleset,
};
use landlock::{ABI, AccessFs, BitFlags, PathBeneath, PathFd, RulesetCreated, RulesetCreatedAttr};
use rlimit::Resource;

/// Where libraries and the loader that puts them together lie; those that are not there are passed over.
const LIBRARIES: [&str; 7] =
    ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/gnu/store", "/nix/store"];
/// What the loader and the C library look into.
const TABLES: [&str; 2] = ["/etc/ld.so.cache", "/sys/devices/system/cpu/possible"];
/// Libraries, a model, and a few to spare.
const OPEN_MAX: u64 = 64;

pub(super) fn confine(order: &Order<'_>) -> Result<(), String> {
    die_with_parent()?;
    close_the_rest()?;
    allow_files(order)?;
    limit_to(&[
        (Resource::AS, order.memory_max),
        (Resource::CPU, order.cpu_seconds_max),
        (Resource::NOFILE, OPEN_MAX),
        (Resource::FSIZE, 0),
        (Resource::CORE, 0),
    ])?;
    allow_calls(MORE_CALLS, &CONDITIONS)
}

fn allow_files(order: &Order<'_>) -> Result<(), String> {
    let read = AccessFs::ReadFile | AccessFs::ReadDir;
    let execute = AccessFs::ReadFile | AccessFs::Execute;
    let mut rules = ruleset()?;
    for folder in LIBRARIES {
        rules = allow(rules, folder, execute)?;
    }
    for file in TABLES {
        rules = allow(rules, file, AccessFs::ReadFile.into())?;
    }
    rules = allow(rules, order.program, execute)?;
    for path in order.reads {
        rules = allow(rules, path, read)?;
    }
    restrict(rules)
}

/// Allows what can be done with a path that is there. To a file only the rights of files apply.
fn allow(rules: RulesetCreated, path: &str, access: BitFlags<AccessFs>) -> Result<RulesetCreated, String> {
    let Ok(opened) = PathFd::new(path) else { return Ok(rules) };
    let access =
        if std::path::Path::new(path).is_dir() { access } else { access & AccessFs::from_file(ABI::V6) };
    rules.add_rule(PathBeneath::new(opened, access)).map_err(|e| format!("landlock: {path}: {e}"))
}

/// What a program needs besides the calls of every child: starting, listing a folder that it may read, and asking
/// what machine this is.
const MORE_CALLS: &[libc::c_long] = &[
    libc::SYS_execve,
    libc::SYS_getdents64,
    libc::SYS_sched_getaffinity,
    libc::SYS_sysinfo,
    libc::SYS_set_tid_address,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    // Whether the pipes are there; Rust's runtime ends where it may not ask.
    libc::SYS_ppoll,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_poll,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_arch_prctl,
];

const CONDITIONS: [Condition; 7] = [
    // Reading only; nothing is made, cut or appended to.
    none_of(libc::SYS_openat, 2, libc::O_ACCMODE | libc::O_CREAT | libc::O_TRUNC | libc::O_APPEND),
    // Of what is open only, not of a name.
    Condition {
        call: libc::SYS_newfstatat,
        argument: 3,
        bits: libc::AT_EMPTY_PATH as u64,
        value: libc::AT_EMPTY_PATH as u64,
    },
    // A page is written or executed, never both, and none is made executable later.
    NEVER_EXECUTABLE[0],
    NEVER_EXECUTABLE[1],
    none_of(libc::SYS_mmap, 2, libc::PROT_WRITE),
    // Asking for the limits, without new ones.
    Condition { call: libc::SYS_prlimit64, argument: 2, bits: u64::MAX, value: 0 },
    // Whether a descriptor stays open, and how it was opened: F_GETFD is 1 and F_GETFL is 3.
    Condition { call: libc::SYS_fcntl, argument: 1, bits: 0xFFFF_FFFD, value: 1 },
];
