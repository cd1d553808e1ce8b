//! What a part of a message is to its reader: words of the message itself, or a member to be taken out.

use super::parts::Part;

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Words of the message.
    Plain,
    /// The same as a page of the web.
    Html,
    /// Something that came with it.
    Member,
}

impl Part<'_> {
    /// A text with a name was attached, wherever the sender's program put it.
    pub(crate) fn role(&self) -> Role {
        if self.disposition.value == "attachment" || self.file_name().is_some() {
            return Role::Member;
        }
        match self.content.value.as_str() {
            "text/plain" => Role::Plain,
            "text/html" => Role::Html,
            _ => Role::Member,
        }
    }

    /// The name that the sender's program gave it.
    pub(crate) fn file_name(&self) -> Option<&str> {
        let named = self.disposition.get("filename").or_else(|| self.content.get("name"));
        named.map(str::trim).filter(|name| !name.is_empty())
    }

    /// The name of its member: the sender's, else one made of its place.
    pub(crate) fn member_name(&self) -> String {
        match self.file_name() {
            Some(name) => name.to_owned(),
            None if self.is_message() => format!("part-{}.eml", self.number),
            None => format!("part-{}", self.number),
        }
    }

    /// Whether it is a message (RFC 2046 §5.2.1, RFC 6532 §3.7).
    pub(crate) fn is_message(&self) -> bool {
        matches!(self.content.value.as_str(), "message/rfc822" | "message/global")
    }

    /// Whether it is the sealed body of an encrypted message: OpenPGP (RFC 3156) or S/MIME (RFC 8551).
    pub(crate) fn is_sealed(&self) -> bool {
        match self.content.value.as_str() {
            "application/pgp-encrypted" => true,
            "application/pkcs7-mime" | "application/x-pkcs7-mime" => {
                // Without a word about it, it is enveloped; signed data say so.
                !self.content.get("smime-type").is_some_and(|kind| {
                    ["signed-data", "certs-only", "compressed-data"]
                        .iter()
                        .any(|k| kind.eq_ignore_ascii_case(k))
                })
            }
            _ => false,
        }
    }
}
