//! Bundles of ProofMode (proofmode.org): a ZIP in which a telephone put a recording beside proofs of how it was made.
//!
//! A proof is named after the SHA-256 of the recording: `….proof.json` or `….proof.csv`. Recording and proofs have
//! detached signatures of OpenPGP, `….asc`, and the key lies beside them.
//!
//! What comes of it is a grade and never "true": the key came with what it signed, so that anybody could have made
//! all of it anew. It says that nothing was changed since by somebody without the key, and not what was recorded.
//! Whose key it is, nobody says; stamps of time (`….ots`, `….gst`) ask others over the network, and are only named.

mod bundle;
mod judge;
mod stated;

use super::Source;
use crate::wire::Sink;
use bundle::Bundle;
use isnad_model::Problem;
use judge::Grade;

/// Proofs, and recordings that no proof is about, that are named one by one.
const NAMED_MAX: usize = 1_000;

/// Says which proofs a ZIP holds, if it holds any, and how its members stand to them.
pub(super) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("reader", "");
    let Some(bundle) = Bundle::read(source, sink) else { return };
    let judged = judge::judge(&bundle);
    sink.metadatum("proofmode.present", "yes");
    let worst = judged.files.iter().map(|file| file.grade).max().unwrap_or(Grade::Unsigned);
    // Proofs alone are not more than proofs of something that is not here.
    let is_whole = bundle.unread.is_empty() && bundle.absent().next().is_none();
    let worst = if is_whole { worst } else { worst.max(Grade::Unbound) };
    sink.metadatum("proofmode.grade", worst.name());
    for proof in &bundle.proofs {
        sink.metadatum("proofmode.proof", base(proof));
    }
    for key in &bundle.keys {
        sink.metadatum("proofmode.key", &hexadecimal(&key.fingerprint));
    }
    sink.metadatum("proofmode.issuerKnown", "no");
    for (n, file) in judged.files.iter().enumerate() {
        let field = format!("proofmode.file[{}]", n + 1);
        sink.metadatum(&field, &file.name);
        sink.metadatum(&format!("{field}.grade"), file.grade.name());
        for (part, value) in &file.fields {
            sink.metadatum(&format!("{field}.{part}"), value);
        }
    }
    bundle.absent().for_each(|hash| sink.metadatum("proofmode.absent", hash));
    bundle.unread.iter().for_each(|name| sink.metadatum("proofmode.unread", name));
    bundle.stamps.iter().for_each(|name| sink.metadatum("proofmode.notChecked", name));
    judged.problems.into_iter().for_each(|problem| sink.problem(problem));
}

/// The last part of a path.
fn base(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or_default()
}

fn hexadecimal(bytes: &[u8]) -> String {
    isnad_crypto::hash::hex(bytes).to_uppercase()
}

/// A problem of one member. A name may be long; its beginning says which it is.
fn about(code: &'static str, name: &str) -> Problem {
    Problem::new(code).text("part", &name[..name.floor_char_boundary(300)])
}

#[cfg(test)]
mod tests;
