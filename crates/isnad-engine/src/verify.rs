//! Checking everything again: acts, signatures, tree, tiles, checkpoint, keyring, payloads, objects.
//!
//! Nothing here trusts the views or the index, and nothing is mended: a check that repairs hides what it found.
//! Without a keyring the seals are checked, which anyone can do; with it the contents are checked as well.

mod acts;
mod vault;

use isnad_ledger::checkpoint::Checkpoint;
use isnad_model::{
    Problem, Sensitive,
    view::{Finding, Gravity, VerifyReport},
};
use isnad_store_local::{
    Layout, durable,
    keyring::{Keyring, Locked},
};

use crate::{devices::Devices, error::of_locked, marker::Marker, writer::read_checkpoint};

/// Where a verification stands: bytes checked, and how many there are.
pub type VerifyProgress<'p> = &'p (dyn Fn(u64, u64) + Sync);

/// Verifies the archive in a folder, open or not, with the passphrase if one is given.
///
/// # Errors
/// Only where there is nothing to verify: no archive, another format version, a wrong passphrase.
pub fn verify_folder(
    layout: &Layout,
    passphrase: Option<(&str, &Sensitive<String>)>,
    progress: VerifyProgress<'_>,
) -> crate::Result<VerifyReport> {
    let mut report = VerifyReport::default();
    let keyring = match passphrase.map(|(name, secret)| Keyring::open(layout, name, secret.expose(), false)) {
        Some(Ok((keyring, _))) => Some(keyring),
        Some(Err(Locked::Damaged(_))) => {
            find(&mut report, Gravity::Altered, Problem::new("keyring-damaged"), "keyring");
            None
        }
        Some(Err(locked)) => {
            // A folder that is no archive is named as such before its missing keyring is.
            Marker::read(layout)?;
            return Err(of_locked(locked));
        }
        None => None,
    };
    check(layout, keyring.as_ref(), &mut report, progress)?;
    Ok(report)
}

/// Verifies with a keyring that is open already, or without one.
pub(crate) fn check(
    layout: &Layout,
    keyring: Option<&Keyring>,
    report: &mut VerifyReport,
    progress: VerifyProgress<'_>,
) -> crate::Result<()> {
    report.unlocked = keyring.is_some();
    let marker = match Marker::read(layout) {
        Ok(marker) => marker,
        Err(problem) if problem.code == "marker-altered" => {
            find(report, Gravity::Altered, problem, "isnad.toml");
            return Ok(());
        }
        Err(problem) => return Err(problem),
    };
    let devices = match Devices::read(layout, &marker) {
        Ok(devices) => devices,
        Err(problem) => {
            find(report, Gravity::Altered, problem, "ledger/devices");
            return Ok(());
        }
    };
    let signed = match read_checkpoint(layout, &devices, &marker.origin()) {
        Ok(signed) => signed,
        Err(problem) => {
            find(report, Gravity::Altered, problem, "ledger/checkpoint");
            None
        }
    };
    check_keyring(keyring, signed.as_ref(), &devices, report);
    let objects = acts::check(layout, &devices, signed.as_ref(), keyring, report, progress);
    vault::check(layout, keyring.is_some().then_some(&objects), report, progress);
    Ok(())
}

fn check_keyring(
    keyring: Option<&Keyring>,
    signed: Option<&Checkpoint>,
    devices: &Devices,
    report: &mut VerifyReport,
) {
    let Some(keyring) = keyring else { return };
    let size = signed.map_or(0, |checkpoint| checkpoint.size);
    if keyring.acknowledged() > size {
        let problem =
            Problem::new("ledger-rolled-back").number("found", size).number("known", keyring.acknowledged());
        find(report, Gravity::Altered, problem, "ledger/checkpoint");
    }
    if !keyring.slots_hold().unwrap_or(false) {
        find(report, Gravity::Altered, Problem::new("slots-altered"), "keyring/slots");
    }
    if keyring.device().0 != devices.newest() {
        find(report, Gravity::Altered, Problem::new("devices-altered"), "ledger/devices");
    }
    if keyring.torn_bytes() > 0 {
        let problem = Problem::new("unfinished-write").number("bytes", keyring.torn_bytes());
        find(report, Gravity::Note, problem, "keyring/keys");
    }
}

pub(crate) fn find(report: &mut VerifyReport, gravity: Gravity, problem: Problem, file: impl Into<String>) {
    report.findings.push(Finding { gravity, problem, file: file.into() });
}

/// Bytes under a folder, for the progress.
fn size_of(folder: &std::path::Path) -> u64 {
    let Ok(inside) = std::fs::read_dir(folder) else { return 0 };
    inside
        .flatten()
        .map(|entry| match entry.metadata() {
            Ok(metadata) if metadata.is_dir() => size_of(&entry.path()),
            Ok(metadata) => metadata.len(),
            Err(_) => 0,
        })
        .sum()
}

/// Reads a file for comparison; one that cannot be read is a finding.
fn read_or_find(layout: &Layout, path: &std::path::Path, report: &mut VerifyReport) -> Option<Vec<u8>> {
    match durable::read_if_there(path) {
        Ok(bytes) => bytes,
        Err(fault) => {
            find(report, Gravity::Altered, crate::error::of_fault(fault), layout.relative(path));
            None
        }
    }
}
