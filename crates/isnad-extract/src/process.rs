//! One child as its parent sees it: pipes, a watchdog, and the cause of its death.

use crate::{
    Config, Sandbox, secret,
    wire::{Reply, Task, tool},
    worker::{OUT_OF_MEMORY, Order},
};
use isnad_model::Problem;
use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Write},
    process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering::SeqCst},
        mpsc,
    },
    time::{Duration, Instant},
};

/// Processor time of a serving child: a backstop only, since the watchdog measures every file.
const SERVING_CPU_SECONDS_MAX: u64 = 24 * 3600;

/// A running child. Dropping it ends it.
pub(crate) struct Process {
    child: Arc<Mutex<Child>>,
    requests: Option<BufWriter<ChildStdin>>,
    replies: BufReader<ChildStdout>,
    /// The child's last words come this way; a password goes the other.
    errors: Box<dyn Read + Send>,
    payload: Vec<u8>,
    watchdog: Watchdog,
    timeout: Duration,
    memory_max: u64,
}

impl Process {
    /// Starts a child that serves many files.
    pub(crate) fn serving(config: &Config) -> Result<(Self, Sandbox), Problem> {
        Self::start(config, None, Stdio::piped(), None)
    }

    /// Starts a child for one file, which becomes its standard input, perhaps with the password that opens it.
    ///
    /// No long-lived child is ever told a password: this one takes it with it when it ends.
    pub(crate) fn for_file(
        config: &Config,
        task: Task,
        file: File,
        password: Option<&str>,
    ) -> Result<(Self, Sandbox), Problem> {
        Self::start(config, Some(task), Stdio::from(file), password)
    }

    fn start(
        config: &Config,
        task: Option<Task>,
        stdin: Stdio,
        password: Option<&str>,
    ) -> Result<(Self, Sandbox), Problem> {
        let order = Order {
            has_password: password.is_some(),
            cpu_seconds_max: match task {
                Some(Task::Read | Task::Page { .. } | Task::Pixels { .. } | Task::Cut(_) | Task::Opened) => {
                    config.timeout.as_secs() + 1
                }
                // A container or a table may be large; each member and each block of rows is measured by the watchdog.
                Some(Task::Unpack | Task::Rows(_)) | None => SERVING_CPU_SECONDS_MAX,
            },
            task,
            memory_max: config.memory_max,
            allow_unsandboxed: config.allow_unsandboxed,
            now: config.now,
        };
        let told = password.map(secret::channel).transpose().map_err(not_started)?;
        let (stderr, channel) = told.map_or((Stdio::piped(), None), |(theirs, ours)| (theirs, Some(ours)));
        // No variable of the environment, no open descriptor and no folder of ours goes along.
        let mut child = Command::new(&config.program)
            .args(&config.args)
            .args(order.to_args())
            .env_clear()
            .current_dir("/")
            .stdin(stdin)
            .stdout(Stdio::piped())
            .stderr(stderr)
            .spawn()
            .map_err(not_started)?;
        let errors = channel.or_else(|| child.stderr.take().map(|errors| Box::new(errors) as _));
        let (Some(replies), Some(errors)) = (child.stdout.take(), errors) else {
            return Err(Problem::new("reader-not-started").text("reason", "pipes"));
        };
        let requests = child.stdin.take().map(|pipe| BufWriter::with_capacity(64 << 10, pipe));
        let child = Arc::new(Mutex::new(child));
        let watchdog = Watchdog::start(Arc::clone(&child), config.timeout).map_err(not_started)?;
        let mut process = Self {
            child,
            requests,
            replies: BufReader::with_capacity(64 << 10, replies),
            errors,
            payload: Vec::new(),
            watchdog,
            timeout: config.timeout,
            memory_max: config.memory_max,
        };
        process.watchdog.arm(config.timeout);
        let sandbox = process.hello()?;
        match order.task {
            // The whole answer about one file must come in time, however it trickles.
            Some(Task::Read | Task::Page { .. } | Task::Pixels { .. } | Task::Cut(_) | Task::Opened) => {
                process.watchdog.arm(config.timeout)
            }
            Some(Task::Unpack | Task::Rows(_)) | None => _ = process.watchdog.disarm(),
        }
        Ok((process, sandbox))
    }

    /// The first frame says how the giving-up of rights went.
    fn hello(&mut self) -> Result<Sandbox, Problem> {
        let said = match self.reply() {
            Ok(Reply::Sandbox("")) => Some(Sandbox::Enforced),
            Ok(Reply::Sandbox(reason)) => Some(Sandbox::Missing(reason.to_owned())),
            _ => None,
        };
        said.ok_or_else(|| self.cause_of_death())
    }

    /// Hands over one file; from now on the whole answer must come in time. A failure shows in the reply.
    pub(crate) fn request(&mut self, task: &Task, bytes: &[u8]) {
        let Some(requests) = &mut self.requests else { return };
        self.watchdog.arm(self.timeout);
        // A child that is gone breaks the pipe; its silence is found when the reply is read.
        let _gone = task
            .write(bytes.len() as u64, requests)
            .and_then(|()| requests.write_all(bytes))
            .and_then(|()| requests.flush());
    }

