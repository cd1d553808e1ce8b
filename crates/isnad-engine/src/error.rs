//! From a failed operation to a problem that a person can act on.

use std::{collections::BTreeSet, io, sync::Mutex};

use isnad_ledger::body::{StoredArg, StoredProblem};
use isnad_model::{Arg, Problem};
use isnad_store_local::{Fault, keyring::Locked};

/// Every failure of the engine is a [`Problem`].
pub type Result<T> = std::result::Result<T, Problem>;

/// The problem behind a failed file operation.
pub fn of_fault(fault: Fault) -> Problem {
    let code = of_kind(&fault.source);
    Problem::new(code).text("file", fault.path.display().to_string())
}

/// The problem behind a failed stream.
pub fn of_io(error: &io::Error, file: &str) -> Problem {
    Problem::new(of_kind(error)).text("file", file)
}

/// The problem behind a source that cannot be read: what fails there says nothing of the archive's own disk.
pub fn of_source(error: &io::Error, file: &str) -> Problem {
    match of_kind(error) {
        "disk-error" => Problem::new("source-unreadable").text("file", file),
        code => Problem::new(code).text("file", file),
    }
}

fn of_kind(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk-full",
        io::ErrorKind::PermissionDenied => "no-permission",
        io::ErrorKind::NotFound => "file-missing",
        io::ErrorKind::ReadOnlyFilesystem => "read-only-disk",
        io::ErrorKind::ConnectionAborted => "upload-cut-off",
        _ => "disk-error",
    }
}

/// The problem behind a keyring that does not open.
pub fn of_locked(locked: Locked) -> Problem {
    match locked {
        Locked::Fault(fault) => of_fault(fault),
        Locked::Passphrase => Problem::new("wrong-passphrase"),
        Locked::Damaged(_) => Problem::new("keyring-damaged"),
    }
}

/// The stored form of a problem.
pub fn to_stored(problem: &Problem) -> StoredProblem {
    let args = problem.args.iter().map(|(name, arg)| match arg {
        Arg::Text(text) => StoredArg { name: (*name).into(), text: Some(text.clone()), number: None },
        Arg::Number(number) => StoredArg { name: (*name).into(), text: None, number: Some(*number) },
    });
    StoredProblem { code: problem.code.into(), args: args.collect() }
}

/// A problem from its stored form.
pub fn from_stored(stored: StoredProblem) -> Problem {
    let mut problem = Problem::new(intern(&stored.code));
    for arg in stored.args {
        let name = intern(&arg.name);
        problem.args.push((name, arg.number.map_or(Arg::Text(arg.text.unwrap_or_default()), Arg::Number)));
    }
    problem
}

/// Codes and argument names live as long as the program: there are a few hundred of them, whatever is stored.
fn intern(text: &str) -> &'static str {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(text) = known.get(text) {
        return text;
    }
    let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
    known.insert(text);
    text
}
