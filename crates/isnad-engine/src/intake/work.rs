//! A worker: hashes, encrypts and reads one thing after the other, containers to their depth.

use std::{
    fs::File,
    io::{self, Read, Write},
    ops::ControlFlow,
    path::Path,
    sync::{Mutex, PoisonError, atomic::Ordering, mpsc},
};

use isnad_crypto::hash::{Fixed, Fixity};
use isnad_extract::{Answer, Member, Reader, identify, problem_of};
use isnad_model::{
    ItemId, Problem,
    reading::{Kind, Metadatum, Reading},
};
use isnad_store_local::vault::Incoming;
use rand::{RngCore, rngs::OsRng};

use super::{
    Counters,
    accession::Accession,
    draft::{Draft, Outcome},
    walk::Job,
};
use crate::{
    Archive,
    error::{of_fault, of_io, of_source},
};

/// Files up to this size are read into memory once and hashed, encrypted and read from there.
pub const SMALL_MAX: usize = 8 << 20;
/// Containers within containers are opened to this depth; deeper ones are kept closed, and said so.
pub const DEPTH_MAX: u64 = 8;
/// Bytes handled at a time of a large file: hashing and encrypting share the cores on each piece.
const PIECE_BYTES: usize = 4 << 20;

/// Nobody listens any more: stop quietly.
struct Gone;

pub struct Worker<'w> {
    archive: &'w Archive,
    accession: &'w Accession,
    counters: &'w Counters,
    out: mpsc::SyncSender<Outcome>,
    reader: Option<Reader>,
}

/// A thing on its way in.
struct Arriving {
    path: Vec<u8>,
    modified: Option<i64>,
    parent: Option<ItemId>,
    depth: u64,
}

/// Its bytes: small ones in memory, large ones as a stream that begins with what was already read.
enum Bytes<'b> {
    Small(&'b [u8]),
    Large(&'b [u8], &'b mut dyn Read),
}

impl<'w> Worker<'w> {
    pub fn new(
        archive: &'w Archive,
        accession: &'w Accession,
        counters: &'w Counters,
        out: mpsc::SyncSender<Outcome>,
    ) -> Self {
        Self { archive, accession, counters, out, reader: None }
    }

    /// Works until there are no more jobs.
    pub fn run(mut self, jobs: &Mutex<mpsc::Receiver<Job<'_>>>) {
        // One reader for each thread: a child dies with the thread that started it.
        self.reader = self.archive.start_reader();
        loop {
            let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(job) = job else { return };
            if self.counters.stop.load(Ordering::Relaxed) || self.job(job).is_err() {
                return;
            }
        }
    }

    fn job(&mut self, job: Job<'_>) -> Result<(), Gone> {
        match job {
            Job::Refused { path, problem } => self.refuse(path, problem, 0),
            Job::Stream { path, mut bytes } => {
                let arriving = Arriving { path, modified: None, parent: None, depth: 0 };
                self.take_in(arriving, &mut bytes, None)
            }
            Job::File { path, at, size, modified } => self.file(path, &at, size, modified),
        }
    }

    fn file(&mut self, path: Vec<u8>, at: &Path, size: u64, modified: Option<i64>) -> Result<(), Gone> {
        if let Some(before) = self.accession.before.take(&path, Some(size), modified) {
            self.counters.done(1, size);
            if before.half_unpacked {
                self.unpack_again(before.id, &path, at)?;
            }
            return self.send(Outcome::Resumed);
        }
        let mut file = match File::open(at) {
            Ok(file) => file,
            Err(error) => {
                return self.refuse(path, of_source(&error, &at.display().to_string()), size);
            }
        };
        let arriving = Arriving { path, modified, parent: None, depth: 0 };
        self.take_in(arriving, &mut file, Some(at))
    }

