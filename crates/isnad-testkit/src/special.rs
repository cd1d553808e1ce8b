//! Things in a folder that are no files, and small disks.
#![expect(unsafe_code, reason = "making a pipe and asking for the user are system calls")]

use std::{
    ffi::CString,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
    process::Command,
};

/// Makes a named pipe: who opens it for reading waits for ever.
pub fn pipe(path: &Path) {
    let name = CString::new(path.as_os_str().as_bytes()).expect("a path");
    // SAFETY: `name` is a string that ends in zero and lives until the call returns.
    let made = unsafe { libc::mkfifo(name.as_ptr(), 0o600) };
    assert_eq!(made, 0, "a pipe is made");
}

/// Whether permission bits do not bind us.
pub fn is_root() -> bool {
    // SAFETY: takes nothing and cannot fail.
    unsafe { libc::geteuid() == 0 }
}

/// A folder in memory, if there is one with room: what a process has written outlives the process there too, and
/// thousands of syncs cost nothing. `ISNAD_TEST_DISK=1` keeps to the disk.
pub fn memory_disk() -> Option<&'static Path> {
    const FREE_BYTES_MIN: u64 = 512 << 20;
    let folder = Path::new("/dev/shm");
    // SAFETY: all zeros is a value of this type, which has numbers only.
    let mut room: libc::statvfs = unsafe { std::mem::zeroed() };
    // SAFETY: the path ends in zero and `room` is ours; the call fills it or says that it did not.
    let asked = unsafe { libc::statvfs(c"/dev/shm".as_ptr(), &raw mut room) };
    let free = room.f_bavail * room.f_frsize;
    let is_wanted = crate::number_setting("ISNAD_TEST_DISK", 0) == 0;
    (is_wanted && asked == 0 && free >= FREE_BYTES_MIN).then_some(folder)
}

/// A file system of its own in memory, as small as one likes; gone when dropped.
#[derive(Debug)]
pub struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Mounts one; `None` where we may not.
    pub fn mount(at: &Path, size_kib: u64) -> Option<Self> {
        if !is_root() {
            return None;
        }
        std::fs::create_dir_all(at).ok()?;
        let size = format!("size={size_kib}k");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "none"]).arg(at).output();
        mounted.is_ok_and(|output| output.status.success()).then(|| Self(at.to_owned()))
    }

    /// Gives it another size.
    pub fn resize(&self, size_kib: u64) {
        let size = format!("remount,size={size_kib}k");
        let done = Command::new("mount").args(["-o", &size]).arg(&self.0).status();
        assert!(done.expect("mount runs").success(), "the disk is given another size");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _gone_with_the_machine = Command::new("umount").arg(&self.0).status();
    }
}
