//! Tries to get out of the sandbox in every way that a taken-over reader would try first.
//!
//! Prints a line for each way: its name, and `denied` or `open`. Without the sandbox only the harmless ways are
//! tried; that they are open then shows that the attempts are real.

#![expect(unsafe_code, reason = "an exploit does not ask the standard library")]

use std::{
    ffi::c_long,
    fs,
    io::{Read, Write},
    process::ExitCode,
    ptr,
    sync::OnceLock,
};

/// A file of the parent's that was left open by mistake.
static LEFT_OPEN: OnceLock<fs::File> = OnceLock::new();

const MEMORY_MAX: u64 = 512 << 20;

struct Way {
    name: &'static str,
    harmless: bool,
    /// Whether it worked.
    tried: fn() -> bool,
}

const fn way(name: &'static str, harmless: bool, tried: fn() -> bool) -> Way {
    Way { name, harmless, tried }
}

const WAYS: &[Way] = &[
    way("read a file", true, || fs::read("/etc/passwd").is_ok()),
    way("read what was left open", true, || {
        LEFT_OPEN.get().is_some_and(|mut file| file.read(&mut [0]).is_ok_and(|n| n == 1))
    }),
    way("write a file", true, || fs::OpenOptions::new().write(true).open("/dev/null").is_ok()),
    way("make a file", false, || fs::write("/tmp/isnad-probe-was-here", "x").is_ok()),
    way("remove a file", false, || fs::remove_file("/tmp/isnad-probe-was-here").is_ok()),
    way("list a folder", true, || fs::read_dir("/").is_ok()),
    way("ask about a file", true, || fs::metadata("/etc/passwd").is_ok()),
    way("see its own process", true, || fs::read("/proc/self/environ").is_ok()),
    way("make a file in memory", true, || call(libc::SYS_memfd_create, [c"x".as_ptr() as c_long, 0, 0, 0])),
    way("double a descriptor", true, || call(libc::SYS_dup, [1, 0, 0, 0])),
    way("a TCP socket", true, || socket(libc::AF_INET, libc::SOCK_STREAM)),
    way("a UDP socket", true, || socket(libc::AF_INET, libc::SOCK_DGRAM)),
    way("an IPv6 socket", false, || socket(libc::AF_INET6, libc::SOCK_DGRAM)),
    way("a Unix socket", true, || socket(libc::AF_UNIX, libc::SOCK_STREAM)),
    way("a netlink socket", true, || socket(libc::AF_NETLINK, libc::SOCK_RAW)),
    way("connect by the library", false, || match std::net::TcpStream::connect("127.0.0.1:9") {
        Ok(_) => true,
        Err(e) => e.raw_os_error() != Some(libc::EPERM),
    }),
    way("execute", false, || call(libc::SYS_execve, [c"/bin/true".as_ptr() as c_long, 0, 0, 0])),
    way("execute by the library", true, || std::process::Command::new("/bin/true").status().is_ok()),
    way("fork", true, fork),
    way("start a thread", true, || std::thread::Builder::new().spawn(|| {}).is_ok()),
    way("signal the parent", true, || call(libc::SYS_kill, [parent(), 0, 0, 0])),
    way("trace the parent", false, || {
        call(libc::SYS_ptrace, [libc::PTRACE_ATTACH as c_long, parent(), 0, 0])
    }),
    way("read the parent's memory", false, || call(libc::SYS_process_vm_readv, [parent(), 0, 0, 0])),
    way("mount", false, || {
        let (kind, place) = (c"tmpfs".as_ptr() as c_long, c"/mnt".as_ptr() as c_long);
        call(libc::SYS_mount, [kind, place, kind, 0])
    }),
    way("a new namespace", false, || call(libc::SYS_unshare, [c_long::from(libc::CLONE_NEWUSER), 0, 0, 0])),
    way("change a limit", true, || {
        let same = libc::rlimit { rlim_cur: 1 << 20, rlim_max: 1 << 20 };
        // SAFETY: the pointer is to a whole structure.
        unsafe { libc::setrlimit(libc::RLIMIT_CORE, &raw const same) == 0 }
    }),
    way("change itself", true, || call(libc::SYS_prctl, [c_long::from(libc::PR_SET_DUMPABLE), 1, 0, 0])),
    way("io_uring", false, || allowed(libc::SYS_io_uring_setup, [0; 4])),
    way("bpf", false, || allowed(libc::SYS_bpf, [0; 4])),
    way("open by handle", false, || allowed(libc::SYS_open_by_handle_at, [0; 4])),
    way("userfaultfd", false, || allowed(libc::SYS_userfaultfd, [0; 4])),
    way("an unknown call", false, || allowed(0x4000_0000 | libc::SYS_openat, [0; 4])),
    way("executable memory", true, || map(libc::PROT_READ | libc::PROT_EXEC).is_some()),
    way("memory made executable", true, || {
        // SAFETY: the page was just mapped by this process and holds nothing.
        map(libc::PROT_READ).is_some_and(|page| unsafe { libc::mprotect(page, 4096, libc::PROT_EXEC) == 0 })
    }),
    way("more memory than allowed", true, || Vec::<u8>::new().try_reserve_exact(MEMORY_MAX as usize).is_ok()),
];

/// Tries all of them.
pub fn attempt(sandboxed: bool) -> ExitCode {
    if let Ok(file) = fs::File::open("/etc/passwd") {
        LEFT_OPEN.get_or_init(|| file);
    }
    if sandboxed {
        let rights = isnad_extract::sandbox::Rights { memory_max: MEMORY_MAX, cpu_seconds_max: 10 };
        if isnad_extract::sandbox::enforce(rights).is_err() {
            return ExitCode::from(3);
        }
    }
    for way in WAYS.iter().filter(|way| sandboxed || way.harmless) {
        let verdict = if (way.tried)() { "open" } else { "denied" };
        let line = format!("{verdict}: {}\n", way.name);
        if std::io::stdout().write_all(line.as_bytes()).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn call(number: c_long, [a, b, c, d]: [c_long; 4]) -> bool {
    // SAFETY: every pointer given is a literal or null, and the attempts are meant to fail.
    unsafe { libc::syscall(number, a, b, c, d) >= 0 }
}

/// Whether the call was let through to the kernel, which may still find its arguments foolish.
fn allowed(number: c_long, arguments: [c_long; 4]) -> bool {
    call(number, arguments) || std::io::Error::last_os_error().raw_os_error() != Some(libc::EPERM)
}

fn socket(domain: i32, kind: i32) -> bool {
    call(libc::SYS_socket, [domain.into(), kind.into(), 0, 0])
}

fn fork() -> bool {
    // SAFETY: the child does nothing but end.
    match unsafe { libc::fork() } {
        // SAFETY: ends at once, without anything of the parent's.
        0 => unsafe { libc::_exit(0) },
        -1 => false,
        _ => true,
    }
}

fn parent() -> c_long {
    std::os::unix::process::parent_id().into()
}

fn map(protection: i32) -> Option<*mut libc::c_void> {
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
    // SAFETY: a new private page that nothing else refers to.
    let page = unsafe { libc::mmap(ptr::null_mut(), 4096, protection, flags, -1, 0) };
    (page != libc::MAP_FAILED).then_some(page)
}
