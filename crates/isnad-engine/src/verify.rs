//! Checking everything again: acts, signatures, tree, tiles, checkpoint, keyring, payloads, objects.
//!
//! Nothing here trusts the views or the index, and nothing is mended: a check that repairs hides what it found.
//! Without a keyring the seals are checked, which anyone can do; with it the contents are checked as well.

mod acts;
mod names;
mod referred;
mod strays;
mod vault;

use std::collections::HashMap;

use isnad_access::{Grant, Role, release};
use isnad_crypto::hash::Hash;
use isnad_ledger::checkpoint::Checkpoint;
use isnad_model::{
    PrincipalId, Problem, Sensitive,
    view::{Finding, Gravity, Holds, VerifyReport},
};
use isnad_store_local::{
    Layout, durable,
    keyring::{Keyring, Locked},
    lock::Lock,
};

pub(crate) use strays::Incoming;

use crate::{devices::Devices, error::of_locked, marker::Marker, writer::read_checkpoint};

/// Where a verification stands: bytes checked, and how many there are.
pub type VerifyProgress<'p> = &'p (dyn Fn(u64, u64) + Sync);

/// A verification that has ended. What it counted and found is for everybody; the names of the items that live in
/// a damaged object are for those who may see the items.
#[derive(Debug, Clone, Default)]
pub struct Verified {
    report: VerifyReport,
    /// The objects that findings are about: place of the finding, address.
    objects: Vec<(usize, Hash)>,
    names: names::Names,
    roles: HashMap<[u8; 10], Role>,
}

impl Verified {
    /// Whether no finding says that something was altered.
    pub fn ok(&self) -> bool {
        self.report.ok()
    }

    /// The report without any name.
    pub(crate) fn report(&self) -> &VerifyReport {
        &self.report
    }

    /// The report for somebody: with the names of the items that the grant covers.
    pub fn released(&self, grant: &Grant) -> VerifyReport {
        let mut report = self.report.clone();
        for (place, address) in &self.objects {
            let names = self.names.get(address).cloned().unwrap_or_default();
            let open: Vec<_> = names.into_iter().filter_map(|name| release(name, grant)).collect();
            report.findings[*place].holds = match (report.unlocked, open.is_empty()) {
                (false, _) => Holds::Unknown,
                (true, true) => Holds::Closed,
                (true, false) => Holds::Items(open),
            };
        }
        report
    }

    /// Records a finding about an object.
    fn find_object(&mut self, layout: &Layout, address: &Hash, problem: Problem) {
        self.objects.push((self.report.findings.len(), *address));
        let file = layout.relative(&layout.object(address));
        find(&mut self.report, Gravity::Altered, problem, file);
    }

    /// The grant of whoever opened the keyring under this name. Where the ledger cannot say what somebody is, the
    /// first keeper is still one, and anybody else may see least.
    fn grant_of(&self, name: &str, principal: [u8; 10]) -> Grant {
        let fallback = if name.is_empty() { Role::Keeper } else { Role::Reader };
        Grant::new(PrincipalId(principal), self.roles.get(&principal).copied().unwrap_or(fallback))
    }
}

/// Verifies the archive in a folder, open or not, with the passphrase if one is given: the report for whoever
/// that is.
///
/// # Errors
/// Only where there is nothing to verify: no archive, another format version, a wrong passphrase.
pub fn verify_folder(
    layout: &Layout,
    passphrase: Option<(&str, &Sensitive<String>)>,
    progress: VerifyProgress<'_>,
) -> crate::Result<VerifyReport> {
    let mut verified = Verified::default();
    let keyring = match passphrase.map(|(name, secret)| Keyring::open(layout, name, secret.expose(), false)) {
        Some(Ok(opened)) => Some(opened),
        Some(Err(Locked::Damaged(_))) => {
            find(&mut verified.report, Gravity::Altered, Problem::new("keyring-damaged"), "keyring");
            None
        }
        Some(Err(locked)) => {
            // A folder that is no archive is named as such before its missing keyring is.
            Marker::read(layout)?;
            return Err(of_locked(locked));
        }
        None => None,
    };
    let incoming = if Lock::is_held(&layout.lock()) { Incoming::Busy } else { Incoming::Idle };
    check(layout, keyring.as_ref().map(|(keyring, _)| keyring), incoming, &mut verified, progress)?;
    let name = passphrase.map_or("", |(name, _)| name);
    let principal = keyring.map_or([0; 10], |(_, principal)| principal);
    Ok(verified.released(&verified.grant_of(name, principal)))
}

/// Verifies with a keyring that is open already, or without one.
pub(crate) fn check(
    layout: &Layout,
    keyring: Option<&Keyring>,
    incoming: Incoming,
    verified: &mut Verified,
    progress: VerifyProgress<'_>,
) -> crate::Result<()> {
    let report = &mut verified.report;
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
    let referred = acts::check(layout, &devices, signed.as_ref(), keyring, report, progress);
    vault::check(layout, keyring.is_some().then_some(&referred), verified, progress);
    strays::check(layout, &referred, incoming, &mut verified.report);
    if let Some(keyring) = keyring.filter(|_| !verified.objects.is_empty()) {
        let wanted = verified.objects.iter().map(|(_, address)| *address).collect();
        verified.names = names::find(layout, keyring, &wanted);
    }
    verified.roles = referred.roles;
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
    report.findings.push(Finding { gravity, problem, file: file.into(), holds: Holds::NoObject });
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
