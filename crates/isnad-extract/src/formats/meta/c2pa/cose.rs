//! A claim's signature (COSE, RFC 9052 §4.2 and RFC 9360), and who is said to have made it.

use super::cbor::{Key, entries, items};
use isnad_crypto::foreign::{Certificate, Scheme, Verdict, verify};
use minicbor::{Decoder, Encoder};

/// Numbers of header fields in the registries of COSE.
const ALGORITHM: i64 = 1;
const CHAIN: i64 = 33;
/// Longer chains are nobody's.
const CERTIFICATES_MAX: usize = 16;

/// What the signature of a claim comes to.
pub(super) struct Signed {
    pub(super) scheme: Option<Scheme>,
    pub(super) verdict: Verdict,
    /// The signer's certificate first.
    pub(super) chain: Vec<Certificate>,
}

/// Looks at the signature over a claim; nothing where there is none that can be read.
pub(super) fn signed(cose: &[u8], claim: &[u8]) -> Option<Signed> {
    let mut cbor = Decoder::new(cose);
    // The tag of a message with one signer may be left out.
    if cbor.datatype().ok()? == minicbor::data::Type::Tag {
        cbor.tag().ok()?;
    }
    if cbor.array().ok()? != Some(4) {
        return None;
    }
    let protected = cbor.bytes().ok()?;
    let start = cbor.position();
    cbor.skip().ok()?;
    let unprotected = cose.get(start..cbor.position())?;
    cbor.skip().ok()?;
    let signature = cbor.bytes().ok()?;
    let of_protected = entries(protected)?;
    let all: Vec<_> = of_protected.iter().cloned().chain(entries(unprotected)?).collect();
    // What the signature is to be judged by must be under it.
    let number = of_protected.iter().find(|(key, _)| *key == Key::Number(ALGORITHM));
    let scheme = number.and_then(|(_, raw)| Scheme::of_cose(Decoder::new(raw).i64().ok()?));
    let is_chain = |key: &Key| matches!(key, Key::Number(CHAIN)) || *key == Key::Text("x5chain".into());
    let raw = all.iter().find(|(key, _)| is_chain(key)).map(|(_, raw)| *raw)?;
    let chain = certificates(raw)?;
    let verdict = match (scheme, chain.first()) {
        (Some(scheme), Some(signer)) => {
            verify(scheme, &signer.key, &to_be_signed(protected, claim)?, signature)
        }
        _ => Verdict::Unknown,
    };
    Some(Signed { scheme, verdict, chain })
}

/// One certificate, or several of which the signer's is the first.
fn certificates(raw: &[u8]) -> Option<Vec<Certificate>> {
    let mut cbor = Decoder::new(raw);
    let ders: Vec<&[u8]> = match cbor.bytes() {
        Ok(one) => vec![one],
        Err(_) => {
            let raws = items(raw)?;
            raws.into_iter().map(|raw| Decoder::new(raw).bytes().ok()).collect::<Option<_>>()?
        }
    };
    ders.into_iter().take(CERTIFICATES_MAX).map(Certificate::read).collect()
}

/// What a signer signs: a context, the protected header, no more, and the claim, which lies elsewhere.
fn to_be_signed(protected: &[u8], claim: &[u8]) -> Option<Vec<u8>> {
    let mut out = Encoder::new(Vec::new());
    let array = out.array(4).ok()?;
    array.str("Signature1").ok()?.bytes(protected).ok()?.bytes(&[]).ok()?.bytes(claim).ok()?;
    Some(out.into_writer())
}
