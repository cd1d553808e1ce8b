use super::{
    code::Code,
    file::Layout,
    make::{Attached, Letter, Maker},
};
use crate::{
    formats::{
        mapi::{kind, make::Props, tags},
        read,
    },
    unpack::{
        testing::{Gathered, gather},
        unpack,
    },
    wire::{Reply, Sink},
};
use proptest::prelude::*;
use std::io::Cursor;

fn taken_out(bytes: &[u8]) -> (Vec<Gathered>, Vec<&'static str>) {
    gather(|sink| unpack(&mut Cursor::new(bytes), None, sink))
}

/// Pages, metadata and codes of a file.
fn told(bytes: &[u8]) -> (Vec<String>, Vec<(String, String)>, Vec<&'static str>) {
    let (mut pages, mut metadata, mut codes) = (Vec::<String>::new(), Vec::new(), Vec::new());
    let mut send = |reply: Reply<'_>| match reply {
        Reply::Page => pages.push(String::new()),
        Reply::Text(text) => pages.last_mut().expect("a page").push_str(text),
        Reply::Metadatum(name, value) => metadata.push((name.to_owned(), value.to_owned())),
        Reply::Problem(problem) => codes.push(problem.code),
        _ => {}
    };
    read(&mut Cursor::new(bytes), None, &mut Sink::new(&mut send));
    (pages, metadata, codes)
}

fn words(subject: &str, body: &str) -> Props {
    Props::default()
        .text(tags::MESSAGE_CLASS, "IPM.Note")
        .text(tags::SUBJECT, &format!("\u{1}\u{1}{subject}"))
        .text(tags::BODY, body)
        .time(tags::DELIVERY_TIME, 1_538_377_200)
}

fn recipient(kind: u32, address: &str) -> Props {
    Props::default().long(tags::RECIPIENT_TYPE, kind).text(tags::SMTP_ADDRESS, address)
}

fn file(name: &str, bytes: &[u8]) -> Attached {
    let props = Props::default().long(tags::ATTACH_METHOD, 1).text(tags::ATTACH_LONG_FILENAME, name);
    Attached { props: props.bytes(tags::ATTACH_DATA, kind::BINARY, bytes), letter: None }
}

/// Bytes of which no two blocks are alike.
fn long_bytes() -> Vec<u8> {
    (0..1_300_000u32).map(|n| (n >> 8) as u8 ^ (n as u8)).collect()
}

/// A mailbox with two folders, a letter with everything, a letter that no folder lists, one without a folder.
fn mailbox(layout: Layout, code: Code) -> Vec<u8> {
    let mut maker = Maker::new(layout, code);
    let inner = Letter {
        props: words("داخل", "the inner words"),
        recipients: vec![recipient(1, "inner@example.org")],
        attached: vec![file("deepest.bin", &[7; 5000])],
    };
    let within = Attached {
        props: Props::default().long(tags::ATTACH_METHOD, 5).text(tags::DISPLAY_NAME, "within"),
        letter: Some(inner),
    };
    let whole = Letter {
        props: words("القائمة", "وصلت القائمة").bytes(0x8001, kind::STRING, b"n\0a\0m\0e\0"),
        recipients: vec![recipient(1, "clerk@example.org"), recipient(3, "witness@example.org")],
        attached: vec![file("a.bin", &long_bytes()), within],
    };
    maker.node(0x21, 0, &Props::default().text(tags::DISPLAY_NAME, "صندوق"));
    let guid = [0x11; 16];
    let entries = [[0, 0, 0, 0, 7, 0, 0, 0], [0x34, 0x85, 0, 0, 6, 0, 1, 0]].concat();
    let names = Props::default().bytes(2, kind::BINARY, &guid).bytes(3, kind::BINARY, &entries);
    maker.node(0x61, 0, &names.bytes(4, kind::BINARY, b"\x04\0\0\0k\0w\0"));
    let folder = 0x8082 & !0x1F | 0x02;
    let first = maker.letter(0x1_0001, folder, &whole);
    let second =
        maker.letter(0x1_0002, folder, &Letter { props: words("two", "second words"), ..Letter::default() });
    maker.letter(0x1_0003, folder, &Letter { props: words("three", "unlisted words"), ..Letter::default() });
    maker.letter(0x1_0004, 0x7002, &Letter { props: words("four", "lost words"), ..Letter::default() });
    let top = maker.folder(0x122 >> 5, 0, "", &[]);
    let branch = maker.folder(0x8022 >> 5, top, "Top of Folders", &[]);
    assert_eq!(maker.folder(0x8082 >> 5, branch, "البريد الوارد", &[first, second]), folder);
    maker.finish()
}

