//! What a message says of itself: the head of its page, and its metadata.

use super::fields::{Field, Header};
use crate::wire::Sink;
use isnad_model::Problem;

/// The fields that a reader sees over a letter.
const SHOWN: &[&str] = &["From", "To", "Cc", "Bcc", "Date", "Subject"];

/// The fields that are told, by their names in the standards (RFC 5322, 5321, 2076); `Received` lines stand newest
/// first, as every server put its own on top.
const TOLD: &[&str] = &[
    "From",
    "Sender",
    "Reply-To",
    "To",
    "Cc",
    "Bcc",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Return-Path",
    "Delivered-To",
    "Received",
    "X-Originating-IP",
    "X-Mailer",
    "User-Agent",
    "Authentication-Results",
    "Resent-From",
    "Resent-To",
    "Resent-Date",
    "List-ID",
];

/// How many values of one field are told. A letter passes ten servers, not hundreds.
const VALUES_MAX: usize = 200;

/// The head of the page, and an empty line.
pub(crate) fn head(header: &Header<'_>) -> String {
    let mut text = String::new();
    for name in SHOWN {
        for field in header.fields().filter(|field| field.is(name)).take(VALUES_MAX) {
            let value = header.text(field);
            if !value.is_empty() {
                text.push_str(&format!("{name}: {value}\n"));
            }
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// Every told field, `mail.From` and so on, in the order of the list and then of the message.
pub(crate) fn metadata(header: &Header<'_>, sink: &mut Sink<'_>) {
    let mut left_out = 0;
    let mut found: Vec<(usize, Field<'_>)> = header
        .fields()
        .filter_map(|field| TOLD.iter().position(|name| field.is(name)).map(|rank| (rank, field)))
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    for same in found.chunk_by(|a, b| a.0 == b.0) {
        for (rank, field) in same.iter().take(VALUES_MAX) {
            sink.metadatum(&format!("mail.{}", TOLD[*rank]), &header.text(*field));
        }
        left_out += same.len().saturating_sub(VALUES_MAX) as u64;
    }
    if left_out > 0 {
        sink.problem(
            Problem::new("mail-fields-too-many")
                .number("count", left_out)
                .number("count_max", VALUES_MAX as u64),
        );
    }
}
