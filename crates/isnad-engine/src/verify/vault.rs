//! The vault's side of a verification: every object hashed again.

use std::{collections::HashSet, fs, path::PathBuf};

use isnad_crypto::hash::{Hash, hex, unhex};
use isnad_model::{Problem, view::Gravity};
use isnad_store_local::{Layout, vault::Vault};
use rayon::prelude::*;

use super::{Verified, VerifyProgress, find, referred::Referred};
use crate::error::of_fault;

/// Hashes all objects again. With `referred`, objects that are missing or unknown are named as well.
pub fn check(
    layout: &Layout,
    referred: Option<&Referred>,
    verified: &mut Verified,
    progress: VerifyProgress<'_>,
) {
    let (there, strangers) = list(layout);
    for path in strangers {
        find(&mut verified.report, Gravity::Note, Problem::new("file-unknown"), layout.relative(&path));
    }
    if let Some(referred) = referred {
        let mut missing: Vec<&Hash> = referred.objects.difference(&there).collect();
        missing.sort_unstable();
        for address in missing {
            verified.find_object(layout, address, Problem::new("object-missing"));
        }
    }
    // Where not all of the ledger can be read, a file that seems to belong to nothing may be evidence.
    let is_surely_unknown = referred.is_none_or(|referred| !referred.lacks_bodies);
    let stranger = if is_surely_unknown { "file-unknown" } else { "file-unclaimed" };
    let vault = Vault::new(layout);
    let all_bytes = super::size_of(&layout.ledger()) + super::size_of(&layout.vault());
    let mut there: Vec<Hash> = there.into_iter().collect();
    there.sort_unstable();
    for part in there.chunks(512) {
        let hashed: Vec<_> = part.par_iter().map(|address| (address, vault.rehash(address))).collect();
        for (address, rehashed) in hashed {
            let is_known = referred.is_none_or(|referred| referred.objects.contains(address));
            match rehashed {
                // An object that no entry names was left by a run that was cut off; nobody relies on it.
                _ if !is_known => {
                    let file = layout.relative(&layout.object(address));
                    find(&mut verified.report, Gravity::Note, Problem::new(stranger), file);
                }
                Ok(Some((hash, size))) => {
                    verified.report.n_objects += 1;
                    verified.report.size_bytes += size;
                    if hash != *address {
                        verified.find_object(layout, address, Problem::new("object-altered"));
                    }
                }
                Ok(None) => verified.find_object(layout, address, Problem::new("object-missing")),
                Err(fault) => verified.find_object(layout, address, of_fault(fault)),
            }
        }
        progress(verified.report.size_bytes, all_bytes);
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