    /// Takes in one stream. `at` is where it lies on the disk, for a large container that is best read in place.
    fn take_in(&mut self, arriving: Arriving, from: &mut dyn Read, at: Option<&Path>) -> Result<(), Gone> {
        let mut head = Vec::new();
        if let Err(error) = from.take(SMALL_MAX as u64 + 1).read_to_end(&mut head) {
            return self.refuse(arriving.path, read_problem(&error), head.len() as u64);
        }
        let bytes = if head.len() <= SMALL_MAX { Bytes::Small(&head) } else { Bytes::Large(&head, from) };
        let stored = match self.store(bytes) {
            Ok(stored) => stored,
            Err(Trouble::Source(problem)) => {
                return self.refuse(arriving.path, problem, head.len() as u64);
            }
            Err(Trouble::Archive(problem)) => return self.send(Outcome::Failed(problem)),
        };
        let size = stored.0.size_bytes;
        let is_small = size <= SMALL_MAX as u64;
        let answer = if is_small { self.read(&head) } else { self.read_large(&head, &stored, at) };
        let (kind, media_type, reading) = (answer.kind, answer.media_type, answer.reading);
        let id = fresh_id();
        let is_container = kind == Kind::Container;
        let path = arriving.path.clone();
        let depth = arriving.depth;
        let said = if is_container { reading.metadata.clone() } else { Vec::new() };
        let source = is_container.then(|| match at.filter(|_| !is_small) {
            Some(at) => File::open(at),
            None if is_small => isnad_extract::memfd(&mut head.as_slice()),
            None => self.archive.plain_in_memory(&stored.0.sha256, stored.1.as_ref()),
        });
        let is_worth_keeping = !is_container
            && (!reading.pages.is_empty() || !reading.metadata.is_empty() || !reading.problems.is_empty());
        self.send(Outcome::Kept(Box::new(Draft {
            id,
            path: arriving.path,
            fixed: stored.0,
            object: stored.1,
            kind,
            media_type,
            modified: arriving.modified,
            parent: arriving.parent,
            reading: is_worth_keeping.then_some(reading),
        })))?;
        if let Some(source) = source {
            self.unpack(id, &path, source, depth, said)?;
        }
        self.counters.done(1, size);
        Ok(())
    }

    /// Hashes, and encrypts unless the archive already holds the bytes.
    fn store(&self, bytes: Bytes<'_>) -> Result<(Fixed, Option<Incoming>), Trouble> {
        let vault = self.archive.vault();
        match bytes {
            Bytes::Small(bytes) => {
                let fixed = Fixity::of(bytes);
                if !self.archive.claim(&fixed.sha256).map_err(Trouble::Archive)? {
                    return Ok((fixed, None));
                }
                let mut writing = vault.begin().map_err(Trouble::fault)?;
                writing.write_all(bytes).map_err(|e| Trouble::Archive(of_io(&e, "vault")))?;
                Ok((fixed, Some(writing.finish().map_err(Trouble::fault)?)))
            }
            Bytes::Large(head, rest) => {
                let mut fixity = Fixity::default();
                let mut writing = vault.begin().map_err(Trouble::fault)?;
                let mut from = head.chain(rest);
                let mut piece = Vec::with_capacity(PIECE_BYTES);
                loop {
                    piece.clear();
                    let read = (&mut from).take(PIECE_BYTES as u64).read_to_end(&mut piece);
                    if let Err(error) = read {
                        writing.discard().map_err(Trouble::fault)?;
                        return Err(Trouble::Source(read_problem(&error)));
                    }
                    if piece.is_empty() {
                        break;
                    }
                    let ((), written) = rayon::join(|| fixity.update(&piece), || writing.write_all(&piece));
                    written.map_err(|e| Trouble::Archive(of_io(&e, "vault")))?;
                }
                let fixed = fixity.finish();
                if self.archive.claim(&fixed.sha256).map_err(Trouble::Archive)? {
                    return Ok((fixed, Some(writing.finish().map_err(Trouble::fault)?)));
                }
                writing.discard().map_err(Trouble::fault)?;
                Ok((fixed, None))
            }
        }
    }

    fn read(&mut self, bytes: &[u8]) -> Answer {
        match &mut self.reader {
            Some(reader) => reader.read(bytes),
            None => unread(bytes, bytes.len() as u64),
        }
    }

    /// Reads a large file from the sealed object, so that what is read is what was kept.
    fn read_large(&mut self, head: &[u8], stored: &(Fixed, Option<Incoming>), at: Option<&Path>) -> Answer {
        let (fixed, object) = stored;
        let (kind, _) = identify(head, fixed.size_bytes);
        let answer = unread(head, fixed.size_bytes);
        let Some(reader) = self.reader.as_ref().filter(|_| kind != Kind::Other) else { return answer };
        // What is read of a film is its headers; they are not worth gigabytes of memory.
        if matches!(kind, Kind::Container | Kind::Audio | Kind::Video) && at.is_some() {
            return at.map_or(answer, |at| match File::open(at) {
                Ok(file) => reader.read_file(file),
                Err(error) => with_problem(unread(head, fixed.size_bytes), read_problem(&error)),
            });
        }
        match self.archive.plain_in_memory(&fixed.sha256, object.as_ref()) {
            Ok(file) => reader.read_file(file),
            Err(error) => with_problem(answer, read_problem(&error)),
        }
    }

