//! Pictures signed here, with a key and a certificate made for it, and then changed in every part.

use crate::formats::make::{Told, atom, labelled, png, told};
use isnad_crypto::{Secret, sign::Signing};
use minicbor::{Encoder, data::Tag};

type Cbor = Encoder<Vec<u8>>;

fn cbor(write: impl FnOnce(&mut Cbor) -> Option<()>) -> Vec<u8> {
    let mut out = Encoder::new(Vec::new());
    write(&mut out).expect("a vector takes everything");
    out.into_writer()
}

/// A value of DER: its tag, its length, what is in it.
fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = match content.len() {
        length @ 0..128 => vec![length as u8],
        length @ 128..256 => vec![0x81, length as u8],
        length => vec![0x82, (length >> 8) as u8, length as u8],
    };
    [&[tag], &length[..], &content].concat()
}

/// A certificate for an Ed25519 key (RFC 5280, RFC 8410) whose issuer nobody knows.
fn certificate(public: &[u8; 32]) -> Vec<u8> {
    let ed25519 = der(0x30, &[&der(0x06, &[&[0x2B, 0x65, 0x70]])]);
    let name = |common: &str| {
        let pair = der(0x30, &[&der(0x06, &[&[0x55, 0x04, 0x03]]), &der(0x0C, &[common.as_bytes()])]);
        der(0x30, &[&der(0x31, &[&pair])])
    };
    let span = der(0x30, &[&der(0x17, &[b"240101000000Z"]), &der(0x17, &[b"340101000000Z"])]);
    let key = der(0x30, &[&ed25519, &der(0x03, &[&[0], public])]);
    let version = der(0xA0, &[&der(0x02, &[&[2]])]);
    let said =
        [version, der(0x02, &[&[1]]), ed25519.clone(), name("Acme Root"), span, name("Acme Camera 7"), key];
    let said = der(0x30, &said.iter().map(Vec::as_slice).collect::<Vec<_>>());
    der(0x30, &[&said, &ed25519, &der(0x03, &[&[0; 65]])])
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    isnad_crypto::hash::sha256(&[bytes])
}

/// A box with its label, and its inside as claims hash it.
fn assertion(label: &str, content: &[u8]) -> (Vec<u8>, [u8; 32]) {
    let whole = labelled(label, &atom(b"cbor", content));
    let hash = sha256(&whole[8..]);
    (whole, hash)
}

/// What a signer does, and how a test may do it wrongly.
struct Signer {
    algorithm: i64,
    binding: &'static str,
    /// What the claim calls the assertion, once for each.
    urls: &'static [&'static str],
    /// What stands beside the signed assertion without being signed.
    beside: fn() -> Vec<u8>,
    /// What stands in the manifest beside the claim.
    behind: fn() -> Vec<u8>,
    /// Bytes behind the store that are left out of the hash of the file as well.
    n_left_out: u64,
}

impl Signer {
    /// A store about a file with this hash, without the bytes from `start` on.
    fn store(&self, hash: [u8; 32], start: u64, length: u64) -> Vec<u8> {
        let binding = cbor(|c| {
            c.map(3).ok()?.str("exclusions").ok()?.array(1).ok()?.map(2).ok()?;
            c.str("start").ok()?.u32(start as u32 | 1 << 24).ok()?.str("length").ok()?;
            c.u32(length as u32 | 1 << 24).ok()?;
            c.str("alg").ok()?.str("sha256").ok()?.str("hash").ok()?.bytes(&hash).ok()?;
            Some(())
        });
        // Numbers of one length, so that the store has the same length whatever they are.
        let binding = replace(binding, start, length);
        let (bound, hash_of_binding) = assertion(self.binding, &binding);
        let claim = cbor(|c| {
            c.map(2)
                .ok()?
                .str("alg")
                .ok()?
                .str("sha256")
                .ok()?
                .str("assertions")
                .ok()?
                .array(self.urls.len() as u64)
                .ok()?;
            for path in self.urls {
                let url = format!("self#jumbf={path}{}", self.binding);
                c.map(2).ok()?.str("url").ok()?.str(&url).ok()?;
                c.str("hash").ok()?.bytes(&hash_of_binding).ok()?;
            }
            Some(())
        });
        let signing = Signing::from_seed(&Secret([9; 32]));
        let protected = cbor(|c| {
            c.map(2).ok()?.u8(1).ok()?.i64(self.algorithm).ok()?.u8(33).ok()?;
            c.bytes(&certificate(&signing.public())).ok().map(drop)
        });
        let to_sign = cbor(|c| {
            let c = c.array(4).ok()?.str("Signature1").ok()?.bytes(&protected).ok()?.bytes(&[]).ok()?;
            c.bytes(&claim).ok().map(drop)
        });
        let cose = cbor(|c| {
            let c =
                c.tag(Tag::new(18)).ok()?.array(4).ok()?.bytes(&protected).ok()?.map(0).ok()?.null().ok()?;
            c.bytes(&signing.sign(&to_sign)).ok().map(drop)
        });
        let inside = [
            labelled("c2pa.assertions", &[bound, (self.beside)()].concat()),
            labelled("c2pa.claim", &atom(b"cbor", &claim)),
            (self.behind)(),
            labelled("c2pa.signature", &atom(b"cbor", &cose)),
        ];
        labelled("c2pa", &labelled("urn:uuid:1", &inside.concat()))
    }