#[test]
fn every_letter_is_taken_out_once_in_every_layout_and_coding() {
    for layout in [Layout::Ansi, Layout::Unicode, Layout::Large] {
        for code in [Code::Plain, Code::Permuted, Code::Cyclic] {
            let bytes = mailbox(layout, code);
            let (_, metadata, codes) = told(&bytes);
            assert_eq!(codes, [""; 0], "{layout:?} {code:?}");
            let value =
                |name: &str| metadata.iter().find(|(known, _)| known == name).map(|(_, v)| v.as_str());
            assert_eq!((value("pst.letters"), value("pst.DisplayName")), (Some("4"), Some("صندوق")));
            let (letters, codes) = taken_out(&bytes);
            assert_eq!(codes, ["mailbox-letters-unlisted"], "{layout:?} {code:?}");
            let names: Vec<_> = letters.iter().map(|letter| letter.name.as_str()).collect();
            assert_eq!(
                names,
                [
                    "Top of Folders/البريد الوارد/00200024.msg",
                    "Top of Folders/البريد الوارد/00200044.msg",
                    "Top of Folders/البريد الوارد/00200064.msg",
                    "lost+found/00200084.msg"
                ]
            );
            check_first(&letters[0]);
            for (letter, expect) in letters[1..].iter().zip(["second words", "unlisted words", "lost words"])
            {
                let (pages, _, codes) = told(letter.content.as_ref().expect("a letter"));
                assert!(pages[0].ends_with(&format!("\n\n{expect}\n")) && codes.is_empty(), "{pages:?}");
            }
        }
    }
}

/// The letter that has everything.
fn check_first(letter: &Gathered) {
    assert_eq!(letter.modified, "2018-10-01T07:00:00Z");
    let bytes = letter.content.as_ref().expect("a letter");
    let (pages, _, codes) = told(bytes);
    assert_eq!(
        pages,
        ["To: clerk@example.org\nBcc: witness@example.org\nDate: 2018-10-01T07:00:00Z\nSubject: القائمة\n\n\
          وصلت القائمة\n"]
    );
    let (members, more) = taken_out(bytes);
    assert_eq!((codes, more), (vec![], vec![]));
    assert_eq!(members[0].pair(), ("a.bin", &long_bytes()[..]));
    assert_eq!(members[1].name, "within.msg");
    let within = members[1].content.as_ref().expect("a letter");
    assert!(told(within).0[0].ends_with("Subject: داخل\n\nthe inner words\n"));
    assert_eq!(taken_out(within).0[0].pair(), ("deepest.bin", &[7; 5000][..]));
}

#[test]
fn a_letter_takes_its_names_along() {
    let letters = taken_out(&mailbox(Layout::Unicode, Code::Permuted)).0;
    let bytes = letters[0].content.as_ref().expect("a letter");
    let mut file = cfb::CompoundFile::open_strict(Cursor::new(bytes)).expect("a sound compound file");
    let mut stream = |path: &str| {
        let mut content = Vec::new();
        let stream = file.open_stream(path);
        stream.and_then(|mut s| std::io::Read::read_to_end(&mut s, &mut content)).expect("a stream");
        content
    };
    // The second name of the mailbox is the first of the letter, and is a number.
    assert_eq!(stream("/__nameid_version1.0/__substg1.0_00030102"), [0x34, 0x85, 0, 0, 6, 0, 0, 0]);
    assert_eq!(stream("/__substg1.0_8000001F"), b"n\0a\0m\0e\0");
}

