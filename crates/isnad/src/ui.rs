//! Talking to the person at the terminal: the only place that prints.
//!
//! Results go to standard output, talk and progress to standard error; `--json` is one object a line.
#![expect(clippy::print_stderr, reason = "this module is where talk is printed")]

use std::io::{IsTerminal, Write};

use isnad_access::Grant;
use isnad_engine::{Archive, Password, World};
use isnad_i18n::{Lang, Locale, Medium, means, problem, t_args};
use isnad_model::{Arg, Problem, Sensitive};
use serde_json::Value;

use crate::{cli::Call, exit, received, settings::Settings};

/// The person at the terminal.
pub struct Ui {
    /// Language and digits.
    pub locale: Locale,
    settings: Settings,
}

impl Ui {
    /// Speaks the language of the call or the environment.
    pub fn new(call: &Call, settings: Settings) -> Self {
        let lang = call.lang.as_deref().and_then(Lang::from_code).unwrap_or(settings.lang);
        Self { locale: Locale { medium: Medium::Plain, ..Locale::from(lang) }, settings }
    }

    /// A sentence.
    pub fn words(&self, key: &str, args: &[(&str, Arg)]) -> String {
        t_args(self.locale, key, args)
    }

    /// Prints a result.
    pub fn result(&self, line: &str) {
        // A reader that went away, as `head` does, is no failure of ours.
        let _closed = writeln!(std::io::stdout().lock(), "{line}");
    }

    /// Prints an object on a line of its own.
    pub fn json(&self, value: &Value) {
        self.result(&received::escaped(&value.to_string()));
    }

    /// Says something beside the result.
    pub fn say(&self, key: &str, args: &[(&str, Arg)]) {
        eprintln!("{}", self.words(key, args));
    }

    /// Says what went wrong and what to do next, and gives the exit code.
    pub fn fail(&self, failed: &Problem) -> u8 {
        let (what, next) = problem(self.locale, failed);
        eprintln!("{what}");
        if !next.is_empty() {
            eprintln!("{next}");
        }
        exit::of(failed)
    }

    /// What a problem is, what it means and what to do, as lines.
    pub fn explain(&self, found: &Problem) -> Vec<String> {
        let (what, next) = problem(self.locale, found);
        [Some(what), means(self.locale, found), Some(next)]
            .into_iter()
            .flatten()
            .filter(|l| !l.is_empty())
            .collect()
    }

    /// The passphrase: from the file named in the environment, else asked for at the terminal.
    pub fn passphrase(&self) -> Result<Sensitive<String>, Problem> {
        if let Some(passphrase) = self.passphrase_from_file()? {
            return Ok(passphrase);
        }
        if !std::io::stderr().is_terminal() {
            return Err(Problem::new("passphrase-needed"));
        }
        let prompt = self.words("cli-passphrase-prompt", &[]);
        let typed = rpassword::prompt_password(prompt).map_err(|_| Problem::new("passphrase-needed"))?;
        Ok(Sensitive::new(typed))
    }

    /// The passphrase from the file named in the environment; a line break at its end does not count.
    pub fn passphrase_from_file(&self) -> Result<Option<Sensitive<String>>, Problem> {
        let Some(path) = &self.settings.passphrase_file else { return Ok(None) };
        let text = first_line(path).map_err(|_| about_file("passphrase-file", path))?;
        Ok(Some(Sensitive::new(text)))
    }

    /// The password of a locked item: from the file named in the environment, else asked for at the terminal.
    pub fn item_password(&self) -> Result<Password, Problem> {
        if let Some(path) = &self.settings.item_password_file {
            return first_line(path).map(Password::new).map_err(|_| about_file("password-file", path));
        }
        if !std::io::stderr().is_terminal() {
            return Err(Problem::new("password-needed"));
        }
        let prompt = self.words("cli-item-unlock-prompt", &[]);
        rpassword::prompt_password(prompt).map(Password::new).map_err(|_| Problem::new("password-needed"))
    }

    /// Opens the archive of the call.
    pub fn open(&self, call: &Call) -> Result<(Archive, Grant), Problem> {
        // A folder without an archive is named before anybody is asked for a passphrase.
        Archive::is_in(&call.archive)?;
        let opened = Archive::open(&call.archive, call.name.as_deref(), &self.passphrase()?, self.world())?;
        let mended = opened.0.mended();
        if mended.torn_bytes > 0 {
            self.say("cli-mended", &[("bytes", Arg::Number(mended.torn_bytes))]);
        }
        for doubt in [opened.0.clock_doubt()?, opened.0.schema_doubt()?].into_iter().flatten() {
            self.explain(&doubt).iter().for_each(|line| eprintln!("{line}"));
        }
        Ok(opened)
    }

    /// The world, with the places that the environment names.
    pub fn world(&self) -> World {
        World { letters: self.settings.letters.clone(), ..World::real() }
    }

    /// The code of the language.
    pub fn lang(&self) -> &'static str {
        self.locale.lang.code()
    }

    /// A count of rows on a terminal, with their rate; silent elsewhere.
    pub fn bar_of_rows(&self) -> indicatif::ProgressBar {
        self.bar_like("{spinner} {pos} {per_sec}")
    }

    /// A progress bar of pages on a terminal, with rate and time left; silent elsewhere.
    pub fn bar_of_pages(&self) -> indicatif::ProgressBar {
        self.bar_like("{wide_bar} {pos}/{len} {per_sec} {eta}")
    }

    /// A progress bar on a terminal, with rate and time left; silent elsewhere.
    pub fn bar(&self) -> indicatif::ProgressBar {
        self.bar_like("{msg} {wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}")
    }

    fn bar_like(&self, template: &str) -> indicatif::ProgressBar {
        let bar = indicatif::ProgressBar::new(0);
        if let Ok(style) = indicatif::ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar
    }
}

/// The whole of a file but for one line break at its end, which editors put there.
fn first_line(path: &std::path::Path) -> std::io::Result<String> {
    let mut text = std::fs::read_to_string(path)?;
    let length =
        text.strip_suffix('\n').map_or(text.len(), |line| line.strip_suffix('\r').unwrap_or(line).len());
    text.truncate(length);
    Ok(text)
}

fn about_file(code: &'static str, path: &std::path::Path) -> Problem {
    Problem::new(code).text("file", path.display().to_string())
}