    /// A signed picture.
    fn picture(&self) -> Vec<u8> {
        let draft = png(&[(b"caBX", self.store([0; 32], 0, 0))]);
        let start = draft.windows(4).position(|w| w == b"caBX").expect("a chunk") - 4;
        let length = self.store([0; 32], 0, 0).len() + 12 + self.n_left_out as usize;
        let hash = sha256(&[&draft[..start], &draft[start + length..]].concat());
        let signed = png(&[(b"caBX", self.store(hash, start as u64, length as u64))]);
        assert_eq!(signed.len(), draft.len());
        signed
    }
}

/// Puts the real numbers where placeholders of four bytes stand.
fn replace(binding: Vec<u8>, start: u64, length: u64) -> Vec<u8> {
    let mut out = binding;
    for (value, name) in [(start, &b"start"[..]), (length, &b"length"[..])] {
        let at = out.windows(name.len()).position(|w| w == name).expect("its name") + name.len() + 1;
        out[at..at + 4].copy_from_slice(&(value as u32).to_be_bytes());
    }
    out
}

const SIGNER: Signer = Signer {
    algorithm: -8,
    binding: "c2pa.hash.data",
    urls: &["c2pa.assertions/"],
    beside: Vec::new,
    behind: Vec::new,
    n_left_out: 0,
};

/// What somebody who cannot sign would like to be believed.
fn forged_actions(label: &str, kind: &[u8; 4]) -> Vec<u8> {
    let actions = cbor(|c| {
        let c = c.map(1).ok()?.str("actions").ok()?.array(1).ok()?.map(1).ok()?;
        c.str("action").ok()?.str("c2pa.created").ok().map(drop)
    });
    labelled(label, &atom(kind, &actions))
}

const GRADES: [&str; 6] =
    ["unsigned", "signed-unchanged", "signed-altered", "signed-unbound", "signed-unknown", "signature-wrong"];

fn check(told: &Told, grade: &str, codes: &[&str]) {
    assert_eq!((told.value("c2pa.grade"), told.codes()), (grade, codes.to_vec()), "{:#?}", told.metadata);
}

#[test]
fn a_signed_picture_is_unchanged_and_its_signer_is_named() {
    let told = told(&SIGNER.picture());
    check(&told, "signed-unchanged", &[]);
    let expect = [
        ("c2pa.algorithm", "EdDSA"),
        ("c2pa.signer", "CN=Acme Camera 7"),
        ("c2pa.issuer", "CN=Acme Root"),
        ("c2pa.issuerKnown", "no"),
    ];
    for (field, value) in expect {
        assert_eq!(told.value(field), value, "{field}");
    }
}

#[test]
fn whatever_is_changed_is_told() {
    let picture = SIGNER.picture();
    let at = |what: &[u8]| picture.windows(what.len()).position(|w| w == what).expect("it is there");
    let change = |at: usize| {
        let mut other = picture.clone();
        other[at] ^= 1;
        told(&other)
    };
    // The last bytes of the picture, behind the store.
    check(&change(picture.len() - 13), "signed-altered", &["c2pa-altered"]);
    // The hash of the file in its assertion, which the claim has a hash of.
    check(&change(at(b"hashX ") + 8), "signed-altered", &["c2pa-altered"]);
    // The claim itself, which is what is signed.
    check(&change(at(b"sha256jassertions") + 3), "signature-wrong", &["c2pa-signature-wrong"]);
}

