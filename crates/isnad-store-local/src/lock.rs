//! One process writes at a time.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read, Seek, Write},
    path::Path,
};

use crate::durable::{Named, Result};

/// Held while the archive is open for writing; let go when dropped, even by a crash.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held for its effect")] File);

impl Lock {
    /// Takes the lock, or gives the process number of who holds it (0 if unknown).
    pub fn take(path: &Path) -> Result<std::result::Result<Self, u32>> {
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .named("open", path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                file.read_to_string(&mut holder).named("read", path)?;
                return Ok(Err(holder.trim().parse().unwrap_or(0)));
            }
            Err(TryLockError::Error(error)) => return Err(error).named("lock", path),
        }
        // The number is a courtesy for the message, so it need not last.
        file.set_len(0).named("truncate", path)?;
        file.rewind().named("seek", path)?;
        writeln!(file, "{}", std::process::id()).named("write", path)?;
        Ok(Ok(Self(file)))
    }

    /// Whether a process holds the lock now. Nothing is made or written.
    pub fn is_held(path: &Path) -> bool {
        let Ok(file) = File::open(path) else { return false };
        matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
    }
}
