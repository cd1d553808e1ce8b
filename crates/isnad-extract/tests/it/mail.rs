//! Letters and mailboxes through the real child.

use super::reader;
use isnad_extract::{Answer, Reader};
use isnad_model::reading::Kind;
use std::{io::Read, ops::ControlFlow};

const LETTER: &str = "From: أحمد <ahmad@example.org>\nTo: committee@example.org\nMessage-ID: <1@example.org>\n\
    Subject: =?windows-1256?B?0dPH4ck=?=\nDate: Mon, 1 Oct 2018 10:00:00 +0300\n\
    Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nوصلت القائمة\n\
    --b\nContent-Type: image/png; name=\"a.png\"\nContent-Transfer-Encoding: base64\n\nd29yZHM=\n\
    --b\nContent-Type: message/rfc822\n\nFrom: inner@example.org\nMessage-ID: <2@example.org>\n\nthe inner words\n\
    --b--\n";

fn members(reader: &mut Reader, bytes: &[u8]) -> (Vec<(String, Vec<u8>)>, Vec<&'static str>) {
    let mut members = Vec::new();
    let budget = reader.budget(bytes.len() as u64);
    let problems = reader.unpack(bytes, &budget, &mut |mut member| {
        let mut content = Vec::new();
        member.read_to_end(&mut content).expect("a whole member");
        members.push((member.label.to_owned(), content));
        ControlFlow::Continue(())
    });
    (members, problems.iter().map(|p| p.code).collect())
}

fn what(answer: &Answer) -> (Kind, &str, bool) {
    (answer.kind, answer.media_type.as_str(), answer.has_members)
}

#[test]
fn a_letter_has_words_of_its_own_and_members() {
    let mut reader = reader();
    let answer = reader.read(LETTER.as_bytes());
    assert_eq!(what(&answer), (Kind::Mail, "message/rfc822", true));
    assert!(answer.reading.pages[0].text.ends_with("Subject: رسالة\n\nوصلت القائمة\n"));
    assert_eq!(answer.reading.problems, []);
    let (found, codes) = members(&mut reader, LETTER.as_bytes());
    assert_eq!(found[0], ("a.png".to_owned(), b"words".to_vec()));
    assert_eq!((found[1].0.as_str(), codes), ("part-3.eml", vec![]));

    let inner = reader.read(&found[1].1);
    assert_eq!(what(&inner), (Kind::Mail, "message/rfc822", false));
    assert_eq!(inner.reading.pages, ["From: inner@example.org\n\nthe inner words\n".into()]);
}

#[test]
fn a_mailbox_is_a_container_of_letters() {
    let divider = "From ahmad@example.org Mon Oct  1 10:00:00 2018\n";
    let mailbox = format!("{divider}{LETTER}\n{divider}{LETTER}\n");
    let mut reader = reader();
    let answer = reader.read(mailbox.as_bytes());
    assert_eq!(what(&answer), (Kind::Container, "application/mbox", true));
    assert_eq!(answer.reading.pages, []);
    let letter = LETTER.as_bytes().to_vec();
    let expect = vec![("000001.eml".to_owned(), letter.clone()), ("000002.eml".to_owned(), letter)];
    assert_eq!(members(&mut reader, mailbox.as_bytes()), (expect, vec![]));
}
