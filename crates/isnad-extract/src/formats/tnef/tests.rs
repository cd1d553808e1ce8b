use crate::{
    formats::{
        mapi::{kind, make::Props, tags},
        read,
    },
    unpack::{testing::gather, unpack},
    wire::{Reply, Sink},
};
use proptest::prelude::*;
use std::io::Cursor;

fn told(bytes: &[u8]) -> (Vec<String>, Vec<&'static str>, bool) {
    let (mut pages, mut codes, mut has_members) = (Vec::<String>::new(), Vec::new(), false);
    let mut send = |reply: Reply<'_>| match reply {
        Reply::Page => pages.push(String::new()),
        Reply::Text(text) => pages.last_mut().expect("a page").push_str(text),
        Reply::Problem(problem) => codes.push(problem.code),
        Reply::HasMembers => has_members = true,
        _ => {}
    };
    read(&mut Cursor::new(bytes), None, &mut Sink::new(&mut send));
    (pages, codes, has_members)
}

fn attribute(level: u8, number: u32, data: &[u8]) -> Vec<u8> {
    let sum = data.iter().fold(0u16, |sum, byte| sum.wrapping_add((*byte).into()));
    [&[level][..], &number.to_le_bytes(), &(data.len() as u32).to_le_bytes(), data, &sum.to_le_bytes()]
        .concat()
}

fn list(props: &Props) -> Vec<u8> {
    let mut out = ((props.numbers.len() + props.streams.len()) as u32).to_le_bytes().to_vec();
    for (tag, kind, value) in &props.numbers {
        out.extend([kind.to_le_bytes(), tag.to_le_bytes()].concat());
        let width = if matches!(*kind, kind::TIME) { 8 } else { 4 };
        out.extend(&value.to_le_bytes()[..width]);
    }
    for (tag, kind, bytes) in &props.streams {
        out.extend([kind.to_le_bytes(), tag.to_le_bytes()].concat());
        if *tag >= 0x8000 {
            out.extend([&[1; 16][..], &1u32.to_le_bytes(), &6u32.to_le_bytes(), b"n\0a\0\0\0\0\0"].concat());
        }
        out.extend([1u32.to_le_bytes(), (bytes.len() as u32).to_le_bytes()].concat());
        out.extend(bytes);
        out.resize(out.len() + bytes.len().next_multiple_of(4) - bytes.len(), 0);
    }
    out
}

fn whole(attributes: &[Vec<u8>]) -> Vec<u8> {
    [&0x223E_9F78u32.to_le_bytes()[..], &[1, 0], &attributes.concat()].concat()
}

fn moment() -> Vec<u8> {
    [2018u16, 10, 1, 7, 0, 0, 1].iter().flat_map(|number| number.to_le_bytes()).collect()
}

#[test]
fn old_attributes_make_a_letter() {
    let old = |text: &str| [&encoding_rs::WINDOWS_1256.encode(text).0[..], &[0]].concat();
    let (name, address) = (old("أحمد"), b"SMTP:ahmad@example.org\0");
    let from = [4u16, 0, name.len() as u16, address.len() as u16].into_iter().flat_map(u16::to_le_bytes);
    let from = [&from.collect::<Vec<_>>()[..], &name, address].concat();
    let file = whole(&[
        attribute(1, 0x0006_9007, &[0xE8, 4, 0, 0, 0, 0, 0, 0]),
        attribute(1, 0x0000_8000, &from),
        attribute(1, 0x0001_8004, &old("رسالة")),
        attribute(1, 0x0003_8005, &moment()),
        attribute(1, 0x0002_800C, &old("وصلت القائمة")),
    ]);
    let (pages, codes, has_members) = told(&file);
    let expect =
        "From: أحمد <ahmad@example.org>\nDate: 2018-10-01T07:00:00Z\nSubject: رسالة\n\nوصلت القائمة\n";
    assert_eq!((&pages[..], &codes[..], has_members), (&[expect.to_owned()][..], &[][..], false));
}

