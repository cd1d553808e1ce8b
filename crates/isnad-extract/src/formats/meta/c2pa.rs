//! Marks of provenance by C2PA: who says that the file was made so, read out of its manifests.
//!
//! Reading is not checking: what is said here is the file's own word, like all that stands beside it. [`finish`] holds
//! it against the file, as a grade of provenance that is never proof of truth.

mod cbor;
mod check;
mod cose;

use crate::formats::Source;

use super::{
    Notes,
    jumbf::{self, Part},
};
use minicbor::{Decoder, data::Type};

/// The largest store of manifests: it may hold thumbnails of every picture that went into this one.
pub(crate) const STORE_BYTES_MAX: u64 = 64 << 20;
/// The label of a store of manifests.
const STORE: &str = "c2pa";
const DEPTH_MAX: usize = 16;
const VALUES_MAX: usize = 20_000;
const PATH_BYTES_MAX: usize = 512;

/// Says what a store of manifests claims. A second store is not told: which of two is meant nobody knows.
pub(crate) fn read(store: &[u8], notes: &mut Notes<'_, '_>) {
    if notes.store.is_some() {
        notes.has_stores = true;
        return notes.damaged("C2PA");
    }
    notes.say("c2pa.present", "yes");
    notes.store = Some(store.to_vec());
    let (parts, is_sound) = jumbf::parts(store);
    if !is_sound {
        notes.damaged("C2PA");
    }
    let Some(manifest) = active(&parts) else { return };
    let mut manifests: Vec<&str> = parts.iter().filter_map(|part| part.path.get(1).copied()).collect();
    manifests.dedup();
    notes.number("c2pa.manifests", manifests.len());
    notes.say("c2pa.manifest", manifest);
    let mut assertions = Vec::new();
    for part in parts.iter().filter(|part| part.path.starts_with(&[STORE, manifest])) {
        match part.path.get(2..).unwrap_or_default() {
            ["c2pa.claim" | "c2pa.claim.v2"] if part.kind == *b"cbor" => claim(part, notes),
            ["c2pa.assertions", label] => {
                assertions.push(*label);
                if label.starts_with("c2pa.actions") && part.kind == *b"cbor" {
                    actions(part, notes);
                }
            }
            _ => {}
        }
    }
    assertions.dedup();
    assertions.iter().for_each(|label| notes.say("c2pa.assertion", label));
}

/// The label of the active manifest, which is the last one (C2PA 2.1 §11.1).
fn active<'b>(parts: &[Part<'b>]) -> Option<&'b str> {
    parts
        .iter()
        .rev()
        .find(|part| part.path.first() == Some(&STORE))
        .and_then(|part| part.path.get(1).copied())
}

/// Holds the mark that was read against the file, if there is one.
pub(crate) fn finish(source: &mut dyn Source, notes: &mut Notes<'_, '_>) {
    if let Some(store) = notes.store.take() {
        check::check(&store, source, notes);
    }
}

/// Who made the claim, about what.
fn claim(part: &Part<'_>, notes: &mut Notes<'_, '_>) {
    let Some(fields) = flatten(part.content) else { return notes.damaged("C2PA") };
    for (path, value) in &fields {
        let is_told =
            matches!(path.as_str(), "claim_generator" | "dc:title" | "title" | "dc:format" | "instanceID")
                || path.starts_with("claim_generator_info")
                    && (path.ends_with("name") || path.ends_with("version"));
        if is_told {
            notes.say(&format!("c2pa.{path}"), value);
        }
    }
}

/// What was done: created, opened, edited, and by which kind of source.
fn actions(part: &Part<'_>, notes: &mut Notes<'_, '_>) {
    let Some(fields) = flatten(part.content) else { return notes.damaged("C2PA") };
    for (path, value) in &fields {
        let leaf = path.strip_prefix("actions[").and_then(|leaf| leaf.split_once("]/")).map(|(_, leaf)| leaf);
        let is_told = matches!(
            leaf,
            Some("action" | "when" | "softwareAgent" | "softwareAgent/name" | "digitalSourceType")
        );
        if is_told {
            notes.say(&format!("c2pa.{path}"), value);
        }
    }
}

/// The texts and numbers of a CBOR value, each with its path.
fn flatten(cbor: &[u8]) -> Option<Vec<(String, String)>> {
    let mut fields = Vec::new();
    let mut left = VALUES_MAX;
    value(&mut Decoder::new(cbor), "", 0, &mut left, &mut fields)?;
    Some(fields)
}

fn value(
    cbor: &mut Decoder<'_>,
    path: &str,
    depth: usize,
    left: &mut usize,
    out: &mut Vec<(String, String)>,
) -> Option<()> {
    *left = left.checked_sub(1)?;
    if depth == DEPTH_MAX || path.len() > PATH_BYTES_MAX {
        return None;
    }
    match cbor.datatype().ok()? {
        Type::Map => {
            for _ in 0..cbor.map().ok()?? {
                let key = cbor.str().ok()?;
                let path = if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") };
                value(cbor, &path, depth + 1, left, out)?;
            }
        }
        Type::Array => {
            for n in 1..=cbor.array().ok()?? {
                value(cbor, &format!("{path}[{n}]"), depth + 1, left, out)?;
            }
        }
        Type::String => out.push((path.to_owned(), cbor.str().ok()?.to_owned())),
        Type::U8 | Type::U16 | Type::U32 | Type::U64 => {
            out.push((path.to_owned(), cbor.u64().ok()?.to_string()))
        }
        Type::Bool => out.push((path.to_owned(), cbor.bool().ok()?.to_string())),
        Type::Tag => {
            cbor.tag().ok()?;
            value(cbor, path, depth + 1, left, out)?;
        }
        _ => cbor.skip().ok()?,
    }
    Some(())
}

#[cfg(test)]
mod tests;
