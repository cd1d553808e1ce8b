//! What an intake would do: everything is found, hashed and read as it would be, and nothing is written.
//!
//! Bytes are read where they lie, containers are opened to their depth, and hashes are held against what the
//! archive has, so that the count is the one that an intake would give if nothing changes meanwhile.

use std::{
    collections::HashSet,
    fs::File,
    io::{self, Read},
    ops::ControlFlow,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc},
};

use isnad_access::Grant;
use isnad_crypto::hash::{Fixity, Hash};
use isnad_extract::{Answer, Budget, Member, Reader};
use isnad_model::{
    Problem,
    intake::{Forecast, Progress, Refusal, UnreadSoon},
    reading::Kind,
};

use super::{
    Counters, Source, WORKERS_MAX, accession,
    walk::{self, Job},
    work::{
        SMALL_MAX,
        members::{DEPTH_MAX, unsqueezed},
        read_problem, unread, with_problem,
    },
};
use crate::{Archive, Result, error::of_source, views::name_of};

impl Archive {
    /// Tells what an intake of these sources would come to, and writes nothing.
    ///
    /// # Errors
    /// As for an intake: no right to take in, or views that cannot be asked.
    pub fn forecast(
        &self,
        grant: &Grant,
        sources: Vec<Source<'_>>,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Forecast> {
        if !grant.role().may_take_in() {
            return Err(Problem::new("not-allowed"));
        }
        let goes_on = self.is_unfinished(grant, &accession::named(&sources))?;
        let (counters, seen) = (Counters::default(), Seen::default());
        let n_workers = std::thread::available_parallelism().map_or(1, |n| n.get().min(WORKERS_MAX));
        std::thread::scope(|scope| {
            let (job_out, job_in) = mpsc::sync_channel(256);
            let jobs = Arc::new(Mutex::new(job_in));
            scope.spawn(|| walk::walk(self.layout.root(), sources, &counters, job_out));
            let workers: Vec<_> = (0..n_workers)
                .map(|_| {
                    let (jobs, counters, seen) = (jobs.clone(), &counters, &seen);
                    scope.spawn(move || {
                        // One reader for each thread: a child dies with the thread that started it.
                        let reader = self.start_reader();
                        let mut worker = Worker { archive: self, counters, seen, reader };
                        while let Ok(job) = { held(&jobs).recv() } {
                            worker.job(job);
                            progress(counters.progress());
                        }
                    })
                })
                .collect();
            // A worker that panicked would leave a count that is too small.
            workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| Problem::new("internal")))
        })?;
        if let Some(problem) = held(&seen.failed).take() {
            return Err(problem);
        }
        let mut forecast = seen.forecast.into_inner().unwrap_or_else(PoisonError::into_inner);
        forecast.goes_on = goes_on;
        forecast.refused.sort_by(|a, b| a.path_bytes.cmp(&b.path_bytes));
        forecast.unread.sort_by(|a, b| a.path_bytes.cmp(&b.path_bytes));
        Ok(forecast)
    }
}

/// What all workers have seen.
#[derive(Default)]
struct Seen {
    forecast: Mutex<Forecast>,
    hashes: Mutex<HashSet<Hash>>,
    failed: Mutex<Option<Problem>>,
}

struct Worker<'w> {
    archive: &'w Archive,
    counters: &'w Counters,
    seen: &'w Seen,
    reader: Option<Reader>,
}

/// Something to look at: its recorded path, where it lies if it is a file, and how deep in containers.
struct Thing<'t> {
    path: Vec<u8>,
    at: Option<&'t Path>,
    depth: u64,
    /// What is left to the outermost container that it lies in.
    budget: Option<Budget>,
}

/// Its bytes as far as they are needed again.
struct Bytes {
    sha256: Hash,
    size: u64,
    /// The first bytes; all of them if there are no more than [`SMALL_MAX`].
    head: Vec<u8>,
    /// All of a large thing that has no place of its own on the disk.
    memory: Option<File>,
}

