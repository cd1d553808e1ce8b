//! IPTC-IIM within Photoshop's blocks within a JPEG, as newsrooms write it.

use crate::formats::make::{Told, jpeg, told};
use encoding_rs::{WINDOWS_1252, WINDOWS_1256};

fn set(record: u8, number: u8, value: &[u8]) -> Vec<u8> {
    [&[0x1C, record, number], &(value.len() as u16).to_be_bytes()[..], value].concat()
}

fn resource(number: u16, name: &[u8], content: &[u8]) -> Vec<u8> {
    let mut out = [b"8BIM", &number.to_be_bytes()[..], &[name.len() as u8], name].concat();
    out.resize(out.len().next_multiple_of(2), 0);
    out.extend((content.len() as u32).to_be_bytes());
    out.extend(content);
    out.resize(out.len().next_multiple_of(2), 0);
    out
}

fn read(sets: &[Vec<u8>]) -> Told {
    let block = [resource(0x03ED, b"", &[1; 16]), resource(0x0404, b"odd", &sets.concat())].concat();
    told(&jpeg(&[(0xED, [b"Photoshop 3.0\0", &block[..]].concat())]))
}

#[test]
fn fields_of_the_second_record() {
    read(&[
        set(1, 90, b"\x1B%G"),
        set(2, 0, &[0, 4]),
        set(2, 120, "وقفة أمام الوزارة".as_bytes()),
        set(2, 80, b"S. Writer"),
        set(2, 25, b"one"),
        set(2, 25, b"two"),
        set(2, 55, b"20130501"),
        set(2, 60, b"102030+0300"),
        set(2, 200, b"own"),
    ])
    .is(&[
        ("iptc.Caption", "وقفة أمام الوزارة"),
        ("iptc.Byline", "S. Writer"),
        ("iptc.Keywords", "one"),
        ("iptc.DateCreated", "20130501"),
        ("iptc.2:200", "own"),
        ("time.zone", "+03:00"),
    ]);
    assert_eq!(read(&[set(2, 25, b"one"), set(2, 25, b"two")]).all("iptc.Keywords"), ["one", "two"]);
}

#[test]
fn without_a_charset_old_encodings_are_tried() {
    read(&[set(2, 120, &WINDOWS_1252.encode("Réunion").0)]).is(&[("iptc.Caption", "Réunion")]);
    read(&[set(2, 120, &WINDOWS_1256.encode("شهادة").0)]).is(&[("iptc.Caption", "شهادة")]);
    read(&[set(2, 120, "شهادة".as_bytes())]).is(&[("iptc.Caption", "شهادة")]);
}

#[test]
fn long_values_have_long_lengths() {
    let long = [&[0x1C, 2, 120, 0x80, 4][..], &70_000u32.to_be_bytes()].concat();
    // It would need several segments, which are one block.
    let block = resource(0x0404, b"", &[long, vec![b'a'; 70_000]].concat());
    let segments: Vec<_> =
        block.chunks(60_000).map(|piece| (0xED, [b"Photoshop 3.0\0", piece].concat())).collect();
    let told = told(&jpeg(&segments));
    assert_eq!(told.codes(), [""; 0]);
    assert_eq!(told.value("iptc.Caption").len(), 64 << 10, "a value is cut where values are");
}

#[test]
fn lies_about_lengths_are_said() {
    let check = |block: &[u8], expect: &[&str]| {
        let told = told(&jpeg(&[(0xED, [b"Photoshop 3.0\0", block].concat())]));
        assert_eq!(told.codes(), expect, "{block:?}");
    };
    check(&resource(0x0404, b"", &[0x1C, 2, 120, 0x7F, 0xFF, b'a']), &["metadata-damaged"]);
    check(&resource(0x0404, b"", &[0x1C, 2, 120, 0x8F, 0xFF, b'a']), &["metadata-damaged"]);
    check(b"8BIM\x04\x04\0\0\xFF\xFF\xFF\xFF", &["metadata-damaged"]);
    check(b"8BIM\x04\x04\xFF", &["metadata-damaged"]);
    check(&set(2, 5, b"a").repeat(10_000)[..60_000], &["metadata-damaged"]);
    check(&resource(0x0404, b"", &set(2, 5, b"a").repeat(5_000)), &["metadata-too-much"]);
}
