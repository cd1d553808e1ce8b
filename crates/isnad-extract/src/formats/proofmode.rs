//! Bundles of ProofMode (proofmode.org): a ZIP in which a telephone put a recording beside proofs of how it was made.
//!
//! A proof is named after the SHA-256 of the recording: `….proof.json` or `….proof.csv`, with signatures `….asc`.
//! Finding one is not checking it: the members are items of their own, and no signature is looked at here.

use super::Source;
use crate::{names, wire::Sink};
use isnad_model::Problem;
use zip::{read::Config, unstable::read::ZipIterable};

const PROOFS: [&str; 2] = [".proof.json", ".proof.csv"];
/// Proofs that are named one by one.
const PROOFS_MAX: usize = 1_000;

/// Says which proofs a ZIP holds, if it holds any.
pub(super) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("reader", "");
    let Ok(mut zip) = ZipIterable::try_new(source, Config::default()) else { return };
    let Ok(entries) = zip.files() else { return };
    let mut n = 0;
    for entry in entries.flatten() {
        let name = names::label(entry.name_raw(), || String::from_utf8_lossy(entry.name_raw()).into_owned());
        let name = name.rsplit('/').next().unwrap_or_default();
        if !PROOFS.iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        if n == 0 {
            sink.metadatum("proofmode.present", "yes");
            sink.metadatum("proofmode.signature", "not checked");
        }
        n += 1;
        if n > PROOFS_MAX {
            return sink.problem(Problem::new("metadata-too-much").text("part", "ProofMode"));
        }
        sink.metadatum("proofmode.proof", name);
    }
}

#[cfg(test)]
mod tests;
