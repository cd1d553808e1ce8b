//! Work that nobody waits for at the screen gives way to work that somebody waits for.

/// Lets the calling thread, and the children that it starts from now on, run when nothing else wants to.
///
/// Only the thread steps back and not the process, whose other threads answer people. Where the system does not
/// grant even that, the work is done all the same.
#[cfg(target_os = "linux")]
pub fn step_back() {
    /// Ten steps of politeness out of nineteen: enough to give way, and not to starve.
    const STEPS: libc::c_int = 10;
    #[expect(unsafe_code, reason = "the standard library has no setpriority")]
    // SAFETY: the call takes integers only; process 0 is the calling thread (setpriority(2), C library differences).
    let _refused = unsafe { libc::setpriority(libc::PRIO_PROCESS, 0, STEPS) };
}

/// Elsewhere the work is as urgent as any other.
#[cfg(not(target_os = "linux"))]
pub const fn step_back() {}
