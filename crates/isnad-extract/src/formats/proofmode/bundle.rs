//! What lies in a bundle: the small members whole, the recordings as their hashes, read once and never held.

use super::{NAMED_MAX, about, base, stated};
use crate::{
    formats::{
        Source,
        openpgp::{self, PublicKey, Signature},
    },
    identify::{HEAD_BYTES, identify},
    names,
    wire::Sink,
};
use isnad_crypto::{
    foreign::openpgp::{Hash, Hashing},
    hash::{Sha, hex},
};
use isnad_model::{Problem, reading::Kind};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
};
use zip::{
    ZipReadOptions,
    read::{Config, ZipFileEntry},
    unstable::read::ZipIterable,
};

const PROOFS: [&str; 2] = [".proof.json", ".proof.csv"];
const STAMPS: [&str; 2] = [".ots", ".gst"];
/// Small members: signatures, proofs, keys. Real ones have some kilobytes.
const SMALL_BYTES_MAX: u64 = 4 << 20;
const ALL_SMALL_BYTES_MAX: u64 = 32 << 20;
/// Larger recordings are not unfolded a second time for it: the time of a child is limited.
const HASHED_BYTES_MAX: u64 = 4 << 30;
/// More keys, or more signatures of one file, are nobody's.
const KEYS_MAX: usize = 64;
const SIGNATURES_MAX: usize = 16;

/// Hashes of one content, before what a signature adds.
pub(super) type Hashes = BTreeMap<Hash, Hashing>;

/// A recording whose hash a proof names, or one that is in no proof.
pub(super) struct Recording {
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) hashes: Hashes,
}

/// A bundle taken apart.
#[derive(Default)]
pub(super) struct Bundle {
    /// Proofs by their paths, in the order of the ZIP.
    pub(super) proofs: Vec<String>,
    /// Contents of proofs by path. Two of one path are both looked at, since programs differ in which they take.
    pub(super) contents: BTreeMap<String, Vec<Vec<u8>>>,
    /// Signatures by what they are of: the last part of their path, without `.asc`.
    pub(super) signatures: BTreeMap<String, Vec<Signature>>,
    pub(super) keys: Vec<PublicKey>,
    /// Hashes that proofs and signatures are named after.
    pub(super) wanted: BTreeSet<String>,
    /// Recordings by their hash.
    pub(super) recordings: BTreeMap<String, Recording>,
    /// Recordings with hashes that no proof is named after.
    pub(super) strays: Vec<Recording>,
    /// Members that could not be read here.
    pub(super) unread: Vec<String>,
    /// Stamps of time, and what else is not looked at.
    pub(super) stamps: Vec<String>,
    /// Names that proofs give to their recordings.
    paths: BTreeSet<String>,
    n_contents: usize,
    small_bytes: u64,
    hashed_bytes: u64,
    needs: BTreeSet<Hash>,
    /// Some names were left out.
    is_too_much: bool,
    /// The first member for which there was no room is a problem; all of them are unread.
    is_too_large: bool,
}

/// The 64 digits that a name begins with, in small letters.
pub(super) fn hash_of(name: &str) -> Option<String> {
    let digits = base(name).split('.').next().unwrap_or_default();
    let is_hash = digits.len() == 64 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_hash.then(|| digits.to_ascii_lowercase())
}

fn ends(name: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| name.ends_with(ending))
}

