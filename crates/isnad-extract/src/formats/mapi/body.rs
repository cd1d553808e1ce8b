//! The words of a letter, in each form in which it has them.

use super::{Bag, kind, tags, unpack_rtf};
use crate::{
    formats::{codepage, mail::Body, rtf},
    wire::{Reply, Sink},
};
use std::io::Cursor;

/// Takes every form: plain, as a page of the web, and as RTF, which may hold either of the others within.
pub(super) fn gather(own: &Bag, body: &mut Body, lost: &mut Vec<String>) {
    if let Some(text) = own.text(tags::BODY) {
        body.words(text.replace("\r\n", "\n"));
    }
    let page = own.number(tags::INTERNET_CODEPAGE).and_then(codepage::encoding);
    match (own.kind(tags::HTML), own.bytes(tags::HTML)) {
        (Some(kind::STRING), _) => body.page(&own.text(tags::HTML).unwrap_or_default()),
        (Some(kind::STRING8), Some(bytes)) => body.page_in_bytes(bytes, own.encoding().or(page)),
        (_, Some(bytes)) => body.page_in_bytes(bytes, page),
        _ => {}
    }
    if let Some(packed) = own.bytes(tags::RTF_COMPRESSED).filter(|bytes| !bytes.is_empty()) {
        let (rtf, is_whole) = unpack_rtf(packed).unwrap_or_default();
        if !is_whole {
            lost.push("PidTagRtfCompressed".to_owned());
        }
        match rtf::html_within(&rtf) {
            Some(html) => body.page(&html),
            None => body.words(words_of(&rtf)),
        }
    }
}

/// The words of a document in RTF. What is wrong with it is said by its packing, and what it says of itself is the
/// program's, not the writer's.
fn words_of(rtf: &[u8]) -> String {
    let mut text = String::new();
    let mut send = |reply: Reply<'_>| {
        if let Reply::Text(piece) = reply {
            text.push_str(piece);
        }
    };
    rtf::read(&mut Cursor::new(rtf), &mut Sink::new(&mut send));
    text
}
