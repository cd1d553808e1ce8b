//! Test vectors that a crate of somebody else brings along: its files are wanted, and it is never compiled.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::root;

/// A folder within the source of a crate that `xtask/vectors/Cargo.toml` names; cargo fetches it if need be.
pub fn folder(name: &str, inside: &str) -> Option<PathBuf> {
    let source = [true, false].into_iter().find_map(|is_offline| source_of(name, is_offline))?;
    Some(source.join(inside)).filter(|folder| folder.is_dir())
}

/// Where cargo keeps the source of a crate. Without the filter it would fetch what other systems need as well.
fn source_of(name: &str, is_offline: bool) -> Option<PathBuf> {
    let version = output(Command::new("cargo").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "))?;
    let mut metadata = Command::new("cargo");
    metadata
        .args(["metadata", "--locked", "--quiet", "--format-version", "1", "--filter-platform", host])
        .args(is_offline.then_some("--offline"))
        .arg("--manifest-path")
        .arg(root().join("xtask/vectors/Cargo.toml"));
    manifest_of(&output(&mut metadata)?, name)?.parent().map(Path::to_owned)
}

/// The manifest of a crate of the registry in what `cargo metadata` says.
///
/// Cargo writes the folder of a crate as its name and version, and a path of ours has no quotation mark in it: so
/// no reader of JSON is needed for this one field.
fn manifest_of(metadata: &str, name: &str) -> Option<PathBuf> {
    let manifests = metadata.split("\"manifest_path\":\"").skip(1);
    let mut manifests = manifests.filter_map(|rest| rest.split('"').next()).map(PathBuf::from);
    manifests.find(|manifest| {
        let folder = manifest.parent().and_then(Path::file_name).and_then(|folder| folder.to_str());
        let version = folder.and_then(|folder| folder.strip_prefix(name)?.strip_prefix('-'));
        version.is_some_and(|version| version.starts_with(|c: char| c.is_ascii_digit()))
    })
}

fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).ok()).flatten()
}

#[cfg(test)]
mod tests;
