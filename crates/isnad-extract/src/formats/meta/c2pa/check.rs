//! A mark of provenance held against the file (C2PA 2.1 §13 and §15): does the signature hold, do the assertions
//! and the file have the hashes that were signed?
//!
//! What comes of it is a grade and never "true": that a file is signed and unchanged says who vouches for it, as far
//! as the certificate can be believed, and nothing of what it shows. Whether its issuer is one to believe is not
//! decided here; no list of issuers is part of this program, and nobody is asked over the network.

use super::{
    STORE, active,
    cbor::{bytes, entries, field, items, number, text},
    cose::{self, Signed},
};
use crate::formats::{
    Source,
    meta::{
        Notes,
        jumbf::{self, Part},
        size_of,
    },
};
use isnad_crypto::foreign::{Hasher, Verdict};
use isnad_model::Problem;
use std::{
    collections::{HashMap, HashSet},
    io::{Read, SeekFrom},
};

/// Larger files are not read a second time for it: the time of a child is limited.
const BYTES_MAX: u64 = 4 << 30;
/// A claim names no more assertions than this.
const REFERENCES_MAX: usize = 1_000;
/// A segment of a JPEG holds no less of a store than this, behind a head of so many bytes.
const SEGMENT: u64 = 32_000;
const HEAD: u64 = 24;
/// The label of the box that holds a manifest's assertions.
const ASSERTIONS: &str = "c2pa.assertions";
/// The assertion that binds a claim to the bytes of a file.
const BINDING: &str = "c2pa.hash.data";

/// How far a claim is bound to what it is about.
enum Bound {
    /// Every hash is the one that was signed.
    Holds,
    /// One is not: of this assertion, or of the file.
    Altered(String),
    /// It cannot be told here, and why.
    Open(&'static str),
}

/// Says how a store of manifests stands to the file that carries it.
pub(super) fn check(store: &[u8], source: &mut dyn Source, notes: &mut Notes<'_, '_>) {
    let (parts, is_sound) = jumbf::parts(store);
    let Some(manifest) = active(&parts) else { return };
    let of_manifest = |part: &&Part<'_>| part.path.starts_with(&[STORE, manifest]) && part.kind == *b"cbor";
    let find = |names: &[&str]| {
        let is_it = |part: &&Part<'_>| matches!(part.path.get(2..), Some([label]) if names.contains(label));
        parts.iter().filter(of_manifest).find(is_it).map(|part| part.content)
    };
    let claim = find(&["c2pa.claim.v2", "c2pa.claim"]);
    let signature = find(&["c2pa.signature"]);
    let signed = claim.zip(signature).and_then(|(claim, cose)| cose::signed(cose, claim));
    let (Some(claim), Some(signed)) = (claim, signed) else {
        return notes.say("c2pa.grade", "unsigned");
    };
    tell_signer(&signed, notes);
    match signed.verdict {
        Verdict::Unknown => notes.say("c2pa.grade", "signed-unknown"),
        Verdict::Fails => {
            notes.say("c2pa.grade", "signature-wrong");
            notes.sink.problem(Problem::new("c2pa-signature-wrong"));
        }
        Verdict::Holds if !is_sound || notes.has_stores => {
            // What could not be read, or stands twice, may say anything.
            notes.say("c2pa.grade", "signed-unbound");
            notes.say("c2pa.unbound", "store");
        }
        Verdict::Holds => match bound(store, &parts, (manifest, claim), source) {
            Bound::Holds => notes.say("c2pa.grade", "signed-unchanged"),
            Bound::Open(why) => {
                notes.say("c2pa.grade", "signed-unbound");
                notes.say("c2pa.unbound", why);
            }
            Bound::Altered(what) => {
                notes.say("c2pa.grade", "signed-altered");
                notes.sink.problem(Problem::new("c2pa-altered").text("part", what));
            }
        },
    }
}

fn tell_signer(signed: &Signed, notes: &mut Notes<'_, '_>) {
    if let Some(scheme) = signed.scheme {
        notes.say("c2pa.algorithm", scheme.name());
    }
    for (n, certificate) in signed.chain.iter().enumerate() {
        let field = if n == 0 { "c2pa.signer".to_owned() } else { format!("c2pa.certificate[{n}]") };
        notes.say(&field, &certificate.subject);
    }
    if let Some(signer) = signed.chain.first() {
        notes.say("c2pa.issuer", &signer.issuer);
        let (from, to) = signer.valid;
        notes.number("c2pa.validFrom", from);
        notes.number("c2pa.validTo", to);
    }
    notes.say("c2pa.issuerKnown", "no");
}

/// Holds every assertion that the claim names against its hash, and then the file.
fn bound(
    store: &[u8],
    parts: &[Part<'_>],
    (manifest, claim): (&str, &[u8]),
    source: &mut dyn Source,
) -> Bound {
    let Some(claim) = entries(claim) else { return Bound::Open("claim") };
    let standard = text(&claim, "alg").unwrap_or("sha256");
    let lists = ["assertions", "created_assertions", "gathered_assertions"];
    let mut binding = None;
    let mut signed: HashSet<&str> = HashSet::new();
    for listed in lists.iter().filter_map(|list| items(field(&claim, list)?)).flatten() {
        let Some(reference) = entries(listed) else { return Bound::Open("assertions") };
        let (Some(url), Some(hash)) = (text(&reference, "url"), bytes(&reference, "hash")) else {
            return Bound::Open("assertions");
        };
        let Some(label) = label_of(url, manifest) else { return Bound::Open("assertions") };
        // Named twice, an assertion would be hashed without end.
        if signed.len() == REFERENCES_MAX || !signed.insert(label) {
            return Bound::Open("assertions");
        }
        let path = [STORE, manifest, ASSERTIONS, label];
        let Some(inside) = jumbf::find(store, &path) else { return Bound::Altered(url.to_owned()) };
        let Some(mut hasher) = Hasher::named(text(&reference, "alg").unwrap_or(standard)) else {
            return Bound::Open("algorithm");
        };
        hasher.update(inside);
        if hasher.finish() != hash {
            return Bound::Altered(url.to_owned());
        }
        if label == BINDING {
            binding = Some(inside);
        }
    }
    if let Some(beside) = unsigned(parts, manifest, &signed) {
        return Bound::Altered(beside.to_owned());
    }
    match binding.and_then(|inside| jumbf::first_content(inside)) {
        Some(assertion) => file(assertion, standard, store.len() as u64, source),
        None => Bound::Open("no-hash-data"),
    }
}

/// What stands in the manifest beside what the claim names, put there by anybody: an assertion that it does not name, a
/// second box of the same label, another claim (the failures `assertion.undeclared` and `claim.multiple` of C2PA 2.1).
fn unsigned<'b>(parts: &[Part<'b>], manifest: &str, signed: &HashSet<&str>) -> Option<&'b str> {
    let mut holders: HashMap<&str, usize> = HashMap::new();
    let mut n_claims = 0;
    for part in parts.iter().filter(|part| part.path.starts_with(&[STORE, manifest])) {
        match part.path.get(2..).unwrap_or_default() {
            [label @ ("c2pa.claim" | "c2pa.claim.v2"), ..] => {
                n_claims += 1;
                if n_claims > 1 {
                    return Some(label);
                }
            }
            [ASSERTIONS, label, within @ ..] => {
                // Boxes within an assertion are part of what is signed of it, and may have one label.
                let is_second =
                    within.is_empty() && *holders.entry(label).or_insert(part.holder) != part.holder;
                if is_second || !signed.contains(label) {
                    return Some(label);
                }
            }
            _ => {}
        }
    }
    None
}

