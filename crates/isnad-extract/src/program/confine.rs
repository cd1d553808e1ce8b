//! Taking every right away but those that a foreign program needs to start and to compute.
//!
//! The layers are those of [`crate::sandbox`]. Landlock leaves reading the program, its libraries and what it is
//! granted; a file that is opened for writing, a socket, a second process or thread, and the look at a file's
//! name or age are denied by the list of calls. Executing stays possible, since the program is executed after the
//! list is in force: only what Landlock lets it read there, and what is executed inherits the same lack of rights.

use super::Order;
use crate::sandbox::linux::{close_the_rest, die_with_parent, limit_to};
use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, PathBeneath, PathFd, Ruleset,
    RulesetAttr, RulesetCreated, RulesetCreatedAttr, RulesetStatus, Scope,
};
use rlimit::Resource;
use seccompiler::{
    BackendError, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
};
use std::collections::BTreeMap;

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
    allow_calls()
}

fn allow_files(order: &Order<'_>) -> Result<(), String> {
    let name = |e| format!("landlock: {e}");
    let read = AccessFs::ReadFile | AccessFs::ReadDir;
    let execute = AccessFs::ReadFile | AccessFs::Execute;
    let mut rules = Ruleset::default()
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(AccessFs::from_all(ABI::V1))
        .map_err(name)?
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(ABI::V6))
        .and_then(|r| r.handle_access(AccessNet::from_all(ABI::V6)))
        .and_then(|r| r.scope(Scope::from_all(ABI::V6)))
        .and_then(|r| r.create())
        .map_err(name)?;
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
    match rules.restrict_self().map_err(name)?.ruleset {
        RulesetStatus::FullyEnforced | RulesetStatus::PartiallyEnforced => Ok(()),
        RulesetStatus::NotEnforced => Err("landlock: not enforced".into()),
    }
}

/// Allows what can be done with a path that is there. To a file only the rights of files apply.
fn allow(rules: RulesetCreated, path: &str, access: BitFlags<AccessFs>) -> Result<RulesetCreated, String> {
    let Ok(opened) = PathFd::new(path) else { return Ok(rules) };
    let access =
        if std::path::Path::new(path).is_dir() { access } else { access & AccessFs::from_file(ABI::V6) };
    rules.add_rule(PathBeneath::new(opened, access)).map_err(|e| format!("landlock: {path}: {e}"))
}

/// Calls that need no condition.
const CALLS: &[libc::c_long] = &[
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_pread64,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_lseek,
    libc::SYS_fstat,
    libc::SYS_close,
    libc::SYS_getdents64,
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_getrandom,
    libc::SYS_sigaltstack,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_restart_syscall,
    libc::SYS_clock_gettime,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_sysinfo,
    libc::SYS_set_tid_address,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_execve,
    libc::SYS_exit,
    libc::SYS_exit_group,
    // Whether the pipes are there; Rust's runtime ends where it may not ask.
    libc::SYS_ppoll,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_poll,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_arch_prctl,
];

/// A call that is allowed where some bits of an argument have a value.
struct Condition {
    call: libc::c_long,
    argument: u8,
    bits: u64,
    value: u64,
}

const fn none_of(call: libc::c_long, argument: u8, bits: i32) -> Condition {
    Condition { call, argument, bits: bits as u32 as u64, value: 0 }
}

const CONDITIONS: &[Condition] = &[
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
    none_of(libc::SYS_mmap, 2, libc::PROT_EXEC),
    none_of(libc::SYS_mmap, 2, libc::PROT_WRITE),
    none_of(libc::SYS_mprotect, 2, libc::PROT_EXEC),
    // Asking for the limits, without new ones.
    Condition { call: libc::SYS_prlimit64, argument: 2, bits: u64::MAX, value: 0 },
    // Whether a descriptor stays open, and how it was opened: F_GETFD is 1 and F_GETFL is 3.
    Condition { call: libc::SYS_fcntl, argument: 1, bits: 0xFFFF_FFFD, value: 1 },
];

fn allow_calls() -> Result<(), String> {
    let name = |e: BackendError| format!("seccomp: {e}");
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = CALLS.iter().map(|call| (*call, vec![])).collect();
    for Condition { call, argument, bits, value } in CONDITIONS {
        let condition =
            SeccompCondition::new(*argument, SeccompCmpArgLen::Qword, SeccompCmpOp::MaskedEq(*bits), *value);
        let rule = condition.and_then(|c| SeccompRule::new(vec![c])).map_err(name)?;
        rules.entry(*call).or_default().push(rule);
    }
    let denied = SeccompAction::Errno(libc::EPERM as u32);
    let arch = std::env::consts::ARCH.try_into().map_err(name)?;
    let filter = SeccompFilter::new(rules, denied, SeccompAction::Allow, arch);
    let program: seccompiler::BpfProgram = filter.and_then(|f| f.try_into()).map_err(name)?;
    seccompiler::apply_filter(&program).map_err(|e| format!("seccomp: {e}"))
}
