//! A foreign program that reads hostile bytes for us, run without rights.
//!
//! Some readers are programs of their own, such as one that recognizes letters. They are started as our own
//! readers are: this program runs itself again, the child gives up its rights, and then *becomes* the foreign
//! program, which inherits the lack of them. It gets its bytes over standard input and answers over standard
//! output; it may read its libraries and the folders that it is granted, and nothing else, and write nothing.
//!
//! Which program that is, and what its answer means, is the caller's business.

#[cfg(target_os = "linux")]
mod confine;

use crate::{Config, process::Watchdog};
use isnad_model::Problem;
use std::{
    ffi::OsString,
    io::{self, Read, Write},
    path::PathBuf,
    process::{Child, Command, ExitCode, ExitStatus, Stdio},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// The child's task, as its first argument.
pub(crate) const TASK: &str = "program";
/// The child could not give up its rights; the reason is on its standard error.
const NO_SANDBOX: u8 = 97;
/// The program could not be started; the reason is on its standard error.
const NOT_STARTED: u8 = 98;

/// A program, what it may read, and how much it may take.
#[derive(Debug, Clone)]
pub struct Program {
    /// Its file.
    pub path: PathBuf,
    /// What it is told.
    pub args: Vec<OsString>,
    /// Its whole environment.
    pub env: Vec<(OsString, OsString)>,
    /// Files and folders that it may read, besides its libraries.
    pub reads: Vec<PathBuf>,
    /// The address space in bytes.
    pub memory_max: u64,
    /// From the start to the last byte of the answer.
    pub timeout: Duration,
    /// The longest answer in bytes.
    pub answer_max: u64,
}

impl Program {
    /// Runs it on some bytes, and gives what it answers.
    ///
    /// `config` says which program of ours becomes it, and whether it may run where there is no sandbox.
    ///
    /// # Errors
    /// `sandbox-missing`, `reader-not-started`, and what becomes of a child that dies, hangs or swells.
    pub fn run(&self, config: &Config, input: &[u8]) -> Result<Vec<u8>, Problem> {
        let mut child = self.start(config)?;
        let (Some(stdin), Some(stdout), Some(stderr)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(self.not_started("pipes"));
        };
        let child = Arc::new(Mutex::new(child));
        let watchdog = Watchdog::start(Arc::clone(&child), self.timeout)
            .map_err(|error| self.not_started(&error.kind().to_string()))?;
        watchdog.arm(self.timeout);
        // All three pipes at once: a program may answer before it has read everything, and complain meanwhile.
        let (answer, complaint) = std::thread::scope(|scope| {
            scope.spawn(move || {
                let mut stdin = stdin;
                // A program that is gone breaks the pipe; how it ended is told below.
                let _gone = stdin.write_all(input);
            });
            let complaint = scope.spawn(move || first_of(stderr));
            let mut answer = Vec::new();
            let read = stdout.take(self.answer_max + 1).read_to_end(&mut answer);
            if read.is_err() || answer.len() as u64 > self.answer_max {
                kill(&child);
            }
            (answer, complaint.join().unwrap_or_default())
        });
        let status = wait(&child);
        watchdog.disarm();
        if answer.len() as u64 > self.answer_max {
            return Err(Problem::new("reader-answer-too-long").number("bytes_max", self.answer_max));
        }
        match status {
            Some(status) if status.success() => Ok(answer),
            status => Err(self.cause_of_death(status, &complaint, watchdog.has_bitten())),
        }
    }

    fn start(&self, config: &Config) -> Result<Child, Problem> {
        let numbers = [
            self.memory_max,
            self.timeout.as_secs() + 1,
            u64::from(config.allow_unsandboxed),
            self.reads.len() as u64,
        ];
        let mut command = Command::new(&config.program);
        command
            .args(&config.args)
            .arg(TASK)
            .args(numbers.map(|number| number.to_string()))
            .args(&self.reads)
            .arg(&self.path)
            .args(&self.args)
            .env_clear()
            .envs(self.env.iter().map(|(name, value)| (name, value)))
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command.spawn().map_err(|error| self.not_started(&error.kind().to_string()))
    }

    fn not_started(&self, reason: &str) -> Problem {
        Problem::new("reader-not-started").text("reason", format!("{}: {reason}", self.name()))
    }

    /// What it is called in problems.
    fn name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }

    fn cause_of_death(&self, status: Option<ExitStatus>, complaint: &[u8], was_bitten: bool) -> Problem {
        let said = || String::from_utf8_lossy(complaint).trim().to_owned();
        let code = status.and_then(|status| status.code());
        if was_bitten || status.is_some_and(crate::process::is_out_of_time) {
            return Problem::new("reader-too-slow")
                .text("tool", self.name())
                .number("seconds_max", self.timeout.as_secs());
        }
        if code == Some(NO_SANDBOX.into()) {
            return Problem::new("sandbox-missing").text("reason", said());
        }
        if code == Some(NOT_STARTED.into()) {
            return self.not_started(&said());
        }
        // The last words of the C++ runtime when memory is refused.
        if complaint.windows(9).any(|words| words == b"bad_alloc") {
            return Problem::new("reader-out-of-memory")
                .text("tool", self.name())
                .number("megabytes_max", self.memory_max >> 20);
        }
        Problem::new("reader-crashed").text("tool", self.name())
    }
}

