//! The vault's side of a verification: every object hashed again.

use std::{collections::HashSet, fs, path::PathBuf};

use isnad_crypto::hash::{Hash, hex, unhex};
use isnad_ledger::body::Object;
use isnad_model::{
    Problem,
    view::{Gravity, VerifyReport},
};
use isnad_store_local::{Layout, vault::Vault};
use rayon::prelude::*;

use super::{VerifyProgress, find};
use crate::error::of_fault;

/// The objects that the ledger refers to.
#[derive(Debug, Default)]
pub struct Objects(HashSet<Hash>);

impl Objects {
    pub fn extend(&mut self, objects: Vec<Object>) {
        self.0.extend(objects.into_iter().map(|object| *object.address));
    }
}

/// Hashes all objects again. With `referred`, objects that are missing or unknown are named as well.
pub fn check(
    layout: &Layout,
    referred: Option<&Objects>,
    report: &mut VerifyReport,
    progress: VerifyProgress<'_>,
) {
    let (there, strangers) = list(layout);
    for path in strangers {
        find(report, Gravity::Note, Problem::new("file-unknown"), layout.relative(&path));
    }
    if let Some(Objects(referred)) = referred {
        for address in referred.iter().filter(|address| !there.contains(*address)) {
            let file = layout.relative(&layout.object(address));
            find(report, Gravity::Altered, Problem::new("object-missing"), file);
        }
    }
    let vault = Vault::new(layout);
    let all_bytes = super::size_of(&layout.ledger()) + super::size_of(&layout.vault());
    let mut there: Vec<Hash> = there.into_iter().collect();
    there.sort_unstable();
    for part in there.chunks(512) {
        let hashed: Vec<_> = part.par_iter().map(|address| (address, vault.rehash(address))).collect();
        for (address, rehashed) in hashed {
            let file = || layout.relative(&layout.object(address));
            let is_known = referred.is_none_or(|Objects(referred)| referred.contains(address));
            match rehashed {
                // An object that no entry names was left by a run that was cut off; nobody relies on it.
                _ if !is_known => find(report, Gravity::Note, Problem::new("file-unknown"), file()),
                Ok(Some((hash, size))) => {
                    report.n_objects += 1;
                    report.size_bytes += size;
                    if hash != *address {
                        find(report, Gravity::Altered, Problem::new("object-altered"), file());
                    }
                }
                Ok(None) => find(report, Gravity::Altered, Problem::new("object-missing"), file()),
                Err(fault) => find(report, Gravity::Altered, of_fault(fault), file()),
            }
        }
        progress(report.size_bytes, all_bytes);
    }
}

/// The addresses that lie in the vault, and files that are none.
fn list(layout: &Layout) -> (HashSet<Hash>, Vec<PathBuf>) {
    let (mut there, mut strangers) = (HashSet::new(), Vec::new());
    let folders = fs::read_dir(layout.objects()).into_iter().flatten().flatten();
    for folder in folders {
        if folder.file_type().is_ok_and(|kind| !kind.is_dir()) {
            strangers.push(folder.path());
            continue;
        }
        for file in fs::read_dir(folder.path()).into_iter().flatten().flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            match unhex::<32>(&name)
                .filter(|address| hex(address)[..2] == *folder.file_name().to_string_lossy())
            {
                Some(address) => {
                    there.insert(address);
                }
                None => strangers.push(file.path()),
            }
        }
    }
    (there, strangers)
}
