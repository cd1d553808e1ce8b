//! What clippy cannot see: words in templates, physical directions in styles, giant files, traces of a machine.
//!
//! Each rule is a function from one file to its complaints. Whether every message has its words in three languages
//! is a test of `isnad-i18n`; who may depend on whom is one of `isnad` (`tests/it/house`).

mod french;
mod style;
mod template;

use std::{path::Path, process::Command};

use crate::root;

/// One text file of the repository.
pub struct Source {
    /// Its path from the root, with forward slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A line to change, and why.
pub struct Complaint {
    /// From 1.
    pub line: usize,
    /// What is the matter, in one sentence.
    pub what: String,
}

/// Longer files are named; much longer ones refused.
const LINES_MANY: usize = 600;
const LINES_MAX: usize = 1000;

/// Checks every text file that is, or is about to be, under version control.
pub fn run() -> Result<(), String> {
    let mut complaints = Vec::new();
    for source in sources()? {
        let n_lines = source.text.lines().count();
        if is_code(&source.path) && (LINES_MANY + 1..=LINES_MAX).contains(&n_lines) {
            println!("warning: {} has {n_lines} lines; over {LINES_MANY} is a smell", source.path);
        }
        for complaint in check(&source) {
            complaints.push(format!("{}:{}: {}", source.path, complaint.line, complaint.what));
        }
    }
    if complaints.is_empty() { Ok(()) } else { Err(complaints.join("\n")) }
}

/// All rules over one file.
fn check(source: &Source) -> Vec<Complaint> {
    let mut complaints: Vec<Complaint> = too_long(source).into_iter().collect();
    complaints.extend(traces(source));
    if source.path.ends_with(".rs") {
        complaints.extend(doc_tests(&source.text));
    }
    if source.path.ends_with(".css") {
        complaints.extend(style::check(&source.text));
    }
    if source.path.starts_with("locales/fr/") || source.path.starts_with("docs/user/fr/") {
        complaints.extend(french::check(&source.text));
    }
    if source.path.starts_with("schema/") && source.path.ends_with(".toml") {
        complaints.extend(french::check_labels(&source.text));
    }
    if source.path.contains("/templates/") && source.path.ends_with(".html") {
        complaints.extend(template::check(&source.text));
    }
    complaints
}

fn is_code(path: &str) -> bool {
    [".rs", ".js", ".css", ".html"].iter().any(|ending| path.ends_with(ending))
}

fn too_long(source: &Source) -> Option<Complaint> {
    let n_lines = source.text.lines().count();
    let what = format!("{n_lines} lines; a file of over {LINES_MAX} is a fault: split it");
    (is_code(&source.path) && n_lines > LINES_MAX).then_some(Complaint { line: n_lines, what })
}

/// Code in documentation that would have to be built and run for itself: a second of linking each.
fn doc_tests(text: &str) -> Vec<Complaint> {
    let mut is_open = false;
    let mut complaints = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_start();
        let Some(comment) = line.strip_prefix("///").or(line.strip_prefix("//!")) else { continue };
        let Some(language) = comment.trim_start().strip_prefix("```") else { continue };
        if !is_open && language.trim() != "text" {
            let what = "an example that nobody runs: make it a test, or mark it `text`".to_owned();
            complaints.push(Complaint { line: number + 1, what });
        }
        is_open = !is_open;
    }
    complaints
}

/// Words that belong to one machine or one afternoon. They are put together here, so that they do not stand here.
fn traces(source: &Source) -> Vec<Complaint> {
    let machine = ["work", "root", "home", "Users"].map(|folder| format!("/{folder}/"));
    let registries = [
        concat!("index.", "crates."),
        concat!("static.", "crates."),
        concat!("registry.", "npm"),
        concat!("py", "pi.org"),
    ];
    let later = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    let mut complaints = Vec::new();
    for (number, line) in source.text.lines().enumerate() {
        let mut complain = |what: String| complaints.push(Complaint { line: number + 1, what });
        for path in machine.iter().filter(|path| begins(line, path)) {
            complain(format!("a path of one machine: {path}"));
        }
        for host in registries.iter().filter(|host| line.contains(**host)) {
            complain(format!("the host of a registry: {host}"));
        }
        for word in
            later.iter().filter(|word| line.split(|c: char| !c.is_ascii_alphanumeric()).any(|w| w == **word))
        {
            complain(format!("{word}: do it, or write it down as an issue"));
        }
    }
    complaints
}

/// Whether a path begins in the line: what stands before it is no part of a longer path.
fn begins(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "._-}*/".contains(c))
    })
}

/// Frozen samples and the demo's sources are not ours to word; a lock file is the tool's.
fn is_exempt(path: &str) -> bool {
    path.starts_with("testdata/") || path.starts_with("demo/") || path.ends_with(".lock")
}

fn sources() -> Result<Vec<Source>, String> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output();
    let paths = match listed {
        Ok(listed) if listed.status.success() => {
            String::from_utf8_lossy(&listed.stdout).split_terminator('\0').map(str::to_owned).collect()
        }
        // A source archive without its history.
        _ => walk(Path::new(""))?,
    };
    let read = |path: String| {
        // A file that is not text, or was deleted since it was last committed.
        let text = std::fs::read_to_string(root().join(&path)).ok()?;
        Some(Source { path, text })
    };
    Ok(paths.into_iter().filter(|path| !is_exempt(path)).filter_map(read).collect())
}

fn walk(folder: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let inside =
        std::fs::read_dir(root().join(folder)).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in inside.flatten() {
        let path = folder.join(entry.file_name());
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder
            && !["target", ".git", "node_modules"].contains(&entry.file_name().to_string_lossy().as_ref())
        {
            found.extend(walk(&path)?);
        } else if !is_folder {
            found.push(path.to_string_lossy().into_owned());
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
