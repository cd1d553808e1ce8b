//! Taking every right away from this process before it reads a foreign byte.
//!
//! In this order, because each step takes away what the one before it needs:
//!
//! 1. it dies with its parent, leaves no memory image, can gain no right by executing a program, and closes
//!    whatever was open before it began, but for its three pipes;
//! 2. Landlock: no file, no directory, no TCP port, no signal or socket outside;
//! 3. limits: address space, processor time, no new descriptor, no core file;
//! 4. seccomp: a short list of system calls that compute, read and write what is already open.
//!
//! The list does not hold `open`, `socket`, `connect`, `execve`, `clone`, `kill`, `ptrace` or `mount`, and a page of
//! memory is never made executable. `RLIMIT_FSIZE` is left alone on purpose: it would end a child whose answer
//! goes to a file, and there is no file that the child could write.
//!
//! Landlock needs Linux 5.13. What its later versions add (ports, signals) the list of calls denies as well, so
//! an older kernel is enough.

/// Whether children are without rights on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sandbox {
    /// Every layer is in force.
    Enforced,
    /// A layer is missing; the reason is for the administrator.
    Missing(String),
}

/// What the process may use from now on.
#[derive(Debug, Clone, Copy)]
pub struct Rights {
    /// Address space in bytes.
    pub memory_max: u64,
    /// Processor time in seconds.
    pub cpu_seconds_max: u64,
}

/// Gives up every right, or says which layer is not to be had.
///
/// # Errors
/// The missing layer, in words for the administrator. Some rights may be gone by then.
#[cfg(target_os = "linux")]
pub fn enforce(rights: Rights) -> Result<(), String> {
    linux::die_with_parent()?;
    linux::close_the_rest()?;
    linux::deny_files()?;
    linux::limit(rights)?;
    linux::allow_calls()
}

/// Elsewhere there is no sandbox yet, and the parent is told so.
///
/// # Errors
/// Always.
#[cfg(not(target_os = "linux"))]
pub fn enforce(_rights: Rights) -> Result<(), String> {
    Err(format!("no sandbox for {} yet", std::env::consts::OS))
}

#[cfg(target_os = "linux")]
pub(crate) mod linux {
    use super::Rights;
    use landlock::{ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible};
    use landlock::{Ruleset, RulesetAttr, RulesetStatus, Scope};
    use rlimit::Resource;
    use seccompiler::{
        SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
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

    /// A ruleset that handles every right and grants none.
    pub(super) fn deny_files() -> Result<(), String> {
        let name = |e| format!("landlock: {e}");
        let status = Ruleset::default()
            .set_compatibility(CompatLevel::HardRequirement)
            .handle_access(AccessFs::from_all(ABI::V1))
            .map_err(name)?
            .set_compatibility(CompatLevel::BestEffort)
            .handle_access(AccessFs::from_all(ABI::V6))
            .and_then(|r| r.handle_access(AccessNet::from_all(ABI::V6)))
            .and_then(|r| r.scope(Scope::from_all(ABI::V6)))
            .and_then(|r| r.create())
            .and_then(|r| r.restrict_self())
            .map_err(name)?;
        match status.ruleset {
            RulesetStatus::FullyEnforced | RulesetStatus::PartiallyEnforced => Ok(()),
            RulesetStatus::NotEnforced => Err("landlock: not enforced".into()),
        }
    }

    pub(super) fn limit(rights: Rights) -> Result<(), String> {
        limit_to(&[
            (Resource::AS, rights.memory_max),
            (Resource::CPU, rights.cpu_seconds_max),
            (Resource::NOFILE, 0),
            (Resource::CORE, 0),
        ])
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

    /// Calls that need no condition.
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

    /// Denied calls fail with `EPERM`: a new C library that tries one more call must not end every reading.
    pub(super) fn allow_calls() -> Result<(), String> {
        let name = |e: seccompiler::BackendError| format!("seccomp: {e}");
        let not_executable = || {
            SeccompCondition::new(
                2,
                SeccompCmpArgLen::Dword,
                SeccompCmpOp::MaskedEq(libc::PROT_EXEC as u64),
                0,
            )
            .and_then(|c| SeccompRule::new(vec![c]))
        };
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> = CALLS.iter().map(|call| (*call, vec![])).collect();
        rules.insert(libc::SYS_mmap, vec![not_executable().map_err(name)?]);
        rules.insert(libc::SYS_mprotect, vec![not_executable().map_err(name)?]);
        let denied = SeccompAction::Errno(libc::EPERM as u32);
        let filter = SeccompFilter::new(
            rules,
            denied,
            SeccompAction::Allow,
            std::env::consts::ARCH.try_into().map_err(name)?,
        );
        let program: seccompiler::BpfProgram = filter.and_then(|f| f.try_into()).map_err(name)?;
        seccompiler::apply_filter(&program).map_err(|e| format!("seccomp: {e}"))
    }
}
