//! The layers on Linux, for our own readers and for foreign programs alike.
//!
//! Readers get no more than this. What a foreign program needs besides is said where it is started, so that the
//! lists can be read one after the other: this one, and what is added to it.

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetCreated,
    RulesetStatus, Scope,
};
use rlimit::Resource;
use seccompiler::{
    BackendError, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
};
use std::collections::BTreeMap;

pub(crate) fn die_with_parent() -> Result<(), String> {
    let settings = [
        (libc::PR_SET_PDEATHSIG, libc::SIGKILL as libc::c_ulong),
        (libc::PR_SET_DUMPABLE, 0),
        (libc::PR_SET_NO_NEW_PRIVS, 1),
    ];
    for (option, value) in settings {
        #[expect(unsafe_code, reason = "the standard library has no prctl")]
        // SAFETY: these three options take integers only.
        let done = unsafe { libc::prctl(option, value, 0, 0, 0) };
        if done != 0 {
            return Err(format!("prctl {option}: {}", std::io::Error::last_os_error()));
        }
    }
    Ok(())
}

/// Every file of ours closes when a program is executed; a library that forgot one must not give it away.
pub(crate) fn close_the_rest() -> Result<(), String> {
    #[expect(unsafe_code, reason = "the standard library has no close_range")]
    // SAFETY: the call takes integers only, and a child holds nothing open but its pipes when it begins.
    let done = unsafe { libc::syscall(libc::SYS_close_range, 3, libc::c_uint::MAX, 0) };
    if done == 0 { Ok(()) } else { Err(format!("close_range: {}", std::io::Error::last_os_error())) }
}

/// A ruleset that handles every right and grants none: what is allowed is added to it before [`restrict`].
///
/// # Errors
/// The kernel's own words where Landlock is not to be had.
pub(crate) fn ruleset() -> Result<RulesetCreated, String> {
    Ruleset::default()
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(AccessFs::from_all(ABI::V1))
        .map_err(of_landlock)?
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(ABI::V6))
        .and_then(|r| r.handle_access(AccessNet::from_all(ABI::V6)))
        .and_then(|r| r.scope(Scope::from_all(ABI::V6)))
        .and_then(|r| r.create())
        .map_err(of_landlock)
}

/// Puts a ruleset in force.
///
/// # Errors
/// The kernel's own words, or that nothing came into force.
pub(crate) fn restrict(rules: RulesetCreated) -> Result<(), String> {
    match rules.restrict_self().map_err(of_landlock)?.ruleset {
        RulesetStatus::FullyEnforced | RulesetStatus::PartiallyEnforced => Ok(()),
        RulesetStatus::NotEnforced => Err("landlock: not enforced".into()),
    }
}

pub(crate) fn of_landlock(error: landlock::RulesetError) -> String {
    format!("landlock: {error}")
}

pub(crate) fn limit_to(limits: &[(Resource, u64)]) -> Result<(), String> {
    for &(resource, max) in limits {
        // A limit that is already lower stays: raising one is a right that we may not have.
        let (_, hard) = resource.get().map_err(|e| format!("limit of {resource:?}: {e}"))?;
        let max = max.min(hard);
        resource.set(max, max).map_err(|e| format!("limit of {resource:?}: {e}"))?;
    }
    Ok(())
}

/// What every child may call: it computes, and reads and writes what is open already.
const CALLS: &[libc::c_long] = &[
    // What is already open: the request, the answer, the file.
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_pread64,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_lseek,
    libc::SYS_fstat,
    libc::SYS_close,
    // Memory.
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    // The runtime's own: locks, hash seeds, stack overflow, time, the end.
    libc::SYS_futex,
    libc::SYS_getrandom,
    libc::SYS_sigaltstack,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_restart_syscall,
    libc::SYS_clock_gettime,
    libc::SYS_sched_yield,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// A call that is allowed where some bits of an argument have a value.
#[derive(Clone, Copy)]
pub(crate) struct Condition {
    pub(crate) call: libc::c_long,
    pub(crate) argument: u8,
    pub(crate) bits: u64,
    pub(crate) value: u64,
}

/// A call that is allowed where an argument has none of some bits.
pub(crate) const fn none_of(call: libc::c_long, argument: u8, bits: i32) -> Condition {
    Condition { call, argument, bits: bits as u32 as u64, value: 0 }
}

/// Memory that is never executed, neither from the start nor later.
pub(crate) const NEVER_EXECUTABLE: [Condition; 2] =
    [none_of(libc::SYS_mmap, 2, libc::PROT_EXEC), none_of(libc::SYS_mprotect, 2, libc::PROT_EXEC)];

/// Allows [`CALLS`], more calls, and calls under conditions, any of which is enough.
///
/// Denied calls fail with `EPERM`: a new C library that tries one more call must not end every reading.
///
/// # Errors
/// The kernel's own words where the filter is not to be had.
pub(crate) fn allow_calls(more: &[libc::c_long], conditions: &[Condition]) -> Result<(), String> {
    let name = |e: BackendError| format!("seccomp: {e}");
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
        CALLS.iter().chain(more).map(|call| (*call, vec![])).collect();
    for Condition { call, argument, bits, value } in conditions {
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
