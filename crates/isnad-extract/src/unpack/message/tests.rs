use super::unpack;
use crate::unpack::testing::{Gathered, gather};
use base64::{Engine, engine::general_purpose::STANDARD};
use mail_parser::{MessageParser, MimeHeaders};
use proptest::prelude::*;
use std::io::Cursor;

fn members(message: &[u8]) -> (Vec<Gathered>, Vec<&'static str>) {
    gather(|sink| unpack(&mut Cursor::new(message), sink))
}

#[test]
fn attachments_in_order_with_their_names() {
    let message = "From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nthe words\n\
        --b\nContent-Type: application/pdf; name=\"=?utf-8?B?2LHYs9in2YTYqQ==?=.pdf\"\nContent-Transfer-Encoding: base64\n\nd29yZHM=\n\
        --b\nContent-Type: image/png\nContent-Disposition: inline; modification-date=\"Mon, 1 Oct 2018 10:00:00 +0300\"\n\npng\n\
        --b\nContent-Type: message/rfc822\n\nSubject: inner\n\nbody\n\n\
        --b\nContent-Type: text/plain; name=notes.txt\n\nattached words\n--b--\n";
    let (found, codes) = members(message.as_bytes());
    let expect: [(&str, &[u8]); 4] = [
        ("رسالة.pdf", b"words"),
        ("part-3", b"png"),
        ("part-4.eml", b"Subject: inner\n\nbody\n"),
        ("notes.txt", b"attached words"),
    ];
    assert_eq!(found.iter().map(Gathered::pair).collect::<Vec<_>>(), expect);
    assert_eq!(found[1].modified, "2018-10-01T10:00:00+03:00");
    assert_eq!(codes, Vec::<&str>::new());
}

#[test]
fn damage_is_tolerated_and_said() {
    let part = |body: &str| {
        format!("--b\nContent-Type: application/x; name=a\nContent-Transfer-Encoding: base64\n\n{body}\n")
    };
    let message = format!(
        "From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n{}{}",
        part("d2*9yZHM="),
        part("d29y")
    );
    let (found, codes) = members(message.as_bytes());
    assert_eq!(found.iter().map(Gathered::pair).collect::<Vec<_>>(), [("a", &b"words"[..]), ("a", b"wor")]);
    assert_eq!(codes, ["mail-part-damaged", "mail-cut-off"]);
    // However many parts are damaged, the list of them has an end.
    let many =
        format!("From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n{}--b--\n", part("*").repeat(500));
    let (found, codes) = members(many.as_bytes());
    assert_eq!((found.len(), codes.last()), (500, Some(&"problems-more")));
    assert!(codes.len() < crate::member::PROBLEMS_MAX);
}

/// A part of a made-up message, or a multipart.
#[derive(Debug, Clone)]
enum Tree {
    Words(String),
    Attached(String, Vec<u8>),
    Letter(Box<Tree>),
    Parts(Vec<Tree>),
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        "[a-z ]{1,20}".prop_map(Tree::Words),
        ("[a-z]{1,8}\\.(pdf|jpg)", prop::collection::vec(any::<u8>(), 1..200))
            .prop_map(|(n, b)| Tree::Attached(n, b)),
    ];
    leaf.prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            inner.clone().prop_map(|tree| Tree::Letter(Box::new(tree))),
            prop::collection::vec(inner, 1..4).prop_map(Tree::Parts),
        ]
    })
}

impl Tree {
    /// Header and body; `n` numbers the boundaries, so that none is within another.
    fn write(&self, n: &mut u32) -> String {
        match self {
            Self::Words(words) => format!("Content-Type: text/plain\r\n\r\n{words}"),
            Self::Attached(name, bytes) => {
                let lines: Vec<_> =
                    STANDARD.encode(bytes).into_bytes().chunks(76).map(<[u8]>::to_vec).collect();
                let body = String::from_utf8(lines.join(&b"\r\n"[..])).expect("ASCII");
                format!(
                    "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\
                     Content-Transfer-Encoding: base64\r\n\r\n{body}"
                )
            }
            Self::Letter(inner) => {
                format!("Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n{}", inner.write(n))
            }
            Self::Parts(parts) => {
                *n += 1;
                let boundary = format!("=_{n}_");
                let parts: String =
                    parts.iter().map(|p| format!("--{boundary}\r\n{}\r\n", p.write(n))).collect();
                format!(
                    "Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n{parts}--{boundary}--\r\n"
                )
            }
        }
    }

    fn holds_letters(&self) -> bool {
        match self {
            Self::Words(_) | Self::Attached(..) => false,
            Self::Letter(_) => true,
            Self::Parts(parts) => parts.iter().any(Self::holds_letters),
        }
    }

    /// What must come out as members, messages within not looked into.
    fn expect(&self, n: &mut u32, out: &mut Vec<(Option<String>, Vec<u8>)>) {
        match self {
            Self::Words(_) => {}
            Self::Attached(name, bytes) => out.push((Some(name.clone()), bytes.clone())),
            Self::Letter(inner) => {
                out.push((None, format!("Subject: inner\r\n{}", inner.write(n)).into_bytes()))
            }
            Self::Parts(parts) => {
                *n += 1;
                parts.iter().for_each(|part| part.expect(n, out));
            }
        }
    }
}

proptest! {
    /// Every part comes out once, byte for byte; and another parser of mail finds the same, where it does not give
    /// up over letters within letters.
    #[test]
    fn every_part_comes_out(tree in tree()) {
        let message = format!("From: a@example.org\r\nMIME-Version: 1.0\r\n{}", tree.write(&mut 0));
        let mut expect = Vec::new();
        tree.expect(&mut 0, &mut expect);
        let (found, codes) = members(message.as_bytes());
        let bodies: Vec<_> = found.iter().map(|m| m.pair().1.to_vec()).collect();
        prop_assert_eq!(&bodies, &expect.iter().map(|(_, b)| b.clone()).collect::<Vec<_>>());
        prop_assert_eq!(codes, Vec::<&str>::new());

        if tree.holds_letters() {
            return Ok(());
        }
        let parsed = MessageParser::default().parse(&message).expect("a message");
        let theirs: Vec<_> = parsed.attachments().filter(|part| !part.is_text()).collect();
        let ours: Vec<_> = found.iter().zip(&expect).filter(|(_, (name, _))| name.is_some()).map(|(m, _)| m).collect();
        prop_assert_eq!(theirs.len(), ours.len());
        for (theirs, ours) in theirs.iter().zip(ours) {
            prop_assert_eq!((theirs.attachment_name(), theirs.contents()), (Some(ours.name.as_str()), ours.pair().1));
        }
    }
}