/// A letter in properties, with two files and a letter within.
fn full() -> Vec<u8> {
    let own =
        Props::default().text(tags::SUBJECT, "القائمة").text(tags::BODY, "the words").text(0x8000, "named");
    let recipient =
        Props::default().long(tags::RECIPIENT_TYPE, 1).text(tags::SMTP_ADDRESS, "clerk@example.org");
    let inner = whole(&[attribute(1, 0x0002_800C, b"the inner words\0")]);
    let letter = [0x07, 0x03, 0x02, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];
    let within = Props::default().long(tags::ATTACH_METHOD, 5).text(tags::DISPLAY_NAME, "within").bytes(
        tags::ATTACH_DATA,
        kind::OBJECT,
        &[&letter[..], &inner].concat(),
    );
    whole(&[
        attribute(1, 0x0006_9003, &list(&own)),
        attribute(1, 0x0006_9004, &[&1u32.to_le_bytes()[..], &list(&recipient)].concat()),
        attribute(2, 0x0006_9002, &[0; 14]),
        attribute(2, 0x0001_8010, b"SHORT.JPG\0"),
        attribute(2, 0x0003_8013, &moment()),
        attribute(2, 0x0006_800F, b"words"),
        attribute(
            2,
            0x0006_9005,
            &list(&Props::default().text(tags::ATTACH_LONG_FILENAME, "صورة طويلة.jpg")),
        ),
        attribute(2, 0x0006_9002, &[0; 14]),
        attribute(2, 0x0006_9005, &list(&within)),
    ])
}

#[test]
fn properties_go_before_and_members_come_out() {
    let (pages, codes, has_members) = told(&full());
    assert_eq!(pages, ["To: clerk@example.org\nSubject: القائمة\n\nthe words\n"]);
    assert_eq!((codes, has_members), (vec![], true));
    let (members, codes) = gather(|sink| unpack(&mut Cursor::new(full()), None, sink));
    assert_eq!(codes, [""; 0]);
    assert_eq!(members[0].pair(), ("صورة طويلة.jpg", &b"words"[..]));
    assert_eq!(members[0].modified, "2018-10-01T07:00:00Z");
    assert_eq!(members[1].name, "within.tnef");
    assert_eq!(told(members[1].content.as_ref().expect("a file")).0, ["the inner words\n"]);
}

#[test]
fn a_content_without_a_place_is_said() {
    let check = |attributes: &[Vec<u8>], codes: &[&str]| assert_eq!(told(&whole(attributes)).1, codes);
    let (begins, data) =
        (attribute(2, 0x0006_9002, &[0; 14]), |bytes: &[u8]| attribute(2, 0x0006_800F, bytes));
    check(&[begins.clone(), data(b"one")], &[]);
    check(&[begins.clone(), data(b"one"), data(b"one")], &[]);
    check(&[begins.clone(), data(b"one"), data(b"two")], &["document-damaged"]);
    check(&[data(b"one"), begins], &["document-damaged"]);
}

#[test]
fn what_is_cut_off_or_altered_is_said() {
    let full = full();
    for length in 0..full.len() {
        let (_, codes, _) = told(&full[..length]);
        gather(|sink| unpack(&mut Cursor::new(&full[..length]), None, sink));
        assert!(codes.len() <= 2, "{codes:?}");
    }
    assert_eq!(
        told(&full[..full.len() - 10]).1,
        ["document-damaged"; 2],
        "of the list and of what it lies in"
    );
    let mut altered = full;
    let at = memchr::memmem::find(&altered, b"w\0o\0r\0d\0s").expect("the words");
    altered[at] ^= 1;
    assert_eq!(told(&altered).1, ["document-damaged"], "its sum does not hold");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = full();
        for (place, value) in changes {
            let at = place.index(bytes.len());
            bytes[at] = value;
        }
        told(&bytes);
        gather(|sink| unpack(&mut Cursor::new(&bytes), None, sink));
    }
}
