//! What somebody had typed when their session ended, carried through the sign-in and given back.
//!
//! Nothing of it is stored. It travels in the sign-in form itself, sealed under a key that this process keeps in
//! memory, so that whoever comes to the locked screen cannot read it out of the page. It is given back only to
//! the person who had typed it.

use axum::extract::multipart::Field;
use isnad_access::Grant;
use isnad_crypto::{
    Secret,
    hash::hex,
    seal::{open, seal},
};
use isnad_model::{Sensitivity, intake::Provenance};
use rand::rngs::OsRng;

use crate::fault::Fault;

/// The longest text that one field of the form may hold.
pub(crate) const FIELD_BYTES_MAX: usize = 256 * 1024;
/// What a sign-in form with the longest draft comes to: six fields, sealed and in hexadecimal.
pub(crate) const FORM_BYTES_MAX: usize = 4 << 20;

const OWNER: &[u8] = b"isnad/draft-owner/v1";
const DRAFT: &[u8] = b"isnad/draft/v1";

/// The key of this process.
pub(crate) struct Drafts(Secret);

impl Drafts {
    pub fn new() -> Self {
        Self(Secret::generate(&mut OsRng))
    }

    /// A mark for the form, by which its writer is known again when the session is over.
    pub fn owner(&self, grant: &Grant) -> String {
        hex(&seal(&self.0, OWNER, &grant.principal().0, &mut OsRng))
    }

    /// Seals what was typed into a form with this mark; nothing if the mark is none of ours, or nothing was typed.
    pub fn keep(&self, owner: &str, typed: &Provenance) -> Option<String> {
        if *typed == (Provenance { sensitivity: typed.sensitivity, ..Provenance::default() }) {
            return None;
        }
        let mut plain = open(&self.0, OWNER, &unhex(owner)?).ok()?;
        for text in texts(typed) {
            plain.extend((text.len() as u32).to_be_bytes());
            plain.extend(text.bytes());
        }
        Some(hex(&seal(&self.0, DRAFT, &plain, &mut OsRng)))
    }

    /// Opens a draft for whoever wrote it.
    pub fn give_back(&self, draft: &str, grant: &Grant) -> Option<Provenance> {
        let plain = open(&self.0, DRAFT, &unhex(draft)?).ok()?;
        let mut rest = plain.strip_prefix(grant.principal().0.as_slice())?;
        let mut next = || {
            let (size, behind) = rest.split_first_chunk::<4>()?;
            let (text, behind) = behind.split_at_checked(u32::from_be_bytes(*size) as usize)?;
            rest = behind;
            String::from_utf8(text.to_vec()).ok()
        };
        Some(Provenance {
            from_whom: next()?,
            when: next()?,
            where_: next()?,
            how: next()?,
            authority: next()?,
            notes: next()?,
            sensitivity: Sensitivity::from_code(&next()?)?,
        })
    }
}

fn texts(typed: &Provenance) -> [&str; 7] {
    let Provenance { from_whom, when, where_, how, authority, notes, sensitivity } = typed;
    [from_whom, when, where_, how, authority, notes, sensitivity.code()]
}

/// Puts an answer in its place; a field that is not ours is passed over.
pub(crate) fn note(typed: &mut Provenance, field: &str, text: String) {
    match field {
        "from-whom" => typed.from_whom = text,
        "when" => typed.when = text,
        "where" => typed.where_ = text,
        "how" => typed.how = text,
        "authority" => typed.authority = text,
        "notes" => typed.notes = text,
        // What cannot be read stays at the least exposure.
        "sensitivity" => typed.sensitivity = Sensitivity::from_code(&text).unwrap_or_default(),
        _ => {}
    }
}

/// Reads a text field up to its limit.
pub(crate) async fn text(mut field: Field<'_>) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|_| Fault::Forged)? {
        if bytes.len() + chunk.len() > FIELD_BYTES_MAX {
            return Err(Fault::Forged);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let bytes = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?));
    rest.is_empty().then(|| bytes.collect()).flatten()
}

#[cfg(test)]
mod tests;
