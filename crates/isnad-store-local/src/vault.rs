//! The vault: age files named by their own SHA-256, and one payload an act.
//!
//! An object is written in `incoming/` and gets its name when its act is committed, so a file under `objects/`
//! is always whole unless the disk or a hand changed it.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufWriter, Read, Write},
    path::PathBuf,
};

use isnad_crypto::{
    hash::{Hash, Sha},
    stream::{Encrypting, ObjectKey},
};
use rand::RngCore;

use crate::{
    Layout,
    durable::{self, Named, Result},
};

/// The vault of one archive.
#[derive(Debug, Clone)]
pub struct Vault {
    layout: Layout,
}

/// An object written whole, waiting for its act.
#[derive(Debug)]
pub struct Incoming {
    /// Its address.
    pub address: Hash,
    /// Its key.
    pub key: ObjectKey,
    path: PathBuf,
}

/// Above this number of new files one sync of the file system is cheaper than one of each file.
const SYNC_EACH_MAX: usize = 24;

impl Vault {
    /// The vault of an archive.
    pub fn new(layout: &Layout) -> Self {
        Self { layout: layout.clone() }
    }

    /// Makes its folders and throws away what an interrupted run left in `incoming/`.
    pub fn prepare(&self) -> Result<()> {
        for folder in [self.layout.objects(), self.layout.payloads(), self.layout.incoming()] {
            durable::create_folder(&folder)?;
        }
        let incoming = self.layout.incoming();
        for left in std::fs::read_dir(&incoming).named("list", &incoming)? {
            durable::remove(&left.named("list", &incoming)?.path())?;
        }
        Ok(())
    }

    /// Begins an object.
    pub fn begin(&self) -> Result<Writing> {
        let mut name = [0; 16];
        rand::rngs::OsRng.fill_bytes(&mut name);
        let path = self.layout.incoming().join(isnad_crypto::hash::hex(&name));
        let file = OpenOptions::new().write(true).create_new(true).open(&path).named("open", &path)?;
        let key = ObjectKey::generate();
        let hashing = Hashing { file: BufWriter::with_capacity(1 << 18, file), sha: Sha::default() };
        let out = key.encrypt(hashing).named("write", &path)?;
        Ok(Writing { out, key, path })
    }

    /// Gives objects their names and writes the payload; all of it is on the disk when this returns.
    pub fn commit(&self, objects: &[Incoming], first: u64, payload: &[u8]) -> Result<()> {
        let each = objects.len() <= SYNC_EACH_MAX;
        for object in objects {
            let path = self.layout.object(&object.address);
            let folder = path.parent().unwrap_or(&path);
            durable::create_folder(folder)?;
            if each {
                durable::open(&object.path)?.sync_all().named("fsync", &object.path)?;
            }
            durable::rename(&object.path, &path)?;
            if each {
                durable::sync_folder(folder)?;
            }
        }
        let path = self.layout.payload(first);
        let folder = path.parent().unwrap_or(&path);
        durable::create_folder(folder)?;
        durable::replace_unsynced(&path, payload, each)?;
        if each { durable::sync_folder(folder) } else { durable::sync_file_system(folder) }
    }

    /// Opens an object's age file.
    pub fn open(&self, address: &Hash) -> Result<Option<File>> {
        durable::open_if_there(&self.layout.object(address))
    }

    /// The age file of an act's payload.
    pub fn payload(&self, first: u64) -> Result<Option<Vec<u8>>> {
        durable::read_if_there(&self.layout.payload(first))
    }

    /// SHA-256 and size of an object's age file as it lies on the disk.
    pub fn rehash(&self, address: &Hash) -> Result<Option<(Hash, u64)>> {
        let path = self.layout.object(address);
        let Some(mut file) = durable::open_if_there(&path)? else { return Ok(None) };
        let (mut sha, mut size) = (Sha::default(), 0);
        let mut part = vec![0; 1 << 18];
        loop {
            let n = file.read(&mut part).named("read", &path)?;
            if n == 0 {
                return Ok(Some((sha.finish(), size)));
            }
            sha.update(&part[..n]);
            size += n as u64;
        }
    }
}

/// An object being written: what goes in is encrypted, and the address follows from what comes out.
pub struct Writing {
    out: Encrypting<Hashing>,
    key: ObjectKey,
    path: PathBuf,
}

impl Writing {
    /// Ends the object.
    pub fn finish(self) -> Result<Incoming> {
        let Self { out, key, path } = self;
        let mut hashing = out.finish().named("write", &path)?;
        hashing.file.flush().named("write", &path)?;
        Ok(Incoming { address: hashing.sha.finish(), key, path })
    }

    /// Gives it up.
    pub fn discard(self) -> Result<()> {
        durable::remove(&self.path)
    }
}

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Incoming {
    /// Opens its age file where it waits.
    pub fn open(&self) -> Result<File> {
        durable::open(&self.path)
    }

    /// Gives it up: the archive already holds these bytes.
    pub fn discard(self) -> Result<()> {
        durable::remove(&self.path)
    }
}

struct Hashing {
    file: BufWriter<File>,
    sha: Sha,
}

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.file.write(bytes)?;
        self.sha.update(&bytes[..n]);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