impl Worker<'_> {
    fn job(&mut self, job: Job<'_>) {
        match job {
            Job::Refused { path, problem } => self.refuse(path, problem),
            Job::Stream { path, mut bytes } => {
                self.look(Thing { path, at: None, depth: 0, budget: None }, &mut bytes)
            }
            Job::File { path, at, .. } => match File::open(&at) {
                Ok(mut file) => self.look(Thing { path, at: Some(&at), depth: 0, budget: None }, &mut file),
                Err(error) => self.refuse(path, of_source(&error, &at.display().to_string())),
            },
        }
    }

    fn look(&mut self, thing: Thing<'_>, from: &mut dyn Read) {
        let read = match read(from, thing.at.is_none()) {
            Ok(read) => read,
            Err(error) => return self.refuse(thing.path, read_problem(&error)),
        };
        let answer = self.answer(&read, thing.at);
        self.counters.done(1, read.size);
        self.count(&thing.path, &read, &answer);
        if answer.kind == Kind::Container || answer.has_members {
            let file = match (thing.at.filter(|_| read.size > SMALL_MAX as u64), read.memory) {
                (Some(at), _) => File::open(at),
                (None, Some(memory)) => Ok(memory),
                (None, None) => isnad_extract::memfd(&mut read.head.as_slice()),
            };
            self.unpack(&thing.path, file, (thing.depth, read.size), thing.budget);
        }
    }

    /// The same questions to the same child as an intake asks.
    fn answer(&mut self, read: &Bytes, at: Option<&Path>) -> Answer {
        let answer = unread(&read.head, read.size);
        let Some(reader) = &mut self.reader else { return answer };
        if read.size <= SMALL_MAX as u64 {
            return reader.read(&read.head);
        }
        if answer.kind == Kind::Other {
            return answer;
        }
        let file = match (&read.memory, at) {
            (Some(memory), _) => memory.try_clone(),
            (None, Some(at)) => File::open(at),
            (None, None) => return answer,
        };
        match file {
            Ok(file) => reader.read_file(file),
            Err(error) => with_problem(answer, read_problem(&error)),
        }
    }

    fn count(&self, path: &[u8], read: &Bytes, answer: &Answer) {
        let is_held = match self.archive.object_of(&read.sha256) {
            Ok(object) => object.is_some(),
            Err(problem) => {
                *held(&self.seen.failed) = Some(problem);
                return;
            }
        };
        // Asked outside of the lock of the forecast: no lock is held while another is awaited.
        let is_first = held(&self.seen.hashes).insert(read.sha256);
        let mut forecast = held(&self.seen.forecast);
        forecast.count.received += 1;
        forecast.count.kept += 1;
        forecast.size_bytes += read.size;
        if is_held || !is_first {
            forecast.count.duplicates += 1;
        } else {
            forecast.new_bytes += read.size;
        }
        let of_type = forecast.media_types.entry(answer.media_type.clone()).or_default();
        of_type.n_items += 1;
        of_type.size_bytes += read.size;
        drop(forecast);
        // Whether a container can be opened is told when it was.
        if answer.kind != Kind::Container {
            self.note(path, &answer.reading.problems);
        }
    }

    fn unpack(
        &mut self,
        path: &[u8],
        file: io::Result<File>,
        (depth, size): (u64, u64),
        budget: Option<Budget>,
    ) {
        let problems = match (file, self.reader.take()) {
            (_, reader) if depth >= DEPTH_MAX => {
                self.reader = reader;
                vec![Problem::new("container-too-deep").number("depth_max", DEPTH_MAX)]
            }
            (Err(error), reader) => {
                self.reader = reader;
                vec![read_problem(&error)]
            }
            (Ok(_), None) => vec![Problem::new("not-read")],
            (Ok(file), Some(reader)) => {
                // The container's child streams its members while another one reads each of them.
                self.reader = self.archive.start_reader();
                let budget = budget.unwrap_or_else(|| reader.budget(size));
                let problems = reader.unpack_file(file, &budget, &mut |member: Member<'_>| {
                    self.counters.found(1, member.size.unwrap_or(0));
                    self.member(path, member, depth + 1, &budget);
                    ControlFlow::Continue(())
                });
                self.reader = Some(reader);
                problems
            }
        };
        self.note(path, &problems);
    }

    fn member(&mut self, container: &[u8], mut member: Member<'_>, depth: u64, budget: &Budget) {
        let name = if member.name.is_empty() { unsqueezed(container) } else { member.name.to_vec() };
        let path = [container, b"!/", &name].concat();
        self.look(Thing { path, at: None, depth, budget: Some(budget.clone()) }, &mut member);
    }

    fn refuse(&self, path_bytes: Vec<u8>, problem: Problem) {
        self.counters.done(1, 0);
        let mut forecast = held(&self.seen.forecast);
        forecast.count.received += 1;
        forecast.count.refused += 1;
        forecast.refused.push(Refusal { path: name_of(&path_bytes), path_bytes, problem });
    }

    fn note(&self, path: &[u8], problems: &[Problem]) {
        let unread = problems.iter().map(|problem| UnreadSoon {
            path: name_of(path),
            path_bytes: path.to_vec(),
            problem: problem.clone(),
        });
        held(&self.seen.forecast).unread.extend(unread);
    }
}

/// Reads something to its end and hashes it. What is large stays where it lies, or in memory if it lies nowhere.
fn read(from: &mut dyn Read, lies_nowhere: bool) -> io::Result<Bytes> {
    let mut head = Vec::new();
    from.take(SMALL_MAX as u64 + 1).read_to_end(&mut head)?;
    let mut hashing = Hashing { from: &mut (head.as_slice().chain(from)), fixity: Fixity::default() };
    let memory = match lies_nowhere && head.len() > SMALL_MAX {
        true => Some(isnad_extract::memfd(&mut hashing)?),
        false => io::copy(&mut hashing, &mut io::sink()).map(|_| None)?,
    };
    let fixed = hashing.fixity.finish();
    Ok(Bytes { sha256: fixed.sha256, size: fixed.size_bytes, head, memory })
}

struct Hashing<'h> {
    from: &'h mut dyn Read,
    fixity: Fixity,
}

impl Read for Hashing<'_> {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let n = self.from.read(piece)?;
        self.fixity.update(&piece[..n]);
        Ok(n)
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
