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
    use rlimit::Resource;
    linux::die_with_parent()?;
    linux::close_the_rest()?;
    linux::restrict(linux::ruleset()?)?;
    linux::limit_to(&[
        (Resource::AS, rights.memory_max),
        (Resource::CPU, rights.cpu_seconds_max),
        (Resource::NOFILE, 0),
        (Resource::CORE, 0),
    ])?;
    linux::allow_calls(&[], &linux::NEVER_EXECUTABLE)
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
pub(crate) mod linux;
