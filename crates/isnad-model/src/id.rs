//! Identifiers, each of its own type with a prefix that a person can read aloud.

/// The alphabet of printed ids: Crockford's base 32, which has no I, L, O or U to confuse.
/// Source: <https://www.crockford.com/base32.html>.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The size of an id in bytes: 80 bits of chance, printed as 16 characters.
pub const ID_BYTES: usize = 10;

/// A text that is not an id of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of this kind")]
pub struct NotAnId;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; ID_BYTES]);

        impl $name {
            /// The letter before the hyphen.
            pub const PREFIX: &'static str = $prefix;
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}-{}", $prefix, encode(&self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{self}")
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let rest = text.strip_prefix(concat!($prefix, "-")).ok_or(NotAnId)?;
                decode(rest).map(Self).ok_or(NotAnId)
            }
        }
    };
}

id_type!(
    /// One taking-in of material from one provenance (OAIS: accession).
    AccessionId,
    "A"
);
id_type!(
    /// One thing held: a file, or a member of a container, in one accession.
    ItemId,
    "I"
);
id_type!(
    /// Somebody who acts in the archive.
    PrincipalId,
    "P"
);
id_type!(
    /// Anyone or anything that claims are made about: a person, a unit, an incident, a case.
    RecordId,
    "R"
);
id_type!(
    /// Claims that were made in one act: a form, a selection, an imported register.
    BatchId,
    "B"
);

fn encode(bytes: &[u8; ID_BYTES]) -> String {
    let mut out = String::with_capacity(16);
    for half in bytes.chunks(5) {
        let bits = half.iter().fold(0u64, |acc, b| (acc << 8) | u64::from(*b));
        for place in (0..8).rev() {
            out.push(char::from(ALPHABET[((bits >> (place * 5)) & 31) as usize]));
        }
    }
    out
}

fn decode(text: &str) -> Option<[u8; ID_BYTES]> {
    if text.len() != 16 {
        return None;
    }
    let mut out = [0; ID_BYTES];
    for (half, chunk) in text.as_bytes().chunks(8).enumerate() {
        let mut bits = 0u64;
        for letter in chunk {
            let value = ALPHABET.iter().position(|a| *a == letter.to_ascii_uppercase())?;
            bits = (bits << 5) | value as u64;
        }
        for place in 0..5 {
            out[half * 5 + place] = (bits >> ((4 - place) * 8)) as u8;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests;