impl Bundle {
    /// Reads a bundle; nothing if no proof is in the ZIP.
    pub(super) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) -> Option<Self> {
        let mut zip = ZipIterable::try_new(source, Config::default()).ok()?;
        let mut bundle = Self::default();
        for entry in zip.files().ok()?.flatten() {
            bundle.list(label(&entry));
        }
        if bundle.proofs.is_empty() {
            return None;
        }
        let directory = zip.files().ok()?;
        while let Some(Ok(entry)) = directory.next() {
            bundle.small(entry, *directory.reader_mut(), sink);
        }
        let of_files = bundle.signatures.values().flatten();
        bundle.needs = of_files.filter_map(|signature| signature.hash).collect();
        let directory = zip.files().ok()?;
        while let Some(Ok(entry)) = directory.next() {
            bundle.large(entry, *directory.reader_mut(), sink);
        }
        if bundle.is_too_much {
            sink.problem(Problem::new("metadata-too-much").text("part", "ProofMode"));
        }
        Some(bundle)
    }

    /// Hashes that names speak of, and no member has.
    pub(super) fn absent(&self) -> impl Iterator<Item = &String> {
        self.wanted.iter().filter(|hash| !self.recordings.contains_key(*hash))
    }

    fn list(&mut self, name: String) {
        if ends(&name, &PROOFS) && self.has_room(self.proofs.len()) {
            self.wanted.extend(hash_of(&name));
            self.proofs.push(name);
        }
    }

    /// Whether a list of so many names takes one more.
    const fn has_room(&mut self, n: usize) -> bool {
        self.is_too_much |= n >= NAMED_MAX;
        n < NAMED_MAX
    }

    fn leave(&mut self, name: String) {
        if self.has_room(self.unread.len()) {
            self.unread.push(name);
        }
    }

    fn leave_large(&mut self, name: String, bytes_max: u64, sink: &mut Sink<'_>) {
        if !std::mem::replace(&mut self.is_too_large, true) {
            sink.problem(about("proofmode-too-large", &name).number("bytes_max", bytes_max));
        }
        self.leave(name);
    }

    /// Takes in a signature, a key or a proof.
    fn small(&mut self, entry: ZipFileEntry<'_>, source: &mut dyn Source, sink: &mut Sink<'_>) {
        let name = label(&entry);
        if ends(&name, &STAMPS) {
            if self.has_room(self.stamps.len()) {
                self.stamps.push(name);
            }
            return;
        }
        let is_proof = ends(&name, &PROOFS);
        if !is_proof && !name.ends_with(".asc") {
            return;
        }
        let room = SMALL_BYTES_MAX.min(ALL_SMALL_BYTES_MAX - self.small_bytes);
        let mut content = Vec::new();
        let mut source = source;
        let read = entry.with_reader(&mut source, ZipReadOptions::new()).map_err(std::io::Error::from);
        if read.and_then(|file| file.take(room + 1).read_to_end(&mut content)).is_err() {
            return self.leave(name);
        }
        let size = content.len() as u64;
        self.small_bytes += size.min(room);
        if size > room {
            return self.leave_large(name, room, sink);
        }
        if is_proof {
            if self.has_room(self.n_contents) {
                self.n_contents += 1;
                self.paths.extend(stated::path(&content));
                self.contents.entry(name).or_default().push(content);
            }
        } else if self.has_room(self.signatures.len() / 4) {
            self.signed(&name, &content, sink);
        }
    }

    /// Takes in keys or signatures.
    fn signed(&mut self, name: &str, content: &[u8], sink: &mut Sink<'_>) {
        let is_key = base(name) == "pubkey.asc"
            || memchr::memmem::find(content, b"-----BEGIN PGP PUBLIC KEY BLOCK").is_some();
        if is_key {
            let found = openpgp::keys(content);
            if !found.is_sound {
                sink.problem(about("metadata-damaged", name));
            }
            return self.add_keys(found.all, sink);
        }
        let found = openpgp::signatures(content);
        let of = base(name).strip_suffix(".asc").unwrap_or_default();
        if !found.is_sound || found.all.is_empty() {
            sink.problem(about("metadata-damaged", name));
        }
        // A signature of a recording is named after its hash alone, in letters of any size.
        let of = match hash_of(of).filter(|hash| hash.len() == of.len()) {
            Some(hash) => {
                if !self.wanted.contains(&hash) && self.has_room(self.wanted.len() / 2) {
                    self.wanted.insert(hash.clone());
                }
                hash
            }
            None => of.to_owned(),
        };
        let all = self.signatures.entry(of).or_default();
        all.extend(found.all);
        if all.len() > SIGNATURES_MAX {
            all.truncate(SIGNATURES_MAX);
            sink.problem(about("metadata-too-much", name));
        }
    }

    fn add_keys(&mut self, keys: Vec<PublicKey>, sink: &mut Sink<'_>) {
        for key in keys {
            if self.keys.iter().any(|known| known.fingerprint == key.fingerprint) {
                continue;
            }
            if self.keys.len() == KEYS_MAX {
                return sink.problem(Problem::new("metadata-too-much").text("part", "ProofMode, pubkey.asc"));
            }
            self.keys.push(key);
        }
    }

    /// Hashes what may be a recording.
    fn large(&mut self, entry: ZipFileEntry<'_>, source: &mut dyn Source, sink: &mut Sink<'_>) {
        let name = label(&entry);
        let is_small = ends(&name, &PROOFS) || ends(&name, &STAMPS) || name.ends_with(".asc");
        if is_small || entry.is_dir() && entry.size() == 0 {
            return;
        }
        let left = HASHED_BYTES_MAX - self.hashed_bytes;
        let mut hashes: Hashes = self.needs.iter().map(|hash| (*hash, Hashing::new(*hash))).collect();
        let mut source = source;
        let file = entry.with_reader(&mut source, ZipReadOptions::new());
        let hashed = file.map_err(Into::into).and_then(|mut file| hash(&mut file, left, &mut hashes));
        let Ok(Hashed { size, sha256, is_recording }) = hashed else {
            return self.leave(name);
        };
        self.hashed_bytes += size.min(left);
        if size > left {
            return self.leave_large(name, HASHED_BYTES_MAX, sink);
        }
        if self.wanted.contains(&sha256) {
            let recording = Recording { name, sha256: sha256.clone(), hashes };
            self.recordings.entry(sha256).or_insert(recording);
        } else if (is_recording || self.paths.contains(base(&name))) && self.has_room(self.strays.len()) {
            self.strays.push(Recording { name, sha256, hashes });
        }
    }
}

fn label(entry: &ZipFileEntry<'_>) -> String {
    names::label(entry.name_raw(), || String::from_utf8_lossy(entry.name_raw()).into_owned())
}

struct Hashed {
    size: u64,
    sha256: String,
    is_recording: bool,
}

/// Hashes what is left of a member, and one byte more than there is room for.
fn hash(file: &mut dyn Read, room: u64, hashes: &mut Hashes) -> std::io::Result<Hashed> {
    let mut file = file.take(room + 1);
    let mut piece = vec![0; 64 << 10];
    let (mut head, mut size, mut sha256) = (Vec::new(), 0, Sha::default());
    loop {
        let n = file.read(&mut piece)?;
        if n == 0 {
            break;
        }
        let bytes = &piece[..n];
        head.extend_from_slice(&bytes[..n.min(HEAD_BYTES - head.len())]);
        size += n as u64;
        sha256.update(bytes);
        hashes.values_mut().for_each(|hash| hash.update(bytes));
    }
    let (kind, _) = identify(&head, size);
    let is_recording = matches!(kind, Kind::Image | Kind::Audio | Kind::Video);
    Ok(Hashed { size, sha256: hex(&sha256.finish()), is_recording })
}
