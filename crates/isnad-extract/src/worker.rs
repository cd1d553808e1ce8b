//! The child: gives up its rights, then reads what it is handed and answers over its standard output.
//!
//! Three ways of life. A *serving* child takes many small files one after another over its standard input.
//! A child *for one file* has that file as its standard input, is told its task by arguments, and ends.
//! A child for a *program* gives up its rights and becomes that program (see [`program`]).

use crate::{
    cut::Cut,
    formats, program,
    rows::Wanted,
    sandbox::{self, Rights},
    secret, unpack,
    wire::{Reply, Sink, Task, tool},
};
use isnad_model::Problem;
use std::{
    ffi::OsString,
    fs::File,
    io::{self, BufReader, BufWriter, Cursor, Read, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    process::ExitCode,
};

/// The exit code of a child that could not hold the file it was handed.
pub(crate) const OUT_OF_MEMORY: u8 = 12;

/// What a child is started for; written as the program's arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Order {
    /// `None` serves; otherwise the task for the file that is the standard input.
    pub(crate) task: Option<Task>,
    /// A password comes with the file.
    pub(crate) has_password: bool,
    pub(crate) memory_max: u64,
    pub(crate) cpu_seconds_max: u64,
    pub(crate) allow_unsandboxed: bool,
    /// The time, where the parent tells it.
    pub(crate) now: Option<i64>,
}

impl Order {
    pub(crate) fn to_args(&self) -> Vec<OsString> {
        let (name, page, width) = match &self.task {
            None => ("serve", 0, 0),
            Some(Task::Read) => ("read", 0, 0),
            Some(Task::Page { page, width }) => ("page", *page, *width),
            Some(Task::Pixels { page, dpi }) => ("pixels", *page, *dpi),
            Some(Task::Unpack) => ("unpack", 0, 0),
            Some(Task::Cut(cut)) => ("cut", cut.page, cut.width_max),
            Some(Task::Opened) => ("opened", 0, 0),
            Some(Task::Rows(_)) => ("rows", 0, 0),
        };
        let (may, password) = (u64::from(self.allow_unsandboxed), u64::from(self.has_password));
        // Zero is no time: no archive was read in the first second of 1970.
        let now = self.now.and_then(|now| u64::try_from(now).ok()).unwrap_or(0);
        let numbers =
            [u64::from(page), u64::from(width), self.memory_max, self.cpu_seconds_max, may, now, password];
        let rest = match &self.task {
            Some(Task::Cut(cut)) => cut.to_numbers(),
            Some(Task::Rows(wanted)) => wanted.to_numbers(),
            _ => Vec::new(),
        };
        let numbers = numbers.into_iter().chain(rest).map(|n| n.to_string().into());
        std::iter::once(name.into()).chain(numbers).collect()
    }

    pub(crate) fn from_args(args: &[String]) -> Option<Self> {
        let [name, numbers @ ..] = args else { return None };
        let numbers: Vec<u64> = numbers.iter().map(|n| n.parse().ok()).collect::<Option<_>>()?;
        let [page, width, memory_max, cpu_seconds_max, may, now, password, ref rest @ ..] = numbers[..]
        else {
            return None;
        };
        let task = match name.as_str() {
            "serve" => None,
            "read" => Some(Task::Read),
            "page" => Some(Task::Page { page: page.try_into().ok()?, width: width.try_into().ok()? }),
            "pixels" => Some(Task::Pixels { page: page.try_into().ok()?, dpi: width.try_into().ok()? }),
            "unpack" => Some(Task::Unpack),
            "opened" => Some(Task::Opened),
            "rows" => Some(Task::Rows(Wanted::of_numbers(rest)?)),
            "cut" => Some(Task::Cut(Cut::of_numbers(page, width, rest)?)),
            _ => return None,
        };
        let now = i64::try_from(now).ok().filter(|now| *now > 0);
        let (has_password, allow_unsandboxed) = (password == 1, may == 1);
        Some(Self { task, has_password, memory_max, cpu_seconds_max, allow_unsandboxed, now })
    }
}

