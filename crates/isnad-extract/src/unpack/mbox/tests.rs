use super::*;
use crate::unpack::testing::{Gathered, gather};
use proptest::prelude::*;
use std::io::{BufReader, Cursor};

const FROM: &str = "From a@b Mon Oct  1 10:00:00 2018\n";

/// Splits with a buffer so small that everything happens at its edges.
fn split(mailbox: &[u8]) -> (Vec<Gathered>, Vec<&'static str>) {
    gather(|sink| unpack(&mut BufReader::with_capacity(7, Cursor::new(mailbox)), sink))
}

fn check(mailbox: &str, expect: &[&str]) {
    for mailbox in [mailbox.to_owned(), mailbox.replace('\n', "\r\n")] {
        let (members, codes) = split(mailbox.as_bytes());
        let bodies: Vec<String> =
            members.iter().map(|m| String::from_utf8_lossy(m.pair().1).replace("\r\n", "\n")).collect();
        assert_eq!((bodies, codes), (expect.iter().map(|m| (*m).to_owned()).collect(), vec![]), "{mailbox}");
    }
}

#[test]
fn messages_behind_dividing_lines() {
    let (a, b) = ("Subject: a\n\none\n", "Subject: b\n\ntwo\n\nmore\n");
    check(&format!("{FROM}{a}\n{FROM}{b}\n"), &[a, b]);
    // The empty line at the end belongs to the mailbox, a second one to the message.
    check(&format!("{FROM}{a}\n\n"), &[&format!("{a}\n")]);
    // Cut off, or written by a program that leaves empty lines out.
    check(&format!("{FROM}{a}{FROM}{b}"), &[a, b]);
    check(FROM, &[""]);
    check(&format!("{FROM}\n\n{FROM}\nno header\n"), &["\n", "\nno header\n"]);
}

#[test]
fn sentences_divide_nothing() {
    let talk =
        format!("Subject: a\n\nFrom now on\n\nFrom May to 10:00 2018\n>{FROM}words\n\n{FROM}no field here\n");
    check(&format!("{FROM}{talk}\n"), &[&talk]);
}

#[test]
fn a_length_that_is_said_is_not_trusted() {
    let (lie, after) = ("Subject: a\nContent-Length: 999999\n\none\n", "Subject: b\n\ntwo\n");
    check(&format!("{FROM}{lie}\n{FROM}{after}\n"), &[lie, after]);
}

#[test]
fn names_are_numbers_and_times_are_those_of_the_dividing_lines() {
    let later = "From - Tue Oct  2 11:00:00 +0300 2018\n";
    let (members, _) = split(format!("{FROM}Subject: a\n\n{later}Subject: b\n").as_bytes());
    let heads: Vec<_> = members.iter().map(|m| (m.name.as_str(), m.modified.as_str())).collect();
    assert_eq!(heads, [("000001.eml", "2018-10-01T10:00:00"), ("000002.eml", "2018-10-02T11:00:00+03:00")]);
}

#[test]
fn long_lines_are_passed_on_in_pieces() {
    let long = "x".repeat(LINE_MAX * 3 + 5);
    let message = format!("Subject: a\n\n{long}\n");
    // What follows within the line is no line, whatever it looks like.
    let inner = format!("Subject: b\n\n{}{FROM}Subject: no\n", "y".repeat(LINE_MAX));
    check(&format!("{FROM}{message}\n{FROM}{inner}\n"), &[&message, &inner]);
}

proptest! {
    /// Whatever is put into a mailbox as RFC 4155 says comes out of it, byte for byte.
    #[test]
    fn what_goes_in_comes_out(bodies in prop::collection::vec("(From |>|\\n|\\r\\n|[a-z ]{0,9}|ر){0,30}", 0..8)) {
        let messages: Vec<String> = bodies.iter().map(|body| format!("Subject: s\n\n{body}\n")).collect();
        let mailbox: String = messages.iter().map(|message| format!("{FROM}{message}\n")).collect();
        let (members, codes) = split(mailbox.as_bytes());
        let found: Vec<&[u8]> = members.iter().map(|m| m.pair().1).collect();
        let expect: Vec<&[u8]> = messages.iter().map(|m| m.as_bytes()).collect();
        prop_assert_eq!(found, expect);
        prop_assert_eq!(codes, Vec::<&str>::new());
    }

    /// Nothing of any file is lost or doubled: dividing lines, messages and the empty lines between are all of it.
    #[test]
    fn nothing_is_lost(lines in prop::collection::vec(prop::sample::select(vec![FROM, "Subject: s\n", "\n", "\r\n", "words\n", "From a\n", "end"]), 0..40)) {
        let mailbox = format!("{FROM}{}", lines.concat());
        let (members, _) = split(mailbox.as_bytes());
        let kept: usize = members.iter().map(|m| m.pair().1.len()).sum();
        let divided = members.len() * FROM.len();
        let blank = members.len() * 2;
        prop_assert!(kept + divided <= mailbox.len() && mailbox.len() <= kept + divided + blank);
    }
}