/// The label of an assertion of this manifest: `self#jumbf=c2pa.assertions/c2pa.actions`, or the whole way with a stroke
/// before it. A claim names nothing else.
fn label_of<'u>(url: &'u str, manifest: &str) -> Option<&'u str> {
    let path = url.strip_prefix("self#jumbf=").unwrap_or(url);
    let within = match path.strip_prefix('/') {
        Some(whole) => {
            whole.strip_prefix(STORE)?.strip_prefix('/')?.strip_prefix(manifest)?.strip_prefix('/')?
        }
        None => path,
    };
    let label = within.strip_prefix(ASSERTIONS)?.strip_prefix('/')?;
    (!label.contains('/')).then_some(label)
}

/// Hashes the file without what was left out: the store itself, which cannot hold its own hash.
fn file(assertion: &[u8], standard: &str, store_bytes: u64, source: &mut dyn Source) -> Bound {
    let Some(assertion) = entries(assertion) else { return Bound::Open("binding") };
    let Some(hash) = bytes(&assertion, "hash") else { return Bound::Open("binding") };
    let Some(mut hasher) = Hasher::named(text(&assertion, "alg").unwrap_or(standard)) else {
        return Bound::Open("algorithm");
    };
    let size = size_of(source);
    if size > BYTES_MAX {
        return Bound::Open("size");
    }
    let left_out = field(&assertion, "exclusions").map_or(Some(Vec::new()), ranges);
    let Some(left_out) = left_out else { return Bound::Open("exclusions") };
    // The store with the heads of its segments, and nothing else: a picture could lie in what is left out besides.
    let bytes: u64 = left_out.iter().map(|(start, end)| end.saturating_sub(*start)).sum();
    if bytes > store_bytes + 64 + store_bytes / SEGMENT * HEAD {
        return Bound::Open("exclusions");
    }
    let mut at = 0;
    for (start, end) in left_out.into_iter().chain([(size, size)]) {
        if start < at || end > size {
            return Bound::Altered("c2pa.hash.data".to_owned());
        }
        if take(source, at, start - at, &mut hasher).is_err() {
            return Bound::Open("file");
        }
        at = end;
    }
    if hasher.finish() == hash { Bound::Holds } else { Bound::Altered("file".to_owned()) }
}

/// Ranges that are left out, from the first to the last, each with its end.
fn ranges(list: &[u8]) -> Option<Vec<(u64, u64)>> {
    let range = |raw| {
        let range = entries(raw)?;
        let start = number(&range, "start")?;
        Some((start, start.checked_add(number(&range, "length")?)?))
    };
    let mut ranges: Vec<(u64, u64)> = items(list)?.into_iter().map(range).collect::<Option<_>>()?;
    ranges.sort_unstable();
    Some(ranges)
}

fn take(source: &mut dyn Source, at: u64, length: u64, hasher: &mut Hasher) -> std::io::Result<()> {
    source.seek(SeekFrom::Start(at))?;
    let mut part = source.take(length);
    let mut piece = vec![0; 64 << 10];
    loop {
        match part.read(&mut piece)? {
            0 => return Ok(()),
            n => hasher.update(&piece[..n]),
        }
    }
}

#[cfg(test)]
mod tests;
