//! A file that exists in memory only, so that evidence in clear never touches the disk.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
};

/// Copies `bytes` into a sealed, nameless file in memory, ready to be given to a child.
///
/// Sealed means that nobody who holds it, the child included, can change it, shrink it or grow it.
///
/// # Errors
/// What reading `bytes` gives, and a lack of memory.
#[cfg(target_os = "linux")]
pub fn memfd(bytes: &mut dyn Read) -> io::Result<File> {
    use std::os::fd::AsRawFd;
    let mut file = create()?;
    io::copy(bytes, &mut file)?;
    file.seek(SeekFrom::Start(0))?;
    let seals = libc::F_SEAL_SHRINK | libc::F_SEAL_GROW | libc::F_SEAL_WRITE | libc::F_SEAL_SEAL;
    #[expect(unsafe_code, reason = "the standard library has no seals")]
    // SAFETY: fcntl with F_ADD_SEALS takes an integer and no pointer; the descriptor is open.
    let done = unsafe { libc::fcntl(file.as_raw_fd(), libc::F_ADD_SEALS, seals) };
    if done == 0 { Ok(file) } else { Err(io::Error::last_os_error()) }
}

#[cfg(target_os = "linux")]
#[expect(unsafe_code, reason = "the standard library has no memfd_create")]
fn create() -> io::Result<File> {
    use std::os::fd::FromRawFd;
    // SAFETY: the name is a C string literal, and the call takes no other pointer.
    let fd = unsafe { libc::memfd_create(c"isnad".as_ptr(), libc::MFD_CLOEXEC | libc::MFD_ALLOW_SEALING) };
    if fd < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the descriptor was just made and belongs to nobody else.
    Ok(unsafe { File::from_raw_fd(fd) })
}

/// Elsewhere there is no such file, and evidence in clear is not written to a disk instead.
///
/// # Errors
/// Always.
#[cfg(not(target_os = "linux"))]
pub fn memfd(_bytes: &mut dyn Read) -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}