/// The beginning of what a program complains of; the rest is read and forgotten, so that it never waits for us.
fn first_of(mut from: impl Read) -> Vec<u8> {
    let mut first = Vec::new();
    let _gone = (&mut from).take(4096).read_to_end(&mut first);
    let _gone = io::copy(&mut from, &mut io::sink());
    first
}

fn kill(child: &Mutex<Child>) {
    let _gone = child.lock().unwrap_or_else(PoisonError::into_inner).kill();
}

/// Waits without holding the child, which the watchdog may have to end: its pipes are closed by now, so that it is
/// ending or has let go of them to go on in secret.
fn wait(child: &Mutex<Child>) -> Option<ExitStatus> {
    loop {
        let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
        match child.try_wait() {
            Ok(None) => {}
            Ok(Some(status)) => return Some(status),
            Err(_) => return None,
        }
        drop(child);
        std::thread::yield_now();
    }
}

/// The child's side: gives up its rights and becomes the program.
pub(crate) fn become_it(args: &[String]) -> ExitCode {
    let Some(order) = Order::from_args(args) else { return ExitCode::from(2) };
    if let Err(reason) = order.confine()
        && !order.allow_unsandboxed
    {
        return failed(NO_SANDBOX, &reason);
    }
    order.exec()
}

fn failed(code: u8, reason: &str) -> ExitCode {
    let _gone = io::stderr().write_all(reason.as_bytes());
    ExitCode::from(code)
}

/// What a child for a program is told.
struct Order<'a> {
    memory_max: u64,
    cpu_seconds_max: u64,
    allow_unsandboxed: bool,
    reads: &'a [String],
    program: &'a str,
    args: &'a [String],
}

impl<'a> Order<'a> {
    fn from_args(args: &'a [String]) -> Option<Self> {
        let (numbers, rest) = args.split_at_checked(4)?;
        let numbers: Vec<u64> = numbers.iter().map(|n| n.parse().ok()).collect::<Option<_>>()?;
        let (reads, rest) = rest.split_at_checked(usize::try_from(numbers[3]).ok()?)?;
        let (program, args) = rest.split_first()?;
        Some(Self {
            memory_max: numbers[0],
            cpu_seconds_max: numbers[1],
            allow_unsandboxed: numbers[2] == 1,
            reads,
            program,
            args,
        })
    }

    #[cfg(target_os = "linux")]
    fn confine(&self) -> Result<(), String> {
        confine::confine(self)
    }

    #[cfg(not(target_os = "linux"))]
    fn confine(&self) -> Result<(), String> {
        Err(format!("no sandbox for {} yet", std::env::consts::OS))
    }

    #[cfg(unix)]
    fn exec(&self) -> ExitCode {
        use std::os::unix::process::CommandExt;
        let error = Command::new(self.program).args(self.args).exec();
        failed(NOT_STARTED, &error.to_string())
    }

    #[cfg(not(unix))]
    fn exec(&self) -> ExitCode {
        failed(NOT_STARTED, "not on this system yet")
    }
}