#[test]
fn damage_costs_what_it_covers() {
    let sound = mailbox(Layout::Unicode, Code::Plain);
    let at = memchr::memmem::find(&sound, b"l\0o\0s\0t\0 \0w\0o\0r\0d\0s\0").expect("the words");
    let mut altered = sound.clone();
    altered[at] ^= 1;
    let (letters, codes) = taken_out(&altered);
    assert_eq!((letters.len(), codes), (4, vec!["mail-part-damaged", "mailbox-letters-unlisted"]));
    for length in (0..sound.len()).step_by(sound.len() / 40) {
        told(&sound[..length]);
        taken_out(&sound[..length]);
    }
    assert_eq!(taken_out(&sound[..4]).1, ["container-damaged"]);
    let mut encrypted = sound;
    encrypted[513] = 0x10;
    assert_eq!(taken_out(&encrypted).1, ["container-encrypted"]);
}

/// A mailbox with one folder of this name that holds these letters, and whatever else is put into it.
fn small(name: &str, letters: &[Letter], more: impl FnOnce(&mut Maker)) -> Vec<u8> {
    let mut maker = Maker::new(Layout::Unicode, Code::Plain);
    maker.node(0x21, 0, &Props::default().text(tags::DISPLAY_NAME, "box"));
    let folder = 0x8082 & !0x1F | 0x02;
    let numbers: Vec<u32> =
        (1u32..).zip(letters).map(|(n, letter)| maker.letter(n, folder, letter)).collect();
    let top = maker.folder(0x122 >> 5, 0, "", &[]);
    maker.folder(0x8082 >> 5, top, name, &numbers);
    more(&mut maker);
    maker.finish()
}

fn letter(subject: &str) -> Letter {
    Letter { props: words(subject, "words"), ..Letter::default() }
}

#[test]
fn what_is_there_twice_or_beyond_measure_is_said() {
    let check = |bytes: &[u8], n_letters: usize, codes: &[&str]| {
        let taken = taken_out(bytes);
        assert_eq!((taken.0.len(), &taken.1[..]), (n_letters, codes));
    };
    check(&small("in", &[letter("one")], |_| ()), 1, &[]);
    check(
        &small("in", &[letter("one")], |maker| maker.nodes.push(maker.nodes[1])),
        1,
        &["container-damaged"],
    );
    let long = small(&"م".repeat(1000), &[letter("one")], |_| ());
    check(&long, 1, &["container-damaged"]);
    assert_eq!(taken_out(&long).0[0].name.chars().take_while(|c| *c == 'م').count(), super::NAME_CHARS_MAX);
}

#[test]
fn letters_within_letters_unfold_within_bounds_and_cost_no_other_letter() {
    fn nested(depth: usize) -> Letter {
        let within = || Attached {
            props: Props::default().long(tags::ATTACH_METHOD, 5),
            letter: Some(nested(depth - 1)),
        };
        let attached = if depth == 0 { Vec::new() } else { vec![within(), within()] };
        Letter { attached, ..letter("nested") }
    }
    let (letters, codes) = taken_out(&small("in", &[nested(13), letter("two")], |_| ()));
    assert_eq!((letters.len(), codes), (2, vec!["mail-part-damaged"]));
    assert!(letters.iter().all(|letter| letter.content.is_ok()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_it_panic_or_go_on_without_end(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..30),
        layout in prop_oneof![Just(Layout::Ansi), Just(Layout::Unicode), Just(Layout::Large)],
    ) {
        let mut maker = Maker::new(layout, Code::Plain);
        let letter = Letter {
            props: words("a", "b"),
            recipients: vec![recipient(1, "a@b")],
            attached: vec![file("c", &[1; 9000])],
        };
        let id = maker.letter(0x1_0001, 0x122, &letter);
        maker.folder(0x122 >> 5, 0, "top", &[id]);
        let mut bytes = maker.finish();
        for (place, value) in changes {
            let at = place.index(bytes.len());
            bytes[at] = value;
        }
        told(&bytes);
        taken_out(&bytes);
    }
}
