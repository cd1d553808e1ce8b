//! All targets by name: the parsers of foreign files, and those of the ledger.

use isnad_ledger::{act::Act, body::Body, checkpoint::Checkpoint, frame, note::Note, proof::LogProof, tile};

/// Parsers of what another ledger may hand over.
const LEDGER: &[(&str, fn(&[u8]))] = &[
    ("act", |bytes| ignore(Act::decode(bytes))),
    ("body", |bytes| ignore(Body::decode(bytes))),
    ("frame", |bytes| ignore(frame::get(bytes))),
    ("note", |bytes| ignore(Note::parse(bytes))),
    ("checkpoint", |bytes| ignore(Checkpoint::parse(&String::from_utf8_lossy(bytes)))),
    ("proof", |bytes| ignore(LogProof::parse(&String::from_utf8_lossy(bytes)))),
    ("bundle", |bytes| ignore(tile::decode_bundle(bytes))),
    ("tile", |bytes| ignore(tile::Tile::from_path(&String::from_utf8_lossy(bytes)))),
];

/// What comes of it is of no interest, but must be made.
fn ignore<T>(outcome: T) {
    std::hint::black_box(outcome);
}

/// The names of all targets.
pub fn targets() -> impl Iterator<Item = &'static str> {
    LEDGER.iter().map(|(name, _)| *name).chain(isnad_extract::fuzz::targets())
}

/// Gives bytes to a target.
pub fn run(target: &str, bytes: &[u8]) {
    match LEDGER.iter().find(|(name, _)| *name == target) {
        Some((_, run)) => run(bytes),
        None => isnad_extract::fuzz::run(target, bytes),
    }
}
