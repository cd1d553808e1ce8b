//! A foreign program that was taken over, and tries to do more than compute.
//!
//! It is started as any foreign program is; its arguments name a file that it is granted and one that it is not.

#![expect(unsafe_code, reason = "an exploit does not ask the standard library")]

use std::{fs, io::Write, path::Path, process::ExitCode};

/// Prints a line for each way: `denied` or `open`, and its name.
pub fn attempt(granted: &str, forbidden: &str) -> ExitCode {
    let (folder, beside) = (Path::new(granted).parent(), Path::new(granted).with_extension("made"));
    let tried: Vec<(&str, bool)> = vec![
        ("read what is granted", fs::read(granted).is_ok()),
        ("list what is granted", folder.is_some_and(|folder| fs::read_dir(folder).is_ok())),
        ("read another file", fs::read(forbidden).is_ok()),
        ("read the passwords", fs::read("/etc/passwd").is_ok()),
        ("list the root", fs::read_dir("/").is_ok()),
        ("ask about a file", fs::metadata(forbidden).is_ok()),
        ("see its own process", fs::read("/proc/self/environ").is_ok()),
        ("write a file", fs::OpenOptions::new().write(true).open("/dev/null").is_ok()),
        ("write what is granted", fs::OpenOptions::new().append(true).open(granted).is_ok()),
        ("make a file", fs::write(&beside, "x").is_ok()),
        ("make a folder", fs::create_dir(&beside).is_ok()),
        ("remove a file", fs::remove_file(granted).is_ok()),
        ("execute another program", std::process::Command::new("/bin/true").status().is_ok()),
        ("become another program", becomes_true()),
        ("start a thread", std::thread::Builder::new().spawn(|| {}).is_ok()),
        ("a TCP socket", std::net::TcpListener::bind("127.0.0.1:0").is_ok()),
        ("a UDP socket", std::net::UdpSocket::bind("127.0.0.1:0").is_ok()),
        ("a Unix socket", std::os::unix::net::UnixStream::pair().is_ok()),
        ("signal the parent", call(libc::SYS_kill, [std::os::unix::process::parent_id().into(), 0, 0])),
        ("a new namespace", call(libc::SYS_unshare, [libc::CLONE_NEWUSER.into(), 0, 0])),
        ("change a limit", sets_a_limit()),
        ("memory to write and execute", maps_both()),
        ("more memory than allowed", Vec::<u8>::new().try_reserve_exact(2 << 30).is_ok()),
    ];
    for (name, is_open) in tried {
        let verdict = if is_open { "open" } else { "denied" };
        if writeln!(std::io::stdout(), "{verdict}: {name}").is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn call(number: libc::c_long, [a, b, c]: [libc::c_long; 3]) -> bool {
    // SAFETY: no pointer is given.
    unsafe { libc::syscall(number, a, b, c) >= 0 }
}

/// Whether another program could take this one's place; if it could, nothing more would be printed.
fn becomes_true() -> bool {
    use std::os::unix::process::CommandExt;
    let error = std::process::Command::new("/bin/true").exec();
    !matches!(error.raw_os_error(), Some(libc::EACCES | libc::EPERM))
}

fn sets_a_limit() -> bool {
    let same = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: the pointer is to a whole structure.
    unsafe { libc::setrlimit(libc::RLIMIT_CORE, &raw const same) == 0 }
}

fn maps_both() -> bool {
    let protection = libc::PROT_READ | libc::PROT_WRITE | libc::PROT_EXEC;
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
    // SAFETY: a new private page that nothing else refers to.
    let page = unsafe { libc::mmap(std::ptr::null_mut(), 4096, protection, flags, -1, 0) };
    page != libc::MAP_FAILED
}
