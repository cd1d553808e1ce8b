//! The program tesseract: how it is called, and what is there of it on a machine.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    time::Duration,
};

use isnad_model::Problem;

use crate::{picture::Picture, tiff, tsv, tsv::Found};

/// A call of a program: one answer for one input.
#[derive(Debug, Clone)]
pub struct Call {
    /// Its file.
    pub program: PathBuf,
    /// What it is told.
    pub args: Vec<OsString>,
    /// Its whole environment.
    pub env: Vec<(OsString, OsString)>,
    /// Folders that it must be able to read.
    pub reads: Vec<PathBuf>,
    /// The address space in bytes.
    pub memory_max: u64,
    /// How long it may take.
    pub timeout: Duration,
    /// The longest answer in bytes.
    pub answer_max: u64,
}

/// Runs programs without rights; the caller knows how that is done.
pub trait Run: Sync {
    /// The whole answer of a call.
    ///
    /// # Errors
    /// A program that is not there, or died, or was ended.
    fn run(&self, call: &Call, input: &[u8]) -> Result<Vec<u8>, Problem>;
}

/// Where the program lies, as far as that is known.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// The program, or nothing for the usual places.
    pub program: Option<PathBuf>,
    /// The folder of its models, or nothing for its own.
    pub models: Option<PathBuf>,
}

/// The usual places of the program.
const PROGRAMS: [&str; 3] = ["/usr/bin/tesseract", "/usr/local/bin/tesseract", "/opt/homebrew/bin/tesseract"];
/// What the program may look at when it is asked where its models are.
const SHARED: [&str; 2] = ["/usr/share", "/usr/local/share"];
/// Most pages need a tenth of it.
const MEMORY_MAX: u64 = 1 << 30;
/// Most pages need a second or two; a page of a thousand lines needs a minute.
const TIMEOUT: Duration = Duration::from_secs(180);
/// A page of ten thousand words.
const ANSWER_MAX: u64 = 4 << 20;

/// The program of this machine.
#[derive(Debug, Clone)]
pub struct Tesseract {
    program: PathBuf,
    /// The folder of its models.
    models: Option<PathBuf>,
    /// Whether that folder was configured, so that the program has to be told.
    is_told: bool,
    /// Its version: `5.3.0`.
    pub version: String,
    /// The names of its models, sorted.
    pub languages: Vec<String>,
}

impl Tesseract {
    /// Asks the program for its version and its models.
    ///
    /// # Errors
    /// `ocr-missing` where there is no such program, and what becomes of one that does not run.
    pub fn find(run: &dyn Run, places: &Places) -> Result<Self, Problem> {
        let usual = || PROGRAMS.iter().map(PathBuf::from).find(|program| program.is_file());
        let program = places.program.clone().filter(|program| program.is_file()).or_else(usual);
        let program = program.ok_or_else(|| Problem::new("ocr-missing"))?;
        let mut found = Self {
            program,
            models: places.models.clone(),
            is_told: places.models.is_some(),
            version: String::new(),
            languages: Vec::new(),
        };
        found.version = version(&found.say(run, "--version")?).unwrap_or_default();
        let listed = found.say(run, "--list-langs")?;
        found.languages = languages(&listed);
        found.models = found.models.or_else(|| folder(&listed));
        Ok(found)
    }

    fn say(&self, run: &dyn Run, what: &str) -> Result<String, Problem> {
        let answer = run.run(&self.call(vec![what.into()]), &[])?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    /// The name of the tool with its version.
    pub fn tool(&self) -> String {
        format!("tesseract {}", self.version)
    }

    /// Whether a model is there.
    pub fn has(&self, language: &str) -> bool {
        self.languages.iter().any(|known| known == language)
    }

    /// Reads pictures, each of which holds one line, and gives all words in their order.
    ///
    /// # Errors
    /// What becomes of a program that dies, hangs or swells.
    pub fn read(&self, run: &dyn Run, language: &str, lines: &[Picture]) -> Result<Vec<Found>, Problem> {
        if lines.is_empty() {
            return Ok(Vec::new());
        }
        // Page mode 13 is one raw line: finding lines is not left to the program. It looks for light letters on
        // dark paper by reading twice, which the leveling makes needless.
        let told = ["stdin", "stdout", "-l", language, "--psm", "13", "--dpi", "300"];
        let settings = ["tessedit_do_invert=0", "tessedit_create_tsv=1"];
        let mut args: Vec<OsString> = told.iter().map(OsString::from).collect();
        args.extend(settings.iter().flat_map(|setting| [OsString::from("-c"), OsString::from(setting)]));
        let answer = run.run(&self.call(args), &tiff::write(lines))?;
        Ok(tsv::words(&String::from_utf8_lossy(&answer)))
    }

    fn call(&self, args: Vec<OsString>) -> Call {
        let mut env = vec![("OMP_THREAD_LIMIT".into(), "1".into())];
        if let Some(models) = self.models.as_ref().filter(|_| self.is_told) {
            env.push(("TESSDATA_PREFIX".into(), models.into()));
        }
        let reads = match &self.models {
            Some(models) => vec![models.clone()],
            None => SHARED.iter().map(PathBuf::from).collect(),
        };
        Call {
            program: self.program.clone(),
            args,
            env,
            reads,
            memory_max: MEMORY_MAX,
            timeout: TIMEOUT,
            answer_max: ANSWER_MAX,
        }
    }
}

/// `tesseract 5.3.0` in the first line.
fn version(said: &str) -> Option<String> {
    let first = said.lines().find(|line| line.starts_with("tesseract"))?;
    first.split_whitespace().nth(1).map(|version| version.trim_start_matches('v').to_owned())
}

/// One name a line, after a line that says where they lie.
fn languages(said: &str) -> Vec<String> {
    let names = said.lines().skip(1).map(str::trim).filter(|name| !name.is_empty());
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    names.sort_unstable();
    names
}

/// `List of available languages in "/usr/share/tesseract-ocr/5/tessdata/" (5):`
fn folder(said: &str) -> Option<PathBuf> {
    let path = said.lines().next()?.split('"').nth(1)?;
    Path::new(path).is_absolute().then(|| PathBuf::from(path))
}

#[cfg(test)]
mod tests;