    /// The next frame of an answer.
    pub(crate) fn reply(&mut self) -> io::Result<Reply<'_>> {
        Reply::read(&mut self.replies, &mut self.payload)
    }

    /// The next frame of an answer that may take long in all, but not between two frames.
    pub(crate) fn reply_soon(&mut self) -> io::Result<Reply<'_>> {
        self.watchdog.arm(self.timeout);
        let reply = Reply::read(&mut self.replies, &mut self.payload);
        self.watchdog.disarm();
        reply
    }

    /// The answer is complete. Whether the child is still there for the next file: the watchdog may have bitten
    /// between the last frame and now.
    pub(crate) fn rest(&self) -> bool {
        self.watchdog.disarm()
    }

    /// Ends the child, if it has not ended, and says why there is no answer.
    pub(crate) fn cause_of_death(&mut self) -> Problem {
        self.requests = None;
        let status = self.end();
        let mut words = Vec::new();
        // Every holder of the pipe is gone, so this cannot wait; what does not arrive is not needed.
        let _unread = (&mut self.errors).take(4096).read_to_end(&mut words);
        let reader = tool("reader");
        if self.watchdog.has_bitten() || status.is_some_and(is_out_of_time) {
            return Problem::new("reader-too-slow")
                .text("tool", reader)
                .number("seconds_max", self.timeout.as_secs());
        }
        let gave_up = status.and_then(|s| s.code()) == Some(OUT_OF_MEMORY.into());
        // The standard library's last words when memory is refused, before it aborts.
        if gave_up || words.windows(17).any(|w| w == b"memory allocation") {
            return Problem::new("reader-out-of-memory")
                .text("tool", reader)
                .number("megabytes_max", self.memory_max >> 20);
        }
        Problem::new("reader-crashed").text("tool", reader)
    }

    fn end(&self) -> Option<ExitStatus> {
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        // A child that died by itself keeps its own status; killing one that is gone does nothing.
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        let _gone = child.kill();
        child.wait().ok()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

fn not_started(error: io::Error) -> Problem {
    Problem::new("reader-not-started").text("reason", error.kind().to_string())
}

#[cfg(unix)]
pub(crate) fn is_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    // The soft limit of processor time sends SIGXCPU, the hard one SIGKILL; both are set alike.
    status.signal() == Some(libc::SIGXCPU)
}

#[cfg(not(unix))]
pub(crate) fn is_out_of_time(_status: ExitStatus) -> bool {
    false
}

/// Ends the child when a deadline passes, so that plain blocking reads and writes never wait for ever.
///
/// It looks a few times within each timeout instead of being woken for every file: arming is one atomic store,
/// and a child may live up to an eighth longer than it should.
pub(crate) struct Watchdog {
    started: Instant,
    /// Milliseconds since `started`; `IDLE` when nothing is awaited, `BITTEN` when the child was ended.
    deadline: Arc<AtomicU64>,
    _ends_the_thread: mpsc::Sender<()>,
}

const IDLE: u64 = u64::MAX;
const BITTEN: u64 = u64::MAX - 1;

impl Watchdog {
    #[expect(clippy::disallowed_methods, reason = "a timeout is measured, not decided by the caller's clock")]
    pub(crate) fn start(child: Arc<Mutex<Child>>, timeout: Duration) -> io::Result<Self> {
        let started = Instant::now();
        let deadline = Arc::new(AtomicU64::new(IDLE));
        let (sender, receiver) = mpsc::channel::<()>();
        let seen = Arc::clone(&deadline);
        let every = (timeout / 8).max(Duration::from_millis(5));
        std::thread::Builder::new().name("isnad-watchdog".into()).spawn(move || {
            while receiver.recv_timeout(every) == Err(mpsc::RecvTimeoutError::Timeout) {
                let due = seen.load(SeqCst);
                let late = due < BITTEN && due <= started.elapsed().as_millis() as u64;
                // The reply may have come just now: then the deadline has changed and nobody is bitten.
                if late && seen.compare_exchange(due, BITTEN, SeqCst, SeqCst).is_ok() {
                    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
                    let _gone = child.kill();
                    return;
                }
            }
        })?;
        Ok(Self { started, deadline, _ends_the_thread: sender })
    }

    pub(crate) fn arm(&self, timeout: Duration) {
        self.set((self.started.elapsed() + timeout).as_millis() as u64);
    }

    pub(crate) fn disarm(&self) -> bool {
        self.set(IDLE)
    }

    /// A bite stays a bite.
    fn set(&self, value: u64) -> bool {
        self.deadline.fetch_update(SeqCst, SeqCst, |old| (old != BITTEN).then_some(value)).is_ok()
    }

    pub(crate) fn has_bitten(&self) -> bool {
        self.deadline.load(SeqCst) == BITTEN
    }
}