/// The whole life of a child. The program calls this for `worker` and ends with what it returns.
///
/// It takes its order from the arguments after `worker`; they are between this crate's two sides only.
pub fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(2).collect();
    // A panic's message may hold words of the document, and so goes nowhere.
    std::panic::set_hook(Box::new(|_| {}));
    if let Some((program::TASK, rest)) = args.split_first().map(|(task, rest)| (task.as_str(), rest)) {
        return program::become_it(rest);
    }
    let Some(order) = Order::from_args(&args) else { return ExitCode::from(2) };
    match obey(order) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) if e.kind() == io::ErrorKind::OutOfMemory => ExitCode::from(OUT_OF_MEMORY),
        Err(_) => ExitCode::FAILURE,
    }
}

/// Gives up the rights that an order leaves, and says over `out` how that went.
pub(crate) fn give_up_rights(order: &Order, out: &mut dyn Write) -> io::Result<bool> {
    let rights = Rights { memory_max: order.memory_max, cpu_seconds_max: order.cpu_seconds_max };
    let missing = sandbox::enforce(rights).err();
    Reply::Sandbox(missing.as_deref().unwrap_or_default()).write(out, &mut Vec::new())?;
    out.flush()?;
    Ok(missing.is_none() || order.allow_unsandboxed)
}

fn obey(order: Order) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(64 << 10, io::stdout());
    if !give_up_rights(&order, &mut out)? {
        return Ok(());
    }
    match &order.task {
        None => serve(order.now, &mut out),
        Some(task) => {
            let password = order.has_password.then(secret::receive).transpose()?;
            one_file(task, order.now, password.as_deref(), &mut out)
        }
    }
}

fn serve(now: Option<i64>, out: &mut dyn Write) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut bytes = Vec::new();
    while let Some((task, length)) = Task::read(&mut input)? {
        bytes.clear();
        if (&mut input).take(length).read_to_end(&mut bytes)? as u64 != length {
            return Ok(());
        }
        answer(&task, now, &mut Cursor::new(bytes.as_slice()), None, out)?;
        // One large file must not hold its memory for the thousands of small ones after it.
        bytes.shrink_to(1 << 20);
    }
    Ok(())
}

fn one_file(task: &Task, now: Option<i64>, password: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    answer(task, now, &mut BufReader::with_capacity(32 << 10, stdin_file()?), password, out)
}

/// The standard input as a file that can be sought.
#[cfg(unix)]
fn stdin_file() -> io::Result<File> {
    use std::{io::Seek, os::fd::FromRawFd};
    #[expect(unsafe_code, reason = "the standard library gives no owned standard input")]
    // SAFETY: descriptor 0 is open, and nothing else in a child for one file uses it.
    let mut file = unsafe { File::from_raw_fd(0) };
    file.rewind()?;
    Ok(file)
}

/// Elsewhere the parent hands over no files yet.
#[cfg(not(unix))]
fn stdin_file() -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Does one task and says everything there is to say about it, a panic included.
fn answer(
    task: &Task,
    now: Option<i64>,
    source: &mut dyn formats::Source,
    password: Option<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut scratch = Vec::new();
    let mut failed = None;
    let mut send = |reply: Reply<'_>| {
        // After a broken pipe nobody listens; the reader is left to finish and the error ends the child.
        if failed.is_none() {
            let written = reply.write(out, &mut scratch);
            // A preview ends with these rows, long before the reader has come to the end of a large workbook.
            let flushed =
                written.and_then(|()| if let Reply::Rows(_) = reply { out.flush() } else { Ok(()) });
            failed = flushed.err();
        }
    };
    let whole = catch_unwind(AssertUnwindSafe(|| {
        let mut sink = Sink::new(&mut send).at(now);
        match task {
            Task::Read => formats::read(source, password, &mut sink),
            Task::Page { page, width } => formats::page_image(source, *page, *width, &mut sink),
            Task::Pixels { page, dpi } => formats::page_pixels(source, *page, *dpi, &mut sink),
            Task::Unpack => unpack::unpack(source, password, &mut sink),
            Task::Cut(cut) => formats::cut(source, cut, &mut sink),
            Task::Opened => formats::opened(source, password, &mut sink),
            Task::Rows(wanted) => formats::rows(source, password, wanted, &mut sink),
        }
    }));
    if whole.is_err() {
        send(Reply::Problem(Problem::new("reader-crashed").text("tool", tool("reader"))));
    }
    send(Reply::Done);
    match failed {
        Some(error) => Err(error),
        None => out.flush(),
    }
}