#[test]
fn what_cannot_be_judged_is_said_to_be_open() {
    let other = Signer { algorithm: -7, ..SIGNER };
    check(&told(&other.picture()), "signed-unknown", &[]);
    let other = Signer { algorithm: -65_535, ..SIGNER };
    check(&told(&other.picture()), "signed-unknown", &[]);
    let other = Signer { binding: "c2pa.hash.boxes", ..SIGNER };
    check(&told(&other.picture()), "signed-unbound", &[]);
}

#[test]
fn what_stands_beside_the_signed_is_told_to_be_no_part_of_it() {
    let beside = |beside: fn() -> Vec<u8>| {
        check(&told(&Signer { beside, ..SIGNER }.picture()), "signed-altered", &["c2pa-altered"])
    };
    beside(|| forged_actions("c2pa.actions", b"cbor"));
    beside(|| forged_actions("c2pa.actions", b"json"));
    beside(|| forged_actions("c2pa.hash.data", b"cbor"));
    beside(|| forged_actions("c2pa.hash.data", b"json"));
    let behind = |behind: fn() -> Vec<u8>| {
        check(&told(&Signer { behind, ..SIGNER }.picture()), "signed-altered", &["c2pa-altered"])
    };
    behind(|| labelled("c2pa.claim", &atom(b"cbor", &[0xA0])));
    behind(|| labelled("c2pa.claim.v2", &atom(b"json", b"{}")));
    behind(|| labelled("c2pa.assertions", &forged_actions("c2pa.actions.v2", b"cbor")));
    let forged = Signer { beside: || forged_actions("c2pa.actions", b"json"), ..SIGNER };
    assert_eq!(
        told(&forged.picture()).value("c2pa.actions[1]/action"),
        "",
        "and is read in its own form alone"
    );
}

#[test]
fn a_claim_names_assertions_of_its_own_once() {
    let check = |urls, grade| check(&told(&Signer { urls, ..SIGNER }.picture()), grade, &[]);
    check(&["/c2pa/urn:uuid:1/c2pa.assertions/"], "signed-unchanged");
    check(&["c2pa.assertions/", "c2pa.assertions/"], "signed-unbound");
    check(&["c2pa.assertions/", "/c2pa/urn:uuid:1/c2pa.assertions/"], "signed-unbound");
    check(&["c2pa.assertions/c2pa.actions/"], "signed-unbound");
    check(&["/c2pa/urn:uuid:2/c2pa.assertions/"], "signed-unbound");
    check(&["c2pa.assertions/"; 2_000], "signed-unbound");
}

#[test]
fn no_more_than_the_store_is_left_out_of_the_hash_of_a_file() {
    let left_out = |n_left_out| told(&Signer { n_left_out, ..SIGNER }.picture());
    check(&left_out(10), "signed-unchanged", &[]);
    let told = left_out(100);
    check(&told, "signed-unbound", &[]);
    assert_eq!(told.value("c2pa.unbound"), "exclusions");
}

#[test]
fn of_two_stores_nobody_knows_which_is_meant() {
    let picture = SIGNER.picture();
    let end = picture.len() - 12;
    let second = png(&[(b"caBX", SIGNER.store([1; 32], 0, 0))]);
    let start = second.windows(4).position(|w| w == b"caBX").expect("a chunk") - 4;
    let length = SIGNER.store([1; 32], 0, 0).len() + 12;
    let both = [&picture[..end], &second[start..start + length], &picture[end..]].concat();
    let told = told(&both);
    check(&told, "signed-unbound", &["metadata-damaged"]);
    assert_eq!(told.metadata.iter().filter(|m| m.0 == "c2pa.present").count(), 1);
}

#[test]
fn bytes_that_lie_break_nothing() {
    let picture = SIGNER.picture();
    let start = picture.windows(4).position(|w| w == b"jumb").expect("a store");
    for at in (start..picture.len() - 20).step_by(7) {
        for value in [0x00, 0x9B, 0xBF, 0xFF] {
            let mut other = picture.clone();
            other[at] = value;
            // Bytes that only say how boxes are nested are under no signature. Where they hide the manifest itself
            // there is nothing to grade, and the mark is told all the same.
            let told = told(&other);
            let grade = told.metadata.iter().find(|m| m.0 == "c2pa.grade").map_or("", |m| m.1.as_str());
            assert!(grade.is_empty() || GRADES.contains(&grade), "{at} {value:x}");
            assert_eq!(told.value("c2pa.present"), "yes", "{at} {value:x}");
        }
    }
}