    /// What a container says of itself, for one whose reading was lost with the run that made it.
    fn said_by(&self, file: Option<File>) -> Vec<Metadatum> {
        let answer = self.reader.as_ref().zip(file).map(|(reader, file)| reader.read_file(file));
        answer.map_or_else(Vec::new, |answer| answer.reading.metadata)
    }

    fn unpack_again(&mut self, id: ItemId, path: &[u8], at: &Path) -> Result<(), Gone> {
        let said = self.said_by(File::open(at).ok());
        self.unpack(id, path, File::open(at), 0, said)
    }

    /// Takes the members of a container in, each as an item with its path, and then records that it is done.
    /// What the container says of itself goes along, since its reading is this one.
    fn unpack(
        &mut self,
        id: ItemId,
        path: &[u8],
        source: io::Result<File>,
        depth: u64,
        metadata: Vec<Metadatum>,
    ) -> Result<(), Gone> {
        let mut reading = Reading {
            tool: format!("isnad-extract/unpack {}", env!("CARGO_PKG_VERSION")),
            metadata,
            ..Reading::default()
        };
        let mut gone = false;
        match (source, self.reader.take()) {
            (_, reader) if depth >= DEPTH_MAX => {
                self.reader = reader;
                reading.problems.push(Problem::new("container-too-deep").number("depth_max", DEPTH_MAX));
            }
            (Err(error), reader) => {
                self.reader = reader;
                reading.problems.push(read_problem(&error));
            }
            (Ok(_), None) => reading.problems.push(Problem::new("not-read")),
            (Ok(file), Some(reader)) => {
                // The container's child streams its members while another one reads each of them.
                self.reader = self.archive.start_reader();
                reading.problems = reader.unpack(file, &mut |member| {
                    self.counters.found(1, member.size.unwrap_or(0));
                    if self.member(id, path, member, depth + 1).is_err() {
                        gone = true;
                        return ControlFlow::Break(());
                    }
                    ControlFlow::Continue(())
                });
                self.reader = Some(reader);
            }
        }
        if gone { Err(Gone) } else { self.send(Outcome::Unpacked(id, reading)) }
    }

    fn member(
        &mut self,
        parent: ItemId,
        path: &[u8],
        mut member: Member<'_>,
        depth: u64,
    ) -> Result<(), Gone> {
        let path = [path, b"!/", member.name].concat();
        let modified = member.modified.and_then(crate::clock::iso_millis);
        if let Some(before) = self.accession.before.take(&path, None, modified) {
            self.counters.done(1, before.size);
            if before.half_unpacked {
                let again = isnad_extract::memfd(&mut member);
                let said = self.said_by(again.as_ref().ok().and_then(|file| file.try_clone().ok()));
                self.unpack(before.id, &path, again, depth, said)?;
            }
            return self.send(Outcome::Resumed);
        }
        let arriving = Arriving { path, modified, parent: Some(parent), depth };
        self.take_in(arriving, &mut member, None)
    }

    fn refuse(&mut self, path: Vec<u8>, problem: Problem, bytes: u64) -> Result<(), Gone> {
        self.counters.done(1, bytes);
        if self.accession.before.refused(&path) {
            return self.send(Outcome::Resumed);
        }
        self.send(Outcome::Refused(path, problem))
    }

    fn send(&self, outcome: Outcome) -> Result<(), Gone> {
        self.out.send(outcome).map_err(|_| Gone)
    }
}

/// Whose fault a failure is: the source's (refuse this one) or the archive's own (stop).
enum Trouble {
    Source(Problem),
    Archive(Problem),
}

impl Trouble {
    fn fault(fault: isnad_store_local::Fault) -> Self {
        Self::Archive(of_fault(fault))
    }
}

pub fn read_problem(error: &io::Error) -> Problem {
    problem_of(error).cloned().unwrap_or_else(|| of_source(error, ""))
}

pub fn unread(head: &[u8], size: u64) -> Answer {
    let (kind, media_type) = identify(head, size);
    Answer { kind, media_type: media_type.to_owned(), reading: Reading::default() }
}

pub fn with_problem(mut answer: Answer, problem: Problem) -> Answer {
    answer.reading.problems.push(problem);
    answer
}

fn fresh_id() -> ItemId {
    let mut id = [0; 10];
    OsRng.fill_bytes(&mut id);
    ItemId(id)
}
