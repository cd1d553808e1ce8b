//! The way of a password to a child: over a pair of sockets in the place of its standard error.
//!
//! Arguments and variables of a process can be read by others on the machine, and the standard input is the file
//! itself. A child with a password lives for one file, leaves no memory image and can be traced by nobody, so what it
//! was told ends with it.

use std::{
    io::{self, Read, Write},
    process::Stdio,
};

/// Longer ones are no passwords.
const BYTES_MAX: usize = 64 << 10;

/// The child's end, and ours with the password already on its way.
#[cfg(unix)]
pub(crate) fn channel(password: &str) -> io::Result<(Stdio, Box<dyn Read + Send>)> {
    use std::os::{fd::OwnedFd, unix::net::UnixStream};
    if password.len() > BYTES_MAX {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let (mut ours, theirs) = UnixStream::pair()?;
    // So little waits in the socket until the child takes it.
    ours.write_all(&(password.len() as u32).to_le_bytes())?;
    ours.write_all(password.as_bytes())?;
    Ok((OwnedFd::from(theirs).into(), Box::new(ours)))
}

/// Elsewhere there is no such pair, and a password takes no other way.
#[cfg(not(unix))]
pub(crate) fn channel(_password: &str) -> io::Result<(Stdio, Box<dyn Read + Send>)> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The password that the parent sent, on the child's side.
#[cfg(unix)]
pub(crate) fn receive() -> io::Result<String> {
    use std::{fs::File, mem::ManuallyDrop, os::fd::FromRawFd};
    #[expect(unsafe_code, reason = "the standard library does not read from standard error")]
    // SAFETY: descriptor 2 is open for as long as the process lives, and this does not close it.
    let mut channel = ManuallyDrop::new(unsafe { File::from_raw_fd(2) });
    let mut length = [0; 4];
    channel.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length) as usize;
    if length > BYTES_MAX {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut password = vec![0; length];
    channel.read_exact(&mut password)?;
    String::from_utf8(password).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Elsewhere none is ever sent.
#[cfg(not(unix))]
pub(crate) fn receive() -> io::Result<String> {
    Err(io::ErrorKind::Unsupported.into())
}
